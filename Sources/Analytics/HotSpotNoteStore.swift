import GRDB
import Kernel
import Storage

extension Reader {
  /// The notes about these hot spots, the oldest first.
  package func hotSpotNotes(keys: [String]) throws -> [HotSpotNote] {
    try notes(
      "WHERE key IN (SELECT value FROM json_each(?)) ORDER BY id",
      [JSONValue.array(keys.map { .string($0) }).text])
  }

  /// All notes, the newest first: an office writes some hundred in a year.
  package func hotSpotNotes() throws -> [HotSpotNote] { try notes("ORDER BY id DESC", []) }

  private func notes(_ tail: String, _ arguments: StatementArguments) throws -> [HotSpotNote] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, key, title, text, orders, area_id, work_order_id, by_caller, at FROM hotspot_notes \(tail)"),
      arguments: arguments
    ).map { row in
      try HotSpotNote(
        id: row.value(0), key: row.value(1), title: row.value(2), text: row.value(3), orders: row.value(4),
        area: row.id(5), workOrder: row.value(6),
        by: row.value(7), at: row.value(8))
    }
  }
}

extension Writer {
  /// - Parameter workOrder: what the hot spot became, where it became one.
  package func insertHotSpotNote(
    key: String, title: String, text: String, orders: [UInt32], area: UInt32, workOrder: Int64?, by caller: Caller
  ) throws -> Int64 {
    try insert(
      """
      INSERT INTO hotspot_notes (key, title, text, orders, area_id, work_order_id, by_caller, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, [key, shown(title), shown(text), Reader.list(orders), area, workOrder, caller.name, now.description])
  }

  /// Whether the hot spot has become this order already.
  package func hasHotSpotNote(key: String, workOrder: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM hotspot_notes WHERE key = ? AND work_order_id = ?)"),
      arguments: [key, workOrder]) ?? false
  }
}
