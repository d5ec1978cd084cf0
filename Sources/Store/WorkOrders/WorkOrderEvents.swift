import Domain
import GRDB

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
  package func insertAssist(order: Int64, unit: String?, worker: String?, by caller: Caller) throws {
    try execute(
      "INSERT OR IGNORE INTO work_order_assists (order_id, unit, worker, at, by_caller) VALUES (?, ?, ?, ?, ?)",
      [order, unit ?? "", worker ?? "", now.description, caller.name])
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
      WorkOrderEvent(
        id: row[0], at: row[1], by: row[2], action: row[3], from: row[4], to: row[5], note: row[6], detail: row[7])
    }
  }

  package func workOrderEventCount(_ order: Int64) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM work_order_events WHERE order_id = ?"), arguments: [order]) ?? 0
  }
}
