import Foundation

/// Cells merged downwards. A household's address stands once beside three people: it is meant for all three rows.
///
/// Only the first column of a merge is filled, and only in rows that have something of their own. Merges to the right are
/// remembered for the first rows, where they group the columns of a header.
struct MergedCells {
  private struct Merge {
    var column: Int
    var rows: ClosedRange<Int>
  }

  private static let limit = 200_000
  private static let opening = Array("mergeCell ref=\"".utf8)
  /// `XFD1048576:XFD1048576"` and some.
  private static let longest = 32
  /// Those to come, the next one last.
  private var waiting: [Merge] = []
  private var widths: [Int: [Int: Int]] = [:]
  private static let headerRows = 60
  private var active: [(merge: Merge, value: Cell)] = []

  /// Looks through a worksheet. The list of merges stands behind the rows, so the sheet is unpacked twice; looking for a few
  /// bytes is far cheaper than parsing.
  init(_ part: ArchivePart) throws {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var window: [UInt8] = []
    while case let count = try part.read(into: &buffer), count > 0 {
      window += buffer[..<count]
      let done = collect(window)
      window.removeFirst(max(done, window.count - MergedCells.opening.count - MergedCells.longest))
    }
    _ = collect(window + [UInt8](repeating: 0, count: MergedCells.longest))
    waiting.sort { $0.rows.lowerBound > $1.rows.lowerBound }
  }

  /// Fills what is merged into this row from above, and remembers what it begins.
  mutating func fill(_ row: inout Row) {
    guard !waiting.isEmpty || !active.isEmpty else { return }
    active.removeAll { $0.merge.rows.upperBound < row.number }
    for (merge, value) in active where row[merge.column] == .empty {
      while row.cells.count <= merge.column { row.cells.append(.empty) }
      row.cells[merge.column] = value
    }
    while let merge = waiting.last, merge.rows.lowerBound <= row.number {
      waiting.removeLast()
      let value = row[merge.column]
      guard merge.rows.lowerBound == row.number, value != .empty else { continue }
      // One a column, or a file of nothing but overlapping merges would cost the square of its size.
      active.removeAll { $0.merge.column == merge.column }
      active.append((merge, value))
    }
  }

  /// Takes in the references that stand complete in `window`; answers where the last one ended.
  private mutating func collect(_ window: [UInt8]) -> Int {
    window.withUnsafeBytes { bytes in
      var position = 0
      while let base = bytes.baseAddress, position < bytes.count,
        let letter = memchr(base + position, Int32(MergedCells.opening[0]), bytes.count - position)
      {
        let start = UnsafeRawPointer(letter) - base + MergedCells.opening.count
        guard start + MergedCells.longest <= bytes.count else { break }
        position = UnsafeRawPointer(letter) - base + 1
        guard memcmp(letter, MergedCells.opening, MergedCells.opening.count) == 0 else { continue }
        let reference = bytes[start..<(start + MergedCells.longest)].prefix { $0 != UInt8(ascii: "\"") }
        if let found = MergedCells.merge(Array(reference)) {
          if found.merge.rows.count > 1, waiting.count < MergedCells.limit { waiting.append(found.merge) }
          if found.width > 1, found.merge.rows.lowerBound <= MergedCells.headerRows {
            widths[found.merge.rows.lowerBound, default: [:]][found.merge.column] = found.width
          }
        }
        position = start
      }
      return position
    }
  }

  /// The merges to the right that begin in a row of the first sixty.
  func spans(of row: Int) -> [Int: Int] { row <= MergedCells.headerRows ? widths[row] ?? [:] : [:] }

  /// Reads `A2:B4`.
  private static func merge(_ reference: [UInt8]) -> (merge: Merge, width: Int)? {
    let corners = reference.split(separator: UInt8(ascii: ":")).map { corner -> (column: Int, row: Int) in
      let letters = corner.prefix { $0 >= 65 && $0 <= 90 }
      let column = letters.prefix(4).reduce(0) { $0 * 26 + Int($1) - 64 } - 1
      return (column, Int(String(decoding: corner.dropFirst(letters.count), as: UTF8.self)) ?? 0)
    }
    guard corners.count == 2, corners[0].column >= 0, corners[0].row > 0, corners[1].row >= corners[0].row else {
      return nil
    }
    let merge = Merge(column: corners[0].column, rows: corners[0].row...corners[1].row)
    return (merge, corners[1].column - corners[0].column + 1)
  }
}
