import Foundation

enum Keyword: String, CaseIterable {
  case and, or, not, `in`, any, all, no, count
}

struct Token {
  enum Kind: Equatable {
    case end
    case word
    /// `tag:`, with what follows it without a space.
    case tag
    case keyword(Keyword)
    case quoted
    case op(Operator)
    case open, close, openList, closeList, comma, range
  }
  let kind: Kind
  /// Bytes of the text, quotes included.
  let start: Int
  let end: Int
}

/// Cuts a question into tokens, over UTF-8 bytes.
struct FilterLexer {
  let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; `.end` for ever after the last.
  mutating func next() throws(Fault) -> Token {
    skipSpace()
    guard index < bytes.count else { return Token(kind: .end, start: index, end: index) }
    let start = index
    let (scalar, length) = Self.scalar(bytes, at: index)
    if Self.isWord(scalar) { return word(from: start) }
    if scalar == 0x22 { return try quoted(from: start) }
    guard let kind = symbol(scalar, after: index + length) else {
      let shown = Unicode.Scalar(scalar).map(String.init) ?? "?"
      let hint = "“”‘’".unicodeScalars.contains { $0.value == scalar } ? "，引号请用英文的 \"" : "，含特殊字符的内容请加英文引号"
      throw Fault(.syntax, "看不懂的字符“\(shown)”\(hint)").at(start)
    }
    index += length + (kind.takesTwo ? 1 : 0)
    return Token(kind: kind.kind, start: start, end: index)
  }

  /// The text of a word, or of a quoted one without its quotes and escapes, in Unicode's composed form.
  func text(_ token: Token) -> String {
    switch token.kind {
    case .quoted: Self.composed(unescaped(token))
    case .tag: Self.composed(bytes[(token.start + 4)..<token.end])
    default: Self.composed(bytes[token.start..<token.end])
    }
  }

  /// The token's text just as it stands, `tag:` included.
  func raw(_ token: Token) -> String { Self.composed(bytes[token.start..<token.end]) }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case 0xC2 where bytes[index + 1] == 0xA0: index += 2
      case 0xE3 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: index += 3
      default: return
      }
    }
  }

  private mutating func word(from start: Int) -> Token {
    while index < bytes.count {
      let (scalar, length) = Self.scalar(bytes, at: index)
      if Self.isWord(scalar) {
        index += length
      } else if scalar == 0x2E, index + 1 < bytes.count, Self.isWord(Self.scalar(bytes, at: index + 1).0) {
        index += 1
      } else {
        break
      }
    }
    return Token(kind: kind(of: start..<index), start: start, end: index)
  }

  private func kind(of range: Range<Int>) -> Token.Kind {
    let head = range.prefix(6).map { bytes[$0] | 0x20 }
    if head.count >= 4, head[0] == 0x74, head[1] == 0x61, head[2] == 0x67, bytes[range.lowerBound + 3] == 0x3A {
      return .tag
    }
    guard range.count <= 5, let keyword = Keyword.allCases.first(where: { head.elementsEqual($0.rawValue.utf8) })
    else { return .word }
    return .keyword(keyword)
  }

  private mutating func quoted(from start: Int) throws(Fault) -> Token {
    index += 1
    while index < bytes.count, bytes[index] != 0x22 {
      if bytes[index] == 0x5C {
        index += 1
        guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x5C else {
          throw Fault(.syntax, "引号里的反斜杠后面只能是 \" 或 \\").at(index - 1)
        }
      }
      index += 1
    }
    guard index < bytes.count else { throw Fault(.syntax, "引号没有结束").at(start) }
    index += 1
    return Token(kind: .quoted, start: start, end: index)
  }

  private func unescaped(_ token: Token) -> [UInt8] {
    var plain: [UInt8] = []
    var escaped = false
    for byte in bytes[(token.start + 1)..<(token.end - 1)] {
      if byte == 0x5C, !escaped {
        escaped = true
      } else {
        plain.append(byte)
        escaped = false
      }
    }
    return plain
  }

  /// Full-width signs count as their plain forms, since that is what a Chinese keyboard gives.
  private func symbol(_ scalar: UInt32, after next: Int) -> (kind: Token.Kind, takesTwo: Bool)? {
    let follower = next < bytes.count ? bytes[next] : 0
    switch scalar {
    case 0x28, 0xFF08: return (.open, false)
    case 0x29, 0xFF09: return (.close, false)
    case 0x5B: return (.openList, false)
    case 0x5D: return (.closeList, false)
    case 0x2C, 0xFF0C: return (.comma, false)
    case 0x3D, 0xFF1D: return (.op(.equal), false)
    case 0x7E, 0xFF5E: return (.op(.matches), false)
    case 0x2265: return (.op(.greaterOrEqual), false)
    case 0x2264: return (.op(.lessOrEqual), false)
    case 0x2260: return (.op(.notEqual), false)
    case 0x3E, 0xFF1E: return follower == 0x3D ? (.op(.greaterOrEqual), true) : (.op(.greater), false)
    case 0x3C, 0xFF1C: return follower == 0x3D ? (.op(.lessOrEqual), true) : (.op(.less), false)
    case 0x21, 0xFF01: return follower == 0x3D ? (.op(.notEqual), true) : nil
    case 0x2E: return follower == 0x2E ? (.range, true) : nil
    default: return nil
    }
  }
}
