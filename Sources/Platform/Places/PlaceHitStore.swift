import GRDB
import Kernel
import Storage

/// A house or building that an address means, and where it lies.
package struct PlaceHit: Sendable, Hashable {
  package let id: Int64
  package let committee: Int64
  package let grid: Int64?
  /// The room, of a house that is one.
  package let room: String?
}

extension Reader {
  /// Where these houses lie.
  package func places(ofHouses ids: [Int64]) throws -> [PlaceHit] {
    let statement = try db.cachedStatement(sql: "SELECT id, committee_id, grid_id, room FROM houses WHERE id = ?")
    return try ids.compactMap { id in
      try Row.fetchOne(statement, arguments: [id]).map {
        try PlaceHit(id: $0.value(0), committee: $0.value(1), grid: $0.value(2), room: $0.value(3))
      }
    }
  }

  /// The places by which callers know of a shop: where it is on the day; else where it was last; else where it will be.
  package func homes(ofShop id: Int64, on day: Day) throws -> [PlaceHit] {
    try places(ofHouses: Self.homes(occupancies(ofShop: id), on: day).map(\.house))
  }

  /// The same for a person, the dead too.
  package func homes(ofPerson id: Int64, on day: Day) throws -> [PlaceHit] {
    try places(ofHouses: Self.homes(occupancies(ofPerson: id), on: day).map(\.house))
  }

  /// The links by which callers know of whoever has them. The index has the same in `World.areas`.
  private static func homes(_ links: [OccupancyRow], on day: Day) -> [OccupancyRow] {
    let held = links.filter { $0.holds(on: day) }
    if !held.isEmpty { return held }
    let ended = links.compactMap { link in link.until.flatMap { $0 <= day ? (until: $0, link: link) : nil } }
    return ended.max { ($0.until, $0.link.id) < ($1.until, $1.link.id) }.map { [$0.link] } ?? links
  }

  package func place(ofBuilding id: Int64) throws -> PlaceHit? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, committee_id, grid_id FROM buildings WHERE id = ?"), arguments: [id]
    ).map { try PlaceHit(id: $0.value(0), committee: $0.value(1), grid: $0.value(2), room: nil) }
  }
}
