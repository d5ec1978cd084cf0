import Domain

/// Takes CSV (RFC 4180, and what spreadsheets make of it) apart into one record at a time.
struct CSVRecord {
  private enum State { case start, plain, quoted, quoteInQuoted }

  let delimiter: UInt8
  private let limits: SheetLimits
  /// The fields' bytes, one after the other; `ends` says where each stops.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []
  /// The record has more columns than there may be; those beyond are not kept.
  private(set) var hasTooManyColumns = false
  /// From 1.
  private(set) var number = 1
  private var state = State.start
  private var skipsLineFeed = false

  init(delimiter: UInt8, limits: SheetLimits) {
    self.delimiter = delimiter
    self.limits = limits
  }

  /// Reads on from `start`; answers where it stopped and whether the record is complete.
  mutating func consume(_ chunk: UnsafeBufferPointer<UInt8>, from start: Int) throws -> (next: Int, complete: Bool) {
    var position = start
    if skipsLineFeed, position < chunk.count {
      skipsLineFeed = false
      if chunk[position] == UInt8(ascii: "\n") { position += 1 }
    }
    while position < chunk.count {
      if state == .quoted {
        position = try takeQuoted(chunk, position)
        continue
      }
      let byte = chunk[position]
      if byte == delimiter {
        endField()
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        endField()
        skipsLineFeed = byte == UInt8(ascii: "\r")
        return (position + 1, true)
      } else if byte == UInt8(ascii: "\""), state != .plain {
        if state == .quoteInQuoted { try append(chunk[position...position]) }
        state = .quoted
      } else {
        position = try takePlain(chunk, position)
        continue
      }
      position += 1
    }
    return (position, false)
  }

  /// The last record when no line end follows it; false when there is none.
  mutating func finish() throws -> Bool {
    if state == .quoted {
      throw Problem.sheet("unterminated_quote", "第 \(number) 行第 \(ends.count + 1) 列的引号没有闭合")
    }
    guard state != .start || !ends.isEmpty else { return false }
    endField()
    return true
  }

  /// Forgets the record and begins the next.
  mutating func advance() throws {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hasTooManyColumns = false
    number += 1
    guard number <= limits.rows + 1 else { throw Problem.tooManyRows(limit: limits.rows) }
  }

  private mutating func takePlain(_ chunk: UnsafeBufferPointer<UInt8>, _ start: Int) throws -> Int {
    var end = start
    while end < chunk.count {
      let byte = chunk[end]
      if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      end += 1
    }
    try append(chunk[start..<end])
    state = .plain
    return end
  }

  private mutating func takeQuoted(_ chunk: UnsafeBufferPointer<UInt8>, _ start: Int) throws -> Int {
    var end = start
    while end < chunk.count, chunk[end] != UInt8(ascii: "\"") { end += 1 }
    try append(chunk[start..<end])
    guard end < chunk.count else { return end }
    state = .quoteInQuoted
    return end + 1
  }

  private mutating func append(_ run: Slice<UnsafeBufferPointer<UInt8>>) throws {
    guard !hasTooManyColumns else { return }
    guard bytes.count - (ends.last ?? 0) + run.count <= limits.cellBytes else {
      let hint = state == .quoted ? "(引号可能没有闭合)" : ""
      throw Problem.cellTooLong(row: number, column: ends.count + 1, limit: limits.cellBytes, hint: hint)
    }
    guard bytes.count + run.count <= limits.rowBytes else {
      throw Problem.rowTooLong(row: number, limit: limits.rowBytes)
    }
    bytes.append(contentsOf: run)
  }

  private mutating func endField() {
    state = .start
    if ends.count < limits.columns { ends.append(bytes.count) } else { hasTooManyColumns = true }
  }
}
