import Identity
import Kernel

/// A value of a frozen row.
package enum FrozenValue: Sendable, Hashable {
  case null
  case number(Double)
  case text(String)
  case texts([String])
}

/// A frozen row.
package struct FrozenRow: Sendable, Hashable {
  package let subject: UInt32
  package let committee: UInt32?
  package let grid: UInt32?
  package let cells: [FrozenValue]

  /// Whether it lies in one of these committees and grids; nil is everywhere.
  package func lies(in scope: Set<UInt32>?) -> Bool {
    guard let scope else { return true }
    return committee.map(scope.contains) == true || grid.map(scope.contains) == true
  }
}

/// Reads the rows of a chunk, `[[subject, committee, grid, [cells]], …]`, as this program wrote them.
///
/// A run of a million rows is read back in seconds, which `JSONReader`, made for what comes from outside, does not do.
package struct FrozenRows: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var index = 1

  package init(_ text: String) { self.init(Array(text.utf8)) }
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package mutating func next() -> FrozenRow? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "[") else { return nil }
    index += 1
    let (subject, committee, grid) = (identifier(), identifier(), identifier())
    var cells: [FrozenValue] = []
    cells.reserveCapacity(16)
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
      cells.append(value())
      skipComma()
    }
    // The ends of the cells and of the row, and the comma to the next row or the end of all.
    index += 3
    return FrozenRow(subject: subject ?? 0, committee: committee, grid: grid, cells: cells)
  }

  /// A row's id or null, and the comma behind it.
  private mutating func identifier() -> UInt32? {
    guard index < bytes.count, bytes[index] != UInt8(ascii: "n") else {
      index += 5
      return nil
    }
    var number: UInt32 = 0
    while index < bytes.count, (48...57).contains(bytes[index]) {
      number = number &* 10 &+ UInt32(bytes[index] - 48)
      index += 1
    }
    index += 1
    return number
  }

  private mutating func skipComma() {
    if index < bytes.count, bytes[index] == UInt8(ascii: ",") { index += 1 }
  }

  private mutating func value() -> FrozenValue {
    switch bytes[index] {
    case UInt8(ascii: "n"):
      index += 4
      return .null
    case UInt8(ascii: "t"):
      index += 4
      return .number(1)
    case UInt8(ascii: "f"):
      index += 5
      return .number(0)
    case UInt8(ascii: "\""): return .text(Masking.coarser(string()))
    case UInt8(ascii: "["):
      index += 1
      var texts: [String] = []
      while index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        texts.append(string())
        skipComma()
      }
      index += 1
      return .texts(texts)
    default: return number()
    }
  }

  private mutating func number() -> FrozenValue {
    let start = index
    var whole = 0
    while index < bytes.count, (48...57).contains(bytes[index]), index - start < 15 {
      whole = whole * 10 + Int(bytes[index] - 48)
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "]") {
      return .number(Double(whole))
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != UInt8(ascii: "]") { index += 1 }
    return Double(String(decoding: bytes[start..<index], as: UTF8.self)).map { .number($0) } ?? .null
  }

  private mutating func string() -> String {
    let start = index + 1
    var end = start
    var isPlain = true
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      if bytes[end] == UInt8(ascii: "\\") {
        isPlain = false
        end += 1
      }
      end += 1
    }
    index = end + 1
    if isPlain { return String(decoding: bytes[start..<end], as: UTF8.self) }
    guard case .string(let text)? = try? JSONReader.read(Array(bytes[(start - 1)...end])) else { return "" }
    return text
  }
}
