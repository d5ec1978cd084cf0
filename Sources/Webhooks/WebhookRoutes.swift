import Kernel
import Platform
import Server

/// Other systems that are called as things happen.
package enum WebhookRoutes {
  package static let routes: [Route] = [
    .get("/v1/webhooks", listDoc) { call, app in
      let page = try await ReadWebhooks.run(
        before: call.cursor(), limit: call.limit(), caller: call.caller, app: app)
      return .list(
        page.items.map { .object(members($0)) }, total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .call(.post, "/v1/webhooks", addDoc, keepsAnswer: false) { call, app in
      let body = try call.json()
      let url = try body.text("url", limit: 2000)
      let draft = WebhookDraft(
        name: try body.optionalThing("name", limit: 64) ?? "回调", url: url, events: try events(body) ?? [])
      try body.finish()
      let (row, secret) = try await AddWebhook.run(draft, caller: call.caller, app: app)
      var reply = Response.row(
        JSONValue.object(members(row) + [.init("secret", .string(secret))]).text, version: row.version, of: call,
        status: .created)
      reply.headers[.location] = "/v1/webhooks/\(row.id)"
      return reply
    },
    .get("/v1/webhooks/{id}", getDoc) { call, app in
      try await answer(ReadWebhooks.one(call.id(), caller: call.caller, app: app), call)
    },
    .call(.patch, "/v1/webhooks/{id}", changeDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatch(), try call.json())
      var patch = WebhookPatch()
      patch.name = try body.optionalThing("name", limit: 64)
      patch.url = try body.optionalText("url", limit: 2000)
      patch.events = try events(body)
      patch.isActive = try body.optionalFlag("active")
      try body.finish()
      return try await answer(
        ChangeWebhook.run(id, patch, version: version, caller: call.caller, app: app), call)
    },
    .call(.delete, "/v1/webhooks/{id}", removeDoc) { call, app in
      try await RemoveWebhook.run(call.id(), version: call.ifMatch(), caller: call.caller, app: app)
      return .noContent
    },
    .call(.post, "/v1/webhooks/{id}/test", testDoc) { call, app in
      .json(
        json(try await TestWebhook.run(call.id(), caller: call.caller, app: app)), status: .accepted)
    },
    .get("/v1/webhooks/{id}/deliveries", deliveriesDoc) { call, app in
      let page = try await ReadWebhooks.deliveries(
        call.id(), state: call.choice("state", DeliveryRow.State.self), before: call.cursor(), limit: call.limit(),
        caller: call.caller, app: app)
      return .list(
        page.items.map(json), total: page.total, next: page.next.map { String($0) }, asOf: app.clock.today)
    },
  ]

  private static func answer(_ row: WebhookRow, _ call: RequestContext) -> Response {
    .row(JSONValue.object(members(row)).text, version: row.version, of: call)
  }

  private static func events(_ body: BodyReader) throws(Problem) -> [WebhookEvent]? {
    let words = WebhookEvent.subscribable.map(\.rawValue)
    return try body.optionalWords("events")?.map { word throws(Problem) in
      guard let event = WebhookEvent(rawValue: word), event != .ping else {
        throw body.bad("events", "没有「\(word)」这种事件。", suggestions: words)
      }
      return event
    }
  }

  private static func members(_ row: WebhookRow) -> [JSONValue.Member] {
    [
      .init("id", .integer(row.id)), .init("name", .string(row.draft.name)), .init("url", .string(row.draft.url)),
      .init("events", .texts(row.draft.events.map(\.rawValue))), .init("active", .bool(row.draft.isActive)),
      .init("caller", .string(row.caller)), .init("made_at", .string(row.madeAt)),
      .init("version", .integer(row.version)), .init("updated_at", .string(row.updatedAt)),
    ]
  }

  private static func json(_ row: DeliveryRow) -> JSONValue {
    [
      "id": .integer(row.id), "delivery": .string(row.uid), "event": .string(row.event),
      "state": .string(row.state.rawValue), "attempts": .integer(row.attempts), "made_at": .string(row.madeAt),
      "next_at": row.state == .pending ? .string(row.nextAt) : .null, "last_at": .optional(row.lastAt),
      "last_status": .integer(row.lastStatus), "last_error": .optional(row.lastError),
      "ended_at": .optional(row.endedAt),
    ]
  }
}
