import Domain
import GRDB

extension Reader {
  /// What decides who sees an order; nil when there is none.
  package func workOrderSight(_ id: Int64) throws -> WorkOrderPlace? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT area_id, unit FROM work_orders WHERE id = ?"), arguments: [id])
    guard let row else { return nil }
    return WorkOrderPlace(area: row.id(0), unit: row[1], assisting: try assistingUnits(id))
  }

  /// The units that help with an order, by name.
  package func assistingUnits(_ id: Int64) throws -> Set<String> {
    try String.fetchSet(
      db.cachedStatement(sql: "SELECT unit FROM work_order_assists WHERE order_id = ? AND unit <> ''"),
      arguments: [id])
  }
}
