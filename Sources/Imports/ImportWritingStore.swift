import Crypto
import Foundation
import GRDB
import Kernel
import Storage

extension Writer {
  /// Puts a roster into the list, in state `reading`, and keeps its file, sealed in pieces of 1 MB.
  package func insertImport(_ job: ImportJob, file: Data) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO imports (subject, state, file_name, file_hash, area_id, dry_run, auto_apply, mapping, source, sheet,
        scope, as_of, caller_id, caller, made_at, updated_at)
        VALUES (?, 'reading', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        job.subject.rawValue, shown(job.fileName), Data(SHA256.hash(data: file)), job.area, job.dryRun, job.autoApply,
        try ImportJSON.text(job.mapping), job.source, job.sheet, try ImportJSON.text(job.scope), job.asOf.description,
        job.callerID, job.callerName, now.description, now.description,
      ])
    try recordChange(.imports, id, .create)
    try insertChunks(import: id, file)
    return id
  }

  private func insertChunks(import id: Int64, _ file: Data) throws {
    let size = 1 << 20
    for (n, start) in stride(from: 0, to: file.count, by: size).enumerated() {
      try execute(
        "INSERT INTO import_chunks (import_id, n, sealed) VALUES (?, ?, ?)",
        [
          id, n,
          try keys.seal(
            file.dropFirst(start).prefix(size), at: SealedPlace("import_chunks", "sealed", key: "\(id)/\(n)")),
        ])
    }
  }

  package func deleteChunks(import id: Int64) throws {
    try execute("DELETE FROM import_chunks WHERE import_id = ?", [id])
  }

  /// Moves the import on; refuses when it is no longer where the caller thinks.
  package func setState(import id: Int64, from: ImportState, to state: ImportState, problem: String? = nil) throws {
    try execute(
      "UPDATE imports SET state = ?, problem = ?, updated_at = ? WHERE id = ? AND state = ?",
      [state.rawValue, problem, now.description, id, from.rawValue])
    guard db.changesCount > 0 else {
      throw Problem(.conflict, "import_moved_on", "该导入的状态已改变，请刷新后再试。")
    }
    try recordChange(.imports, id, .update)
  }

  /// From now on the rows are applied with the rights of this caller.
  package func hand(import id: Int64, to caller: Caller) throws {
    try execute(
      "UPDATE imports SET scope = ?, caller_id = ?, caller = ? WHERE id = ?",
      [try ImportJSON.text(ImportScope(caller)), caller.id, caller.name, id])
  }

  /// Keeps which sheet is read and what its header turned out to mean.
  package func setColumns(
    import id: Int64, _ map: ColumnMap, source: String, sheet: String, layout: ImportLayout
  ) throws {
    try execute(
      "UPDATE imports SET headers = ?, mapping = ?, source = ?, sheet = ?, layout = ?, updated_at = ? WHERE id = ?",
      [
        try ImportJSON.text(map.headers.map(shown)), try ImportJSON.text(shown(map.mapping)), source, sheet,
        try ImportJSON.text(layout),
        now.description, id,
      ])
  }

  /// Keeps what is in a file in which no roster was found.
  package func setSurvey(import id: Int64, _ layout: ImportLayout, _ map: ColumnMap?) throws {
    try execute("UPDATE imports SET layout = ? WHERE id = ?", [try ImportJSON.text(layout), id])
    guard let map else { return }
    try execute(
      "UPDATE imports SET headers = ?, mapping = ? WHERE id = ?",
      [try ImportJSON.text(map.headers.map(shown)), try ImportJSON.text(shown(map.mapping)), id])
  }

  /// Lets go of files that nobody has used again since.
  package func deleteFiles(keptBefore moment: Instant) throws {
    try execute(
      """
      DELETE FROM import_chunks WHERE import_id IN
        (SELECT id FROM imports WHERE state IN ('done', 'failed') AND updated_at < ?)
      """, [moment.description])
  }

  /// A file without a header has somebody's row in its place.
  private func shown(_ mapping: [String: String]) -> [String: String] {
    Dictionary(mapping.map { (shown($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Appends rows, sealed, and remembers how far the file has been read and what was left out on the way: all or nothing.
  package func stage(import id: Int64, _ rows: [StagedRow], _ layout: ImportLayout) throws {
    for row in rows {
      try execute(
        "INSERT INTO import_rows (import_id, n, status, sealed) VALUES (?, ?, 'pending', ?)",
        [
          id, row.n,
          try keys.seal(ImportJSON.packed(row), at: SealedPlace("import_rows", "sealed", key: "\(id)/\(row.n)")),
        ])
    }
    try execute(
      "UPDATE imports SET rows_read = coalesce(?, rows_read), layout = ?, updated_at = ? WHERE id = ?",
      [rows.last?.n, try ImportJSON.text(layout), now.description, id])
  }

  /// Writes what was decided about a row.
  package func settle(import id: Int64, n: Int, _ outcome: RowOutcome, applied: Bool) throws {
    try execute(
      """
      UPDATE import_rows SET status = ?, applied = ?, subject_id = ?, candidates = ?, reasons = ?
      WHERE import_id = ? AND n = ?
      """,
      [
        outcome.status.rawValue, applied, outcome.subjectID.flatMap { $0 > 0 ? $0 : nil },
        outcome.candidates.isEmpty ? "[]" : Reader.list(outcome.candidates),
        outcome.reasons.isEmpty ? "[]" : try ImportJSON.text(outcome.reasons), id, n,
      ])
  }

  /// Keeps a person's decision about a row; it is carried out when the import is applied.
  package func decide(import id: Int64, n: Int, _ decision: RowDecision, status: ImportRowStatus) throws {
    try execute(
      "UPDATE import_rows SET decision = ?, status = ? WHERE import_id = ? AND n = ? AND applied = 0",
      [try ImportJSON.text(decision), status.rawValue, id, n])
    guard db.changesCount > 0 else { throw Problem(.conflict, "row_applied", "该行已经导入，不能再改。") }
  }

  /// Puts what a person has corrected in the place of a row's cells, sealed; it is open again.
  package func correct(import id: Int64, _ row: StagedRow) throws {
    try execute(
      """
      UPDATE import_rows SET sealed = ?, decision = NULL, status = 'pending'
      WHERE import_id = ? AND n = ? AND applied = 0
      """,
      [
        try keys.seal(ImportJSON.packed(row), at: SealedPlace("import_rows", "sealed", key: "\(id)/\(row.n)")), id,
        row.n,
      ])
    guard db.changesCount > 0 else { throw Problem(.conflict, "row_applied", "该行已经导入，不能再改。") }
  }

  /// Forgets the rows that were not applied.
  package func deleteUnappliedRows(import id: Int64) throws {
    try execute("DELETE FROM import_rows WHERE import_id = ? AND applied = 0", [id])
  }
}
