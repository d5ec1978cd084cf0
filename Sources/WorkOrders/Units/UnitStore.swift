import GRDB
import Kernel
import Storage

extension Reader {
  /// All units of the list, also retired ones, by name.
  package func units() throws -> [UnitRow] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, name, former, retired, version FROM units ORDER BY name")
    ).map(Self.unit)
  }

  package func unit(_ id: Int64) throws -> UnitRow? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, name, former, retired, version FROM units WHERE id = ?"), arguments: [id]
    ).map(Self.unit)
  }

  /// What units are called now, by the names that they had before.
  package func unitRenames() throws -> [String: String] {
    try units().reduce(into: [:]) { names, unit in for former in unit.former { names[former] = unit.name } }
  }

  /// What still goes by a unit: duties that name it from today on, and orders that it leads and that have not ended.
  package func unitUses(_ name: String, on day: Day) throws -> (duties: Int, orders: Int) {
    let duties =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(DISTINCT duty_id) FROM duty_versions v WHERE (until IS NULL OR until > :day) AND (unit = :name
            OR EXISTS (SELECT 1 FROM json_each(v.co_units) j WHERE j.value = :name))
          """, arguments: ["day": day.description, "name": name]) ?? 0
    let orders =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM work_orders WHERE unit = ? AND state NOT IN ('closed', 'rejected', 'merged', 'received')
          """, arguments: [name]) ?? 0
    return (duties, orders)
  }

  /// Committees by id, with their names and codes: units by themselves.
  package func committeeAreas() throws -> [AreaFacts] { try areas().filter { $0.level == .committee } }

  private static func unit(_ row: Row) throws -> UnitRow {
    try UnitRow(
      id: row.value(0), name: row.value(1), former: try TextList.decode(row.value(2)), isRetired: row.value(3),
      version: row.value(4))
  }
}

extension Writer {
  /// A new unit of the list. The name must be free.
  package func insertUnit(_ name: String) throws -> Int64 {
    let id = try insert("INSERT INTO units (name, updated_at) VALUES (?, ?)", [name, now.description])
    try recordChange(.units, id, .create)
    return id
  }

  /// Puts those on the list that are not there yet: what the responsibility list names is a unit.
  func knowUnits(_ names: [String], isNews: Bool) throws {
    for name in Set(names).sorted() where !name.isEmpty {
      try execute("INSERT OR IGNORE INTO units (name, updated_at) VALUES (?, ?)", [name, now.description])
      if isNews, db.changesCount > 0 { try recordChange(.units, db.lastInsertedRowID, .create) }
    }
  }

  /// - Throws: `version_conflict`, `not_found`.
  package func updateUnit(
    _ id: Int64, name: String? = nil, former: [String]? = nil, isRetired: Bool? = nil, version: Int64?
  ) throws -> [AuditEntry.Change] {
    var row = RowPatch(table: "units", kind: .units, id: id)
    if let name { row.set("name", .set(name)) }
    if let former { row.set("former", .set(TextList.encode(former))) }
    if let isRetired { row.set("retired", .set(isRetired)) }
    return try row.apply(self, version: version)
  }
}
