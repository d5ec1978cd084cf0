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
        page.items.map(WebhookWire.webhook.json), total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .call(.post, "/v1/webhooks", addDoc, keepsAnswer: false) { call, app in
      let blank = WebhookDraft(name: "回调", url: "", events: [])
      let draft = try WebhookWire.new.read(call.json(), into: blank).value
      let (row, secret) = try await AddWebhook.run(draft, caller: call.caller, app: app)
      var reply = Response.row(
        WebhookWire.made.json((row, secret)).text, version: row.version, of: call,
        status: .created)
      reply.headers[.location] = "/v1/webhooks/\(row.id)"
      return reply
    },
    .get("/v1/webhooks/{id}", getDoc) { call, app in
      try await answer(ReadWebhooks.one(call.id(), caller: call.caller, app: app), call)
    },
    .call(.patch, "/v1/webhooks/{id}", changeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      let patch = try WebhookWire.patch.read(call.json(), into: WebhookPatch()).value
      return try await answer(
        ChangeWebhook.run(id, patch, version: version, caller: call.caller, app: app), call)
    },
    .call(.delete, "/v1/webhooks/{id}", removeDoc) { call, app in
      try await RemoveWebhook.run(call.id(), version: call.ifMatch(), caller: call.caller, app: app)
      return .noContent
    },
    .call(.post, "/v1/webhooks/{id}/test", testDoc) { call, app in
      .json(
        WebhookWire.delivery.json(try await TestWebhook.run(call.id(), caller: call.caller, app: app)),
        status: .accepted)
    },
    .get("/v1/webhooks/{id}/deliveries", deliveriesDoc) { call, app in
      let page = try await ReadWebhooks.deliveries(
        call.id(), state: call.choice("state", DeliveryRow.State.self), before: call.cursor(), limit: call.limit(),
        caller: call.caller, app: app)
      return .list(
        page.items.map(WebhookWire.delivery.json), total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
  ]

  private static func answer(_ row: WebhookRow, _ call: RequestContext) -> Response {
    .row(WebhookWire.webhook.json(row).text, version: row.version, of: call)
  }
}
