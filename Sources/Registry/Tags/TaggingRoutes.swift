import Kernel
import Platform
import Server

/// The tags of one subject, and many taggings at once.
package enum TaggingRoutes {
  package static let routes: [Route] =
    TagSubject.allCases.flatMap(routes) + [
      .call(.post, "/v1/taggings", bulkDoc) { call, app in
        let items = try items(call.json())
        let outcomes = try await TagInBulk.run(items, caller: call.caller, app: app)
        return .json(["items": .array(outcomes.enumerated().map { json($1, at: $0) })])
      }
    ]

  private static func routes(_ subject: TagSubject) -> [Route] {
    let path = "/v1/\(subject.kind.rawValue)/{id}/tags"
    return [
      .get(path, listDoc(subject)) { call, app in
        try await list(TagTarget(subject, call.id()), call, app)
      },
      .call(.put, path + "/{code}", assignDoc(subject), intake: .json(limit: Route.jsonLimit)) { call, app in
        let target = TagTarget(subject, try call.id())
        let request =
          call.body.isEmpty
          ? AssignTag.Request(target, tag: try call.word("code"))
          : try request(call.json(), target, tag: call.word("code"))
        let answer = try await AssignTag.run(request, caller: call.caller, app: app)
        return .json(json(answer.view), status: answer.isNew ? .created : .ok)
      },
      .call(.delete, path + "/{code}", endDoc(subject)) { call, app in
        try await EndTag.run(
          TagTarget(subject, call.id()), tag: call.word("code"), caller: call.caller, app: app)
        return .noContent
      },
    ]
  }

  private static func list(_ target: TagTarget, _ call: RequestContext, _ app: AppContext) async throws -> Response {
    let asOf = try call.day("as_of") ?? app.clock.today
    if try call.flag("history") {
      let views = try await ReadTaggings.history(target, caller: call.caller, app: app)
      return .list(views.map(json), total: views.count, next: nil, asOf: asOf)
    }
    let current = try await ReadTaggings.current(target, asOf: asOf, caller: call.caller, app: app)
    let items = current.assigned.map(json) + current.computed.map(json)
    return .list(items, total: items.count, next: nil, asOf: asOf)
  }

  private static func request(
    _ body: BodyReader, _ target: TagTarget, tag: String
  ) throws(Problem) -> AssignTag.Request {
    let request = AssignTag.Request(
      target, tag: tag, since: try body.optionalDay("since"), until: try body.optionalDay("until"),
      source: try body.optionalThing("source", limit: 64), evidence: try body.optionalText("evidence"))
    try body.finish()
    return request
  }

  private static func items(_ body: BodyReader) throws(Problem) -> [TagInBulk.Item] {
    guard case .array(let values)? = body.value("items") else { throw body.bad("items", "「items」应为数组。") }
    try body.finish()
    return values.enumerated().map { index, value in
      do throws(Problem) {
        return try item(BodyReader(value, at: "/items/\(index)"))
      } catch {
        return .bad(error)
      }
    }
  }

  private static func item(_ body: BodyReader) throws(Problem) -> TagInBulk.Item {
    let kinds = TagSubject.allCases.map(\.kind.rawValue)
    let kind = try body.optionalChoice("subject", kinds)
    guard let subject = TagSubject.allCases.first(where: { $0.kind.rawValue == kind }) else {
      throw body.bad("subject", "缺少「subject」。", suggestions: kinds)
    }
    let target = TagTarget(subject, try body.integer("id"))
    let tag = try body.text("tag", limit: 64)
    guard let action = try body.optionalChoice("action", ["assign", "end"]) else {
      throw body.bad("action", "缺少「action」。", suggestions: ["assign", "end"])
    }
    if action == "assign" { return .assign(try request(body, target, tag: tag)) }
    try body.finish()
    return .end(target, tag: tag)
  }

  package static func json(_ view: TaggingView) -> JSONValue {
    let (tag, tagging) = (view.tag, view.tagging)
    return [
      "code": .string(tag.code), "name": .string(tag.name), "line": .string(tag.line), "kind": "assigned",
      "since": .string(tagging.since.description), "until": .optional(tagging.until?.description),
      "source": .string(tagging.source), "evidence": .optional(tagging.evidence), "by": .string(tagging.by),
      "made_at": .string(tagging.madeAt), "ended_by": .optional(tagging.endedBy), "explanation": .null,
    ]
  }

  private static func json(_ view: TagView) -> JSONValue {
    [
      "code": .string(view.tag.code), "name": .string(view.tag.name), "line": .string(view.tag.line),
      "kind": "computed", "since": .null, "until": .null, "source": .null, "evidence": .null, "by": .null,
      "made_at": .null, "ended_by": .null, "explanation": .optional(view.explanation),
    ]
  }

  private static func json(_ outcome: TagInBulk.Outcome, at index: Int) -> JSONValue {
    switch outcome {
    case .assigned(let answer):
      return [
        "index": .integer(index), "status": .integer(answer.isNew ? 201 : 200), "tagging": json(answer.view),
        "error": .null,
      ]
    case .ended: return ["index": .integer(index), "status": .integer(204), "tagging": .null, "error": .null]
    case .failed(let problem):
      return [
        "index": .integer(index), "status": .integer(ProblemReply.status(problem)), "tagging": .null,
        "error": ProblemReply.json(problem),
      ]
    }
  }
}

extension RequestContext.Body {
  fileprivate var isEmpty: Bool {
    switch self {
    case .none: true
    case .bytes(let bytes): bytes.isEmpty
    case .form(let fields): fields.isEmpty
    case .file: false
    }
  }
}
