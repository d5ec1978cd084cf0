import Addresses
import FilterLanguage

// 长乐路372弄, 雁荡路38弄1号201室, and an address that is the whole sentence.

extension AskScanner {
  /// What a road begins, as far as it is an address; and what a whole sentence asks of one.
  func places(at start: Int) -> [AskToken] {
    var found: [AskToken] = []
    for address in addresses(at: start) {
      found.append(
        token(start, address.end, .unit(AskUnit(readings: address.readings, kind: .place(.address)))))
      if let asked = asked(address, from: start) { found.append(asked) }
    }
    if let asked = askedFirst(at: start) { found.append(asked) }
    return found
  }

  private struct Found {
    let end: Int
    let condition: Expression
    let readings: [Subject: Expression]
  }

  private func addresses(at start: Int) -> [Found] {
    guard start < text.count else { return [] }
    return words.entries(startingWith: text.scalars[start]).compactMap { entry in
      guard case .unit(let unit) = entry.piece, unit.kind == .place(.road), text.starts(entry.word, at: start),
        let (key, end) = address(road: start, start + entry.word.count)
      else { return nil }
      let condition = Expression.field(.address, .compare(.matches, .text(key)))
      return Found(end: end, condition: condition, readings: unit.readings.mapValues { _ in condition })
    }
  }

  private static let marks = ["支弄", "弄", "号楼", "号", "幢", "栋", "单元", "室"]
  private static let rooms = ["底层", "前楼", "后楼", "亭子间", "三层阁", "二层阁", "灶间", "客堂", "前客堂", "后客堂", "统楼", "阁楼"]

  /// The canonical form of the longest address from a road on; nil for a road alone, for what the address reader leaves
  /// over or reads in two ways, and where it names a storey: no house has one.
  private func address(road start: Int, _ roadEnd: Int) -> (key: String, end: Int)? {
    var end = roadEnd
    while let next = addressPart(at: end, isFirst: end == roadEnd) { end = next }
    guard end > roadEnd else { return nil }
    let address = Address.parse(String(String.UnicodeScalarView(text.scalars[start..<end])))
    guard address.unread.isEmpty, address.rest.isEmpty, address.alternatives.isEmpty, address.floor == nil,
      address.remarks.isEmpty, let key = address.canonical, !key.contains("-")
    else { return nil }
    return (key, end)
  }

  /// 372弄, 5号, 甲5号, 201室, and a bare 201 behind a number.
  private func addressPart(at start: Int, isFirst: Bool) -> Int? {
    if !isFirst, let room = text.end(Self.rooms, at: start) { return room }
    let lead = text.skip(["临", "甲", "乙", "丙"], at: start)
    guard let number = text.number(at: lead) else { return nil }
    let letter = text.skip(["甲", "乙", "丙", "丁", "a", "b", "c", "d", "e", "f"], at: number.end)
    if let end = text.end(Self.marks, at: letter) {
      // 60号以上, 3号线.
      return text.end(["以上", "以下", "线", "到", "至", "-"], at: end) == nil ? end : nil
    }
    // 372弄5-201.
    if !isFirst, letter < text.count, text.scalars[letter] == "-", let room = text.digits(at: letter + 1),
      (3...4).contains(room.end - letter - 1)
    {
      return text.skip(["室"], at: room.end)
    }
    let isRoom = !isFirst && number.end - lead >= 3 && number.end - lead <= 4 && text.digits(at: lead) != nil
    guard isRoom,
      text.end(["岁", "人", "户", "平", "个", "年", "月", "天", "层", "楼", "弄", "到", "至", "-", "㎡"], at: letter) == nil
    else { return nil }
    return letter
  }

  // MARK: the whole sentence

  private static let whoBehind = [
    "里面住着谁", "里住着谁", "住着谁", "住了谁", "住的是谁", "住的谁", "都住着谁", "都住了谁", "住的都是谁", "住着哪些人", "住了哪些人", "住哪些人", "有哪些人住",
    "住着什么人", "住了什么人", "住的什么人", "住的是什么人", "有谁住", "谁住", "里有哪些人", "有哪些人", "有什么人", "里有谁", "有谁",
  ]
  private static let manyBehind = ["里住着", "里住了", "住着", "住了", "住有", "一共住了", "共住了", "里有", "有", "住"]

  /// 雁荡路38弄1号 is the house, 雁荡路38弄1号住着谁 are those who live there, where nothing else is said.
  private func asked(_ address: Found, from start: Int) -> AskToken? {
    guard saysNothing(0, start) else { return nil }
    func unit(_ subject: Subject, _ end: Int) -> AskToken {
      token(
        start, end,
        .unit(AskUnit(readings: [subject: address.condition], kind: .place(.address), isNoun: true)), cost: 9)
    }
    if isOver(address.end) { return unit(.houses, address.end) }
    let at = text.skip([",", "的", "这户", "这家"], at: address.end)
    if let who = text.end(Self.whoBehind, at: at), isOver(who) { return unit(.people, who) }
    let many = text.skip(Self.manyBehind, at: at)
    if let end = text.end(["多少人", "几个人", "几口人", "多少居民"], at: many), isOver(end) {
      return unit(.people, text.end("有", at: at) == many ? at : many)
    }
    return nil
  }

  private static let whoBefore = ["谁住在", "谁住", "有谁住在", "哪些人住在", "什么人住在", "住在", "居住在"]

  /// 谁住在雁荡路38弄1号.
  private func askedFirst(at start: Int) -> AskToken? {
    guard let lead = text.end(Self.whoBefore, at: start), saysNothing(0, start),
      let address = addresses(at: lead).first(where: { isOver(text.skip(["里", "的人", "的居民"], at: $0.end)) })
    else { return nil }
    let unit = AskUnit(readings: [.people: address.condition], kind: .place(.address), isNoun: true)
    return token(start, text.skip(["里"], at: address.end), .unit(unit), cost: 9)
  }

  /// Whether only marks are left.
  private func isOver(_ start: Int) -> Bool {
    var at = start
    while let next = text.end(["。", "?", "？", "!", "！", ".", ",", "呢", "啊", "呀"], at: at) { at = next }
    return at == text.count
  }

  /// Whether only 请帮我查一下 and the like stands there, or wider places.
  private func saysNothing(_ from: Int, _ to: Int) -> Bool {
    var reached = Set([from])
    for at in from..<max(from, to) where reached.contains(at) {
      for entry in words.entries(startingWith: text.scalars[at])
      where entry.piece.isIdle {
        if text.starts(entry.word, at: at) { reached.insert(at + entry.word.count) }
      }
    }
    return reached.contains(to)
  }
}

extension AskPiece {
  fileprivate var isIdle: Bool {
    switch self {
    case .filler, .comma: true
    case .unit(let unit): if case .place = unit.kind { true } else { false }
    default: false
    }
  }
}
