import FilterLanguage

/// Items under one 下列条件, or under numbers that stand by themselves.
final class PolicyGroup {
  let list: PolicyList?
  /// The numbers of its items; nil before the first, and where they have none.
  var marker: PolicyPiece.Marker.Kind?
  var isUnnumbered = false
  /// Whether whoever meets it gets nothing.
  var isDenied = false
  var items: [PolicyItem] = []

  init(_ list: PolicyList?) {
    self.list = list
    isDenied = list?.isDenied ?? false
  }
}

/// Conditions that stand together: an item of a list, or the passage itself.
final class PolicyItem {
  enum Member {
    case condition(Expression, clause: Int, startsWithOr: Bool)
    case group(PolicyGroup)
  }

  /// A sentence, or what semicolons divide.
  struct Unit {
    var members: [Member] = []
    /// Whether something in it was left to a person, and whether that begins with 或.
    var isJudged = false
    var isJudgedWithOr = false
    /// Whether it says that it adds to what stands before: 申请人还应当…, 申请条件：….
    var isAdded = false
  }

  var units: [Unit] = [Unit()]

  var isJudged: Bool { units.contains(where: \.isJudged) }

  func add(_ member: Member, isAdded: Bool = false) {
    if last.members.isEmpty, isAdded { last.isAdded = true }
    last.members.append(member)
  }

  var last: Unit {
    get { units[units.count - 1] }
    set { units[units.count - 1] = newValue }
  }
}

/// Puts the clauses of a passage together as the passage says; where it does not say, nothing is put together.
struct PolicyStructure {
  private(set) var sorted: [PolicySorted]
  /// Why the conditions cannot be joined.
  private(set) var refusal: String?
  private(set) var doubts: [String] = []
  let root = PolicyItem()
  private let text: [Character]
  private var open: [PolicyGroup] = []
  private var closed: [PolicyPiece.Marker.Kind: PolicyGroup] = [:]
  /// 下列条件 whose items have not come yet.
  private var awaited: PolicyGroup?
  /// Lists announced in this sentence: 有下列情形之一的，不予补贴.
  private var announced: [PolicyGroup] = []
  private var benefits = (hasBeen: false, grants: 0, sinceCondition: false)

  init(_ sorted: [PolicySorted], _ text: [Character]) {
    (self.sorted, self.text) = (sorted, text)
    for index in sorted.indices { take(index) }
    if let awaited, awaited.items.isEmpty, awaited.list != nil, awaited.list?.isAny ?? false {
      refuse("没有找到“下列条件”指的是哪几条。")
    }
    if benefits.grants > 1 { refuse("这段话里有几档待遇，各有各的条件，请分开来查。") }
  }

  private mutating func refuse(_ reason: String) { refusal = refusal ?? reason }

  private var item: PolicyItem { open.last?.items.last ?? root }

  // MARK: Lists

  private mutating func take(_ index: Int) {
    let piece = sorted[index].piece
    let last = index > 0 ? sorted[index - 1].piece : nil
    if let marker = piece.marker {
      begin(marker)
    } else if last?.end == .sentence {
      endSentence()
    } else if last?.end == .item {
      if let list = open.last, list.isUnnumbered { list.items.append(PolicyItem()) } else { item.units.append(.init()) }
    } else if last?.end == .colon, let list = awaited, list.items.isEmpty, !isNumbered(from: index) {
      (list.isUnnumbered, awaited) = (true, nil)
      list.items.append(PolicyItem())
      open.append(list)
    }
    place(index)
  }

  /// Whether a number comes before the sentence ends.
  private func isNumbered(from index: Int) -> Bool {
    for next in sorted[index...] {
      if next.piece.marker != nil { return true }
      if next.piece.end == .sentence { return false }
    }
    return false
  }

  private mutating func begin(_ marker: PolicyPiece.Marker) {
    announced = announced.filter { $0 === awaited }
    if let place = open.lastIndex(where: { $0.marker == marker.kind }), marker.number > 1 {
      open.removeSubrange((place + 1)...)
    } else if let list = awaited {
      if marker.number == 1 { close(through: marker.kind) }
      list.marker = marker.kind
      open.append(list)
      awaited = nil
    } else if marker.number > 1, let list = closed[marker.kind] {
      open.append(list)
    } else {
      close(through: marker.kind)
      let list = PolicyGroup(nil)
      list.marker = marker.kind
      item.add(.group(list))
      open.append(list)
    }
    open.last?.items.append(PolicyItem())
  }

  /// A first number ends the list that had numbers of its kind.
  private mutating func close(through kind: PolicyPiece.Marker.Kind) {
    if let place = open.lastIndex(where: { $0.marker == kind }) { open.removeSubrange(place...) }
  }

  /// Items end with their sentence, sections (一、) with the next one.
  private mutating func endSentence() {
    announced = []
    while let list = open.last, list.isUnnumbered || list.marker != .chinese && list.marker != .article {
      if let marker = list.marker { closed[marker] = list }
      open.removeLast()
    }
    item.units.append(.init())
    benefits.sinceCondition = false
  }

