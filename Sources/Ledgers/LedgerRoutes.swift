import Kernel
import Server

/// The ledgers (台账) and their runs' beginnings.
package enum LedgerRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/ledgers", addDoc) { call, app in
      let view = try await AddLedger.run(LedgerBody.read(call.json(), isNew: true), caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/ledgers/\(view.row.id)"
      return reply
    },
    .get("/v1/ledgers", listDoc) { call, app in
      let page = try await ListLedgers.run(
        before: call.rowID("cursor"), limit: call.number("limit", default: 50, in: 1...500),
        withRetired: call.flag("with_retired"), caller: call.caller, app: app)
      return .list(
        page.items.map(LedgerJSON.json), total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .get("/v1/ledgers/templates", templatesDoc) { call, app in
      let templates = try ListTemplates.run(caller: call.caller, app: app)
      return .list(templates.map(LedgerJSON.json), total: templates.count, next: nil, asOf: app.clock.today)
    },
    .get("/v1/ledgers/{id}", getDoc) { call, app in
      try await answer(GetLedger.run(call.id(), caller: call.caller, app: app), call)
    },
    .call(.patch, "/v1/ledgers/{id}", changeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      return try await answer(
        ChangeLedger.run(
          id, LedgerBody.read(call.json(), isNew: false), version: version, caller: call.caller, app: app), call)
    },
    .call(.delete, "/v1/ledgers/{id}", retireDoc) { call, app in
      try await RetireLedger.run(call.id(), version: call.ifMatch(), caller: call.caller, app: app)
      return .noContent
    },
    .call(.post, "/v1/ledgers/{id}/runs", runDoc) { call, app in
      let id = try call.id()
      var asOf: Day?
      if case .bytes(let bytes) = call.body, !bytes.isEmpty {
        let body = try call.json()
        asOf = try body.optionalDay("as_of")
        try body.finish()
      }
      return RunRoutes.made(try await MakeRun.run(id, asOf: asOf, caller: call.caller, app: app))
    },
    .get("/v1/ledgers/{id}/runs", listRunsDoc) { call, app in
      let page = try await ListRuns.run(
        ledger: call.id(), before: call.rowID("cursor"), limit: call.number("limit", default: 50, in: 1...500),
        caller: call.caller, app: app)
      return .list(
        page.items.map(LedgerJSON.json), total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
  ]

  private static func answer(_ view: LedgerView, _ call: RequestContext, status: Int = 200) -> Response {
    .row(
      LedgerJSON.json(view).text, version: view.row.version, of: call, status: .init(code: status), withMore: true)
  }
}
