import Kernel
import Server

/// The units (单位) that orders can be given to, beside the committees.
package enum UnitRoutes {
  package static let routes: [Route] = [
    .get("/v1/units", listDoc) { call, app in
      let (day, all) = (try call.day("as_of"), try call.flag("retired"))
      let units = try await ListUnits.run(asOf: day, all: all, caller: call.caller, app: app)
      return .list(units.map(UnitWire.unit.json), total: units.count, next: nil, asOf: day ?? app.clock.today)
    },
    .get("/v1/units/{id}", getDoc) { call, app in
      answer(try await GetUnit.run(call.id(), caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/units", addDoc) { call, app in
      let name = try UnitWire.new.read(call.json(), into: "").value
      let view = try await AddUnit.run(name: name, caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/units/\(view.unit.id)"
      return reply
    },
    .call(.patch, "/v1/units/{id}", changeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      let sent = try UnitWire.patch.read(call.json(), into: ())
      return answer(
        try await ChangeUnit.run(
          id, name: sent[UnitWire.name], isRetired: sent[UnitWire.retired], version: version, caller: call.caller,
          app: app), call)
    },
  ]

  /// How many duties name a unit changes without a new version of it.
  private static func answer(_ view: UnitView, _ call: RequestContext, status: Int = 200) -> Response {
    .row(
      UnitWire.unit.json(view).text, version: view.unit.version, of: call, status: .init(code: status), withMore: true)
  }

  package static let schemas = Schemas.entries(UnitWire.unit.entry, UnitWire.new.entry, UnitWire.patch.entry)

  private static let listDoc = RouteDoc(
    tag: "units", id: "list_units",
    summary:
      "The units that orders can be given to, by name, with the duties that each leads and helps with. Committees are units too.",
    parameters: [
      DutyRoutes.asOf,
      .init(name: "retired", about: "true: also those that are retired.", schema: Schemas.flag),
    ], answer: Schemas.page(UnitWire.unit.schema))

  private static let getDoc = RouteDoc(
    tag: "units", id: "get_unit", summary: "One unit of the list.", answer: UnitWire.unit.schema)

  private static let addDoc = RouteDoc(
    tag: "units", id: "add_unit", summary: "A new unit.", body: UnitWire.new.schema, status: 201,
    answer: UnitWire.unit.schema)

  private static let changeDoc = RouteDoc(
    tag: "units", id: "change_unit",
    summary: """
      Another name, which orders, duties, lessons and callers follow; or whether it is retired, which one with duties or open orders \
      is not.
      """,
    body: UnitWire.patch.schema, answer: UnitWire.unit.schema,
    needsIfMatch: true)
}

/// What units look like on the wire.
private enum UnitWire {
  static let name = WireField("name", .thing(40))
  static let retired = WireField("retired", .flag)

  static let unit = Shape<UnitView>(
    "Unit",
    [
      WireField("id", .id).from(\.unit.id), name.from(\.unit.name), WireField("former", .texts).from(\.unit.former),
      retired.from(\.unit.isRetired), WireField("leads", .count).from(\.leads),
      WireField("helps", .count).from(\.helps),
      WireField("version", .version).from(\.unit.version),
    ])

  static let new = Input<String>("NewUnit", [name.needed(\.self)])
  static let patch = Input<Void>("UnitPatch", [name.optional(), retired.optional()])
}
