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
        items.map { .object(members($0.version) + [.init("version", .integer($0.rowVersion))]) }, total: total,
        next: next, asOf: request.asOf ?? app.clock.today)
    },
    .get("/v1/duties/{code}", getDoc) { call, app in
      answer(
        try await GetDuty.run(call.word("code"), asOf: call.day("as_of"), caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/duties", addDoc) { call, app in
      let body = try call.json()
      let (draft, since) = (try draft(body), try body.optionalDay("since"))
      try body.finish()
      let view = try await AddDuty.run(draft, since: since, caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/duties/\(view.row.code)"
      return reply
    },
    .call(.patch, "/v1/duties/{code}", changeDoc) { call, app in
      let (code, version, body) = (try call.word("code"), try call.ifMatch(), try call.json())
      let (patch, since) = (try patch(body), try body.optionalDay("since"))
      try body.finish()
      return answer(
        try await ChangeDuty.run(
          code, patch, since: since, version: version, caller: call.caller, app: app), call)
    },
    .call(.delete, "/v1/duties/{code}", endDoc) { call, app in
      try await EndDuty.run(call.word("code"), version: call.ifMatch(), caller: call.caller, app: app)
      return .noContent
    },
  ]

  private static func draft(_ body: BodyReader) throws(Problem) -> Duty {
    Duty(
      code: try body.text("code", limit: 16), category: try body.thing("category", limit: 40),
      subcategory: try body.thing("subcategory", limit: 40), keywords: try keywords(body) ?? [],
      unless: try body.optionalThings("unless") ?? [], unit: try body.thing("unit", limit: 40),
      coUnits: try body.optionalThings("co_units") ?? [], basis: try body.optionalThing("basis", limit: 500) ?? "",
      basisKind: try basisKind(body) ?? .practice, level: try level(body) ?? .street,
      deadlineDays: try whole(body, "deadline_workdays") ?? 5, urgentHours: try whole(body, "urgent_hours"))
  }

  private static func patch(_ body: BodyReader) throws(Problem) -> DutyPatch {
    var patch = DutyPatch()
    patch.category = try body.change("category") { name throws(Problem) in try body.thing(name, limit: 40) }
    patch.subcategory = try body.change("subcategory") { name throws(Problem) in try body.thing(name, limit: 40) }
    patch.keywords = try body.change("keywords") { _ throws(Problem) in try keywords(body) }
    patch.unless = try body.change("unless") { name throws(Problem) in try body.optionalThings(name) }
    patch.unit = try body.change("unit") { name throws(Problem) in try body.thing(name, limit: 40) }
    patch.coUnits = try body.change("co_units") { name throws(Problem) in try body.optionalThings(name) }
    patch.basis = try body.change("basis") { name throws(Problem) in try body.optionalThing(name, limit: 500) }
    patch.basisKind = try body.change("basis_kind") { _ throws(Problem) in try basisKind(body) }
    patch.level = try body.change("level") { _ throws(Problem) in try level(body) }
    patch.deadlineDays = try body.change("deadline_workdays") { name throws(Problem) in try whole(body, name) }
    patch.urgentHours = try body.change("urgent_hours") { name throws(Problem) in try whole(body, name) }
    return patch
  }

  /// `["楼道+堆物","乱堆物"]`: any of these, the words joined by `+` all of them.
  private static func keywords(_ body: BodyReader) throws(Problem) -> [[String]]? {
    try body.optionalThings("keywords")?.map {
      $0.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func basisKind(_ body: BodyReader) throws(Problem) -> Duty.BasisKind? {
    try body.optionalChoice("basis_kind", Duty.BasisKind.allCases.map(\.rawValue)).flatMap(Duty.BasisKind.init)
  }

  private static func level(_ body: BodyReader) throws(Problem) -> Duty.Level? {
    try body.optionalChoice("level", Duty.Level.allCases.map(\.rawValue)).flatMap(Duty.Level.init)
  }

  private static func whole(_ body: BodyReader, _ name: String) throws(Problem) -> Int? {
    try body.optionalInteger(name).map { Int($0) }
  }

  private static func answer(_ view: DutyView, _ call: RequestContext, status: Int = 200) -> Response {
    let json = JSONValue.object(
      members(view.shown) + [
        .init("version", .integer(view.row.version)),
        .init("versions", .array(view.row.versions.map { .object(members($0)) })),
      ])
    // Which version is shown depends on the day.
    return .row(json.text, version: view.row.version, of: call, status: .init(code: status), withMore: true)
  }

  private static func members(_ version: DutyVersion) -> [JSONValue.Member] {
    let duty = version.duty
    return [
      .init("code", .string(duty.code)), .init("category", .string(duty.category)),
      .init("subcategory", .string(duty.subcategory)), .init("keywords", .texts(duty.writtenKeywords)),
      .init("unless", .texts(duty.unless)), .init("unit", .string(duty.unit)), .init("co_units", .texts(duty.coUnits)),
      .init("basis", .string(duty.basis)), .init("basis_kind", .string(duty.basisKind.rawValue)),
      .init("level", .string(duty.level.rawValue)), .init("kind", .string(duty.kind.rawValue)),
      .init("deadline_workdays", .integer(duty.deadlineDays)),
      .init("urgent_hours", .integer(duty.urgentHours)), .init("since", .string(version.since.description)),
      .init("until", .optional(version.until?.description)), .init("by", .string(version.by)),
    ]
  }
}
