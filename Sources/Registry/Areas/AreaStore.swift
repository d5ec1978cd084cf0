import GRDB
import Kernel
import Platform
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
}

extension Writer {
  /// Makes an area under `parent`. The code is the parent's with a running number of three digits.
  package func insertArea(name: String, level: AreaFacts.Level, parent: Int64) throws -> Int64 {
    let parentCode = try String.fetchOne(db, sql: "SELECT code FROM areas WHERE id = ?", arguments: [parent])
    guard let parentCode else { throw Problem(.notFound, "unknown_area", "没有这个上级区划。") }
    var number =
      (try Int.fetchOne(db, sql: "SELECT count(*) FROM areas WHERE parent_id = ?", arguments: [parent]) ?? 0) + 1
    while try read.area(code: parentCode + AreaName.padded(number)) != nil { number += 1 }
    let id = try insert(
      "INSERT INTO areas (code, name, level, parent_id) VALUES (?, ?, ?, ?)",
      [parentCode + AreaName.padded(number), name, level.rawValue, parent])
    try touch(.areas, id, .create)
    return id
  }
  /// Gives an area another name; what was given to a committee under its old one goes by the new one.
  package func renameArea(_ id: Int64, _ name: String) throws {
    if let old = try String.fetchOne(
      db, sql: "SELECT name FROM areas WHERE id = ? AND level = 'committee'", arguments: [id])
    {
      try carryOrders(from: old, to: name, committee: id)
    }
    try execute("UPDATE areas SET name = ? WHERE id = ?", [name, id])
    try touch(.areas, id, .update)
  }
}
