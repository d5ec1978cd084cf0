import GRDB
import Storage

extension Writer {
  /// What is a unit's among orders, and who helps with them, goes by the new name.
  ///
  /// - Parameter committee: the area whose name it is, where it is a committee: others of that name keep theirs.
  package func carryOrders(from old: String, to new: String, committee: Int64?) throws {
    let theirs = committee.map { " AND unit_area_id = \($0)" } ?? ""
    let helped = committee.map { " AND area_id = \($0)" } ?? ""
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM work_orders WHERE (unit = :old\(theirs)) OR (responsible_unit = :old\(theirs))
        UNION SELECT order_id FROM work_order_assists WHERE unit = :old\(helped)
        UNION SELECT order_id FROM work_order_stints WHERE unit = :old AND :plain
        """, arguments: ["old": old, "plain": committee == nil])
    try execute("UPDATE work_orders SET unit = ? WHERE unit = ?\(theirs)", [new, old])
    try execute("UPDATE work_orders SET responsible_unit = ? WHERE responsible_unit = ?\(theirs)", [new, old])
    // Where both names help already, one of them goes.
    try execute("UPDATE OR REPLACE work_order_assists SET unit = ? WHERE unit = ?\(helped)", [new, old])
    let stints = committee == nil ? "" : " AND order_id IN (SELECT value FROM json_each(?))"
    try execute(
      "UPDATE work_order_stints SET unit = ? WHERE unit = ?\(stints)",
      committee == nil ? [new, old] : [new, old, Reader.list(ids)])
    for id in ids {
      try execute(
        "UPDATE work_orders SET version = version + 1, updated_at = ? WHERE id = ?", [now.description, id])
      try recordChange(.workOrders, id, .update)
    }
  }
}
