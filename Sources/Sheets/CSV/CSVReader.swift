import Kernel

/// Reads CSV: UTF-8, UTF-16 with mark, or GB18030; comma, semicolon or tab; every kind of line end.
///
/// All cells are text. A row with more columns than the file has comes with a fault, for its cells have shifted. A quote
/// without its fellow never swallows the rows behind it: where a quoted field runs over lines that are rows themselves,
/// the file is read on line by line, and the cell says so.
final class CSVReader: RowSource {
  private let lines: LineSource
  private let limits: SheetLimits
  private var record: CSVRecord
  private let width: Int?
  private var hasRows = false
  private static let opening = 30

  init(source: ByteSource, limits: SheetLimits) throws {
    self.limits = limits
    lines = LineSource(try TextStream(source, TextEncoding.detect(source)), limit: limits.rowBytes)
    let delimiter = CSVDelimiter(opening: try lines.opening(Self.opening))
    width = delimiter.width
    record = CSVRecord(delimiter: delimiter.byte, limits: limits)
  }

  func next() throws -> Row? {
    do {
      while let first = try lines.next() {
        let stray = try readRecord(first)
        let row = try makeRow(stray)
        try record.advance()
        if let row { return row }
      }
      return nil
    } catch {
      lines.stop()
      record = CSVRecord(delimiter: record.delimiter, limits: limits)
      throw error
    }
  }

  /// Reads the record that begins with this line; answers the column of a stray quote, if there was one.
  private func readRecord(_ first: TextLine) throws -> Int? {
    guard !first.isCut else { throw cut(first) }
    _ = try record.take(first)
    let column = record.column
    var taken: [TextLine] = []
    while record.isOpen, let line = try lines.next() {
      taken.append(line)
      // To look further would cost as much again for every quote; a cell of this size is refused in any file.
      guard !line.isCut, record.openBytes + line.bytes.count + 2 <= limits.cellBytes else {
        throw Problem.cellTooLong(
          row: record.number, column: column + 1, limit: limits.cellBytes, hint: ",可能有引号没有配对")
      }
      let said = try record.take(line)
      if said.hasTail || isRow(said) { return try readAgain(first, taken, column) }
    }
    return record.isOpen ? try readAgain(first, taken, column) : nil
  }

  /// A line that is too long is refused by its cell, if one cell is the reason.
  private func cut(_ line: TextLine) -> any Error {
    do {
      _ = try record.take(line)
    } catch {
      return error
    }
    return Problem.rowTooLong(row: record.number, limit: limits.rowBytes)
  }

  private func isRow(_ said: CSVRecord.Continuation) -> Bool {
    guard let width, width > 2 else { return false }
    return said.delimiters + 1 >= width
  }

  /// Only the first line is this record; those behind it are read by themselves.
  private func readAgain(_ first: TextLine, _ taken: [TextLine], _ column: Int) throws -> Int {
    lines.putBack(taken)
    record.clear()
    try record.takePlainly(first, from: column)
    return column
  }

  /// Nil when the record is blank.
  private func makeRow(_ stray: Int?) throws -> Row? {
    var cells: [Cell] = []
    cells.reserveCapacity(record.ends.count)
    var (start, filled, last) = (0, 0, 0)
    for end in record.ends {
      if end > start {
        cells.append(.text(CSVText.plain(record.bytes[start..<end])))
        filled += 1
        last = cells.count
      } else {
        cells.append(.empty)
      }
      start = end
    }
    guard filled > 0 || record.hasTooManyColumns else { return nil }
    cells.removeLast(cells.count - last)
    var row = Row(number: record.number, cells: cells, fault: try fault(columns: last))
    if let stray { row.notes[stray] = .strayQuote }
    hasRows = true
    return row
  }

  private func fault(columns: Int) throws -> String? {
    if record.hasTooManyColumns {
      guard hasRows else { throw Problem.sheet("too_many_columns", "第 \(record.number) 行超过 \(limits.columns) 列") }
      return "第 \(record.number) 行超过 \(limits.columns) 列" + (width.map { ",表头只有 \($0) 列" } ?? "")
    }
    guard let width, columns > width else { return nil }
    return "第 \(record.number) 行有 \(columns) 列,表头只有 \(width) 列,可能有没加引号的逗号"
  }
}
