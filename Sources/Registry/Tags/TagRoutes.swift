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
      return .list(items.map(TagWire.tag.json), total: total, next: next, asOf: app.clock.today)
    },
    .get("/v1/tags/{code}", getDoc) { call, app in
      answer(try await GetTag.run(call.word("code"), caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/tags", addDoc) { call, app in
      let sent = try TagWire.new.read(call.json(), into: TagWire.blank)
      let (draft, kind) = (sent.value, sent[TagWire.kind])
      if let kind, (kind == .computed) != (draft.rule != nil) {
        throw try call.json().bad("rule", draft.rule == nil ? "自动计算的标签必须有规则。" : "人工打标的标签不能有规则。")
      }
      let view = try await AddTag.run(draft, area: sent[TagWire.area], caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/tags/\(view.tag.code)"
      return reply
    },
    .call(.patch, "/v1/tags/{code}", changeDoc) { call, app in
      let (code, version) = (try call.word("code"), try call.ifMatch())
      let patch = try TagWire.patch.read(call.json(), into: TagPatch()).value
      return answer(
        try await ChangeTag.run(code, patch, version: version, caller: call.caller, app: app), call)
    },
  ]

  package enum Kind: String, CaseIterable, Sendable { case assigned, computed }

  private static func answer(_ view: TagView, _ call: RequestContext, status: Int = 200) -> Response {
    .row(TagWire.tag.json(view).text, version: view.tag.version, of: call, status: .init(code: status))
  }
}
