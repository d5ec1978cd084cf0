import Foundation
import GRDB
import Kernel
import Storage

/// Which admissions a caller may know of.
package enum AdmissionAccessPolicy: Sendable, Equatable {
  case all
  /// Those that this caller has put forward, and those of its unit where it has one.
  case own(caller: Int64?, unit: String?)
}

extension Writer {
  /// Keeps a task with what the lists say of it.
  package func insertAdmission(_ draft: AdmissionDraft, _ check: AdmissionCheck, by caller: Caller) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO admissions (title, text, from_unit, proposed_unit, basis, verdict, matches, advice, caller_id, caller,
        made_at, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        shown(draft.title), shown(draft.text), draft.fromUnit, draft.proposedUnit, draft.basis.map(shown),
        check.verdict.rawValue,
        String(decoding: try JSONEncoder().encode(check.matches), as: UTF8.self), check.advice, caller.id, caller.name,
        now.description, now.description,
      ])
    let texts: [(String, String?)] = [("title", draft.title), ("text", draft.text), ("basis", draft.basis)]
    for (field, text) in texts { try seal(text, field, of: .admissions, id) }
    try recordChange(.admissions, id, .create)
    return id
  }

  /// Writes the decision. That it is the first, the caller of this has looked.
  package func decideAdmission(
    _ id: Int64, _ decision: Admission.Decision, reason: String?, by caller: Caller
  ) throws {
    try execute(
      """
      UPDATE admissions SET decision = ?, reason = ?, decided_by = ?, decided_at = ?, version = version + 1,
        updated_at = ? WHERE id = ?
      """, [decision.rawValue, reason.map(shown), caller.name, now.description, now.description, id])
    try seal(reason, "reason", of: .admissions, id)
    try recordChange(.admissions, id, .update)
  }
}

extension Reader {
  package func admission(_ id: Int64) throws -> Admission? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(Self.admissionColumns) FROM admissions WHERE id = ?"), arguments: [id]
    ).map(Self.admission)
  }

  /// The newest first.
  ///
  /// - Parameter before: the id before which to go on; nil begins at the newest.
  package func admissions(
    _ sight: AdmissionAccessPolicy, verdict: Verdict?, isOpen: Bool?, before: Int64?, limit: Int
  ) throws -> [Admission] {
    let (condition, arguments) = Self.condition(sight, verdict, isOpen)
    return try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(Self.admissionColumns) FROM admissions WHERE id < ? AND \(condition) ORDER BY id DESC LIMIT ?"),
      arguments: [before ?? Int64.max] + arguments + [limit]
    ).map(Self.admission)
  }

  package func admissionCount(_ sight: AdmissionAccessPolicy, verdict: Verdict?, isOpen: Bool?) throws -> Int {
    let (condition, arguments) = Self.condition(sight, verdict, isOpen)
    return try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM admissions WHERE \(condition)"), arguments: arguments) ?? 0
  }

  private static func condition(
    _ sight: AdmissionAccessPolicy, _ verdict: Verdict?, _ isOpen: Bool?
  ) -> (String, StatementArguments) {
    var (terms, arguments): ([String], StatementArguments) = (["TRUE"], [])
    if case .own(let caller, let unit) = sight {
      terms.append(
        """
        id IN (SELECT id FROM admissions WHERE caller_id = ? UNION ALL SELECT id FROM admissions WHERE from_unit = ?)
        """)
      arguments += [caller, unit]
    }
    if let verdict {
      terms.append("verdict = ?")
      arguments += [verdict.rawValue]
    }
    if let isOpen { terms.append("decision IS \(isOpen ? "" : "NOT ")NULL") }
    return (terms.joined(separator: " AND "), arguments)
  }

  private static let admissionColumns = """
    id, title, text, from_unit, proposed_unit, basis, verdict, matches, advice, decision, reason, decided_by, decided_at,
    caller_id, caller, made_at, version
    """

  private static func admission(_ row: Row) throws -> Admission {
    try Admission(
      id: row.value(0),
      draft: AdmissionDraft(
        title: row.value(1), text: row.value(2), fromUnit: row.value(3), proposedUnit: row.value(4), basis: row.value(5)
      ),
      verdict: try row.word(6, in: "admissions") as Verdict,
      matches: try JSONDecoder().decode([AdmissionMatch].self, from: Data((row.value(7) as String).utf8)),
      advice: row.value(8),
      decision: (row.value(9) as String?).flatMap(Admission.Decision.init), reason: row.value(10),
      decidedBy: row.value(11),
      decidedAt: row.value(12), callerID: row.value(13), by: row.value(14), madeAt: row.value(15),
      version: row.value(16))
  }
}
