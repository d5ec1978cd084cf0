import Kernel
import Server

/// The tree of areas (区划).
package enum AreaRoutes {
  package static let routes: [Route] = [
    .get("/v1/areas", listDoc) { call, app in
      let (total, items, next) = try await ListAreas.run(
        level: call.choice("level", AreaFacts.Level.self), parent: call.query["parent"], after: call.codeCursor(),
        limit: call.number("limit", default: 500, in: 1...500), caller: call.caller, app: app)
      return .list(items.map(AreaWire.area.json), total: total, next: next, asOf: app.clock.today)
    },
    .get("/v1/areas/{code}", getDoc) { call, app in
      answer(try await GetArea.run(call.word("code"), caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/areas", addDoc) { call, app in
      let new = try AreaWire.new.read(call.json(), into: .init()).value
      let view = try await AddArea.run(
        name: new.name, level: new.level, parent: new.parent, caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/areas/\(view.area.code)"
      return reply
    },
    .call(.patch, "/v1/areas/{code}", renameDoc) { call, app in
      let (code, version) = (try call.word("code"), try call.ifMatch())
      let name = try AreaWire.patch.read(call.json(), into: "").value
      return answer(
        try await RenameArea.run(code, name: name, version: version, caller: call.caller, app: app), call)
    },
  ]

  private static func answer(_ view: AreaView, _ call: RequestContext, status: Int = 200) -> Response {
    .row(AreaWire.area.json(view).text, version: view.version, of: call, status: .init(code: status))
  }

  package static let schemas = Schemas.entries(AreaWire.area.entry, AreaWire.new.entry, AreaWire.patch.entry)

  private static let listDoc = RouteDoc(
    tag: "areas", id: "list_areas", summary: "The caller's areas, what is in them and what is above them, by code.",
    parameters: [
      .init(name: "level", about: "Only areas of this level.", schema: AreaWire.level.codec.answered),
      .init(name: "parent", about: "The code of the area directly above.", schema: Schemas.text),
    ] + RouteDoc.paging, answer: Schemas.page(AreaWire.area.schema))

  private static let getDoc = RouteDoc(
    tag: "areas", id: "get_area", summary: "One area.", answer: AreaWire.area.schema)

  private static let addDoc = RouteDoc(
    tag: "areas", id: "add_area", summary: "A new committee of a street, or grid of a committee.",
    body: AreaWire.new.schema, status: 201, answer: AreaWire.area.schema)

  private static let renameDoc = RouteDoc(
    tag: "areas", id: "rename_area", summary: "Another name for a committee or grid.", body: AreaWire.patch.schema,
    answer: AreaWire.area.schema, needsIfMatch: true)
}

/// What areas look like on the wire.
private enum AreaWire {
  static let name = WireField("name", .thing(40))
  static let level = WireField("level", Codec<AreaFacts.Level>.word([.committee, .grid]))
  static let parent = WireField("parent", .text(32))

  struct New: Sendable {
    var (name, level, parent) = ("", AreaFacts.Level.committee, "")
  }

  static let area = Shape<AreaView>(
    "Area",
    [
      WireField("id", .id).from { Int64($0.area.id) }, WireField("code", .text()).from(\.area.code),
      name.from(\.area.name),
      level.from(\.area.level), parent.from(orNull: \.parent),
    ])

  static let new = Input<New>("NewArea", [level.needed(\.level), name.needed(\.name), parent.needed(\.parent)])
  static let patch = Input<String>("AreaPatch", [name.needed(\.self)])
}
