import GRDB
import Kernel
import Storage

/// An order as the list of new ones names it.
struct OrderArrival: Sendable {
  let id: UInt32
  let number: String
  let at: Instant
}

extension Reader {
  /// The latest of these orders, by when they came in.
  func orderArrivals(_ ids: [UInt32], limit: Int) throws -> [OrderArrival] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, number, received_at FROM work_orders WHERE id IN (SELECT value FROM json_each(?))
          ORDER BY received_at DESC, id DESC LIMIT ?
          """), arguments: [Self.list(ids), limit]
    ).map { try OrderArrival(id: $0.id(0), number: $0.value(1), at: $0.instant(2)) }
  }

  /// Every building with its lane and number.
  func buildingPlaces() throws -> [BuildingPlace] {
    var places: [BuildingPlace] = []
    try RawRow.forEach(db, "SELECT id, committee_id, grid_id, address, road, lane FROM buildings", []) { row in
      places.append(
        BuildingPlace(
          id: row.id(0), committee: row.id(1), grid: row.optionalID(2), address: row.value(3), road: row.value(4),
          lane: row.value(5)))
    }
    return places
  }
}
