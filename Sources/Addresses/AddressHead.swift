/// The head of an address: city, district, town, in any order and any number of times, up to the road.
struct AddressHead {
  private let text: [Unicode.Scalar]
  private(set) var index = 0
  private(set) var district: String?
  private(set) var town: String?

  init(_ text: [Unicode.Scalar]) {
    self.text = text
    while index < text.count, step() {}
  }

  private mutating func step() -> Bool {
    skipNoise() || takeDistrict() || takeCity() || takeShortDistrict() || takeTown() || takeShortTown()
  }

  private mutating func skipNoise() -> Bool {
    switch text[index] {
    case "-", ",", ".", ":", "/":
      index += 1
      return true
    case "N", "市", "城", "地", "住", "现", "坐":
      for word in Self.noise where text.has(word, at: index) {
        index += word.count
        return true
      }
      return false
    default: return false
    }
  }

  /// 城区 is how rural districts call their main town in parcel addresses; NULL is what an empty town was exported as.
  private static let noise = ["NULL", "市辖区", "城区", "地址:", "住址:", "现住", "住", "坐落于", "坐落"].map {
    Array($0.unicodeScalars)
  }
  private static let city = Array("上海".unicodeScalars)
  private static let country = Array("中国".unicodeScalars)

  private mutating func takeDistrict() -> Bool {
    guard let found = AddressPlaces.districts.first(where: { text.has($0.words, at: index) }) else { return false }
    district = found.today
    index += found.words.count
    return true
  }

  private mutating func takeCity() -> Bool {
    if text.has(Self.country, at: index), text.has(Self.city, at: index + 2) {
      index += 2
      return true
    }
    guard text.has(Self.city, at: index) else { return false }
    if text.at(index + 2) == "市" {
      index += 3
      return true
    }
    let next = index + 2
    guard
      text.has(Self.city, at: next) || AddressPlaces.districts.contains(where: { text.has($0.words, at: next) })
        || AddressPlaces.shortDistricts.contains(where: { text.has($0.words, at: next) }) || beginsRoad(next)
    else { return false }
    index = next
    return true
  }

  private mutating func takeShortDistrict() -> Bool {
    guard
      let found = AddressPlaces.shortDistricts.first(where: { text.has($0.words, at: index) }),
      district == nil || district == found.today
    else { return false }
    let next = index + found.words.count
    // 浦东新村 and 金山卫 are names of their own.
    guard text.at(next) != "卫", text.at(next) != "村", !(text.at(next) == "新" && text.at(next + 1) == "村") else {
      return false
    }
    guard AddressTown.end(in: text, from: next) != nil || beginsRoad(next) else { return false }
    district = found.today
    index = next
    return true
  }

  private mutating func takeTown() -> Bool {
    guard let end = AddressTown.end(in: text, from: index) else { return false }
    town = text.text(index..<end)
    index = end
    return true
  }

  /// Only behind a district: anywhere else 周浦 may as well begin the road's own name.
  private mutating func takeShortTown() -> Bool {
    guard district != nil, let found = AddressPlaces.shortTowns.first(where: { text.has($0, at: index) }) else {
      return false
    }
    let next = index + found.count
    guard beginsRoad(next), text.at(next) != "公" else { return false }
    if town == nil { town = text.text(index..<next) }
    index = next
    return true
  }

  /// Whether a road with a name of its own follows before any number: 长乐路 does, 南路 (left over from 浦东南路) does not.
  private func beginsRoad(_ start: Int) -> Bool {
    var i = start
    while i < text.count, !text[i].isDigit, text[i] != "(" {
      if AddressRoad.isRoadEnd(text, i) { return AddressRoad.stem(text, from: start, end: i) >= 2 }
      i += 1
    }
    return false
  }
}
