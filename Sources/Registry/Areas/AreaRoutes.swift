import Kernel
import Server

/// The tree of areas (区划).
package enum AreaRoutes {
  package static let routes: [Route] = [
    .get("/v1/areas", listDoc) { call, app in
      let (total, items, next) = try await ListAreas.run(
        level: call.choice("level", AreaFacts.Level.self), parent: call.query["parent"], after: call.codeCursor(),
        limit: call.number("limit", default: 500, in: 1...500), caller: call.caller, app: app)
      return .list(items.map(json), total: total, next: next, asOf: app.clock.today)
    },
    .get("/v1/areas/{code}", getDoc) { call, app in
      answer(try await GetArea.run(call.word("code"), caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/areas", addDoc) { call, app in
      let body = try call.json()
      let level = try body.optionalChoice("level", AreaFacts.Level.allCases.map(\.rawValue))
      guard let level = level.flatMap(AreaFacts.Level.init) else {
        throw body.bad("level", "缺少「level」。", suggestions: ["committee", "grid"])
      }
      let (name, parent) = (try body.thing("name", limit: 40), try body.text("parent", limit: 32))
      try body.finish()
      let view = try await AddArea.run(
        name: name, level: level, parent: parent, caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/areas/\(view.area.code)"
      return reply
    },
    .call(.patch, "/v1/areas/{code}", renameDoc) { call, app in
      let (code, version, body) = (try call.word("code"), try call.ifMatch(), try call.json())
      let name = try body.thing("name", limit: 40)
      try body.finish()
      return answer(
        try await RenameArea.run(code, name: name, version: version, caller: call.caller, app: app), call)
    },
  ]

  private static func answer(_ view: AreaView, _ call: RequestContext, status: Int = 200) -> Response {
    .row(json(view).text, version: view.version, of: call, status: .init(code: status))
  }

  private static func json(_ view: AreaView) -> JSONValue {
    [
      "id": .integer(view.area.id), "code": .string(view.area.code), "name": .string(view.area.name),
      "level": .string(view.area.level.rawValue), "parent": .optional(view.parent),
    ]
  }

  private static let levels = Schemas.words(AreaFacts.Level.allCases.map(\.rawValue))

  package static let schemas: [String: JSONValue] = [
    "Area": Schemas.object(
      [
        ("id", Schemas.integer), ("code", Schemas.text), ("name", Schemas.text), ("level", levels),
        ("parent", Schemas.optionalText),
      ], required: ["id", "code", "name", "level", "parent"])
  ]

  private static let listDoc = RouteDoc(
    tag: "areas", id: "list_areas", summary: "The caller's areas, what is in them and what is above them, by code.",
    parameters: [
      .init(name: "level", about: "Only areas of this level.", schema: levels),
      .init(name: "parent", about: "The code of the area directly above.", schema: Schemas.text),
    ] + RouteDoc.paging, answer: Schemas.page(Schemas.ref("Area")))

  private static let getDoc = RouteDoc(
    tag: "areas", id: "get_area", summary: "One area.", answer: Schemas.ref("Area"))

  private static let addDoc = RouteDoc(
    tag: "areas", id: "add_area", summary: "A new committee of a street, or grid of a committee.",
    body: Schemas.object(
      [("name", Schemas.text), ("level", Schemas.words(["committee", "grid"])), ("parent", Schemas.text)],
      required: ["name", "level", "parent"]), status: 201, answer: Schemas.ref("Area"))

  private static let renameDoc = RouteDoc(
    tag: "areas", id: "rename_area", summary: "Another name for a committee or grid.",
    body: Schemas.object([("name", Schemas.text)], required: ["name"]), answer: Schemas.ref("Area"),
    needsIfMatch: true)
}
