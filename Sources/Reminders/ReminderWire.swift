import FilterLanguage
import Kernel
import Ledgers
import Server

/// What schedules and reminders look like on the wire.
enum ReminderWire {
  private static let id = WireField("id", .id)
  private static let ledgerID = WireField("ledger_id", .id)
  private static let ledger = WireField("ledger", .text())
  private static let version = WireField("version", .version)
  private static let updatedAt = WireField("updated_at", .instant)

  static let reminder = Shape<ReminderRow>(
    "Reminder",
    [
      id.from(\.id), WireField("state", Codec<ReminderState>.word()).from(\.state), ledgerID.from(\.draft.ledger),
      ledger.from(\.ledgerName), WireField("run_id", .id).from(\.draft.run),
      WireField("subject", .word(of: Subject.searchable.map(\.word))).from(\.draft.subject),
      WireField("subject_id", .id).from(\.draft.subjectID), WireField("title", .text()).from(\.draft.title),
      WireField("text", .text()).from(\.draft.text), WireField("why", .text()).from(\.draft.why),
      WireField("since", .day).from(orNull: \.draft.since), WireField("due", .day).from(orNull: \.draft.due),
      WireField("place", .text()).from(orNull: \.placeCode), WireField("area", .text()).from(orNull: \.areaCode),
      WireField("unit", .text()).from(orNull: \.draft.recipient.unit),
      WireField("caller", .text()).from(orNull: \.callerName), WireField("note", .text()).from(orNull: \.note),
      WireField("made_at", .instant).from(\.madeAt), WireField("read_at", .instant).from(orNull: \.read?.at),
      WireField("read_by", .text()).from(orNull: \.read?.by),
      WireField("passed_at", .instant).from(orNull: \.passed?.at),
      WireField("passed_by", .text()).from(orNull: \.passed?.by),
      WireField("done_at", .instant).from(orNull: \.done?.at), WireField("done_by", .text()).from(orNull: \.done?.by),
      version.from(\.version), updatedAt.from(\.updatedAt),
    ])

  static let acted = Shape<ActOnReminder.Answer>(
    "ActedReminder",
    reminder.of(\.row) + [
      WireField("ticked_run_id", .id).from(orNull: \.tickedRun),
      WireField("tick_problem", .text()).from(orNull: \.tickProblem),
    ])

  static let schedule = Shape<ScheduleView>(
    "Schedule",
    [
      ledgerID.from(\.row.ledger), ledger.from(\.ledger),
      WireField("kind", Codec<ScheduleRule.Kind>.word()).from(\.row.rule.kind),
      WireField("time", Codec.text().about("HH:MM in Asia/Shanghai.")).from(\.row.rule.time),
      WireField("weekday", .count).from(orNull: \.row.rule.weekday),
      WireField("day", .count).from(orNull: \.row.rule.day),
      WireField("month", .count).from(orNull: \.row.rule.month),
      WireField("days", .count).from(orNull: \.row.rule.days),
      WireField("field", .text()).from(orNull: \.row.rule.field),
      WireField("existing", .flag).from(\.row.remindsOfExisting), WireField("explanation", .text()).from(\.explanation),
      WireField("next_due_at", .moment).from(\.row.nextDueAt),
      WireField("last_run_at", .moment).from(orNull: \.row.lastRunAt),
      WireField("last_run_id", .id).from(orNull: \.row.lastRun),
      WireField("problem", .text()).from(orNull: \.row.problem),
      WireField("problem_detail", .text()).from(orNull: \.problem), version.from(\.row.version),
      updatedAt.from(\.row.updatedAt),
    ])
}
