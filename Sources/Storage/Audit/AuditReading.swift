import Foundation
import GRDB
import Kernel

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
    // The newest of each action, and of those the newest: an index ends each after `limit` lines, however long the log is.
    let parts = try parts(filter).map { term, values -> (sql: String, arguments: StatementArguments) in
      (
        "SELECT * FROM (SELECT seq FROM audit WHERE seq < ? AND \(term) ORDER BY seq DESC LIMIT ?)",
        [seq ?? Int64.max] + values + [limit]
      )
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT seq, at, caller, role, origin, action, subject, subject_id, reason, detail FROM audit
        WHERE seq IN (\(parts.map(\.sql).joined(separator: " UNION ALL "))) ORDER BY seq DESC LIMIT ?
        """,
      arguments: parts.reduce(StatementArguments()) { $0 + $1.arguments } + [limit])
    return try rows.map { row in
      try AuditLine(
        seq: row.value(0), at: row.value(1), caller: row.value(2), role: row.value(3), origin: row.value(4),
        action: row.value(5), subject: row.value(6),
        subjectID: row.value(7), reason: row.value(8),
        changes: try JSONDecoder().decode([AuditEntry.Change].self, from: Data((row.value(9) as String).utf8)))
    }
  }

  /// How many lines the filter holds for.
  package func auditCount(_ filter: AuditFilter) throws -> Int {
    try parts(filter).reduce(0) { sum, part in
      sum + (try Int.fetchOne(db, sql: "SELECT count(*) FROM audit WHERE \(part.0)", arguments: part.1) ?? 0)
    }
  }

  /// The filter as conditions that exclude one another, each of one action at most.
  private func parts(_ filter: AuditFilter) throws -> [(String, StatementArguments)] {
    let (condition, arguments) = Self.condition(filter)
    guard let action = filter.action else { return [(condition, arguments)] }
    return try actions(action).map { ("action = ? AND \(condition)", [$0] + arguments) }
  }

  /// An action and those below it that the log knows: one look at the index for each, not one a line. At least the one asked
  /// for.
  private func actions(_ action: String) throws -> [String] {
    // '/' is what follows '.' in ASCII: everything that begins with the action and a dot.
    let below = try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE known (action) AS (
          SELECT min(action) FROM audit WHERE action > :from
          UNION ALL
          SELECT (SELECT min(audit.action) FROM audit WHERE audit.action > known.action)
          FROM known WHERE known.action < :to)
        SELECT action FROM known WHERE action < :to
        """,
      arguments: ["from": action + ".", "to": action + "/"])
    return [action] + below
  }

  /// Only what is asked for stands in the statement, so that the index on the subject or the caller is used.
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
    return (terms.joined(separator: " AND "), arguments)
  }
}
