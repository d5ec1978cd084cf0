import Foundation
import GRDB
import Kernel

/// Whether somebody with access to the file has changed, cut out or cut off lines of the audit log.
extension Reader {
  /// Recomputes the whole chain, and whether it ends where it was said to end.
  ///
  /// - Returns: how many rows there are, and the number of the first that does not fit, if any: one more than there are
  ///   where rows are missing at the end.
  package func auditChain() throws -> (rows: Int64, firstBroken: Int64?) {
    var previous = AuditRow.beginning
    var count: Int64 = 0
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT seq, at, caller_id, caller, role, origin, action, subject, subject_id, reason, detail, prev_hash, hash
        FROM audit ORDER BY seq
        """)
    while let row = try rows.next() {
      count += 1
      let line = try AuditRow(
        seq: row.value(0), at: row.value(1), callerID: row.value(2), caller: row.value(3), role: row.value(4),
        origin: row.value(5), action: row.value(6),
        subject: row.value(7), subjectID: row.value(8), reason: row.value(9), detail: row.value(10))
      let held: Data = try row.value(12)
      guard line.seq == count, try row.value(11) == previous,
        held == line.hash(after: previous, keys.auditKey(for: line.seq))
      else {
        return (count, line.seq)
      }
      previous = held
    }
    return (count, try AuditHead.fits(db, keys) ? nil : count + 1)
  }
}
