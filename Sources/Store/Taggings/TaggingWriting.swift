import Domain
import GRDB

/// What a tagging, record or remark hangs on.
package struct TagTarget: Sendable, Hashable {
  package let subject: TagSubject
  package let id: Int64

  package init(_ subject: TagSubject, _ id: Int64) {
    self.subject = subject
    self.id = id
  }

  /// The column that refers to it. Not outside text: a case of `TagSubject`.
  var column: String { "\(subject.rawValue)_id" }
}

package struct TaggingDraft: Sendable, Equatable {
  package var tag: Int64
  package var target: TagTarget
  package var since: Day
  /// The first day on which it holds no more.
  package var until: Day?
  package var source: String
  package var evidence: String?

  package init(tag: Int64, target: TagTarget, since: Day, until: Day? = nil, source: String, evidence: String? = nil) {
    (self.tag, self.target, self.since, self.until) = (tag, target, since, until)
    (self.source, self.evidence) = (source, evidence)
  }
}

package struct TaggingRow: Sendable, Equatable {
  package let id: Int64
  package let tag: Int64
  package let since: Day
  package let until: Day?
  package let source: String
  package let evidence: String?
  package let by: String
  package let madeAt: String
  package let endedBy: String?

  package func holds(on day: Day) -> Bool { since <= day && (until.map { day < $0 } ?? true) }
}

extension Writer {
  package func insertTagging(_ draft: TaggingDraft, by caller: Caller) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO taggings (tag_id, \(draft.target.column), since, until, source, evidence, by_caller, made_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        draft.tag, draft.target.id, draft.since.description, draft.until?.description, draft.source, draft.evidence,
        caller.name, now.description,
      ])
    try touch(.taggings, id, .create)
    return id
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
