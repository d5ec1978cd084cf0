import GRDB
import Kernel
import Platform
import Storage

extension Reader {
  /// A reminder; nil where it does not exist for whoever sees so.
  package func reminder(_ id: Int64, _ sight: ReminderAccessPolicy) throws -> ReminderRow? {
    let (condition, arguments) = Self.condition(sight, nil)
    return try Row.fetchOne(
      db.cachedStatement(sql: "\(Self.reminderColumns) WHERE r.id = ? AND \(condition)"),
      arguments: [id] + arguments
    ).map(Self.reminder)
  }

  /// The newest first.
  ///
  /// - Parameters:
  ///   - ledger: nil for any.
  ///   - before: the id before which to go on; nil begins at the newest.
  package func reminders(
    _ sight: ReminderAccessPolicy, states: Set<ReminderState>, ledger: Int64?, before: Int64?, limit: Int
  ) throws -> [ReminderRow] {
    let (condition, arguments) = Self.condition(sight, states)
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          \(Self.reminderColumns) WHERE r.id < ? AND (? IS NULL OR r.ledger_id = ?) AND \(condition)
          ORDER BY r.id DESC LIMIT ?
          """), arguments: [before ?? Int64.max, ledger, ledger] + arguments + [limit]
    ).map(Self.reminder)
  }

  package func reminderCount(_ sight: ReminderAccessPolicy, states: Set<ReminderState>, ledger: Int64?) throws -> Int {
    let (condition, arguments) = Self.condition(sight, states)
    return try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM reminders r CROSS JOIN ledgers l ON l.id = r.ledger_id
          WHERE (? IS NULL OR r.ledger_id = ?) AND \(condition)
          """), arguments: [ledger, ledger] + arguments) ?? 0
  }

  /// Which of these rows a ledger has ever reminded of.
  package func reminded(ledger: Int64, among subjects: Set<UInt32>) throws -> Set<UInt32> {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT DISTINCT subject_id FROM reminders WHERE ledger_id = ?"), arguments: [ledger])
    var found: Set<UInt32> = []
    while let row = try rows.next() { if try subjects.contains(row.id(0)) { try found.insert(row.id(0)) } }
    return found
  }

  /// As `ReminderAccessPolicy.sees`. The rows are found by what they are for, not walked.
  private static func condition(
    _ sight: ReminderAccessPolicy, _ states: Set<ReminderState>?
  ) -> (String, StatementArguments) {
    let listed =
      "[" + (states ?? Set(ReminderState.allCases)).map { "\"\($0.rawValue)\"" }.sorted().joined(separator: ",") + "]"
    let held = "state IN (SELECT value FROM json_each(?))"
    var (terms, arguments): ([String], StatementArguments) = (["r.\(held)"], [listed])
    func found(_ ways: [(String, any DatabaseValueConvertible)]) {
      terms.append(
        "r.id IN ("
          + ways.map { "SELECT id FROM reminders WHERE \($0.0) AND \(held)" }.joined(separator: " UNION ") + ")")
      for way in ways { arguments += [way.1, listed] }
    }
    switch sight.bounds {
    case .none: break
    case .areas(let areas):
      let list = list(areas.sorted())
      found([
        ("place_id IN (SELECT value FROM json_each(?))", list), ("area_id IN (SELECT value FROM json_each(?))", list),
      ])
    case .unit(let unit, let areas):
      found([("unit = ?", unit ?? ""), ("caller_id = ?", sight.caller ?? 0)])
      if !areas.isEmpty {
        terms.append("(r.place_id IS NULL OR r.place_id IN (SELECT value FROM json_each(?)))")
        arguments += [list(areas.sorted())]
      }
    }
    if sight.bounds != .none {
      // What an owner who is not there any more had for themselves falls to those of the place.
      terms.append("(l.seen_by = 'area' OR r.caller_id = ? OR \(ownerIsGone))")
      arguments += [sight.caller ?? 0]
    }
    if !sight.seesRestricted { terms.append("r.restricted = 0") }
    return (terms.joined(separator: " AND "), arguments)
  }

  private static let ownerIsGone =
    "EXISTS (SELECT 1 FROM callers o WHERE o.id = l.owner_id AND o.disabled = 1)"

  private static let reminderColumns = """
    SELECT r.id, r.ledger_id, r.run_id, r.subject, r.subject_id, r.occurrence, r.due, r.title, r.text, r.restricted,
      r.place_id, r.area_id, r.unit, r.caller_id, l.name, l.seen_by = 'owner' AND NOT \(ownerIsGone), p.code, a.code, c.name, r.state, r.note,
      r.made_at, r.read_by, r.read_at, r.passed_by, r.passed_at, r.done_by, r.done_at, r.version, r.updated_at,
      r.why, r.since
    FROM reminders r CROSS JOIN ledgers l ON l.id = r.ledger_id LEFT JOIN areas p ON p.id = r.place_id
      LEFT JOIN areas a ON a.id = r.area_id LEFT JOIN callers c ON c.id = r.caller_id
    """

  package static func reminder(_ row: Row) throws -> ReminderRow {
    func mark(_ by: Int) -> ReminderRow.Mark? {
      guard let name = row[by] as String?, let at = row[by + 1] as String? else { return nil }
      return ReminderRow.Mark(by: name, at: at)
    }
    var draft = try ReminderDraft(
      ledger: row.value(1), run: row.value(2), subject: row.value(3), subjectID: row.value(4),
      occurrence: try row.mustDay(5, in: "reminders"),
      due: row.day(6), title: row.value(7), text: row.value(8), isRestricted: row.value(9), place: row.value(10),
      recipient: ReminderRecipient(area: row.value(11), unit: row.value(12), caller: row.value(13)))
    (draft.why, draft.since) = try (row.value(30), row.day(31))
    return try ReminderRow(
      id: row.value(0), draft: draft, ledgerName: row.value(14), isPrivate: row.value(15), placeCode: row.value(16),
      areaCode: row.value(17),
      callerName: row.value(18), state: try row.word(19, in: "reminders") as ReminderState, note: row.value(20),
      madeAt: row.value(21),
      read: mark(22), passed: mark(24), done: mark(26), version: row.value(28), updatedAt: row.value(29))
  }
}
