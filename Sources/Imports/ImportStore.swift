import Foundation
import GRDB
import Kernel
import Storage

extension Reader {
  package func importJob(_ id: Int64) throws -> ImportJob? {
    try Row.fetchOne(db.cachedStatement(sql: Self.jobColumns + " WHERE id = ?"), arguments: [id]).map(Self.job)
  }

  /// The newest imports before `id` (nil: from the newest on).
  package func importJobs(before id: Int64? = nil, limit: Int) throws -> [ImportJob] {
    try Row.fetchAll(
      db, sql: Self.jobColumns + " WHERE id < ? ORDER BY id DESC LIMIT ?", arguments: [id ?? Int64.max, limit]
    ).map(Self.job)
  }

  /// Those that a crash, or an end of the process, has left under way.
  package func unfinishedImports() throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM imports WHERE state IN ('reading', 'matching', 'applying') ORDER BY id")
  }

  /// Whose an import is, and whether it takes minutes rather than seconds; nil for none.
  func importWeight(_ id: Int64) throws -> (caller: Int64?, isLarge: Bool)? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT caller_id, rows_read, (
              SELECT coalesce(sum(length(sealed)), 0) FROM import_chunks c WHERE c.import_id = i.id)
            FROM imports i WHERE i.id = ?
            """), arguments: [id])
    else { return nil }
    return try (row.value(0), (row.value(1) as Int) > 5_000 || (row.value(2) as Int) > 500_000)
  }

  /// The file as it came.
  package func importFile(_ id: Int64) throws -> Data {
    var file = Data()
    let chunks = try Row.fetchCursor(
      db, sql: "SELECT sealed, n FROM import_chunks WHERE import_id = ? ORDER BY n", arguments: [id])
    while let row = try chunks.next() {
      file.append(
        try keys.open(row.value(0), at: SealedPlace("import_chunks", "sealed", key: "\(id)/\(row.value(1) as Int)")))
    }
    return file
  }

  /// Whether the file is still kept.
  func hasFile(_ id: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM import_chunks WHERE import_id = ?)"), arguments: [id])
      ?? false
  }

  package func importCounts(_ id: Int64) throws -> ImportCounts {
    var counts = ImportCounts()
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT status, count(*) FROM import_rows WHERE import_id = ? GROUP BY status"),
      arguments: [id])
    while let row = try rows.next() { try counts.add(row.word(0, in: "imports") as ImportRowStatus, row.value(1)) }
    return counts
  }

  /// Rows after `n` in the order of the file, opened; with statuses, those only.
  package func importRows(
    _ id: Int64, after n: Int, statuses: [ImportRowStatus] = [], unappliedOnly: Bool = false, limit: Int
  ) throws -> [StagedRow] {
    let wanted = "[" + statuses.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT n, status, applied, sealed, subject_id, candidates, reasons, decision FROM import_rows
          WHERE import_id = ? AND n > ? AND (? OR status IN (SELECT value FROM json_each(?))) AND (? OR applied = 0)
          ORDER BY n LIMIT ?
          """), arguments: [id, n, statuses.isEmpty, wanted, !unappliedOnly, limit])
    var staged: [StagedRow] = []
    while let row = try rows.next() { staged.append(try stagedRow(row, of: id)) }
    return staged
  }

  /// Why rows are as they are, the most frequent reason first.
  package func importReasons(_ id: Int64) throws -> [ImportReasonCount] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT json_extract(j.value, '$.code'), json_extract(j.value, '$.column'), min(json_extract(j.value, '$.detail')),
            r.status, count(*), min(r.n)
          FROM import_rows r, json_each(r.reasons) j WHERE r.import_id = ? AND r.reasons <> '[]'
          GROUP BY 1, 2, 4 ORDER BY 5 DESC, 6 LIMIT 100
          """), arguments: [id]
    ).map {
      try ImportReasonCount(
        code: $0.value(0), column: $0.value(1), detail: $0.value(2),
        status: ImportRowStatus(rawValue: $0.value(3)) ?? .pending, count: $0.value(4),
        firstRow: $0.value(5))
    }
  }

  package func importRow(_ id: Int64, n: Int) throws -> StagedRow? {
    try importRows(id, after: n - 1, limit: 1).first.flatMap { $0.n == n ? $0 : nil }
  }

  /// Whether a row of the import has been applied to this subject already.
  package func hasApplied(import id: Int64, to subject: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM import_rows INDEXED BY import_rows_subject
            WHERE import_id = ? AND subject_id = ? AND applied = 1)
          """), arguments: [id, subject]) ?? false
  }

  private func stagedRow(_ row: Row, of id: Int64) throws -> StagedRow {
    let place = try SealedPlace("import_rows", "sealed", key: "\(id)/\(row.value(0) as Int)")
    let (cells, notes, fault) = ImportJSON.cells(try keys.open(row.value(3), at: place))
    let (candidates, reasons): (String, String) = try (row.value(5), row.value(6))
    return try StagedRow(
      n: row.value(0), status: try row.word(1, in: "imports") as ImportRowStatus, applied: row.value(2), cells: cells,
      notes: notes,
      fault: fault,
      subjectID: row.value(4), candidates: candidates == "[]" ? [] : try ImportJSON.value([Int64].self, candidates),
      reasons: reasons == "[]" ? [] : try ImportJSON.value([RowReason].self, reasons),
      decision: try (row.value(7) as String?).map { try ImportJSON.value(RowDecision.self, $0) })
  }

  private static let jobColumns = """
    SELECT id, subject, state, file_name, area_id, dry_run, auto_apply, headers, mapping, source, as_of, caller_id,
      caller, scope, problem, rows_read, made_at, updated_at, sheet, layout FROM imports
    """

  private static func job(_ row: Row) throws -> ImportJob {
    let scope = try ImportJSON.value(ImportScope.self, row.value(13))
    let caller = try scope.caller(id: row.value(11), name: row.value(12))
    return try ImportJob(
      id: row.value(0), subject: try row.word(1, in: "imports") as ImportSubject,
      state: try row.word(2, in: "imports") as ImportState,
      fileName: row.value(3), area: row.value(4), dryRun: row.value(5), autoApply: row.value(6),
      headers: try ImportJSON.value([String].self, row.value(7)),
      mapping: try ImportJSON.value([String: String].self, row.value(8)), source: row.value(9),
      sheet: row.value(18),
      layout: row.value(19) == "{}" ? ImportLayout() : try ImportJSON.value(ImportLayout.self, row.value(19)),
      asOf: try row.mustDay(10, in: "imports"), caller: caller, scope: scope, problem: row.value(14),
      rowsRead: row.value(15),
      madeAt: row.value(16), updatedAt: row.value(17))
  }
}
