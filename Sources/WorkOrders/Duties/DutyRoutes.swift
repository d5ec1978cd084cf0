import Kernel
import Server
import TextClassifier

/// The responsibility list (权责清单).
package enum DutyRoutes {
  package static let routes: [Route] = [
    .get("/v1/duties", listDoc) { call, app in
      var request = ListDuties.Request()
      (request.category, request.unit, request.text) = (call.query["category"], call.query["unit"], call.query["q"])
      request.asOf = try call.day("as_of")
      request.after = try call.codeCursor()
      request.limit = try call.limit()
      let (total, items, next) = try await ListDuties.run(request, caller: call.caller, app: app)
      return .list(
        items.map { DutyWire.duty.json(($0.version, $0.rowVersion, nil)) }, total: total, next: next,
        asOf: request.asOf ?? app.clock.today)
    },
    .get("/v1/duties/{code}", getDoc) { call, app in
      answer(
        try await GetDuty.run(call.word("code"), asOf: call.day("as_of"), caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/duties", addDoc) { call, app in
      let sent = try DutyWire.new.read(call.json(), into: DutyWire.blank)
      let view = try await AddDuty.run(
        sent.value, since: sent[DutyWire.since], caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/duties/\(view.row.code)"
      return reply
    },
    .call(.patch, "/v1/duties/{code}", changeDoc) { call, app in
      let (code, version) = (try call.word("code"), try call.ifMatch())
      let sent = try DutyWire.patch.read(call.json(), into: DutyPatch())
      return answer(
        try await ChangeDuty.run(
          code, sent.value, since: sent[DutyWire.since], version: version, caller: call.caller, app: app), call)
    },
    .call(.delete, "/v1/duties/{code}", endDoc) { call, app in
      try await EndDuty.run(call.word("code"), version: call.ifMatch(), caller: call.caller, app: app)
      return .noContent
    },
  ]

  private static func answer(_ view: DutyView, _ call: RequestContext, status: Int = 200) -> Response {
    let json = DutyWire.duty.json((view.shown, view.row.version, view.row.versions))
    // Which version is shown depends on the day.
    return .row(json.text, version: view.row.version, of: call, status: .init(code: status), withMore: true)
  }
}

extension DutyRoutes {
  package static let schemas = Schemas.entries(
    DutyWire.version.entry, DutyWire.duty.entry, DutyWire.new.entry, DutyWire.patch.entry)

  package static let asOf = RouteDoc.Parameter(
    name: "as_of", about: "The day whose list is meant; today.", schema: ["type": "string", "format": "date"])

  private static let listDoc = RouteDoc(
    tag: "duties", id: "list_duties", summary: "The responsibility list as of a day, by code.",
    parameters: [
      .init(name: "category", about: "The category.", schema: Schemas.text),
      .init(name: "unit", about: "A unit that leads or helps.", schema: Schemas.text),
      .init(name: "q", about: "A text that stands somewhere in the duty.", schema: Schemas.text), asOf,
    ] + RouteDoc.paging, answer: Schemas.page(DutyWire.duty.schema))

  private static let getDoc = RouteDoc(
    tag: "duties", id: "get_duty", summary: "One duty, with all its versions.", parameters: [asOf],
    answer: DutyWire.duty.schema)

  private static let addDoc = RouteDoc(
    tag: "duties", id: "add_duty", summary: "A new duty.", body: DutyWire.new.schema, status: 201,
    answer: DutyWire.duty.schema)

  private static let changeDoc = RouteDoc(
    tag: "duties", id: "change_duty", summary: "Ends the newest version of a duty and begins another.",
    body: DutyWire.patch.schema, answer: DutyWire.duty.schema, needsIfMatch: true)

  private static let endDoc = RouteDoc(
    tag: "duties", id: "end_duty", summary: "Ends a duty from today on.", status: 204, needsIfMatch: true)
}
