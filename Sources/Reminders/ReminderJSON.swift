import Kernel

/// Schedules and reminders as the API writes them.
enum ReminderJSON {
  static func json(_ view: ScheduleView) -> JSONValue {
    let (row, rule) = (view.row, view.row.rule)
    return [
      "ledger_id": .integer(row.ledger), "ledger": .string(view.ledger), "kind": .string(rule.kind.rawValue),
      "time": .string(rule.time), "weekday": .integer(rule.weekday), "day": .integer(rule.day),
      "month": .integer(rule.month), "days": .integer(rule.days), "field": .optional(rule.field),
      "existing": .bool(row.remindsOfExisting), "explanation": .string(view.explanation),
      "next_due_at": .string(row.nextDueAt.description), "last_run_at": .optional(row.lastRunAt?.description),
      "last_run_id": .integer(row.lastRun), "problem": .optional(row.problem),
      "problem_detail": .optional(view.problem), "version": .integer(row.version),
      "updated_at": .string(row.updatedAt),
    ]
  }

  static func json(_ row: ReminderRow) -> JSONValue { .object(members(row)) }

  static func json(_ answer: ActOnReminder.Answer) -> JSONValue {
    .object(
      members(answer.row) + [
        .init("ticked_run_id", .integer(answer.tickedRun)), .init("tick_problem", .optional(answer.tickProblem)),
      ])
  }

  private static func members(_ row: ReminderRow) -> [JSONValue.Member] {
    let draft = row.draft
    return [
      .init("id", .integer(row.id)), .init("state", .string(row.state.rawValue)),
      .init("ledger_id", .integer(draft.ledger)), .init("ledger", .string(row.ledgerName)),
      .init("run_id", .integer(draft.run)), .init("subject", .string(draft.subject)),
      .init("subject_id", .integer(draft.subjectID)), .init("title", .string(draft.title)),
      .init("text", .string(draft.text)), .init("why", .string(draft.why)),
      .init("since", .optional(draft.since?.description)), .init("due", .optional(draft.due?.description)),
      .init("place", .optional(row.placeCode)), .init("area", .optional(row.areaCode)),
      .init("unit", .optional(draft.recipient.unit)), .init("caller", .optional(row.callerName)),
      .init("note", .optional(row.note)), .init("made_at", .string(row.madeAt)),
      .init("read_at", .optional(row.read?.at)), .init("read_by", .optional(row.read?.by)),
      .init("passed_at", .optional(row.passed?.at)), .init("passed_by", .optional(row.passed?.by)),
      .init("done_at", .optional(row.done?.at)), .init("done_by", .optional(row.done?.by)),
      .init("version", .integer(row.version)), .init("updated_at", .string(row.updatedAt)),
    ]
  }
}