  // MARK: Clauses

  private mutating func place(_ index: Int) {
    let clause = sorted[index]
    if clause.isUnclear, !(open.last?.list?.isAny ?? false) {
      refuse("“\(String(text[clause.piece.words]))”说的是几条里的哪几条，看不明白，没有合并。")
    }
    switch clause.sense {
    case .frame(let isHeading):
      guard isHeading else { break }
      benefits.hasBeen = false
      if String(text[clause.piece.words]).hasSuffix("条件") { item.last.isAdded = true }
    case .list(nil): break
    case .list(let list?):
      let group = PolicyGroup(list)
      item.add(.group(group), isAdded: clause.isAdded)
      awaited = group
      announced.append(group)
      if !list.isStated {
        doubts.append(list.isAny ? "原文没有写明“之一”，按符合其中一项处理，请核对。" : "原文没有写明“同时”，按同时符合处理，请核对。")
      }
    case .condition(let expression):
      if !isRefusedLater(index) {
        if benefits.hasBeen, !clause.isAdded, open.last?.list == nil {
          refuse("待遇后面又说到条件，不清楚是不是同一项规定，请分开来查。")
        }
        benefits.sinceCondition = true
      }
      item.add(
        .condition(expression, clause: index, startsWithOr: clause.beginsWithOr), isAdded: clause.isAdded)
    case .exception(let expression): item.add(.condition(expression, clause: index, startsWithOr: false))
    case .benefit: takeBenefit(index)
    case .denial: deny(index)
    case .judge:
      item.last.isJudged = true
      if clause.beginsWithOr { item.last.isJudgedWithOr = true }
    }
  }

  /// Whether 不再享受 follows before the unit ends.
  private func isRefusedLater(_ index: Int) -> Bool {
    for next in sorted[index...] {
      if next.sense == .denial { return true }
      if next.piece.end >= .item { return false }
    }
    return false
  }

  private mutating func takeBenefit(_ index: Int) {
    takePriority(index)
    if benefits.sinceCondition { benefits.grants += 1 }
    (benefits.sinceCondition, benefits.hasBeen) = (false, true)
  }

  /// Whoever comes first is no matter of who may come.
  private mutating func takePriority(_ index: Int) {
    guard PolicyPhrase.isPriority(String(text[sorted[index].piece.words])) else { return }
    guard case .condition(_, let clause, _)? = item.last.members.last, clause == index - 1 else { return }
    item.last.members.removeLast()
    item.last.isJudged = true
    sorted[clause].sense = .judge("“优先”说的是先后，不是条件，请人工判断。", [])
  }

  /// Turns what stands before 不再享受 in its sentence into an exception.
  private mutating func deny(_ index: Int) {
    if let list = announced.last {
      list.isDenied = true
      sorted[index].sense = .frame(isHeading: false)
      return
    }
    let item = item
    let begin = startOfDenied(index)
    let members = item.last.members.filter { $0.clause.map { $0 >= begin } ?? false }
    let judged = (begin..<index).contains { if case .judge = sorted[$0].sense { true } else { false } }
    guard !members.isEmpty else {
      let detail = judged ? "前面的例外没有看懂，请人工判断。" : "这是一条限制，系统里没有对应的记录，请人工判断。"
      sorted[index].sense = .judge(detail, [])
      item.last.isJudged = true
      return
    }
    item.last.members.removeAll { $0.clause.map { $0 >= begin } ?? false }
    let choice = members.dropFirst().allSatisfy(\.startsWithOr)
    guard !judged, choice else {
      for clause in members.compactMap(\.clause) {
        let detail = judged ? "这个例外有一部分没有看懂，请人工判断。" : "不清楚这几条是同时还是其中之一构成例外，请人工判断。"
        sorted[clause].sense = .judge(detail, [])
      }
      item.last.isJudged = true
      return
    }
    for (clause, expression) in members.compactMap(\.said) {
      sorted[clause].sense = .exception(.not(expression))
      item.add(.condition(.not(expression), clause: clause, startsWithOr: false))
    }
    sorted[index].sense = .frame(isHeading: false)
  }

  /// Where the words that a denial is about begin: in its unit, after what was given last.
  private func startOfDenied(_ index: Int) -> Int {
    var start = index
    while start > 0, sorted[start - 1].piece.end < .item, sorted[start - 1].sense != .benefit {
      if sorted[start].piece.marker != nil { break }
      start -= 1
    }
    return start
  }
}

extension PolicyItem.Member {
  var clause: Int? { if case .condition(_, let clause, _) = self { clause } else { nil } }
  var startsWithOr: Bool { if case .condition(_, _, let isOr) = self { isOr } else { false } }
  var said: (Int, Expression)? {
    if case .condition(let expression, let clause, _) = self { (clause, expression) } else { nil }
  }
}
