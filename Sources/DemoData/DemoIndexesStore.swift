import GRDB

/// The secondary indexes of the tables that grow, and the triggers that look things up by them: dropped before millions of
/// rows and made anew after them, which is several times faster than keeping them up to date row by row.
enum DemoIndexes {
  /// Where their definitions wait; a load that breaks leaves them here.
  private static let setting = "demo_indexes"

  static func drop(_ db: Database) throws {
    try db.inTransaction {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT name, sql, type FROM sqlite_master
          WHERE (type = 'index' OR type = 'trigger' AND name NOT LIKE '%_keep_%') AND sql IS NOT NULL AND tbl_name IN
            ('buildings', 'houses', 'people', 'shops', 'occupancies', 'assets', 'taggings', 'records', 'visits',
              'work_orders', 'work_order_events', 'work_order_assists')
          ORDER BY type, name
          """)
      let definitions = try rows.map { try $0.value(1) as String }.joined(separator: ";\n")
      try db.execute(sql: "INSERT INTO settings (name, value) VALUES (?, ?)", arguments: [setting, definitions])
      for row in rows {
        try db.execute(sql: "DROP \(row.value(2) as String) \((row.value(0) as String).quotedDatabaseIdentifier)")
      }
      return .commit
    }
  }

  /// Does nothing where none were dropped.
  static func restore(_ db: Database) throws {
    try db.inTransaction {
      let definitions = try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = ?", arguments: [setting])
      guard let definitions else { return .commit }
      try db.execute(sql: definitions)
      try db.execute(sql: "DELETE FROM settings WHERE name = ?", arguments: [setting])
      return .commit
    }
  }
}
