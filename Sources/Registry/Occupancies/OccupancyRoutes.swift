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
      return .list(rows.map(OccupancyWire.occupancy.json), total: rows.count, next: nil, asOf: app.clock.today)
    },
    .get("/v1/occupancies/{id}", getDoc) { call, app in
      try await answer(call.id(), call, app)
    },
    .call(.post, "/v1/occupancies", addDoc) { call, app in
      let new = try OccupancyWire.new.read(call.json(), into: .init()).value
      let draft = OccupancyDraft(
        house: new.house, subject: try subject(new), role: new.role, since: new.since, until: new.until,
        source: "manual")
      let id = try await Occupancies.add(draft, caller: call.caller, app: app)
      return try await answer(id, call, app, status: 201)
    },
    .call(.patch, "/v1/occupancies/{id}", endDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatch(), try call.json())
      guard body.has("until") else { throw body.bad("until", "缺少「until」：从哪一天起不再成立。") }
      let until = try OccupancyWire.end.read(body, into: nil).value
      try await Occupancies.end(id, until: until, version: version, caller: call.caller, app: app)
      return try await answer(id, call, app)
    },
  ]

  private static func answer(_ id: Int64, _ call: RequestContext, _ app: AppContext, status: Int = 200) async throws
    -> Response
  {
    let row = try await Occupancies.get(id, caller: call.caller, app: app)
    var reply = Response.row(
      OccupancyWire.occupancy.json(row).text, version: row.version, of: call, status: .init(code: status))
    if status == 201 { reply.headers[.location] = "/v1/occupancies/\(id)" }
    return reply
  }

  private static func subject(_ new: OccupancyWire.New) throws(Problem) -> OccupancyDraft.Subject {
    switch (new.person, new.shop) {
    case (let id?, nil): return .person(id)
    case (nil, let id?): return .shop(id)
    default:
      let detail = "请在 person_id 和 shop_id 中恰好填写一个。"
      throw Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/person_id"), detail)])
    }
  }
}

extension OccupancyRoutes {
  package static let schemas = Schemas.entries(
    OccupancyWire.occupancy.entry, OccupancyWire.new.entry,
    ("OccupancyEnd", Schemas.object([("until", Schemas.day)], required: ["until"])))

  private static let listDoc = RouteDoc(
    tag: "occupancies", id: "list_occupancies", summary: "The links of one house, person or shop, ended ones too.",
    parameters: ["house_id", "person_id", "shop_id"].map {
      .init(name: $0, about: "Exactly one of the three.", schema: Schemas.integer)
    }, answer: Schemas.page(OccupancyWire.occupancy.schema), refuses: [404])

  private static let getDoc = RouteDoc(
    tag: "occupancies", id: "get_occupancy", summary: "One link.", answer: OccupancyWire.occupancy.schema)

  private static let addDoc = RouteDoc(
    tag: "occupancies", id: "add_occupancy", summary: "Links a person or shop to a house.",
    body: OccupancyWire.new.schema, status: 201, answer: OccupancyWire.occupancy.schema)

  private static let endDoc = RouteDoc(
    tag: "occupancies", id: "end_occupancy",
    summary: "Ends a link: from until on it does not hold; null opens it again.",
    body: OccupancyWire.end.schema, answer: OccupancyWire.occupancy.schema,
    needsIfMatch: true)
}

/// What links look like on the wire.
private enum OccupancyWire {
  static let house = WireField("house_id", .id)
  static let person = WireField("person_id", .id)
  static let shop = WireField("shop_id", .id)
  static let role = WireField("role", Codec.text().described(as: ["owner", "family", "tenant", "operator"]))
  static let since = WireField("since", .day)
  static let until = WireField("until", .day)

  static let occupancy = Shape<OccupancyRow>(
    "Occupancy",
    [
      WireField("id", .id).from(\.id), house.from(\.house), person.from(orNull: \.person), shop.from(orNull: \.shop),
      role.from(\.role), since.from(orNull: \.since), until.from(orNull: \.until),
      WireField("version", .version).from(\.version),
    ])

  struct New: Sendable {
    var (house, role) = (Int64(0), "")
    var (person, shop) = (Int64?.none, Int64?.none)
    var (since, until) = (Day?.none, Day?.none)
  }

  static let new = Input<New>(
    "NewOccupancy",
    [
      person.optional(\.person), shop.optional(\.shop), house.needed(\.house), role.needed(\.role),
      since.optional(\.since), until.optional(\.until),
    ])

  /// null opens the link again.
  static let end = Input<Day?>("OccupancyEnd", [until.optional(\.self)])
}
