/// Reads JSON text (RFC 8259) into a `JSONValue`; strict, and safe against deep nesting.
///
/// A name that occurs twice in an object is an error, since it is never clear which of them counts.
package struct JSONReader {
  /// Arrays and objects inside each other.
  package static let depth = 128

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  /// The value of a whole text. Throws `.invalid`, code `json_syntax`, with the position in bytes.
  ///
  /// A byte order mark at its beginning is none of it (RFC 8259 8.1): many an editor writes one.
  package static func read(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try read(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Problem(.invalid, "json_syntax", "JSON 应为 UTF-8，这里却是 UTF-16。请另存为 UTF-8。")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Problem(.invalid, "json_syntax", "JSON 不是有效的 UTF-8")
    }
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.index == bytes.count else { throw reader.problem("JSON 后面还有多余的内容") }
    return value
  }

  package static func read(_ text: String) throws(Problem) -> JSONValue { try read(Array(text.utf8)) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func problem(_ detail: String) -> Problem {
    Problem(.invalid, "json_syntax", detail, notes: [Problem.Note(.position(index), detail)])
  }

  private mutating func skipSpace() {
    while [0x20, 0x09, 0x0A, 0x0D].contains(next) { index += 1 }
  }

  private mutating func value() throws(Problem) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try nested { reader throws(Problem) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(Problem) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested(
    _ step: (inout JSONReader) throws(Problem) -> JSONValue
  ) throws(Problem) -> JSONValue {
    depth += 1
    guard depth <= Self.depth else { throw problem("JSON 嵌套太深，最多\(Self.depth)层") }
    index += 1
    let value = try step(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(Problem) -> JSONValue {
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    while try hasMore(until: UInt8(ascii: "}"), first: members.isEmpty) {
      guard next == UInt8(ascii: "\"") else { throw problem("JSON 这里应当是成员的名称") }
      let name = try string()
      guard names.insert(name).inserted else { throw problem("JSON 里“\(name)”写了两次") }
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw problem("JSON 这里应当是冒号") }
      index += 1
      members.append(JSONValue.Member(name, try value()))
    }
    return .object(members)
  }

  private mutating func array() throws(Problem) -> JSONValue {
    var values: [JSONValue] = []
    while try hasMore(until: UInt8(ascii: "]"), first: values.isEmpty) { values.append(try value()) }
    return .array(values)
  }

  /// Steps over the comma between two elements, or over the closing bracket.
  private mutating func hasMore(until close: UInt8, first: Bool) throws(Problem) -> Bool {
    skipSpace()
    if next == close {
      index += 1
      return false
    }
    guard !first else { return true }
    guard next == UInt8(ascii: ",") else { throw problem("JSON 这里应当是逗号或结束的括号") }
    index += 1
    skipSpace()
    guard next != close else { throw problem("JSON 的最后一个逗号多余") }
    return true
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Problem) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw problem("JSON 这里看不懂") }
    index += word.utf8.count
    return value
  }

  private mutating func number() throws(Problem) -> Double {
    let start = index
    if next == UInt8(ascii: "-") { index += 1 }
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[index - whole] != UInt8(ascii: "0") else {
      index = start
      throw problem("JSON 这里应当是一个值")
    }
    if next == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { throw problem("JSON 的数不完整") }
    }
    if next | 0x20 == UInt8(ascii: "e") {
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      guard digits() > 0 else { throw problem("JSON 的数不完整") }
    }
    guard let number = Double(String(decoding: bytes[start..<index], as: UTF8.self)), number.isFinite else {
      throw problem("JSON 的数太大")
    }
    return number
  }

  private mutating func digits() -> Int {
    let start = index
    while (0x30...0x39).contains(next) { index += 1 }
    return index - start
  }

  private mutating func string() throws(Problem) -> String {
    index += 1
    var plain: [UInt8] = []
    while next != UInt8(ascii: "\"") {
      guard index < bytes.count else { throw problem("JSON 的引号没有结束") }
      guard next >= 0x20 else { throw problem("JSON 的文字里有控制字符") }
      if next == UInt8(ascii: "\\") {
        plain.append(contentsOf: String(try escape()).utf8)
      } else {
        plain.append(next)
        index += 1
      }
    }
    index += 1
    return String(decoding: plain, as: UTF8.self)
  }

  private mutating func escape() throws(Problem) -> Character {
    index += 2
    switch index <= bytes.count ? bytes[index - 1] : 0 {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var code = try hex()
      if (0xD800..<0xDC00).contains(code), bytes[index...].starts(with: [0x5C, 0x75]) {
        index += 2
        let low = try hex()
        guard (0xDC00..<0xE000).contains(low) else { throw problem("JSON 的 \\u 不成字符") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw problem("JSON 的 \\u 不成字符") }
      return Character(scalar)
    default: throw problem("JSON 的转义看不懂")
    }
  }

  private mutating func hex() throws(Problem) -> UInt32 {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw problem("JSON 的 \\u 后面要有四位十六进制数") }
    index += 4
    return code
  }
}
