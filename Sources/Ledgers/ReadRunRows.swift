import Foundation
import Kernel
import Platform
import Storage

/// A page of a finished run, masked as every list. Who: callers for whom the run exists; rows in their areas.
package enum ReadRunRows {
  package struct Answer: Sendable {
    package let view: RunView
    package let lines: [RunLine]
    /// Where the next page begins.
    package let next: String?
  }

  /// - Throws: `not_found`, `run_not_done`, `bad_cursor`.
  package static func run(
    _ run: Int64, cursor: String?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Answer {
    try caller.must(.read)
    let sight = try LedgerAccessPolicy(caller, app)
    let view = try await GetRun.done(run, sight, app)
    // Where a row stands among those of others would tell how many they are.
    let places = SealedCursor(for: "run rows|\(run)|\(caller.id ?? 0)|\(caller.name)", app.store.keys)
    let start = try cursor.map { text throws(Problem) in try place(places.open(text)) } ?? (0, 0)
    let (rows, marks) = try await app.store.read { [access = view.access, row = view.row] reader in
      try GetRun.requireRows(row, reader)
      let rows = try read(run, from: start, limit: limit + 1, access, reader)
      return (rows, try reader.marks(of: row, subjects: rows.map(\.row.subject)))
    }
    let noted = Dictionary(grouping: view.shown(marks)) { UInt32(truncatingIfNeeded: $0.subject) }
    let cells = RunMasking(columns: view.row.draft.columns)
    let lines = rows.prefix(limit).map { placed in
      RunLine(
        id: Int64(placed.row.subject), cells: cells.cells(placed.row), marks: noted[placed.row.subject] ?? [])
    }
    let next = rows.count > limit ? try rows.last.map { try places.close(Data("\($0.chunk).\($0.offset)".utf8)) } : nil
    return Answer(view: view, lines: lines, next: next)
  }

  /// Rows from a place on.
  private static func read(
    _ run: Int64, from start: (chunk: Int, offset: Int), limit: Int, _ access: RunAccess, _ reader: Reader
  ) throws -> [RunAccess.Placed] {
    var found: [RunAccess.Placed] = []
    var next = start.chunk
    while found.count < limit, let (chunk, rows) = try access.rows(of: run, from: next, limit: 1, reader).first {
      let from = chunk == start.chunk ? start.offset : 0
      found += rows.filter { $0.offset >= from }.prefix(limit - found.count)
      next = chunk + 1
    }
    return found
  }

  private static func place(_ plain: Data?) throws(Problem) -> (Int, Int) {
    let parts = String(decoding: plain ?? Data(), as: UTF8.self).split(separator: ".").map { UInt32($0) }
    guard parts.count == 2, let chunk = parts[0], let offset = parts[1] else {
      throw Problem(.invalid, "bad_cursor", "游标无效。", notes: [.init(.parameter("cursor"), "游标无效。")])
    }
    return (Int(chunk), Int(offset))
  }
}
