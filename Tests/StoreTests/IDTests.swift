import Assembly
import FilterLanguage
import Foundation
import GRDB
import Registry
import Storage
import Support
import Testing

/// An id that was given once is never given again: whoever still holds it would mean another row.
struct IDTests {
  /// Some row for a table: values of the columns' types, all different, no matter what they would mean.
  private func insert(_ table: String, _ counter: inout Int, _ db: Database) throws -> Int64 {
    let columns = try Row.fetchAll(
      db, sql: "SELECT name, type FROM pragma_table_info(?) WHERE name <> 'id'", arguments: [table])
    var values: [DatabaseValue] = []
    for column in columns {
      counter += 1
      let value: DatabaseValue =
        switch column[1] as String {
        case "INTEGER": counter.databaseValue
        case "REAL": Double(counter).databaseValue
        case "BLOB":
          withUnsafeBytes(of: counter) { Array($0) }.withUnsafeBufferPointer {
            DatabaseValue(value: Foundation.Data(buffer: $0))
          } ?? .null
        default: "text \(counter)".databaseValue
        }
      values.append(value)
    }
    let names = columns.map { ($0[0] as String).quotedDatabaseIdentifier }.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO \(table.quotedDatabaseIdentifier) (\(names)) VALUES (\(marks))",
      arguments: StatementArguments(values))
    return db.lastInsertedRowID
  }

  @Test func deletedLastRow_isNotFollowedByOneOfTheSameID() async throws {
    try await withTemporaryStore { store, _ in
      let queue = try DatabaseQueue(path: store.path)
      try await queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
        for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
          try db.execute(sql: "DROP TRIGGER \(trigger.quotedDatabaseIdentifier)")
        }
        let tables = try String.fetchAll(
          db,
          sql: """
            SELECT m.name FROM sqlite_schema m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND EXISTS
              (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'id' AND c.pk > 0)
            """)
        #expect(tables.count >= 34)
        var counter = 1_000_000
        for table in tables {
          let last = try insert(table, &counter, db)
          try db.execute(sql: "DELETE FROM \(table.quotedDatabaseIdentifier) WHERE id = ?", arguments: [last])
          #expect(try insert(table, &counter, db) > last, "\(table)")
        }
      }
      try queue.close()
    }
  }

  @Test func olderDatabase_remembersWhatItsFeedTells() async throws {
    try await withTemporaryStore { store, clock in
      _ = try await store.write { writer in
        try writer.insertPerson(PersonDraft(name: "甲", source: "manual"))
      }
      // As it was before ids were remembered: the person is gone, and only the feed knows of it.
      let queue = try DatabaseQueue(path: store.path)
      try await queue.writeWithoutTransaction { db in
        try db.execute(
          sql: """
            DELETE FROM people;
            DELETE FROM sqlite_sequence WHERE name = 'people';
            DELETE FROM grdb_migrations WHERE identifier = '0019_ids_and_rules';
            ALTER TABLE ledgers DROP COLUMN last_schedule_version;
            """)
        let mine = ["taggings_apart_%", "occupancies_apart_%", "people_life_%", "schedules_count_%"]
        for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        where mine.contains(where: { trigger.hasPrefix($0.dropLast()) }) {
          try db.execute(sql: "DROP TRIGGER \(trigger.quotedDatabaseIdentifier)")
        }
      }
      try queue.close()
      let again = try Store(path: store.path, keys: store.keys, clock: clock.clock, setUp: API.setUp)
      let id = try await again.write { writer in
        try writer.insertPerson(PersonDraft(name: "乙", source: "manual"))
      }
      #expect(id == 2)
      try again.close()
    }
  }
}
