import GRDB
import Kernel
import Support
import Testing
@testable import Storage

@Suite struct StoredRowTests {
  private enum Colour: String { case red, green }

  private func row(_ columns: String) async throws -> String {
    try await withTemporaryStore { store, _ in
      try await store.read { reader in
        let row = try #require(try reader.row("things", "SELECT 7 AS id, \(columns)"))
        let (day, colour): (Day, Colour) = (try row["day"], try row["colour"])
        let (number, later): (Int?, Day?) = (try row["number"], try row["later"])
        return "\(day) \(colour) \(number.map { "\($0)" } ?? "-") \(later.map { "\($0)" } ?? "-")"
      }
    }
  }

  @Test func columns_areReadByName() async throws {
    let read = try await row("NULL AS later, 3 AS number, 'green' AS colour, '2026-11-21' AS day")
    #expect(read == "2026-11-21 green 3 -")
  }

  /// Never another value in its place: the row is named, and the answer is a fault of the server.
  @Test(arguments: [
    ("'2026-02-30' AS day, 'red' AS colour, NULL AS number, NULL AS later", "day"),
    ("NULL AS day, 'red' AS colour, NULL AS number, NULL AS later", "day"),
    ("'2026-11-21' AS day, 'blue' AS colour, NULL AS number, NULL AS later", "colour"),
    ("'2026-11-21' AS day, 'red' AS colour, 'many' AS number, NULL AS later", "number"),
    ("'2026-11-21' AS day, 'red' AS colour, 1 AS number, 'soon' AS later", "later"),
  ])
  func damagedColumn_isNamed(columns: String, name: String) async throws {
    let problem = try #require(try await refusal { _ = try await row(columns) })
    #expect(problem.kind == .internalFault && problem.code == "corrupt_row")
    #expect(problem.detail.contains("things 第 7 行") && problem.detail.contains(" \(name) "))
  }

  /// By its place as well, in each form in which a value is asked for; and the process goes on.
  @Test func damagedValues_byTheirPlace_areNamed() async throws {
    try await withTemporaryStore { store, _ in
      try await store.read { reader in
        let row = try #require(try Row.fetchOne(reader.db, sql: "SELECT 7 AS id, NULL AS unit, 'soon' AS day"))
        #expect(try row.value(1) as String? == nil)
        #expect(try row.day(1) == nil)
        let asked: [(String, () throws -> Void)] = [
          ("unit", { _ = try row.value(1) as String }), ("unit", { _ = try row.value(1) as Int64 }),
          ("unit", { _ = try row.value(1) as Instant }), ("day", { _ = try row.value(2) as Int }),
          ("day", { _ = try row.value(2) as Int64? }), ("day", { _ = try row.value(2) as Double }),
          ("day", { _ = try row.day(2) }), ("day", { _ = try row.instant(2) }),
          ("day", { _ = try row.mustDay(2, in: "things") }), ("unit", { _ = try row.id(1) }),
        ]
        for (name, ask) in asked {
          let problem = #expect(throws: Problem.self) { try ask() }
          #expect(problem?.code == "corrupt_row" && problem?.detail.contains("第 7 行的 \(name) ") == true)
        }
      }
    }
  }
}
