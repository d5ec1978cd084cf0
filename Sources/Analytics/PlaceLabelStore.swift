import GRDB
import Storage

/// What hot spots and ladders call a place.
package struct PlaceLabels: Sendable {
  package var shops: [UInt32: (name: String, category: String?)] = [:]
  package var houses: [UInt32: String] = [:]
  package var buildings: [UInt32: String] = [:]
  package var compounds: [UInt32: String] = [:]
}

extension Reader {
  /// - Parameters: ids that the caller may know of.
  package func placeLabels(
    shops: [UInt32], houses: [UInt32], buildings: [UInt32], compounds: [UInt32]
  ) throws -> PlaceLabels {
    var labels = PlaceLabels()
    for row in try rows("SELECT id, name, category FROM shops", shops) {
      try labels.shops[row.id(0)] = (row.value(1), row.value(2))
    }
    for row in try rows("SELECT id, address FROM houses", houses) { try labels.houses[row.id(0)] = row.value(1) }
    for row in try rows("SELECT id, address FROM buildings", buildings) {
      try labels.buildings[row.id(0)] = row.value(1)
    }
    for row in try rows("SELECT id, coalesce(name, road || lane || '弄') FROM compounds", compounds) {
      try labels.compounds[row.id(0)] = row.value(1)
    }
    return labels
  }

  /// Those of the compounds that have a building in these areas (committees and grids); all for nil.
  package func compounds(_ ids: [UInt32], in areas: [UInt32]?) throws -> [UInt32] {
    guard let areas else { return ids }
    return try UInt32.fetchAll(
      db,
      sql: """
        SELECT DISTINCT compound_id FROM buildings WHERE compound_id IN (SELECT value FROM json_each(?))
          AND (committee_id IN (SELECT value FROM json_each(?)) OR grid_id IN (SELECT value FROM json_each(?)))
        """, arguments: [Self.list(ids), Self.list(areas), Self.list(areas)])
  }

  private func rows(_ sql: String, _ ids: [UInt32]) throws -> [Row] {
    guard !ids.isEmpty else { return [] }
    return try Row.fetchAll(
      db.cachedStatement(sql: sql + " WHERE id IN (SELECT value FROM json_each(?))"), arguments: [Self.list(ids)])
  }
}
