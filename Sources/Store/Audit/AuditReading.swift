import Domain
import Foundation
import GRDB

/// A line of the log as it is read.
package struct AuditLine: Sendable, Equatable {
  package let seq: Int64
  package let at: String
  package let caller: String
  package let role: String
  package let origin: String
  package let action: String
  package let subject: String?
  package let subjectID: Int64?
  package let reason: String?
  package let changes: [AuditEntry.Change]

  package init(
    seq: Int64, at: String, caller: String, role: String, origin: String, action: String, subject: String?,
    subjectID: Int64?, reason: String?, changes: [AuditEntry.Change]
  ) {
    (self.seq, self.at, self.caller, self.role, self.origin) = (seq, at, caller, role, origin)
    (self.action, self.subject, self.subjectID) = (action, subject, subjectID)
    (self.reason, self.changes) = (reason, changes)
  }
}

extension Reader {
  /// Lines before `seq` (nil: the newest), newest first.
  package func auditLines(_ filter: AuditFilter = AuditFilter(), before seq: Int64?, limit: Int) throws -> [AuditLine] {
    let (condition, arguments) = Self.condition(filter)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT seq, at, caller, role, origin, action, subject, subject_id, reason, detail FROM audit
        WHERE seq < ? AND \(condition) ORDER BY seq DESC LIMIT ?
        """,
      arguments: [seq ?? Int64.max] + arguments + [limit])
    return try rows.map { row in
      AuditLine(
        seq: row[0], at: row[1], caller: row[2], role: row[3], origin: row[4], action: row[5], subject: row[6],
        subjectID: row[7], reason: row[8],
        changes: try JSONDecoder().decode([AuditEntry.Change].self, from: Data((row[9] as String).utf8)))
    }
  }

  /// How many lines the filter holds for.
  package func auditCount(_ filter: AuditFilter) throws -> Int {
    let (condition, arguments) = Self.condition(filter)
    return try Int.fetchOne(db, sql: "SELECT count(*) FROM audit WHERE \(condition)", arguments: arguments) ?? 0
  }

  /// Only what is asked for stands in the statement, so that the index on the subject is used.
  private static func condition(_ filter: AuditFilter) -> (String, StatementArguments) {
    var (terms, arguments): ([String], StatementArguments) = (["TRUE"], [])
    func add(_ term: String, _ values: StatementArguments) {
      terms.append(term)
      arguments += values
    }
    if let subject = filter.subject { add("subject = ?", [subject.rawValue]) }
    if let id = filter.subjectID { add("subject_id = ?", [id]) }
    if let mark = filter.mark { add("seq = (SELECT audit_seq FROM export_marks WHERE mark = ?)", [mark]) }
    if let caller = filter.caller { add("caller = ?", [caller]) }
    // '/' is what follows '.' in ASCII: everything that begins with the action and a dot.
    if let action = filter.action {
      add("(action = ? OR action > ? || '.' AND action < ? || '/')", [action, action, action])
    }
    return (terms.joined(separator: " AND "), arguments)
  }

  /// Recomputes the whole chain.
  ///
  /// - Returns: how many rows there are, and the number of the first that does not fit, if any.
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
      let line = AuditRow(
        seq: row[0], at: row[1], callerID: row[2], caller: row[3], role: row[4], origin: row[5], action: row[6],
        subject: row[7], subjectID: row[8], reason: row[9], detail: row[10])
      let held: Data = row[12]
      guard line.seq == count, row[11] == previous, held == line.hash(after: previous) else {
        return (count, line.seq)
      }
      previous = held
    }
    return (count, nil)
  }
}
