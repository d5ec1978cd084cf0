import GRDB
import Kernel
import Platform
import Storage

/// What became of a person who was made one with another.
package struct MergedPerson: Sendable {
  /// Whose row holds what this one held.
  package let kept: Int64
  /// Where the one who ended had lived.
  package let houses: [Int64]
}

extension AccessPolicy {
  /// Whether the caller may know of somebody who lived in these houses and whose row has ended.
  package func sawResident(of houses: [Int64]) -> Bool {
    caller.role.seesAllAreas || houses.contains { exists(.houses, $0) }
  }
}

extension Reader {
  /// nil for whoever was not made one with another, or is there again.
  package func merged(_ person: Int64) throws -> MergedPerson? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT kept_id, gone_houses FROM merges WHERE gone_id = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1
        """)
    guard let first = try Row.fetchOne(statement, arguments: [person]) else { return nil }
    var kept: Int64 = try first.value(0)
    // One merge after the other; nobody is made one with who has ended, so that it comes to an end.
    while let next = try Row.fetchOne(statement, arguments: [kept]) { kept = try next.value(0) }
    return MergedPerson(kept: kept, houses: try StoredJSON.value([Int64].self, first.value(1)))
  }
}
