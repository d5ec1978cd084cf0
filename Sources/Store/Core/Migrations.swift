import Domain
import Foundation
import GRDB
import Schema

enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for migration in Schema.migrations {
      migrator.registerMigration(migration.name) { db in try db.execute(sql: migration.sql) }
    }
    return migrator
  }

  /// Remembers which key closed this database, and refuses another: what it sealed could never be opened again.
  static func checkKey(_ db: Database, _ keys: KeyRing) throws {
    let mark = keys.findingKey("settings", "key").base64EncodedString()
    let held = try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = 'key_mark'")
    if let held {
      guard held == mark else {
        throw Problem(.conflict, "wrong_key", "密钥与数据库不符。请使用建库时的密钥文件或 MENPAI_KEY。")
      }
      return
    }
    try db.execute(sql: "INSERT INTO settings (name, value) VALUES ('key_mark', ?)", arguments: [mark])
  }
}
