import GRDB
import Identity
import Kernel
import Storage

extension Writer {
  /// A line of an order's timeline; it stays for ever. Webhooks hear of it where the state is another.
  package func insertEvent(
    order: Int64, by name: String, _ action: String, from: WorkOrderState?, to: WorkOrderState, note: String? = nil,
    detail: JSONValue = .object([])
  ) throws {
    let row = try nextID("work_order_events")
    let note = try MaskedText(note, keys, at: SealedPlace("work_order_events", "note_sealed", row: row))
    try execute(
      """
      INSERT INTO work_order_events (id, order_id, at, by_caller, action, from_state, to_state, note, note_sealed, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row, order, now.description, name, action, from?.rawValue, to.rawValue, note?.masked, note?.sealed,
        Masking.numbers(in: detail).text,
      ])
    if from != to { try announceOrder(order, action, from: from, to: to) }
  }

  /// Asks a unit or a worker to help. The same again changes nothing.
  package func insertAssist(order: Int64, unit: AssignedUnit?, worker: String?, by caller: Caller) throws {
    try execute(
      """
      INSERT OR IGNORE INTO work_order_assists (order_id, unit, worker, area_id, at, by_caller) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        order, unit?.name ?? "", worker ?? "", unit?.area.map { Int64($0) }, now.description, caller.name,
      ])
  }

  /// Keeps how a unit did in a time that is over.
  package func insertStint(order: Int64, _ stint: WorkOrderStint, _ ending: WorkOrderStint.Ending) throws {
    guard stint.says else { return }
    _ = try insert(
      """
      INSERT INTO work_order_stints (order_id, unit, worker, since, until, ended, contact_met, due_met, solved, satisfaction)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        order, stint.unit, stint.worker, stint.since.description, now.description, ending.rawValue, stint.contactMet,
        stint.dueMet, stint.isSolved, stint.satisfaction,
      ])
  }

  /// Takes back that an order's time ended with its becoming part of another.
  package func removeMergedStints(order: Int64) throws {
    try execute("DELETE FROM work_order_stints WHERE order_id = ? AND ended = 'merge'", [order])
  }
}

extension Reader {
  /// An order's timeline, the oldest first.
  package func workOrderEvents(_ order: Int64, after: Int64 = 0, limit: Int = 500) throws -> [WorkOrderEvent] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, at, by_caller, action, from_state, to_state, note, detail FROM work_order_events
          WHERE order_id = ? AND id > ? ORDER BY id LIMIT ?
          """), arguments: [order, after, limit]
    ).map { row in
      try WorkOrderEvent(
        id: row.value(0), at: row.value(1), by: row.value(2), action: row.value(3), from: row.value(4),
        to: row.value(5), note: row.value(6), detail: row.value(7))
    }
  }

  package func workOrderEventCount(_ order: Int64) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM work_order_events WHERE order_id = ?"), arguments: [order]) ?? 0
  }

  /// When an order became part of another, the last time, and in which state it was then.
  package func lastMerge(order: Int64) throws -> (state: WorkOrderState, at: Instant)? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT from_state, at FROM work_order_events WHERE order_id = ? AND action = 'merge' ORDER BY id DESC LIMIT 1
          """), arguments: [order])
    guard let row, let state = try WorkOrderState(rawValue: row.value(0) ?? "") else { return nil }
    return try (state, row.instant(1))
  }

  /// The orders that are part of another one.
  package func partsOfOrder(_ order: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM work_orders WHERE merged_into = ? ORDER BY id"), arguments: [order])
  }
}
