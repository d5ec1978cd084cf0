import Kernel
import Server

/// The inbox (数字吹哨): what one is reminded of.
package enum ReminderRoutes {
  package static let routes: [Route] = [
    .get("/v1/reminders", listDoc) { call, app in
      let page = try await ReadReminders.run(
        states: states(call), ledger: call.rowID("ledger_id"), before: call.cursor(), limit: call.limit(),
        caller: call.caller, app: app)
      return .list(
        page.items.map(ReminderWire.reminder.json), total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .call(.post, "/v1/reminders/read", readDoc) { call, app in
      let body = try call.json()
      guard case .array(let values)? = body.value("ids") else { throw body.bad("ids", "「ids」应为编号的数组。") }
      try body.finish()
      let ids = try values.enumerated().map { index, value throws(Problem) in
        guard case .number(let number) = value, let id = Int64(exactly: number) else {
          throw body.bad("ids", "「ids」第 \(index + 1) 项应为编号。")
        }
        return id
      }
      let rows = try await ActOnReminder.read(ids, caller: call.caller, app: app)
      return .json(["items": .array(rows.map(ReminderWire.reminder.json))])
    },
    .get("/v1/reminders/{id}", getDoc) { call, app in
      let row = try await ReadReminders.one(call.id(), caller: call.caller, app: app)
      return .row(ReminderWire.reminder.json(row).text, version: row.version, of: call)
    },
    .call(.post, "/v1/reminders/{id}/actions", actDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatchIfGiven())
      let answer = try await ActOnReminder.run(
        id, deed(call.json()), version: version, caller: call.caller, app: app)
      return .row(ReminderWire.acted.json(answer).text, version: answer.row.version, of: call)
    },
  ]

  /// `open` (without the parameter, too), `all`, or states.
  private static func states(_ call: RequestContext) throws(Problem) -> Set<ReminderState> {
    let words = try call.words("state") ?? ["open"]
    var states: Set<ReminderState> = []
    for word in words {
      switch (word, ReminderState(rawValue: word)) {
      case (_, let state?): states.insert(state)
      case ("open", _): states.formUnion(ReminderState.open)
      case ("all", _): states.formUnion(ReminderState.allCases)
      default:
        throw call.bad(
          "state", "「state」没有「\(word)」这个取值。", suggestions: ["open", "all"] + ReminderState.allCases.map(\.rawValue))
      }
    }
    return states
  }

  private static func deed(_ body: BodyReader) throws(Problem) -> ReminderActionRequest {
    let words = ReminderActionRequest.Action.allCases.map(\.rawValue)
    guard let action = try body.optionalChoice("action", words).flatMap(ReminderActionRequest.Action.init) else {
      throw body.bad("action", "缺少「action」。", suggestions: words)
    }
    var deed = ReminderActionRequest(action)
    deed.area = try body.optionalText("area", limit: 32)
    (deed.unit, deed.caller) = (
      try body.optionalText("unit", limit: 64), try body.optionalText("caller", limit: 64)
    )
    deed.note = try body.optionalText("note", limit: 500)
    try body.finish()
    return deed
  }
}
