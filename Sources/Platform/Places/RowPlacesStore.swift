import GRDB
import Kernel
import Storage

extension Reader {
  /// Where a row lies for those who ask for it, by the tables: its committees and grids.
  ///
  /// - Returns: nil where there is no such row; empty for a row that lies nowhere, which only those see who see everything.
  package func places(of kind: SubjectKind, _ id: Int64, on day: Day) throws -> [PlaceHit]? {
    switch kind {
    case .houses: return try places(ofHouses: [id]).first.map { [$0] }
    case .buildings: return try place(ofBuilding: id).map { [$0] }
    case .people: return try exists("people", id) ? homes(ofPerson: id, on: day) : nil
    case .shops: return try exists("shops", id) ? homes(ofShop: id, on: day) : nil
    case .assets:
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT house_id, building_id FROM assets WHERE id = ?"), arguments: [id])
      guard let row else { return nil }
      if let house = try row.value(0) as Int64? { return try places(ofHouses: [house]) }
      return try (row.value(1) as Int64?).flatMap { try place(ofBuilding: $0) }.map { [$0] } ?? []
    default: return nil
    }
  }

  private func exists(_ table: String, _ id: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE id = ?)"), arguments: [id]) ?? false
  }

  /// Whether a place is one of these areas or lies below one.
  package func lies(_ place: PlaceHit, within areas: [Int64]) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE up (id) AS (
            VALUES (?1), (?2)
            UNION SELECT a.parent_id FROM areas a JOIN up ON a.id = up.id WHERE a.parent_id IS NOT NULL)
          SELECT EXISTS (SELECT 1 FROM up WHERE id IN (SELECT value FROM json_each(?3)))
          """), arguments: [place.committee, place.grid, Self.list(areas)]) ?? false
  }
}
