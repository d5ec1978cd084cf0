import GRDB
import Kernel
import Storage

extension Reader {
  /// Whose row holds what this one held, since both were made one; nil for whoever was not, or is there again.
  package func mergedInto(_ person: Int64) throws -> Int64? {
    let statement = try db.cachedStatement(
      sql: "SELECT kept_id FROM merges WHERE gone_id = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1")
    var (last, found) = (person, Int64?.none)
    // One merge after the other; nobody is made one with who has ended, so that it comes to an end.
    while let next = try Int64.fetchOne(statement, arguments: [last]) { (last, found) = (next, next) }
    return found
  }
}
