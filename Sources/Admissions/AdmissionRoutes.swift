import Kernel
import Server

/// Tasks that departments want to hand down, held against the lists (事项准入).
package enum AdmissionRoutes {
  package static let routes: [Route] = [
    .get("/v1/admissions", listDoc) { call, app in
      let page = try await ListAdmissions.run(
        verdict: call.choice("verdict", Verdict.self), isOpen: call.choice("state", State.self).map { $0 == .open },
        before: call.cursor(), limit: call.limit(), caller: call.caller, app: app)
      return .list(
        page.items.map(json), total: page.total, next: page.next.map { String($0) }, asOf: app.clock.today)
    },
    .get("/v1/admissions/{id}", getDoc) { call, app in
      answer(try await GetAdmission.run(call.id(), caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/admissions", addDoc) { call, app in
      let body = try call.json()
      let draft = AdmissionDraft(
        title: try body.text("title", limit: 200), text: try body.text("text", limit: 4000),
        fromUnit: try body.thing("from_unit", limit: 64),
        proposedUnit: try body.optionalThing("proposed_unit", limit: 64),
        basis: try body.optionalText("basis", limit: 500))
      try body.finish()
      let made = try await CheckAdmission.run(draft, caller: call.caller, app: app)
      var reply = answer(made, call, status: 201)
      reply.headers[.location] = "/v1/admissions/\(made.id)"
      return reply
    },
    .call(.post, "/v1/admissions/{id}/decision", decideDoc) { call, app in
      let (id, body) = (try call.id(), try call.json())
      let choices = Admission.Decision.allCases.map(\.rawValue)
      guard let decision = try body.optionalChoice("decision", choices).flatMap(Admission.Decision.init) else {
        throw body.bad("decision", "缺少「decision」。", suggestions: choices)
      }
      let reason = try body.optionalText("reason", limit: 1000)
      try body.finish()
      return answer(
        try await DecideAdmission.run(id, decision, reason: reason, caller: call.caller, app: app), call)
    },
    .get("/v1/matters", mattersDoc) { call, app in
      let matters = try ListMatters.run(kind: call.choice("kind", Matter.Kind.self), caller: call.caller)
      return .list(
        matters.map { matter in
          [
            "code": .string(matter.code), "kind": .string(matter.kind.rawValue), "name": .string(matter.name),
            "keywords": .texts(matter.keywords.map { $0.joined(separator: "+") }), "source": .string(matter.source),
          ]
        }, total: matters.count, next: nil, asOf: app.clock.today)
    },
  ]

  enum State: String, CaseIterable { case open, decided }

  private static func answer(_ admission: Admission, _ call: RequestContext, status: Int = 200) -> Response {
    .row(json(admission).text, version: admission.version, of: call, status: .init(code: status))
  }

  private static func json(_ admission: Admission) -> JSONValue {
    let draft = admission.draft
    return [
      "id": .integer(admission.id), "title": .string(draft.title), "text": .string(draft.text),
      "from_unit": .string(draft.fromUnit), "proposed_unit": .optional(draft.proposedUnit),
      "basis": .optional(draft.basis), "verdict": .string(admission.verdict.rawValue),
      "matches": .array(admission.matches.map(match)), "advice": .string(admission.advice),
      "decision": .optional(admission.decision?.rawValue), "reason": .optional(admission.reason),
      "decided_by": .optional(admission.decidedBy), "decided_at": .optional(admission.decidedAt),
      "by": .string(admission.by), "made_at": .string(admission.madeAt), "version": .integer(admission.version),
    ]
  }

  private static func match(_ match: AdmissionMatch) -> JSONValue {
    [
      "duty": .string(match.duty), "subcategory": .string(match.subcategory), "kind": .string(match.kind),
      "unit": .optional(match.unit), "basis": .string(match.basis), "reasons": .texts(match.reasons),
    ]
  }
}
