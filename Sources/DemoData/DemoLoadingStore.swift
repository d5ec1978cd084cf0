import GRDB
import Kernel
import Storage

/// Loads an invented street. Not for anything else: what it writes is in no changes feed, and a running server's index
/// does not follow it.
///
/// Between `begin` and `end` the database is open to loss (`synchronous=OFF`, no secondary indexes); a load that breaks
/// leaves a file that says so and is to be deleted.
extension Store {
  /// Refuses a database that holds people or houses, writes into the audit log that all that follows is invented, and
  /// prepares for many rows.
  package func beginDemo(_ caller: Caller, changes: [AuditEntry.Change], bulk: Bool) async throws {
    try await write { writer in
      let isTaken = try Bool.fetchOne(
        writer.db, sql: "SELECT EXISTS (SELECT 1 FROM people) OR EXISTS (SELECT 1 FROM houses)")
      guard isTaken == false else {
        throw Problem(.conflict, "not_empty", "数据库里已有人员或房屋，演示街道只能建在新数据库里。")
      }
      try writer.audit(caller, AuditEntry("demo.create", reason: "演示数据，全部虚构", changes: changes))
    }
    try await pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA foreign_keys = OFF")
      if bulk { try DemoIndexes.drop(db) }
    }
  }

  /// Loads one committee in a transaction of its own.
  package func loadDemo(_ batch: DemoBatch) async throws {
    let keys = keys
    let now = clock.now()
    try await pool.writeWithoutTransaction { db in
      try db.inTransaction {
        var loader = try DemoBatchLoader(Writer(db: db, keys: keys, now: now), batch)
        try loader.run()
        return .commit
      }
    }
  }

  /// Loads some work orders in a transaction of their own; with their timelines, or without.
  package func loadDemo(_ orders: [DemoOrder], withEvents: Bool) async throws {
    try await pool.writeWithoutTransaction { db in
      try db.inTransaction {
        try DemoOrderLoader.run(db, orders, withEvents: withEvents)
        return .commit
      }
    }
  }

  /// Makes the indexes again, checks every reference, and closes the database to loss again.
  package func endDemo() async throws {
    try await pool.writeWithoutTransaction { db in
      try DemoIndexes.restore(db)
      try db.checkForeignKeys()
      try db.execute(sql: "PRAGMA foreign_keys = ON; ANALYZE")
      _ = try db.checkpoint(.truncate)
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -32000")
    }
  }
}

extension Reader {
  /// The row ids of tags that are assigned, and of datasets, by their codes.
  package func demoCatalogue() throws -> DemoCatalogue {
    var catalogue = DemoCatalogue()
    let tags = try Row.fetchCursor(db, sql: "SELECT code, id FROM tags WHERE kind = 'assigned' AND retired = 0")
    while let row = try tags.next() { try catalogue.tags[row.value(0)] = row.value(1) }
    let datasets = try Row.fetchCursor(db, sql: "SELECT code, id FROM datasets")
    while let row = try datasets.next() { try catalogue.datasets[row.value(0)] = row.value(1) }
    return catalogue
  }
}

/// What of the catalogue the invented rows can point to.
package struct DemoCatalogue: Sendable {
  package var tags: [String: Int64]
  package var datasets: [String: Int64]

  package init(tags: [String: Int64] = [:], datasets: [String: Int64] = [:]) {
    (self.tags, self.datasets) = (tags, datasets)
  }
}
