import Kernel
import Server

/// The units (单位) that orders can be given to, beside the committees.
package enum UnitRoutes {
  package static let routes: [Route] = [
    .get("/v1/units", listDoc) { call, app in
      let (day, all) = (try call.day("as_of"), call.query["retired"] == "true")
      let units = try await ListUnits.run(asOf: day, all: all, caller: call.caller, app: app)
      return .list(units.map(json), total: units.count, next: nil, asOf: day ?? app.clock.today)
    },
    .get("/v1/units/{id}", getDoc) { call, app in
      answer(try await GetUnit.run(call.id(), caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/units", addDoc) { call, app in
      let body = try call.json()
      let name = try body.thing("name", limit: 40)
      try body.finish()
      let view = try await AddUnit.run(name: name, caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/units/\(view.unit.id)"
      return reply
    },
    .call(.patch, "/v1/units/{id}", changeDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatch(), try call.json())
      let (name, isRetired) = (try body.optionalThing("name", limit: 40), try body.optionalFlag("retired"))
      try body.finish()
      return answer(
        try await ChangeUnit.run(
          id, name: name, isRetired: isRetired, version: version, caller: call.caller, app: app), call)
    },
  ]

  /// How many duties name a unit changes without a new version of it.
  private static func answer(_ view: UnitView, _ call: RequestContext, status: Int = 200) -> Response {
    .row(json(view).text, version: view.unit.version, of: call, status: .init(code: status), withMore: true)
  }

  private static func json(_ view: UnitView) -> JSONValue {
    [
      "id": .integer(view.unit.id), "name": .string(view.unit.name), "former": .texts(view.unit.former),
      "retired": .bool(view.unit.isRetired), "leads": .integer(view.leads), "helps": .integer(view.helps),
      "version": .integer(view.unit.version),
    ]
  }

  package static let schemas: [String: JSONValue] = [
    "Unit": Schemas.object(
      [
        ("id", Schemas.integer), ("name", Schemas.text), ("former", Schemas.array(Schemas.text)),
        ("retired", Schemas.flag), ("leads", Schemas.integer), ("helps", Schemas.integer), ("version", Schemas.integer),
      ], required: ["id", "name", "retired", "leads", "helps", "version"])
  ]

  private static let name: JSONValue = ["type": "string", "minLength": 1, "maxLength": 40]

  private static let listDoc = RouteDoc(
    tag: "units", id: "list_units",
    summary:
      "The units that orders can be given to, by name, with the duties that each leads and helps with. Committees are units too.",
    parameters: [
      DutyRoutes.asOf,
      .init(name: "retired", about: "true: also those that are retired.", schema: Schemas.words(["true", "false"])),
    ], answer: Schemas.page(Schemas.ref("Unit")))

  private static let getDoc = RouteDoc(
    tag: "units", id: "get_unit", summary: "One unit of the list.", answer: Schemas.ref("Unit"))

  private static let addDoc = RouteDoc(
    tag: "units", id: "add_unit", summary: "A new unit.", body: Schemas.object([("name", name)], required: ["name"]),
    status: 201, answer: Schemas.ref("Unit"))

  private static let changeDoc = RouteDoc(
    tag: "units", id: "change_unit",
    summary: """
      Another name, which orders, duties, lessons and callers follow; or whether it is retired, which one with duties or open orders \
      is not.
      """,
    body: Schemas.object([("name", name), ("retired", ["type": ["boolean", "null"]])]), answer: Schemas.ref("Unit"),
    needsIfMatch: true)
}
