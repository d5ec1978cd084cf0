import FilterLanguage
import Kernel
import Server

/// The catalogue of tags.
package enum TagRoutes {
  package static let routes: [Route] = [
    .get("/v1/tags", listDoc) { call, app in
      var request = ListTags.Request()
      request.subject = try call.choice("subject", TagSubject.self)
      request.line = call.query["line"]
      request.isComputed = try call.choice("kind", Kind.self).map { $0 == .computed }
      request.withRetired = try call.flag("retired")
      request.after = try call.codeCursor()
      request.limit = try call.number("limit", default: 500, in: 1...500)
      let (total, items, next) = try await ListTags.run(request, caller: call.caller, app: app)
      return .list(items.map(json), total: total, next: next, asOf: app.clock.today)
    },
    .get("/v1/tags/{code}", getDoc) { call, app in
      answer(try await GetTag.run(call.word("code"), caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/tags", addDoc) { call, app in
      let body = try call.json()
      let area = try body.optionalText("area", limit: 32)
      let view = try await AddTag.run(draft(body), area: area, caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/tags/\(view.tag.code)"
      return reply
    },
    .call(.patch, "/v1/tags/{code}", changeDoc) { call, app in
      let (code, version, patch) = (try call.word("code"), try call.ifMatch(), try patch(call.json()))
      return answer(
        try await ChangeTag.run(code, patch, version: version, caller: call.caller, app: app), call)
    },
  ]

  package enum Kind: String, CaseIterable { case assigned, computed }

  static let levels: [AreaFacts.Level] = [.city, .district, .subdistrict, .committee]

  private static func draft(_ body: BodyReader) throws(Problem) -> TagDraft {
    let subject = try body.optionalChoice("subject", TagSubject.allCases.map(\.rawValue)) ?? ""
    let level = try body.optionalChoice("level", levels.map(\.rawValue)) ?? ""
    guard let subject = TagSubject(rawValue: subject) else {
      throw body.bad("subject", "缺少「subject」。", suggestions: TagSubject.allCases.map(\.rawValue))
    }
    guard let level = AreaFacts.Level(rawValue: level) else {
      throw body.bad("level", "缺少「level」。", suggestions: levels.map(\.rawValue))
    }
    let kind = try body.optionalChoice("kind", Kind.allCases.map(\.rawValue))
    let rule = try body.optionalText("rule", limit: 4000)
    if let kind, (kind == Kind.computed.rawValue) != (rule != nil) {
      throw body.bad("rule", rule == nil ? "自动计算的标签必须有规则。" : "人工打标的标签不能有规则。")
    }
    let draft = TagDraft(
      code: try body.thing("code", limit: 16), name: try body.thing("name", limit: 40),
      aliases: try body.optionalThings("aliases") ?? [], line: try body.thing("line", limit: 40), subject: subject,
      level: level, rule: rule,
      sensitivity: try body.optionalChoice("sensitivity", ["no", "yes", "restricted"]) ?? "no",
      validDays: try body.optionalInteger("valid_days").map { Int($0) },
      about: try body.optionalThing("about") ?? "")
    try body.finish()
    return draft
  }

  private static func patch(_ body: BodyReader) throws(Problem) -> TagPatch {
    var patch = TagPatch()
    patch.name = try body.change("name") { name throws(Problem) in try body.thing(name, limit: 40) }
    patch.aliases = try body.change("aliases") { name throws(Problem) in try body.optionalThings(name) }
    patch.rule = try body.change("rule") { name throws(Problem) in try body.optionalText(name, limit: 4000) }
    patch.about = try body.change("about") { name throws(Problem) in try body.optionalThing(name) ?? "" }
    patch.validDays = try body.change("valid_days") { name throws(Problem) in
      try body.optionalInteger(name).map { Int($0) }
    }
    patch.isRetired = try body.change("retired") { name throws(Problem) in try body.optionalFlag(name) ?? false }
    try body.finish()
    return patch
  }

  private static func answer(_ view: TagView, _ call: RequestContext, status: Int = 200) -> Response {
    .row(json(view).text, version: view.tag.version, of: call, status: .init(code: status))
  }

  package static func json(_ view: TagView) -> JSONValue {
    let tag = view.tag
    return [
      "code": .string(tag.code), "name": .string(tag.name), "aliases": .texts(tag.aliases),
      "line": .string(tag.line), "subject": .string(tag.subject.rawValue), "level": .string(tag.level.rawValue),
      "kind": .string(tag.kind), "rule": .optional(tag.rule), "explanation": .optional(view.explanation),
      "broken": view.fault.map { ["code": .string($0.code), "detail": .string($0.detail)] } ?? .null,
      "sensitivity": .string(tag.sensitivity), "valid_days": .integer(tag.validDays), "about": .string(tag.about),
      "retired": .bool(tag.isRetired), "area": .optional(view.owner), "version": .integer(tag.version),
    ]
  }
}
