import FilterLanguage
import Foundation
import GRDB
import Kernel
import Schema
import Storage
import Support
import Testing

/// The tables are what the migrations build, and the golden file says what that is.
@Suite struct SchemaTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func migrations_areAllOfTheFolder() throws {
    let folder = Self.root.appendingPathComponent("schema/migrations")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
    #expect(Schema.migrations.map { $0.name + ".sql" } == files.sorted())
    for migration in Schema.migrations {
      let text = try String(contentsOf: folder.appendingPathComponent(migration.name + ".sql"), encoding: .utf8)
      #expect(migration.sql == text)
    }
  }

  @Test func schema_equalsTheGoldenFile() async throws {
    let built = try await withTemporaryStore { store, _ in
      try Self.raw(store) { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'grdb_%'
              AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name
            """
        ).joined(separator: "\n\n") + "\n"
      }
    }
    let golden = Self.root.appendingPathComponent("schema/current.sql")
    if ProcessInfo.processInfo.environment["MENPAI_RECORD"] != nil {
      try built.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == built)
  }

  @Test func open_ofANewerVersionsFile_isRefused() async throws {
    try await withTemporaryStore { store, _ in
      try await store.pool.write { db in
        try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9999_of_tomorrow')")
      }
      let problem = #expect(throws: Problem.self) { _ = try Store(path: store.path, keys: store.keys) }
      #expect(problem?.code == "database_is_newer")
    }
  }

  @Test func tables_areStrict() async throws {
    try await withTemporaryStore { store, _ in
      let loose = try Self.raw(store) { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
              AND name NOT LIKE 'grdb_%' AND name NOT LIKE 'sqlite_%'
            """)
      }
      #expect(loose == [])
    }
  }

  @Test func foreignKeys_haveAnIndex() async throws {
    // An end of a link that is looked for without an index is a full scan a row.
    let mayScan: Set<String> = [
      "areas.parent_id", "aliases.district_id", "compounds.district_id", "buildings.district_id", "houses.district_id",
      // The second column of the primary key, which is never looked for alone.
      "idempotency_steps.key",
      "taggings.tag_id", "caller_areas.area_id", "imports.area_id",
      "work_orders.area_id", "work_orders.committee_id", "work_orders.grid_id",
    ]
    try await withTemporaryStore { store, _ in
      let missing = try Self.raw(store) { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT m.name || '.' || f."from" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
            WHERE m.type = 'table' AND NOT EXISTS (
              SELECT 1 FROM pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c
              WHERE c.seqno = 0 AND c.name = f."from")
            """)
      }
      #expect(Set(missing).subtracting(mayScan) == [])
    }
  }

  private static func raw<T>(_ store: Store, _ body: (Database) throws -> T) throws -> T {
    try DatabaseQueue(path: store.path).read(body)
  }
}
