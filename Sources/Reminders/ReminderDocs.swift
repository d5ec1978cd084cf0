import FilterLanguage
import Kernel
import Ledgers
import Server

extension ScheduleRoutes {
  static let listDoc = RouteDoc(
    tag: "reminders", id: "list_schedules", summary: "When ledgers are made by themselves, the newest ledgers first.",
    parameters: RouteDoc.paging, answer: Schemas.page(ReminderWire.schedule.schema))

  static let getDoc = RouteDoc(
    tag: "reminders", id: "get_schedule", summary: "A ledger's schedule; 404 where it has none.",
    answer: ReminderWire.schedule.schema, answersETag: true)

  static let setDoc = RouteDoc(
    tag: "reminders", id: "set_schedule",
    summary: "Gives a ledger a schedule (201), or another one (200, with If-Match). New rows become reminders.",
    body: Schemas.ref("ScheduleBody"), alsoStatus: [201], answer: ReminderWire.schedule.schema, takesIfMatch: true,
    answersETag: true, refuses: [428])

  static let removeDoc = RouteDoc(
    tag: "reminders", id: "remove_schedule", summary: "Takes a ledger's schedule away; reminders stay.", status: 204,
    needsIfMatch: true)

  package static let schemas = Schemas.entries(
    ReminderWire.schedule.entry, ("ScheduleBody", Schemas.object(rule, required: ["kind"])))

  private static let rule: [(String, JSONValue)] = [
    ("kind", Schemas.words(ScheduleRule.Kind.allCases.map(\.rawValue))),
    ("time", ["type": "string", "description": "HH:MM in Asia/Shanghai; 08:00."]),
    ("weekday", ["type": ["integer", "null"], "minimum": 1, "maximum": 7, "description": "weekly: 1 is Monday."]),
    (
      "day",
      [
        "type": ["integer", "null"], "minimum": 1, "maximum": 31,
        "description": "monthly, quarterly: of the month; its last day where it is shorter.",
      ]
    ),
    ("month", ["type": ["integer", "null"], "minimum": 1, "maximum": 3, "description": "quarterly: of the quarter."]),
    ("days", ["type": ["integer", "null"], "minimum": 0, "maximum": 366, "description": "days_before: how many."]),
    ("field", ["type": ["string", "null"], "description": "days_before: the ledger's column with the day."]),
    ("existing", ["type": "boolean", "description": "Whether the first run reminds of all rows; true."]),
  ]
}

extension ReminderRoutes {
  static let listDoc = RouteDoc(
    tag: "reminders", id: "list_reminders", summary: "What the caller is reminded of, the newest first.",
    parameters: [
      .init(
        name: "state", about: "open (new, read, passed), all, or states divided by commas; open without.",
        schema: Schemas.text),
      .init(name: "ledger_id", about: "Of one ledger.", schema: Schemas.integer),
    ] + RouteDoc.paging, answer: Schemas.page(ReminderWire.reminder.schema))

  static let readDoc = RouteDoc(
    tag: "reminders", id: "read_reminders", summary: "Marks up to 500 as read, all or none.",
    body: Schemas.object([("ids", Schemas.array(Schemas.integer))], required: ["ids"]),
    answer: Schemas.object([("items", Schemas.array(ReminderWire.reminder.schema))], required: ["items"]))

  static let getDoc = RouteDoc(
    tag: "reminders", id: "get_reminder", summary: "One reminder.", answer: ReminderWire.reminder.schema)

  static let actDoc = RouteDoc(
    tag: "reminders", id: "act_on_reminder",
    summary:
      "read; done, which ticks the row off where its ledger has a column for it; pass, to an area, unit or caller.",
    body: Schemas.object(
      [
        ("action", Schemas.words(ReminderActionRequest.Action.allCases.map(\.rawValue))),
        ("area", Schemas.optionalText),
        ("unit", Schemas.optionalText), ("caller", Schemas.optionalText),
        ("note", ["type": ["string", "null"], "maxLength": 500]),
      ], required: ["action"]),
    answer: ReminderWire.acted.schema, takesIfMatch: true, answersETag: true)

  package static let schemas = Schemas.entries(ReminderWire.reminder.entry, ReminderWire.acted.entry)
}
