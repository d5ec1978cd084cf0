import Kernel
import Ledgers
import Server

/// When ledgers are made by themselves.
package enum ScheduleRoutes {
  package static let routes: [Route] = [
    .get("/v1/schedules", listDoc) { call, app in
      let page = try await ReadSchedules.run(
        before: call.cursor(), limit: call.limit(), caller: call.caller, app: app)
      return .list(
        page.items.map(ReminderWire.schedule.json), total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .get("/v1/ledgers/{id}/schedule", getDoc) { call, app in
      try await answer(ReadSchedules.one(call.id(), caller: call.caller, app: app), call)
    },
    .call(.put, "/v1/ledgers/{id}/schedule", setDoc) { call, app in
      let (id, body) = (try call.id(), try call.json())
      let (rule, existing) = (try rule(body), try body.optionalFlag("existing") ?? true)
      try body.finish()
      let (view, isNew) = try await SetSchedule.run(
        id, rule, existing: existing, seen: seen(call), caller: call.caller, app: app)
      return answer(view, call, status: isNew ? 201 : 200)
    },
    .call(.delete, "/v1/ledgers/{id}/schedule", removeDoc) { call, app in
      try await RemoveSchedule.run(call.id(), version: call.ifMatch(), caller: call.caller, app: app)
      return .noContent
    },
  ]

  private static func answer(_ view: ScheduleView, _ call: RequestContext, status: Int = 200) -> Response {
    .row(
      ReminderWire.schedule.json(view).text, version: view.row.version, of: call, status: .init(code: status),
      withMore: true)
  }

  private static func seen(_ call: RequestContext) throws(Problem) -> SetSchedule.Seen {
    guard call.headers[.ifMatch] != nil else { return .nothing }
    return try call.ifMatch().map { .version($0) } ?? .anything
  }

  private static func rule(_ body: BodyReader) throws(Problem) -> ScheduleRule {
    let words = ScheduleRule.Kind.allCases.map(\.rawValue)
    guard let kind = try body.optionalChoice("kind", words).flatMap(ScheduleRule.Kind.init) else {
      throw body.bad("kind", "缺少「kind」。", suggestions: words)
    }
    var minute = 480
    if let time = try body.optionalText("time", limit: 5) {
      guard let read = ScheduleRule.minute(time) else { throw body.bad("time", "「time」应为 00:00 到 23:59。") }
      minute = read
    }
    func whole(_ name: String) throws(Problem) -> Int? { try body.optionalInteger(name).map { Int(clamping: $0) } }
    return try ScheduleRule(
      kind, minute: minute, weekday: whole("weekday"), day: whole("day"), month: whole("month"), days: whole("days"),
      field: body.optionalText("field", limit: 64))
  }
}
