import Crypto
import DemoData
import Foundation
import GRDB
import Kernel
import Storage
import Support

/// A street that was made for a test: the file of its own is read directly, so that the tests see the tables and not
/// what the store makes of them.
struct DemoStreet {
  static let asOf = Day(year: 2026, month: 11, day: 21) ?? Day(number: 0)
  let database: DatabaseQueue
  let summary: DemoSummary
  let keys: KeyRing

  /// Makes a street, hands it over, and deletes it.
  static func with(
    people: Int, tickets: Int = 0, seed: UInt64 = 1, _ body: (DemoStreet) throws -> Void
  ) async throws {
    try await withTemporaryStore { store, _ in
      let summary = try await MakeDemo(store).run(people: people, tickets: tickets, seed: seed, asOf: asOf)
      try body(DemoStreet(database: try DatabaseQueue(path: store.path), summary: summary, keys: store.keys))
    }
  }

  static func texts(_ path: String, _ sql: String) throws -> [String] {
    try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: sql) }
  }

  func number(_ sql: String) throws -> Double { try database.read { try Double.fetchOne($0, sql: sql) ?? -1 } }
  func texts(_ sql: String) throws -> [String] { try database.read { try String.fetchAll($0, sql: sql) } }
  /// Row ids with sealed values.
  func sealed(_ sql: String) throws -> [(Int64, Data)] {
    try database.read { try Row.fetchAll($0, sql: sql).map { ($0[0], $0[1]) } }
  }

  /// A hash over all rows but what is new at every sealing, and the log, which has the time of day.
  func fingerprint() throws -> String {
    var hasher = SHA256()
    try database.read { db in
      for table in Self.tables {
        let columns = try db.columns(in: table).map(\.name).filter { !$0.hasSuffix("_sealed") }
        let rows = try Row.fetchCursor(db, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY id")
        while let row = try rows.next() { hasher.update(data: Data("\(table) \(row)".utf8)) }
      }
    }
    return hasher.finalize().map { String($0, radix: 16) }.joined()
  }

  static let tables = [
    "areas", "compounds", "aliases", "buildings", "houses", "people", "shops", "occupancies", "assets", "taggings",
    "records", "visits", "work_orders",
  ]
}
