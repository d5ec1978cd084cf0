/// A short text a row id out of few different ones: a code a row, and a bitmap a word.
final class WordColumn {
  private(set) var words = Words()
  private let codes = Column<UInt32>(fill: 0)
  let members = BitmapFamily()

  var view: ColumnView<UInt32> { codes.view }

  func set(_ word: String?, for id: UInt32) {
    let code = word.map { words.code(of: $0) } ?? 0
    let old = codes[id]
    guard code != old else { return }
    if old != 0 { members.remove(id, from: Int(old)) }
    codes[id] = code
    if code != 0 { members.add(id, to: Int(code)) }
  }
}

/// Different texts, numbered from 1. Texts are told apart by their bytes: everything is normalised on entry.
struct Words {
  private var codes: [UInt64: UInt32] = [:]
  private(set) var texts: [String] = [""]

  mutating func code(of text: String) -> UInt32 {
    var hash = Words.hash(text)
    while let code = codes[hash] {
      if texts[Int(code)] == text { return code }
      hash &+= 1
    }
    let code = UInt32(texts.count)
    texts.append(text)
    codes[hash] = code
    return code
  }

  /// FNV-1a. Hashing a String would normalise it, letter by letter.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
