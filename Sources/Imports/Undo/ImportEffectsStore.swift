import Foundation
import GRDB
import Kernel
import Storage

/// How far the taking back of a roster is.
package struct ImportUndoState: Sendable, Equatable {
  package enum State: String, Sendable, Codable { case running, done, stopped }
  package let state: State
  /// Rows before this one are still to be gone through.
  let next: Int
  package let undone: Int
  /// As whom: the rights and areas at the time it was asked for.
  let scope: ImportScope
  let callerID: Int64?
  package let callerName: String
  package let askedAt: String
  package let doneAt: String?

  var caller: Caller { scope.caller(id: callerID, name: callerName) }
}

/// A row that could not be taken back.
package struct HeldImportRow: Sendable, Equatable {
  package let n: Int
  package let obstacle: UndoObstacle
}

extension Writer {
  /// Keeps what a row has written.
  func keepEffects(import id: Int64, n: Int, _ effects: ImportEffects) throws {
    let place = SealedPlace("import_effects", "sealed", key: "\(id)/\(n)")
    try execute(
      "INSERT OR REPLACE INTO import_effects (import_id, n, sealed) VALUES (?, ?, ?)",
      [id, n, try keys.seal(StoredJSON.text(effects), at: place)])
  }

  /// The row is as if it had never been.
  func markUndone(import id: Int64, n: Int) throws {
    try execute("UPDATE import_effects SET sealed = NULL, held_by = NULL WHERE import_id = ? AND n = ?", [id, n])
    try execute("UPDATE import_rows SET subject_id = NULL WHERE import_id = ? AND n = ?", [id, n])
  }

  func markHeld(import id: Int64, n: Int, _ obstacle: UndoObstacle) throws {
    try execute("UPDATE import_effects SET held_by = ? WHERE import_id = ? AND n = ?", [obstacle.rawValue, id, n])
  }

  /// Begins, or begins once more with what stayed, as this caller.
  func beginUndo(import id: Int64, as caller: Caller) throws {
    try execute(
      """
      INSERT INTO import_effects (import_id, n, held_by)
      SELECT r.import_id, r.n, ? FROM import_rows r
      WHERE r.import_id = ? AND r.applied = 1 AND r.status IN ('create', 'update')
        AND NOT EXISTS (SELECT 1 FROM import_effects e WHERE e.import_id = r.import_id AND e.n = r.n)
      """, [UndoObstacle.notRecorded.rawValue, id])
    try execute(
      """
      INSERT INTO import_undos (import_id, state, next_n, scope, caller_id, caller, asked_at)
      VALUES (?1, 'running', ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (import_id) DO UPDATE SET state = 'running', next_n = ?2, scope = ?3, caller_id = ?4, caller = ?5,
        asked_at = ?6, done_at = NULL
      """,
      [
        id, Int64(Int32.max), try StoredJSON.text(ImportScope(caller)), caller.id, caller.name, now.description,
      ])
    try recordChange(.imports, id, .update)
  }

  /// How far it has come.
  func advanceUndo(import id: Int64, next: Int, undone: Int) throws {
    try execute("UPDATE import_undos SET next_n = ?, undone = undone + ? WHERE import_id = ?", [next, undone, id])
  }

  func endUndo(import id: Int64, _ state: ImportUndoState.State) throws {
    try execute(
      "UPDATE import_undos SET state = ?, done_at = ? WHERE import_id = ? AND state = 'running'",
      [state.rawValue, now.description, id])
    try recordChange(.imports, id, .update)
  }
}

extension Reader {
  /// nil where nobody has asked for it.
  package func importUndo(_ id: Int64) throws -> ImportUndoState? {
    let found = try row(
      "import_undos",
      """
      SELECT import_id AS id, state, next_n, undone, scope, caller_id, caller, asked_at, done_at FROM import_undos
      WHERE import_id = ?
      """, [id])
    return try found.map { row in
      ImportUndoState(
        state: try row["state"], next: try row["next_n"], undone: try row["undone"],
        scope: try StoredJSON.value(ImportScope.self, try row["scope"] as String), callerID: try row["caller_id"],
        callerName: try row["caller"], askedAt: try row["asked_at"], doneAt: try row["done_at"])
    }
  }

  /// Those that a crash, or an end of the process, has left under way.
  package func unfinishedUndos() throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT import_id FROM import_undos WHERE state = 'running' ORDER BY import_id")
  }

  /// How many rows can still be tried.
  func recordedEffects(_ id: Int64) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM import_effects WHERE import_id = ? AND sealed IS NOT NULL"),
      arguments: [id]) ?? 0
  }

  /// Whether a row of the import has changed anything that was not kept.
  func hasUnrecordedEffects(_ id: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM import_rows WHERE import_id = ? AND applied = 1 AND status IN ('create', 'update'))
          """), arguments: [id]) ?? false
  }

  /// What rows before `n` have written and is not taken back, the last first.
  func importEffects(_ id: Int64, before n: Int, limit: Int) throws -> [(n: Int, effects: ImportEffects)] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT n, sealed FROM import_effects WHERE import_id = ? AND n < ? AND sealed IS NOT NULL
          ORDER BY n DESC LIMIT ?
          """), arguments: [id, n, limit])
    var found: [(Int, ImportEffects)] = []
    while let row = try rows.next() {
      let n: Int = try row.value(0)
      let text = try keys.openText(
        row.value(1) as Data, at: SealedPlace("import_effects", "sealed", key: "\(id)/\(n)"))
      found.append((n, try StoredJSON.value(ImportEffects.self, text)))
    }
    return found
  }

  /// The first rows that could not be taken back, and how many there are.
  package func heldRows(_ id: Int64, limit: Int) throws -> (rows: [HeldImportRow], count: Int) {
    let count =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM import_effects WHERE import_id = ? AND held_by IS NOT NULL"),
        arguments: [id]) ?? 0
    guard count > 0 else { return ([], 0) }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT n, held_by FROM import_effects WHERE import_id = ? AND held_by IS NOT NULL ORDER BY n LIMIT ?
          """), arguments: [id, limit])
    return (
      try rows.map { try HeldImportRow(n: $0.value(0), obstacle: $0.word(1, in: "import_effects")) }, count
    )
  }
}
