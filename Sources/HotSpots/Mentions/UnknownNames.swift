/// Names that no list has, found by how they are built: 那个馄饨担 by its end, 修拉链的 by what somebody does there.
enum UnknownNames {
  struct Head {
    var word: String
    var hash: UInt32
    var end: Int
  }

  /// The name whose end, or whose beginning with a verb, stands at `index`.
  static func head(_ text: [UInt16], at index: Int) -> Head? {
    let mark = marks[Int(text[index])]
    if mark & isEnding != 0, let head = trading(text, at: index) { return head }
    return mark & isVerb != 0 ? doing(text, at: index) : nil
  }

  private static func trading(_ text: [UInt16], at index: Int) -> Head? {
    guard let ends = endings[text[index]] else { return nil }
    for ending in ends where text[index...].starts(with: ending.units) {
      let core = before(text, index)
      guard !core.isEmpty, !TradeWords.vague.contains(core) else { return nil }
      let end = index + ending.units.count
      // One letter before a shop's end is not enough to know it by: 书店 stays 书店.
      let concept = ending.isShop && core.utf16.count > 1 ? core : core + ending.text
      return Head(word: core + ending.text, hash: hash(concept), end: end)
    }
    return nil
  }

  private static func doing(_ text: [UInt16], at index: Int) -> Head? {
    var end = index + 1
    while end < text.count, end - index <= 4, text[end] != of, marks[Int(text[end])] & isStop == 0 { end += 1 }
    let length = end - index - 1
    guard end < text.count, text[end] == of, (1...3).contains(length) else { return nil }
    let whole = String(decoding: text[index..<end], as: UTF16.self)
    let concept = length > 1 ? String(whole.dropFirst()) : whole
    return Head(word: whole + "的", hash: hash(concept), end: end)
  }

  /// 搭脚手架的 is a building site as well as 脚手架 is.
  private static func hash(_ concept: String) -> UInt32 {
    MentionReader.things(inShopName: concept).first ?? PhraseHash.hash(.thing, concept)
  }

  /// At most three letters to the left that may be part of a name.
  private static func before(_ text: [UInt16], _ index: Int) -> String {
    var start = index
    while start > 0, index - start < 3, marks[Int(text[start - 1])] & isStop == 0, text[start - 1] >= 0x3400 {
      start -= 1
    }
    return String(decoding: text[start..<index], as: UTF16.self)
  }

  private struct Ending: Sendable {
    var text: String
    var units: [UInt16]
    var isShop: Bool
  }

  private static let endings: [UInt16: [Ending]] = {
    var found: [UInt16: [Ending]] = [:]
    for (words, isShop) in [(TradeWords.shops, true), (TradeWords.places, false)] {
      for word in words {
        let units = Array(word.utf16)
        found[units[0], default: []].append(Ending(text: word, units: units, isShop: isShop))
      }
    }
    return found.mapValues { $0.sorted { $0.units.count > $1.units.count } }
  }()

  private static let (isEnding, isVerb, isStop) = (UInt8(1), UInt8(2), UInt8(4))
  /// What each letter may be: most are nothing.
  private static let marks: [UInt8] = {
    var marks = [UInt8](repeating: 0, count: 65_536)
    for unit in endings.keys { marks[Int(unit)] |= isEnding }
    for unit in TradeWords.doing.flatMap({ String($0).utf16 }) { marks[Int(unit)] |= isVerb }
    for unit in TradeWords.stops.flatMap({ String($0).utf16 }) { marks[Int(unit)] |= isStop }
    return marks
  }()
  private static let of = UInt16(0x7684)
}
