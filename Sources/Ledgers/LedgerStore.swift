import GRDB
import Kernel
import Storage

extension Reader {
  package func ledger(_ id: Int64) throws -> LedgerRow? {
    try Row.fetchOne(db.cachedStatement(sql: Self.ledgerColumns + " WHERE id = ?"), arguments: [id]).map(Self.ledger)
  }

  /// All ledgers that are kept and in use, the newest first; with `retired`, also those that are not in use.
  package func ledgers(retired: Bool) throws -> [LedgerRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: Self.ledgerColumns + " WHERE kind = 'kept' AND (? OR retired_at IS NULL) ORDER BY id DESC"),
      arguments: [retired]
    ).map(Self.ledger)
  }

  /// The newest kept ledgers about a subject that were made, or have run, since a day.
  package func ledgersInUse(about subject: String, since day: Day, limit: Int) throws -> [LedgerRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: Self.ledgerColumns + """
           WHERE kind = 'kept' AND retired_at IS NULL AND subject = ? AND (made_at >= ? OR EXISTS (
            SELECT 1 FROM runs r WHERE r.ledger_id = ledgers.id AND r.state = 'done' AND r.made_at >= ?))
          ORDER BY id DESC LIMIT ?
          """), arguments: [subject, day.description, day.description, limit]
    ).map(Self.ledger)
  }

  private static let ledgerColumns = """
    SELECT id, name, about, subject, question, sentence, template, columns, notes, sort, group_by, area_id, owner_id,
      owner, seen_by, restricted, made_at, retired_at, version, updated_at, kind, kept_until, areas, row_limit,
      keep_days, explanation FROM ledgers
    """

  private static func ledger(_ row: Row) throws -> LedgerRow {
    var draft = try LedgerDraft(
      name: row.value(1), about: row.value(2), subject: row.value(3), question: row.value(4), sentence: row.value(5),
      template: row.value(6),
      columns: try StoredJSON.value([LedgerColumn].self, row.value(7)),
      notes: try StoredJSON.value([LedgerNote].self, row.value(8)), sort: row.value(9),
      groupBy: try StoredJSON.value([String].self, row.value(10)),
      areas: try (row.value(22) as String?).map { try StoredJSON.value([Int64].self, $0) }
        ?? (row.value(11) as Int64?).map { [$0] },
      seenBy: try row.word(14, in: "ledgers") as LedgerAudience, isRestricted: row.value(15))
    (draft.kind, draft.keptUntil) = try (row.word(20, in: "ledgers") as LedgerKind, row.day(21))
    (draft.limit, draft.keepDays, draft.explanation) = try (row.value(23), row.value(24), row.value(25))
    return try LedgerRow(
      id: row.value(0), draft: draft, ownerID: row.value(12), owner: row.value(13), madeAt: row.value(16),
      retiredAt: row.value(17),
      version: row.value(18), updatedAt: row.value(19))
  }
}
