import Domain
import GRDB

extension TagTarget {
  /// The column that refers to it. Not outside text: a case of `TagSubject`.
  var column: String { "\(subject.rawValue)_id" }
}

extension Writer {
  package func insertTagging(_ draft: TaggingDraft, by caller: Caller) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO taggings (tag_id, \(draft.target.column), since, until, source, evidence, by_caller, made_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        draft.tag, draft.target.id, draft.since.description, draft.until?.description, draft.source,
        draft.evidence.map(shown), caller.name, now.description,
      ])
    try seal(draft.evidence, "evidence", of: .taggings, id)
    try touch(.taggings, id, .create)
    return id
  }

  /// Sets what somebody says anew of an assignment that goes on.
  package func updateTagging(_ id: Int64, until: Day?, source: String, evidence: String?) throws {
    let held = try String.fetchOne(
      db.cachedStatement(sql: "SELECT evidence FROM taggings WHERE id = ?"), arguments: [id])
    try reseal(evidence, "evidence", of: .taggings, id, held: held)
    try execute(
      "UPDATE taggings SET until = ?, source = ?, evidence = ? WHERE id = ?",
      [until?.description, source, evidence.map(shown), id])
    try touch(.taggings, id, .update)
  }

  /// Sets the day from which the assignment holds no more; the row stays as history.
  package func endTagging(_ id: Int64, until: Day, by caller: Caller) throws {
    try execute(
      "UPDATE taggings SET until = max(since, ?), ended_by = ? WHERE id = ?", [until.description, caller.name, id])
    try touch(.taggings, id, .update)
  }
}

extension Reader {
  /// All assignments to the target, of one tag or of all, oldest first.
  package func taggings(of target: TagTarget, tag: Int64? = nil) throws -> [TaggingRow] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, tag_id, since, until, source, evidence, by_caller, made_at, ended_by FROM taggings
          WHERE \(target.column) = ? AND (? IS NULL OR tag_id = ?) ORDER BY since, id
          """), arguments: [target.id, tag, tag])
    return rows.map { row in
      TaggingRow(
        id: row[0], tag: row[1], since: row.day(2) ?? Day(number: 0), until: row.day(3), source: row[4],
        evidence: row[5], by: row[6], madeAt: row[7], endedBy: row[8])
    }
  }
}
