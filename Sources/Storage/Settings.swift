import GRDB

extension Reader {
  /// What the database remembers of itself under a name.
  package func setting(_ name: String) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = ?", arguments: [name])
  }
}

extension Writer {
  package func setSetting(_ name: String, _ value: String) throws {
    try execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", [name, value])
  }
}
