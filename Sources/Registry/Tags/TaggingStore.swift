import FilterLanguage
import GRDB
import Kernel
import Storage

extension TagTarget {
  /// The column that refers to it. Not outside text: a case of `TagSubject`.
  package var column: String { "\(subject.rawValue)_id" }
}

extension Writer {
  /// Puts the tag on, or prolongs the assignment that holds already: the one way for all who assign tags.
  ///
  /// - Parameters:
  ///   - until: where somebody says so; else the tag's valid days count.
  ///   - evidence: with a renewal, nil keeps what was said before; so does a nil `source`.
  /// - Returns: the assignment, and whether it is new or was changed.
  /// - Throws: what `TaggingRules` refuses.
  package func assign(
    _ tag: TagRow, to target: TagTarget, since: Day, until: Day?, source: String?, evidence: String?, by caller: Caller
  ) throws -> (id: Int64, change: TaggingChange) {
    let (placement, end) = try TaggingRules.place(
      since: since, until: until, validDays: tag.validDays, among: read.taggings(of: target, tag: tag.id),
      life: read.life(of: target), today: today)
    switch placement {
    case .new:
      let draft = TaggingDraft(
        tag: tag.id, target: target, since: since, until: end, source: source ?? "manual", evidence: evidence)
      return (try insertTagging(draft, by: caller), .made(until: end))
    case .renewal(let held, let longer):
      let (newSource, newEvidence) = (source ?? held.source, evidence ?? held.evidence)
      guard (longer, newSource, newEvidence) != (held.until, held.source, held.evidence) else {
        return (held.id, .none)
      }
      try updateTagging(held.id, until: longer, source: newSource, evidence: newEvidence)
      return (held.id, .renewed(from: held.until, until: longer))
    }
  }

  package enum TaggingChange: Sendable, Equatable {
    case made(until: Day?)
    case renewed(from: Day?, until: Day?)
    case none
  }

  /// - Throws: what `TaggingRules` refuses.
  package func insertTagging(_ draft: TaggingDraft, by caller: Caller) throws -> Int64 {
    let period = DayPeriod(since: draft.since, until: draft.until)
    try TaggingRules.check(period, life: read.life(of: draft.target), today: today)
    try TaggingRules.check(period, besides: read.taggings(of: draft.target, tag: draft.tag))
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
    try recordChange(.taggings, id, .create)
    return id
  }

  /// Sets what somebody says anew of an assignment that goes on: `assign` has checked it.
  private func updateTagging(_ id: Int64, until: Day?, source: String, evidence: String?) throws {
    let held = try String.fetchOne(
      db.cachedStatement(sql: "SELECT evidence FROM taggings WHERE id = ?"), arguments: [id])
    try beforeChange?("taggings", id)
    try reseal(evidence, "evidence", of: .taggings, id, held: held)
    try execute(
      "UPDATE taggings SET until = ?, source = ?, evidence = ? WHERE id = ?",
      [until?.description, source, evidence.map(shown), id])
    try recordChange(.taggings, id, .update)
  }

  /// Sets the day from which the assignment holds no more; the row stays as history. Only ever makes it shorter.
  package func endTagging(_ id: Int64, until: Day, by caller: Caller) throws {
    try execute(
      "UPDATE taggings SET until = min(coalesce(until, '9999-12-31'), max(since, ?)), ended_by = ? WHERE id = ?",
      [until.description, caller.name, id])
    try recordChange(.taggings, id, .update)
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
    return try rows.map(Self.tagging)
  }

  /// One assignment and what it hangs on; nil where it is gone.
  package func tagging(_ id: Int64) throws -> (row: TaggingRow, target: TagTarget)? {
    let found = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, tag_id, since, until, source, evidence, by_caller, made_at, ended_by, person_id, house_id, shop_id,
            building_id FROM taggings WHERE id = ?
          """), arguments: [id])
    guard let found else { return nil }
    for (place, subject) in [TagSubject.person, .house, .shop, .building].enumerated() {
      if let target = found[9 + place] as Int64? { return (try Self.tagging(found), TagTarget(subject, target)) }
    }
    return nil
  }

  private static func tagging(_ row: Row) throws -> TaggingRow {
    try TaggingRow(
      id: row.value(0), tag: row.value(1), since: try row.mustDay(2, in: "taggings"), until: row.day(3),
      source: row.value(4),
      evidence: row.value(5), by: row.value(6), madeAt: row.value(7), endedBy: row.value(8))
  }
}
