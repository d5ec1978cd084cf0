extension AddressParser {
  /// Decides what the waiting words are, knowing the marker of the number behind them (nil at the end or a comma). Answers
  /// false where they begin another address.
  @discardableResult
  mutating func flush(before marker: AddressToken.Marker?) -> Bool {
    guard !name.isEmpty else { return true }
    defer {
      name.removeAll(keepingCapacity: true)
      nameAt.removeAll(keepingCapacity: true)
    }
    cutNear()
    if let range = AddressRoad.find(in: name) { return flushRoad(range, before: marker) }
    guard address.road == nil, level == 0 else {
      addWords(name[...], atEnd: marker == nil)
      return true
    }
    let words = name.text(0..<name.count)
    if marker == .lane || marker == .sublane {
      address.road = words
      claims.take(road: name, nameAt, name.indices)
    } else if marker != nil, AddressRoad.isVillage(name) {
      address.road = words
      claims.take(road: name, nameAt, name.indices)
      if address.compound == nil { address.compound = words }
    } else {
      addWords(name[...], atEnd: false)
    }
    return true
  }

  /// 长乐路近瑞金二路: the second road only says where along the first.
  private mutating func cutNear() {
    guard level == 0, let near = name.lastIndex(of: "近"), near > 0 else { return }
    let end = name[near - 1] == "靠" ? near - 1 : near
    guard end > 0, AddressRoad.isRoadEnd(name, end - 1) else { return }
    addRest(name[end...])
    claims.take(nameAt[end...])
    name.removeSubrange(end...)
    nameAt.removeSubrange(end...)
  }

  private mutating func flushRoad(_ range: Range<Int>, before marker: AddressToken.Marker?) -> Bool {
    let road = name.text(range)
    if level == 0 {
      // 近长江路 says what is near, not where it is.
      if marker == nil, name.first == "近" || address.road != nil {
        addRest(name)
        return true
      }
      if let known = address.road, known != road {
        address.rest += known
        claims.giveBackRoad()
      }
      address.road = road
      claims.take(road: name, nameAt, range)
      if name.text(0..<range.lowerBound) == road { claims.take(nameAt[..<range.lowerBound]) }
      addBefore(name[..<range.lowerBound])
      addWords(name[range.upperBound...], atEnd: false)
      address.isNumberedInCompound = isNumbered(name[range.upperBound...], before: marker)
      return true
    }
    if road == address.road {
      claims.take(nameAt[range])
      if name.first == "近" { claims.take(nameAt[..<range.lowerBound]) }
      addWords(name[range.upperBound...], atEnd: false)
      return true
    }
    if marker == .lane || marker == .number && name[range].contains("路") && range.upperBound == name.count {
      addRest(name)
      return false
    }
    addWords(name[...], atEnd: marker == nil)
    return true
  }

  /// Villages and rows count their own doors, and so does any compound its buildings (阳光花园3号楼); a tower between the
  /// road and its number (南京西路恒隆广场1266号) does not.
  private func isNumbered(_ words: ArraySlice<Unicode.Scalar>, before marker: AddressToken.Marker?) -> Bool {
    guard let marker, words.count >= 2, marker != .lane, marker != .sublane else { return false }
    switch words.last {
    case "村", "里", "坊": return true
    default: return marker == .building
    }
  }

  /// What stands before the road: a compound's name by its last word, or a part of town.
  private mutating func addBefore(_ words: ArraySlice<Unicode.Scalar>) {
    switch words.last {
    case "苑", "寓", "厦", "园", "村": addWords(words, atEnd: false)
    case "区" where words.dropLast().last == "小": addWords(words, atEnd: false)
    default: addRest(words)
    }
  }

  /// A compound's name if it can be one, otherwise rest.
  private mutating func addWords(_ words: ArraySlice<Unicode.Scalar>, atEnd: Bool) {
    guard !words.isEmpty else { return }
    let said = name.text(words.startIndex..<words.endIndex)
    if said == address.compound || said == address.road || AddressRemarks.isHarmless(said) {
      claims.take(nameAt[words.indices])
      if said != address.compound { addRest(words) }
    } else if address.compound == nil, words.count > 1, address.road == nil || AddressNames.isSpelled(words),
      !atEnd || Self.looksLikeCompound(words)
    {
      address.compound = said
      claims.compound = Array(nameAt[words.indices])
    } else {
      addRest(words)
    }
  }

  /// At the end of a line stand remarks too (电联, 北门, 道路不详), so there a name must look like one.
  private static func looksLikeCompound(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard words.count > 2, let last = words.last else { return false }
    switch last {
    case "联", "详", "门", "层", "客": return false
    default: return true
    }
  }
}
