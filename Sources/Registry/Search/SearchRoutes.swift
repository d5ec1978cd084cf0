import FilterLanguage
import Kernel
import Platform
import Server

/// The same questions for every kind that can be asked for: list, search by body, facets, and what a filter means.
package enum SearchRoutes {
  package static let routes: [Route] = Subject.searchable.flatMap { subject in
    [
      Route.get("/v1/\(subject.word)", listDoc(subject)) { call, app in
        try await answer(listRequest(call, subject), call, app)
      },
      Route.call(.post, "/v1/\(subject.word)/search", searchDoc(subject)) { call, app in
        try await answer(searchRequest(call, subject), call, app)
      },
      Route.get("/v1/\(subject.word)/facets", facetsDoc(subject)) { call, app in
        try await facets(call, subject, app)
      },
      Route.get("/v1/\(subject.word)/explain", explainDoc(subject)) { call, app in
        let answer = try ExplainFilter.run(question(call, subject), caller: call.caller, app: app)
        return .json([
          "subject": .string(subject.word), "where": .string(answer.text), "where_json": answer.json,
          "explanation": .string(answer.explanation),
        ])
      },
    ]
  }

  private static func answer(_ request: Search.Request, _ call: RequestContext, _ app: AppContext) async throws
    -> Response
  {
    .json(page: try await Search.run(request, caller: call.caller, app: app))
  }

  private static func question(_ call: RequestContext, _ subject: Subject) throws(Problem) -> SearchQuestion {
    SearchQuestion(subject, where: .text(call.query["where"] ?? ""), asOf: try call.day("as_of"))
  }

  private static func listRequest(_ call: RequestContext, _ subject: Subject) throws(Problem) -> Search.Request {
    var request = Search.Request(
      try question(call, subject), select: try call.words("select"), sort: call.query["sort"],
      limit: try call.number("limit", default: 50, in: 1...500), cursor: call.query["cursor"],
      counts: try counts(call.query["count"]))
    if subject == .workOrders { request.mine = try call.flag("mine") }
    return request
  }

  private static func counts(_ word: String?) throws(Problem) -> Bool {
    switch word {
    case nil, "exact"?: return true
    case "none"?: return false
    default:
      let detail = "「count」应为 exact 或 none。"
      throw Problem(.invalid, "bad_parameter", detail, notes: [.init(.parameter("count"), detail)])
    }
  }

  private static func searchRequest(_ call: RequestContext, _ subject: Subject) throws(Problem) -> Search.Request {
    let body = try call.json()
    let condition: SearchQuestion.Condition =
      switch body.value("where") {
      case nil, .null?: .text("")
      case .string(let text)?: .text(text)
      case let value?: .json(value)
      }
    let limit = try body.optionalInteger("limit") ?? 50
    guard (1...500).contains(limit) else { throw body.bad("limit", "「limit」应为 1 到 500 之间的整数。") }
    let request = Search.Request(
      SearchQuestion(subject, where: condition, asOf: try body.optionalDay("as_of")),
      select: try body.optionalWords("select"), sort: try body.optionalText("sort"), limit: Int(limit),
      cursor: try body.optionalText("cursor"), counts: try counts(body.optionalText("count")))
    try body.finish()
    return request
  }

  private static func facets(_ call: RequestContext, _ subject: Subject, _ app: AppContext) async throws -> Response {
    let answer = try await CountFacets.run(
      try question(call, subject), by: try call.words("by") ?? ["tag"], caller: call.caller, app: app)
    return .json([
      "total": .number(Double(answer.total)), "as_of": .string(answer.asOf.description),
      "facets": .object(
        answer.facets.map { facet in
          .init(
            facet.name,
            .array(facet.counts.map { ["value": .string($0.value), "count": .number(Double($0.count))] }))
        }),
    ])
  }
}

extension Response {
  /// A page of rows that are JSON already: put together as bytes, without reading them again.
  package static func json(page: Search.Answer) -> Response {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(page.items.reduce(256) { $0 + $1.utf8.count + 1 })
    bytes.append(contentsOf: "{\"total\":".utf8)
    bytes.append(contentsOf: (page.total.map(String.init) ?? "null").utf8)
    bytes.append(contentsOf: ",\"items\":[".utf8)
    for (index, item) in page.items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: item.utf8)
    }
    bytes.append(contentsOf: "],\"next_cursor\":".utf8)
    (page.nextCursor.map { JSONValue.string($0) } ?? .null).write(to: &bytes)
    bytes.append(contentsOf: ",\"as_of\":\"\(page.asOf)\"}".utf8)
    return .json(bytes)
  }
}
