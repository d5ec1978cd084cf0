import Kernel

/// Takes CSV (RFC 4180, and what spreadsheets make of it) apart into one record at a time.
struct CSVRecord {
  private enum State { case start, plain, quoted, quoteInQuoted }

  /// What a line on which a quoted field goes on looks like.
  struct Continuation {
    /// Delimiters within the quotes: a line that has as many as a row has is a row.
    var delimiters = 0
    /// Something else than a delimiter or the line's end follows the closing quote.
    var hasTail = false
  }

  let delimiter: UInt8
  private let limits: SheetLimits
  /// The fields' bytes, one after the other; `ends` says where each stops.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []
  /// The record has more columns than there may be; those beyond are not kept.
  private(set) var hasTooManyColumns = false
  /// From 1.
  var number = 1
  private var state = State.start

  init(delimiter: UInt8, limits: SheetLimits) {
    self.delimiter = delimiter
    self.limits = limits
  }

  /// Whether a quoted field waits for its end.
  var isOpen: Bool { state == .quoted }
  /// The column, from 0, that is being read.
  var column: Int { ends.count }
  /// How many bytes the open field has so far.
  var openBytes: Int { bytes.count - (ends.last ?? 0) }

  /// Takes a line. The record is complete unless it `isOpen` afterwards; then the line's end is part of the field.
  mutating func take(_ line: TextLine) throws -> Continuation {
    var continuation = Continuation()
    let wasOpen = state == .quoted
    try line.bytes.withUnsafeBufferPointer { chunk in
      var position = 0
      if wasOpen {
        position = try takeQuoted(chunk, 0, &continuation)
        if position < chunk.count, chunk[position] != delimiter { continuation.hasTail = true }
      }
      while position < chunk.count { position = try step(chunk, position) }
    }
    if state == .quoted {
      try line.end.withUnsafeBufferPointer { try append($0[...]) }
    } else {
      endField()
    }
    return continuation
  }

  /// Takes a line whose quote in `column` has no fellow: the quote is left out, and the rest is plain.
  mutating func takePlainly(_ line: TextLine, from column: Int) throws {
    try line.bytes.withUnsafeBufferPointer { chunk in
      var position = 0
      while position < chunk.count {
        if ends.count >= column, state == .start, chunk[position] == UInt8(ascii: "\"") {
          position = try takePlain(chunk, position + 1)
        } else {
          position = try step(chunk, position)
        }
      }
    }
    endField()
  }

  /// Forgets the record and begins the next.
  mutating func advance() throws {
    clear()
    number += 1
    guard number <= limits.rows + 1 else { throw Problem.tooManyRows(limit: limits.rows) }
  }

  /// Forgets what has been taken of this record.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hasTooManyColumns = false
    state = .start
  }

  private mutating func step(_ chunk: UnsafeBufferPointer<UInt8>, _ position: Int) throws -> Int {
    if state == .quoted {
      var ignored = Continuation()
      return try takeQuoted(chunk, position, &ignored)
    }
    let byte = chunk[position]
    if byte == delimiter {
      endField()
    } else if byte == UInt8(ascii: "\""), state != .plain {
      if state == .quoteInQuoted { try append(chunk[position...position]) }
      state = .quoted
    } else {
      return try takePlain(chunk, position)
    }
    return position + 1
  }

  private mutating func takePlain(_ chunk: UnsafeBufferPointer<UInt8>, _ start: Int) throws -> Int {
    let end = chunk[start...].firstIndex(of: delimiter) ?? chunk.count
    try append(chunk[start..<end])
    state = .plain
    return end
  }

  /// Up to the closing quote and over the doubled ones that are none.
  private mutating func takeQuoted(
    _ chunk: UnsafeBufferPointer<UInt8>, _ start: Int, _ continuation: inout Continuation
  ) throws -> Int {
    var position = start
    while position < chunk.count {
      let end = chunk[position...].firstIndex(of: UInt8(ascii: "\"")) ?? chunk.count
      continuation.delimiters += chunk[position..<end].count { $0 == delimiter }
      try append(chunk[position..<end])
      guard end < chunk.count else { return end }
      guard end + 1 < chunk.count, chunk[end + 1] == UInt8(ascii: "\"") else {
        state = .quoteInQuoted
        return end + 1
      }
      try append(chunk[end...end])
      position = end + 2
    }
    return position
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
