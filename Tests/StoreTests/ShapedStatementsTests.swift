import GRDB
import GRDBSQLite
import Support
import Testing
@testable import Analytics
@testable import ChineseQuery
@testable import FilterLanguage
@testable import HotSpots
@testable import Kernel
@testable import Open311
@testable import Platform
@testable import Registry
@testable import Server
@testable import Sheets
@testable import Storage
@testable import TagIndex

/// However many different lists are asked for, a connection keeps few statements.
@Suite struct ShapedStatementsTests {
  private static func count(_ db: Database) -> Int {
    var (count, statement) = (0, sqlite3_next_stmt(db.sqliteConnection, nil))
    while statement != nil {
      count += 1
      statement = sqlite3_next_stmt(db.sqliteConnection, statement)
    }
    return count
  }

  /// Another order of the same columns each time.
  private static func order(_ turn: Int, of names: [String]) -> [String] {
    var (left, order, turn) = (names, [String](), turn)
    while !left.isEmpty {
      order.append(left.remove(at: turn % left.count))
      turn /= left.count + 1
    }
    return order
  }

  @Test(arguments: [SubjectKind.people, .houses, .workOrders])
  func rows_inThousandOrdersOfTheirColumns_keepFewStatements(kind: SubjectKind) async throws {
    try await withTemporaryStore { store, _ in
      let counts = try await store.read { reader in
        let names = Reader.columns(of: kind).map(\.name)
        return try (0..<1000).map { turn in
          let columns = Self.order(turn, of: names)
          _ = try reader.rows(of: kind, ids: [1], columns: columns, asOf: Day(number: 20_778), scope: nil)
          return Self.count(reader.db)
        }
      }
      let most = try #require(counts.max())
      #expect(most <= 2 * ShapedStatements.most)
      // Some are kept all the same.
      #expect(most >= ShapedStatements.most)
    }
  }

  @Test func rows_askedForWhileOthersAreRead_breakNothingOff() async throws {
    try await withTemporaryStore { store, _ in
      let read = try await store.read { reader in
        let numbers = """
          WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n LIMIT 200) SELECT i FROM n
          """
        let cursor = try Int.fetchCursor(reader.db.cachedStatement(sql: numbers))
        let names = Reader.columns(of: .houses).map(\.name)
        var read: [Int] = []
        while let number = try cursor.next() {
          read.append(number)
          let columns = Self.order(number, of: names)
          _ = try reader.rows(of: .houses, ids: [1], columns: columns, asOf: Day(number: 20_778), scope: nil)
        }
        return read
      }
      #expect(read == Array(0..<200))
    }
  }
}
