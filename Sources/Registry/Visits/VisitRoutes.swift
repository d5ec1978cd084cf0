import Kernel
import Server

/// Notes of visits (走访).
package enum VisitRoutes {
  package static let routes: [Route] = [
    .get("/v1/visits", listDoc) { call, app in
      guard let house = call.query["house_id"].flatMap(Int64.init) else {
        throw call.bad("house_id", "请填写 house_id。")
      }
      let limit = try call.number("limit", default: 50, in: 1...500)
      let (total, rows, next) = try await Visits.list(
        house: house, cursor: call.query["cursor"], limit: limit, caller: call.caller, app: app)
      return .json([
        "total": .number(Double(total)), "items": .array(rows.map { json($0) }),
        "next_cursor": next.map { .string($0) } ?? .null,
        "as_of": .string(app.clock.today.description),
      ])
    },
    .get("/v1/visits/{id}", getDoc) { call, app in
      let row = try await Visits.get(call.id(), caller: call.caller, app: app)
      return .row(json(row).text, version: row.version, of: call)
    },
    .call(.post, "/v1/visits", addDoc) { call, app in
      let body = try call.json()
      let draft = VisitDraft(
        house: try body.integer("house_id"), person: try body.optionalInteger("person_id"),
        on: try body.optionalDay("visited_on") ?? app.clock.today,
        purpose: try body.optionalText("purpose", limit: 40) ?? "走访", note: try body.optionalText("note") ?? "")
      try body.finish()
      let id = try await Visits.add(draft, caller: call.caller, app: app)
      let row = try await Visits.get(id, caller: call.caller, app: app)
      var reply = Response.row(json(row).text, version: row.version, of: call, status: .created)
      reply.headers[.location] = "/v1/visits/\(id)"
      return reply
    },
  ]

  private static func json(_ row: VisitRow) -> JSONValue {
    .object([
      .init("id", .number(Double(row.id))), .init("house_id", .number(Double(row.house))),
      .init("person_id", row.person.map { .number(Double($0)) } ?? .null),
      .init("visited_on", .string(row.on.description)), .init("purpose", .string(row.purpose)),
      .init("note", .string(row.note)), .init("by", .string(row.by)), .init("version", .number(Double(row.version))),
      .init("updated_at", .string(row.updatedAt)),
    ])
  }

  package static let schemas: [String: JSONValue] = [
    "Visit": Schemas.object(
      [
        ("id", Schemas.integer), ("house_id", Schemas.integer), ("person_id", Schemas.optionalInteger),
        ("visited_on", Schemas.day), ("purpose", Schemas.text), ("note", Schemas.text), ("by", Schemas.text),
        ("version", Schemas.integer), ("updated_at", Schemas.text),
      ], required: ["id", "house_id", "visited_on"])
  ]

  private static let listDoc = RouteDoc(
    tag: "visits", id: "list_visits", summary: "The visits to a house, newest first.",
    parameters: [
      .init(name: "house_id", about: "The house.", schema: Schemas.integer, isRequired: true),
      .init(name: "limit", about: "Rows in the page.", schema: Schemas.integer),
      .init(name: "cursor", about: "next_cursor of the page before.", schema: Schemas.text),
    ], answer: Schemas.page(Schemas.ref("Visit")))

  private static let getDoc = RouteDoc(
    tag: "visits", id: "get_visit", summary: "One visit.", answer: Schemas.ref("Visit"))

  private static let addDoc = RouteDoc(
    tag: "visits", id: "add_visit", summary: "Notes a visit.",
    body: Schemas.object(
      [
        ("house_id", Schemas.integer), ("person_id", Schemas.optionalInteger), ("visited_on", Schemas.day),
        ("purpose", Schemas.text), ("note", Schemas.text),
      ], required: ["house_id"]), status: 201, answer: Schemas.ref("Visit"))
}
