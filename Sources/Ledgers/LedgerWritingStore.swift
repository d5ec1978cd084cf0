import GRDB
import Kernel
import Storage

extension Writer {
  /// A new ledger. One that is not to be kept is born retired.
  package func insertLedger(_ draft: LedgerDraft, by caller: Caller) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO ledgers (name, about, subject, question, sentence, template, columns, notes, sort, group_by, area_id,
        owner_id, owner, seen_by, restricted, made_at, updated_at, kind, kept_until, retired_at, areas, row_limit,
        keep_days, explanation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        shown(draft.name), shown(draft.about), draft.subject, draft.question, draft.sentence.map(shown), draft.template,
        try StoredJSON.text(draft.columns), try StoredJSON.text(draft.notes), draft.sort,
        try StoredJSON.text(draft.groupBy), Self.only(draft.areas), caller.id, caller.name, draft.seenBy.rawValue,
        draft.isRestricted, now.description, now.description, draft.kind.rawValue, draft.keptUntil?.description,
        draft.kind == .kept ? nil : now.description, draft.areas.map(Reader.areasText), draft.limit, draft.keepDays,
        draft.explanation,
      ])
    try seal(draft.name, "name", of: .ledgers, id)
    try seal(draft.about, "about", of: .ledgers, id)
    try recordChange(.ledgers, id, .create)
    return id
  }

  /// Writes what differs from what is held; runs that were made stay as they are.
  ///
  /// - Throws: `not_found`, `version_conflict`.
  package func updateLedger(_ id: Int64, _ draft: LedgerDraft, version: Int64?) throws -> [AuditEntry.Change] {
    var row = RowPatch(table: "ledgers", kind: .ledgers, id: id)
    row.columns = [
      ("name", shown(draft.name)), ("about", shown(draft.about)), ("question", draft.question),
      ("sentence", draft.sentence.map(shown)),
      ("template", draft.template), ("columns", try StoredJSON.text(draft.columns)),
      ("notes", try StoredJSON.text(draft.notes)), ("sort", draft.sort),
      ("group_by", try StoredJSON.text(draft.groupBy)), ("area_id", Self.only(draft.areas)),
      ("areas", draft.areas.map(Reader.areasText)),
      ("seen_by", draft.seenBy.rawValue), ("restricted", draft.isRestricted), ("row_limit", draft.limit),
      ("keep_days", draft.keepDays), ("explanation", draft.explanation),
    ]
    // A question may name a person: what it was stands in the runs, not in the log.
    row.sealed = ["question", "sentence", "explanation"]
    let held = try read.ledger(id)
    let changes = try row.apply(self, version: version)
    try reseal(draft.name, "name", of: .ledgers, id, held: held?.draft.name)
    try reseal(draft.about, "about", of: .ledgers, id, held: held?.draft.about)
    return changes
  }

  /// The area of a ledger that has one alone.
  private static func only(_ areas: [Int64]?) -> Int64? { areas?.count == 1 ? areas?.first : nil }

  /// - Throws: `not_found`, `version_conflict`.
  package func retireLedger(_ id: Int64, version: Int64?) throws -> [AuditEntry.Change] {
    var row = RowPatch(table: "ledgers", kind: .ledgers, id: id)
    row.columns = [("retired_at", now.description)]
    return try row.apply(self, version: version)
  }
}
