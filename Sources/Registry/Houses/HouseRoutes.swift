import Kernel
import Server

/// Addresses, houses and buildings.
package enum HouseRoutes {
  private static let kinds = ["dwelling", "shopfront", "office", "other"]

  package static let routes: [Route] = [
    .get("/v1/houses/resolve", resolveDoc) { call, app in
      guard let text = call.query["address"], !text.isEmpty, text.count <= 400 else {
        throw call.bad("address", "请在 address 中写明地址，最多 400 个字符。")
      }
      let answer = try await ResolveAddress.run(text, caller: call.caller, app: app)
      return .json(resolution(answer))
    },
    .get("/v1/houses/{id}/timeline", timelineDoc) { call, app in
      let limit = try call.number("limit", default: 100, in: 1...500)
      let events = try await HouseTimeline.run(
        call.id(), before: call.query["cursor"], limit: limit, caller: call.caller, app: app)
      return .json([
        "items": .array(events.items.map(event)), "next_cursor": events.next.map { .string($0) } ?? .null,
      ])
    },
    .call(.post, "/v1/houses", addDoc) { call, app in
      let body = try call.json()
      let request = AddHouse.Request(
        address: try body.thing("address", limit: 200), committee: try body.text("committee", limit: 32),
        grid: try body.optionalText("grid", limit: 32), kind: try body.optionalChoice("kind", kinds) ?? "dwelling",
        area: try area(body), stored: try StoredFieldBody.values(of: .houses, body))
      try body.finish()
      let id = try await AddHouse.run(request, caller: call.caller, app: app)
      return try await RowRoutes.answer(.houses, id, call, app, status: 201)
    },
    .call(.patch, "/v1/houses/{id}", changeHouseDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatch(), try call.json())
      var patch = HousePatch()
      patch.kind = try body.change("kind") { name throws(Problem) in
        try required(body.optionalChoice(name, kinds), name, body)
      }
      patch.area = try body.change("area_m2") { _ throws(Problem) in try area(body) }
      patch.stored = try StoredFieldBody.changes(of: .houses, body)
      try body.finish()
      try await ChangeRow.run(id, .house(patch), version: version, caller: call.caller, app: app)
      return try await RowRoutes.answer(.houses, id, call, app)
    },
    .call(.patch, "/v1/buildings/{id}", changeBuildingDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatch(), try call.json())
      var patch = BuildingPatch()
      patch.stored = try StoredFieldBody.changes(of: .buildings, body)
      try body.finish()
      try await ChangeRow.run(id, .building(patch), version: version, caller: call.caller, app: app)
      return try await RowRoutes.answer(.buildings, id, call, app)
    },
  ]

  private static func resolution(_ answer: ResolveAddress.Answer) -> JSONValue {
    .object([
      .init("match", .string(answer.match.rawValue)),
      .init("houses", .array(answer.houses.compactMap { try? JSONReader.read($0) })),
      .init("canonical", answer.canonical.map { .string($0) } ?? .null),
      .init("reason", answer.reason.map { .string($0) } ?? .null),
      .init("unread", .array(answer.unread.map { .string($0) })),
    ])
  }

  private static func event(_ event: HouseTimeline.Event) -> JSONValue {
    .object([
      .init("at", .string(event.at)), .init("kind", .string(event.kind)), .init("title", .string(event.title)),
      .init("subject", .string(event.subject.rawValue)), .init("subject_id", .number(Double(event.subjectID))),
    ])
  }

  private static func area(_ body: BodyReader) throws(Problem) -> Double? {
    guard let area = try body.optionalNumber("area_m2") else { return nil }
    guard area > 0, area < 1_000_000 else { throw body.bad("area_m2", "面积应大于 0 平方米。") }
    return area
  }

  private static func required(_ text: String?, _ name: String, _ body: BodyReader) throws(Problem) -> String {
    guard let text else { throw body.bad(name, "「\(name)」不能为空。") }
    return text
  }
}

extension HouseRoutes {
  private static let resolveDoc = RouteDoc(
    tag: "houses", id: "resolve_address", summary: "Which house an address means; never a guess.",
    parameters: [.init(name: "address", about: "As people write it.", schema: Schemas.text, isRequired: true)],
    answer: Schemas.object(
      [
        ("match", Schemas.words(["one", "many", "none"])), ("houses", Schemas.array(Schemas.ref("House"))),
        ("canonical", Schemas.optionalText), ("reason", Schemas.optionalText), ("unread", Schemas.array(Schemas.text)),
      ], required: ["match", "houses", "canonical"]))

  private static let timelineDoc = RouteDoc(
    tag: "houses", id: "get_house_timeline", summary: "All that happened at an address, newest first.",
    parameters: [
      .init(name: "limit", about: "Events in the page.", schema: Schemas.integer),
      .init(name: "cursor", about: "next_cursor of the page before.", schema: Schemas.text),
    ],
    answer: Schemas.page(
      Schemas.object([
        ("at", Schemas.text), ("kind", Schemas.text), ("title", Schemas.text), ("subject", Schemas.text),
        ("subject_id", Schemas.integer),
      ])))

  private static let changeable: [(String, JSONValue)] =
    [("kind", Schemas.words(kinds)), ("area_m2", Schemas.number)] + StoredFieldBody.schemas(of: .houses)

  private static let addDoc = RouteDoc(
    tag: "houses", id: "add_house", summary: "A new house in a committee.",
    body: Schemas.object(
      [("address", Schemas.text), ("committee", Schemas.text), ("grid", Schemas.optionalText)] + changeable,
      required: ["address", "committee"]), status: 201, answer: Schemas.ref("House"))

  private static let changeHouseDoc = RouteDoc(
    tag: "houses", id: "change_house", summary: "New values for some fields of a house.",
    body: Schemas.object(changeable), answer: Schemas.ref("House"), needsIfMatch: true)

  private static let changeBuildingDoc = RouteDoc(
    tag: "buildings", id: "change_building", summary: "New values for some fields of a building.",
    body: Schemas.object(StoredFieldBody.schemas(of: .buildings)),
    answer: Schemas.ref("Building"), needsIfMatch: true)
}
