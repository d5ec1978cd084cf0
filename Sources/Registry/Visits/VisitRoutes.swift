import Kernel
import Server

/// Notes of visits (走访).
package enum VisitRoutes {
  package static let routes: [Route] = [
    .get("/v1/visits", listDoc) { call, app in
      guard let house = call.query["house_id"].flatMap(Int64.init) else {
        throw call.bad("house_id", "请填写 house_id。")
      }
      let (total, rows, next) = try await Visits.list(
        house: house, cursor: call.query["cursor"], limit: call.limit(), caller: call.caller, app: app)
      return .list(rows.map(VisitWire.visit.json), total: total, next: next, asOf: app.clock.today)
    },
    .get("/v1/visits/{id}", getDoc) { call, app in
      let row = try await Visits.get(call.id(), caller: call.caller, app: app)
      return .row(VisitWire.visit.json(row).text, version: row.version, of: call)
    },
    .call(.post, "/v1/visits", addDoc) { call, app in
      let blank = VisitDraft(house: 0, on: app.clock.today)
      let draft = try VisitWire.new.read(call.json(), into: blank).value
      let id = try await Visits.add(draft, caller: call.caller, app: app)
      let row = try await Visits.get(id, caller: call.caller, app: app)
      var reply = Response.row(
        VisitWire.visit.json(row).text, version: row.version, of: call, status: .created)
      reply.headers[.location] = "/v1/visits/\(id)"
      return reply
    },
  ]

  package static let schemas = Schemas.entries(VisitWire.visit.entry, VisitWire.new.entry)

  private static let listDoc = RouteDoc(
    tag: "visits", id: "list_visits", summary: "The visits to a house, newest first.",
    parameters: [
      .init(name: "house_id", about: "The house.", schema: Schemas.integer, isRequired: true)
    ] + RouteDoc.paging, answer: Schemas.page(VisitWire.visit.schema), refuses: [404])

  private static let getDoc = RouteDoc(
    tag: "visits", id: "get_visit", summary: "One visit.", answer: VisitWire.visit.schema)

  private static let addDoc = RouteDoc(
    tag: "visits", id: "add_visit", summary: "Notes a visit.",
    body: VisitWire.new.schema, status: 201, answer: VisitWire.visit.schema)
}

/// What visits look like on the wire.
private enum VisitWire {
  static let house = WireField("house_id", .id)
  static let person = WireField("person_id", .id)
  static let on = WireField("visited_on", .day)
  static let purpose = WireField("purpose", .text(40))
  static let note = WireField("note", .text())

  static let visit = Shape<VisitRow>(
    "Visit",
    [
      WireField("id", .id).from(\.id), house.from(\.house), person.from(orNull: \.person), on.from(\.on),
      purpose.from(\.purpose), note.from(\.note), WireField("by", .text()).from(\.by),
      WireField("photos", .count).from(\.photos),
      WireField("version", .version).from(\.version), WireField("updated_at", .instant).from(\.updatedAt),
    ])

  static let new = Input<VisitDraft>(
    "NewVisit",
    [
      house.needed(\.house), person.optional(\.person), on.optional(\.on), purpose.optional(\.purpose),
      note.optional(\.note),
    ])
}
