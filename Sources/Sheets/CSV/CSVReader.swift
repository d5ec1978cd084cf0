import Domain

/// Reads CSV: UTF-8, UTF-16 with mark, or GB18030; comma, semicolon or tab; every kind of line end.
///
/// All cells are text. A row with more columns than the header has comes with a fault, for its cells have shifted.
final class CSVReader: RowSource {
  private let text: TextStream
  private let limits: SheetLimits
  private var record: CSVRecord
  private var chunk: [UInt8] = []
  private var position = 0
  private var atEnd = false
  /// Columns of the header: of the first row with more than one cell filled (a title may stand above it).
  private var width: Int?
  private var widest = 0

  init(source: ByteSource, limits: SheetLimits) throws {
    self.limits = limits
    text = try TextStream(source, TextEncoding.detect(source))
    atEnd = try !text.read(into: &chunk)
    record = CSVRecord(delimiter: CSVDelimiter.guess(chunk), limits: limits)
  }

  func next() throws -> Row? {
    do {
      while try nextRecord() {
        let row = try makeRow()
        try record.advance()
        if let row { return row }
      }
      return nil
    } catch {
      stop()
      throw error
    }
  }

  private func stop() {
    (atEnd, chunk, position) = (true, [], 0)
    record = CSVRecord(delimiter: record.delimiter, limits: limits)
  }

  private func nextRecord() throws -> Bool {
    while !atEnd {
      let (next, complete) = try chunk.withUnsafeBufferPointer { try record.consume($0, from: position) }
      position = next
      if complete { return true }
      atEnd = try !text.read(into: &chunk)
      position = 0
      if atEnd { return try record.finish() }
    }
    return false
  }

  /// Nil when the record is blank.
  private func makeRow() throws -> Row? {
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
    return Row(number: record.number, cells: cells, fault: try fault(columns: last, filled: filled))
  }

  private func fault(columns: Int, filled: Int) throws -> String? {
    if let width {
      if record.hasTooManyColumns { return "第 \(record.number) 行超过 \(limits.columns) 列,表头只有 \(width) 列" }
      return columns > width ? "第 \(record.number) 行有 \(columns) 列,表头只有 \(width) 列,可能有没加引号的逗号" : nil
    }
    if record.hasTooManyColumns {
      throw Problem.sheet("too_many_columns", "第 \(record.number) 行超过 \(limits.columns) 列")
    }
    widest = max(widest, record.ends.count)
    if filled > 1 { width = widest }
    return nil
  }
}
