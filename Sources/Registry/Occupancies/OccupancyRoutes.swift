import FilterLanguage
import Kernel
import Platform
import Server

/// Links between houses and who lives or trades there: made and ended, never overwritten.
package enum OccupancyRoutes {
  package static let routes: [Route] = [
    .get("/v1/occupancies", listDoc) { call, app in
      let named = [("house_id", SubjectKind.houses), ("person_id", .people), ("shop_id", .shops)]
        .filter { call.query[$0.0] != nil }
      guard named.count == 1, let (name, kind) = named.first, let id = Int64(call.query[name] ?? "") else {
        throw call.bad("house_id", "请在 house_id、person_id、shop_id 中恰好填写一个编号。")
      }
      let rows = try await Occupancies.list(kind, id, caller: call.caller, app: app)
      return .json([
        "total": .number(Double(rows.count)), "items": .array(rows.map { json($0) }), "next_cursor": .null,
        "as_of": .string(app.clock.today.description),
      ])
    },
    .get("/v1/occupancies/{id}", getDoc) { call, app in
      try await answer(call.id(), call, app)
    },
    .call(.post, "/v1/occupancies", addDoc) { call, app in
      let body = try call.json()
      let subject: OccupancyDraft.Subject
      switch (try body.optionalInteger("person_id"), try body.optionalInteger("shop_id")) {
      case (let id?, nil): subject = .person(id)
      case (nil, let id?): subject = .shop(id)
      default: throw body.bad("person_id", "请在 person_id 和 shop_id 中恰好填写一个。")
      }
      let draft = OccupancyDraft(
        house: try body.integer("house_id"), subject: subject, role: try body.text("role"),
        since: try body.optionalDay("since"), until: try body.optionalDay("until"), source: "manual")
      try body.finish()
      let id = try await Occupancies.add(draft, caller: call.caller, app: app)
      return try await answer(id, call, app, status: 201)
    },
    .call(.patch, "/v1/occupancies/{id}", endDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatch(), try call.json())
      guard body.has("until") else { throw body.bad("until", "缺少「until」：从哪一天起不再成立。") }
      let until = try body.optionalDay("until")
      try body.finish()
      try await Occupancies.end(id, until: until, version: version, caller: call.caller, app: app)
      return try await answer(id, call, app)
    },
  ]

  private static func answer(_ id: Int64, _ call: RequestContext, _ app: AppContext, status: Int = 200) async throws
    -> Response
  {
    let row = try await Occupancies.get(id, caller: call.caller, app: app)
    var reply = Response.row(json(row).text, version: row.version, of: call, status: .init(code: status))
    if status == 201 { reply.headers[.location] = "/v1/occupancies/\(id)" }
    return reply
  }

  private static func json(_ row: OccupancyRow) -> JSONValue {
    .object([
      .init("id", .number(Double(row.id))), .init("house_id", .number(Double(row.house))),
      .init("person_id", row.person.map { .number(Double($0)) } ?? .null),
      .init("shop_id", row.shop.map { .number(Double($0)) } ?? .null), .init("role", .string(row.role)),
      .init("since", row.since.map { .string($0.description) } ?? .null),
      .init("until", row.until.map { .string($0.description) } ?? .null),
      .init("version", .number(Double(row.version))),
    ])
  }
}

extension OccupancyRoutes {
  package static let schemas: [String: JSONValue] = [
    "Occupancy": Schemas.object(
      [
        ("id", Schemas.integer), ("house_id", Schemas.integer), ("person_id", Schemas.optionalInteger),
        ("shop_id", Schemas.optionalInteger), ("role", Schemas.words(["owner", "family", "tenant", "operator"])),
        ("since", Schemas.day), ("until", Schemas.day), ("version", Schemas.integer),
      ], required: ["id", "house_id", "role"])
  ]

  private static let listDoc = RouteDoc(
    tag: "occupancies", id: "list_occupancies", summary: "The links of one house, person or shop, ended ones too.",
    parameters: ["house_id", "person_id", "shop_id"].map {
      .init(name: $0, about: "Exactly one of the three.", schema: Schemas.integer)
    }, answer: Schemas.page(Schemas.ref("Occupancy")))

  private static let getDoc = RouteDoc(
    tag: "occupancies", id: "get_occupancy", summary: "One link.", answer: Schemas.ref("Occupancy"))

  private static let addDoc = RouteDoc(
    tag: "occupancies", id: "add_occupancy", summary: "Links a person or shop to a house.",
    body: Schemas.object(
      [
        ("house_id", Schemas.integer), ("person_id", Schemas.optionalInteger), ("shop_id", Schemas.optionalInteger),
        ("role", Schemas.words(["owner", "family", "tenant", "operator"])), ("since", Schemas.day),
        ("until", Schemas.day),
      ], required: ["house_id", "role"]), status: 201, answer: Schemas.ref("Occupancy"))

  private static let endDoc = RouteDoc(
    tag: "occupancies", id: "end_occupancy",
    summary: "Ends a link: from until on it does not hold; null opens it again.",
    body: Schemas.object([("until", Schemas.day)], required: ["until"]), answer: Schemas.ref("Occupancy"),
    needsIfMatch: true)
}
