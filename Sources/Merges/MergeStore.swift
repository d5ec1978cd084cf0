import Foundation
import GRDB
import Identity
import Kernel
import Platform
import Registry
import Storage

extension Writer {
  /// - Parameters:
  ///   - kept: who is kept, and where they have lived.
  ///   - gone: the same of the one who ends.
  func insertMerge(
    _ kept: (id: Int64, houses: [Int64]), _ gone: (id: Int64, houses: [Int64]), _ state: MergeState, by caller: Caller
  ) throws -> Int64 {
    let id = try nextID("merges")
    return try insert(
      """
      INSERT INTO merges (id, kept_id, gone_id, kept_name, gone_name, gone_houses, kept_houses, state_sealed, made_at,
        by_caller)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id, kept.id, gone.id, Masking.name(state.kept.name), Masking.name(state.gone.name), Reader.list(gone.houses),
        Reader.list(kept.houses),
        try keys.seal(StoredJSON.text(state), at: .merge(id)), now.description, caller.name,
      ])
  }

  /// nil where it has been undone.
  func mergeState(_ id: Int64) throws -> MergeState? {
    guard let row = try read.row("merges", "SELECT id, state_sealed FROM merges WHERE id = ?", [id]),
      let sealed: Data = try row["state_sealed"]
    else { return nil }
    return try StoredJSON.value(MergeState.self, keys.openText(sealed, at: .merge(id)))
  }

  /// Those of which nobody has built on, of merges that kept one of these.
  func openMerges(keeping people: [Int64]) throws -> [Int64] {
    let ids = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT m.id FROM json_each(?) j CROSS JOIN merges m ON m.kept_id = j.value
          WHERE m.undone_at IS NULL ORDER BY m.id
          """), arguments: [Reader.list(people)])
    return try ids.filter { id in
      guard let row = try read.merge(id), let state = try mergeState(id) else { return false }
      return try builtUpon(state, kept: row.kept) { _, _ in true }.isEmpty
    }
  }

  /// A merge that could be undone can be undone again, once another that had changed its rows is taken back.
  func renewMerge(_ id: Int64) throws {
    guard let row = try read.merge(id), var state = try mergeState(id) else { return }
    state.version = try read.person(row.kept)?.version ?? state.version
    state.moved = try state.moved.map { try asItStands($0) ?? $0 }
    state.stretched = try state.stretched.map { one in
      try asItStands(one.row).map { .init(row: $0, since: one.since, until: one.until) } ?? one
    }
    try execute(
      "UPDATE merges SET state_sealed = ? WHERE id = ?", [try keys.seal(StoredJSON.text(state), at: .merge(id)), id])
  }

  /// What it took to put both back is not needed any more, and held numbers.
  func endMerge(_ id: Int64, by caller: Caller) throws {
    try execute(
      "UPDATE merges SET state_sealed = NULL, undone_at = ?, undone_by = ? WHERE id = ?",
      [now.description, caller.name, id])
  }
}

extension SealedPlace {
  fileprivate static func merge(_ id: Int64) -> SealedPlace { SealedPlace("merges", "state_sealed", row: id) }
}

extension Reader {
  func merge(_ id: Int64) throws -> MergeRow? {
    try row("merges", Self.mergeColumns + " WHERE id = ?", [id]).map(Self.merge)
  }

  /// The latest first.
  func merges(before id: Int64?, limit: Int) throws -> [MergeRow] {
    try Row.fetchAll(
      db.cachedStatement(sql: Self.mergeColumns + " WHERE id < ? ORDER BY id DESC LIMIT ?"),
      arguments: [id ?? .max, limit]
    ).map { try Self.merge(StoredRow("merges", $0)) }
  }

  private static let mergeColumns =
    "SELECT id, kept_id, gone_id, kept_name, gone_name, gone_houses, kept_houses, made_at, by_caller, undone_at, undone_by FROM merges"

  private static func merge(_ row: StoredRow) throws -> MergeRow {
    MergeRow(
      id: try row["id"], kept: try row["kept_id"], gone: try row["gone_id"], keptName: try row["kept_name"],
      goneName: try row["gone_name"], goneHouses: try StoredJSON.value([Int64].self, try row["gone_houses"] as String),
      keptHouses: try StoredJSON.value([Int64].self, try row["kept_houses"] as String),
      at: try row["made_at"], by: try row["by_caller"],
      undoneAt: try row["undone_at"], undoneBy: try row["undone_by"])
  }
}
