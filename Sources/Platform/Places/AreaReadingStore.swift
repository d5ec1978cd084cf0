import GRDB
import Kernel
import Storage

extension Reader {
  /// Every area. There are some hundreds to a few thousand; whoever needs them often keeps them.
  package func areas() throws -> [AreaFacts] {
    var areas: [AreaFacts] = []
    try areaFacts { areas.append($0) }
    return areas
  }

  /// Committees and grids that have houses.
  package func areasWithHouses() throws -> [UInt32] {
    try UInt32.fetchAll(db, sql: "SELECT committee_id FROM houses UNION SELECT grid_id FROM houses WHERE grid_id > 0")
  }

  /// The area with this code.
  package func area(code: String) throws -> AreaFacts? {
    var found: AreaFacts?
    try RawRow.forEach(db, FactsQueries.areas.sql + " WHERE code = ?", [code]) { row in
      found = try FactsQueries.areas.make(row)
    }
    return found
  }

  /// The area of this name under `parent`, with or without the suffix of its level (延中, 延中居委会).
  package func area(named name: String, under parent: Int64, level: AreaFacts.Level) throws -> AreaFacts? {
    let bare = AreaName.bare(name, level)
    var found: AreaFacts?
    try RawRow.forEach(
      db, FactsQueries.areas.sql + " WHERE parent_id = ? AND level = ?", [parent, level.rawValue]
    ) { row in
      let area = try FactsQueries.areas.make(row)
      if found == nil, AreaName.bare(area.name, level) == bare { found = area }
    }
    return found
  }

  /// An area and those above it, from the lowest to the highest.
  package func areaPath(of area: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE path (id, n) AS (
            SELECT ?, 0 UNION ALL SELECT a.parent_id, n + 1 FROM path JOIN areas a ON a.id = path.id
              WHERE a.parent_id IS NOT NULL)
          SELECT id FROM path ORDER BY n
          """), arguments: [area])
  }

  /// The smallest area that holds all of these; nil for none.
  package func commonArea(of areas: [Int64]) throws -> Int64? {
    let paths = try Set(areas).map { try areaPath(of: $0) }
    return paths.first?.first { id in paths.allSatisfy { $0.contains(id) } }
  }
}
