import GRDB
import Storage

extension Reader {
  /// What decides who sees an order and who may do what with it; nil when there is none.
  package func workOrderSight(_ id: Int64) throws -> WorkOrderPlace? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT area_id, unit, unit_area_id, pushed_by FROM work_orders WHERE id = ?"),
      arguments: [id])
    guard let row else { return nil }
    return try WorkOrderPlace(
      area: row.id(0), unit: row.value(1), assisting: try assistingUnits(id),
      unitArea: (row.value(2) as Int64?).map { UInt32(truncatingIfNeeded: $0) }, assistingAreas: try assistingAreas(id),
      pushedBy: row.value(3), handledBy: try orderHandlers(id))
  }

  /// The units that help with an order, by name.
  package func assistingUnits(_ id: Int64) throws -> Set<String> {
    try String.fetchSet(
      db.cachedStatement(sql: "SELECT unit FROM work_order_assists WHERE order_id = ? AND unit <> ''"),
      arguments: [id])
  }

  private func assistingAreas(_ id: Int64) throws -> Set<UInt32> {
    try UInt32.fetchSet(
      db.cachedStatement(sql: "SELECT area_id FROM work_order_assists WHERE order_id = ? AND area_id IS NOT NULL"),
      arguments: [id])
  }

  /// Who has worked on an order, by name: they accepted, called, returned or resolved it.
  private func orderHandlers(_ id: Int64) throws -> Set<String> {
    try String.fetchSet(
      db.cachedStatement(
        sql: """
          SELECT by_caller FROM work_order_events
          WHERE order_id = ? AND action IN ('accept', 'contact', 'return', 'resolve')
          """), arguments: [id])
  }
}
