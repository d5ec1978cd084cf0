import FilterLanguage
import Kernel
import Platform
import Registry
import Server

/// A second person allows more people in full than an hour has room for (four eyes).
package enum RevealApprovalRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/reveal_approvals", addDoc) { call, app in
      let view = try await AskForApproval.run(wish(call.json()), caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/reveal_approvals/\(view.approval.id)"
      return reply
    },
    .get("/v1/reveal_approvals", listDoc) { call, app in
      let page = try await ListApprovals.run(
        state: call.choice("state", RevealApprovalState.self), isWaiting: call.flag("waiting"), before: call.cursor(),
        limit: call.limit(), caller: call.caller, app: app)
      return .list(
        page.items.map(json), total: page.total, next: page.next.map { String($0) }, asOf: app.clock.today)
    },
    .get("/v1/reveal_approvals/{id}", getDoc) { call, app in
      answer(try await GetApproval.run(call.id(), caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/reveal_approvals/{id}/decision", decideDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatchIfGiven(), try call.json())
      let words = Decision.allCases.map(\.rawValue)
      guard let decision = try body.optionalChoice("decision", words).flatMap(Decision.init) else {
        throw body.bad("decision", "缺少「decision」。", suggestions: words)
      }
      let note = try body.optionalText("note", limit: 500)
      try body.finish()
      return answer(
        try await DecideApproval.run(
          id, approve: decision == .approve, note: note, version: version, caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/reveal_approvals/{id}/revoke", revokeDoc) { call, app in
      answer(try await RevokeApproval.run(call.id(), caller: call.caller, app: app), call)
    },
  ]

  enum Decision: String, CaseIterable { case approve, refuse }

  private static func wish(_ body: BodyReader) throws(Problem) -> AskForApproval.Wish {
    let (run, ledger) = (try body.optionalInteger("run"), try body.optionalInteger("ledger"))
    let about = try body.optionalChoice("subject", Subject.searchable.map(\.word)).flatMap { Subject(word: $0) }
    let filter = try condition(body)
    let subject: AskForApproval.Subject
    switch (run, ledger, about, filter) {
    case (let run?, nil, nil, nil): subject = .run(run)
    case (nil, let ledger?, nil, nil): subject = .ledger(ledger)
    case (nil, nil, let about?, let filter?): subject = .question(about, filter)
    default:
      throw body.bad(
        "run", "请说明为什么名单申请：run、ledger、或 subject 与 where，恰好一项。", suggestions: ["run", "ledger", "subject", "where"])
    }
    let (fields, purpose) = (try body.optionalWords("fields") ?? [], try body.optionalText("purpose", limit: 500) ?? "")
    let people = try body.integer("people")
    guard let until = try body.optionalDay("until") else { throw body.bad("until", "缺少「until」：最后可用的一天。") }
    try body.finish()
    return AskForApproval.Wish(
      subject, fields: fields, purpose: purpose, people: Int(clamping: people), until: until)
  }

  private static func condition(_ body: BodyReader) throws(Problem) -> SearchQuestion.Condition? {
    switch body.value("where") {
    case nil, .null?: return nil
    case .string(let text)?: return .text(text)
    case .object(let members)?: return .json(.object(members))
    default: throw body.bad("where", "「where」应为条件的文字或 JSON 形式。")
    }
  }

  private static func answer(_ view: RevealApprovalView, _ call: RequestContext, status: Int = 200) -> Response {
    .row(json(view).text, version: view.approval.version, of: call, status: .init(code: status), withMore: true)
  }

  private static func json(_ view: RevealApprovalView) -> JSONValue {
    let (row, draft) = (view.approval, view.approval.draft)
    var (run, ledger): (Int64?, Int64?) = (nil, nil)
    var about: String?
    switch draft.subject {
    case .run(let id): run = id
    case .ledger(let id, _): ledger = id
    case .question(let word, _): about = word
    }
    return [
      "id": .integer(row.id), "run": .integer(run), "ledger": .integer(ledger), "subject": .optional(about),
      "where": .optional(view.about?.question), "title": .optional(view.about?.name),
      "fields": .array(draft.fields.map { .string($0) }),
      "purpose": .string(draft.purpose), "people": .integer(draft.people), "used": .integer(row.used),
      "until": .string(draft.until.description), "state": .string(row.state.rawValue),
      "in_force": .bool(view.isInForce), "may_decide": .bool(view.mayDecide), "caller": .string(row.caller),
      "role": .string(row.role.rawValue), "made_at": .string(row.madeAt), "decided_by": .optional(row.decidedBy),
      "decided_at": .optional(row.decidedAt), "note": .optional(row.note), "revoked_by": .optional(row.revokedBy),
      "revoked_at": .optional(row.revokedAt), "version": .integer(row.version),
    ]
  }
}

extension RevealApprovalRoutes {
  private static let addDoc = RouteDoc(
    tag: "reveals", id: "ask_for_approval",
    summary:
      "Asks a second person to allow more people in full than an hour has room for, of one run, one ledger or a question.",
    body: Schemas.ref("RevealApprovalBody"), status: 201, answer: Schemas.ref("RevealApproval"))

  private static let listDoc = RouteDoc(
    tag: "reveals", id: "list_approvals",
    summary: "The caller's own requests and those of the caller's areas, the newest first.",
    parameters: [
      .init(
        name: "state", about: "waiting, approved, refused or revoked.",
        schema: Schemas.words(RevealApprovalState.allCases.map(\.rawValue))),
      .init(name: "waiting", about: "true: those that wait for this caller to decide.", schema: Schemas.flag),
    ] + RouteDoc.paging, answer: Schemas.page(Schemas.ref("RevealApproval")))

  private static let getDoc = RouteDoc(
    tag: "reveals", id: "get_approval", summary: "What was asked, what became of it, and how many it has shown.",
    answer: Schemas.ref("RevealApproval"))

  private static let decideDoc = RouteDoc(
    tag: "reveals", id: "decide_approval",
    summary: "Allows or refuses. Never by whoever asked, nor by an account that they made or changed.",
    body: Schemas.object(
      [("decision", Schemas.words(Decision.allCases.map(\.rawValue))), ("note", Schemas.optionalText)],
      required: ["decision"]), answer: Schemas.ref("RevealApproval"), takesIfMatch: true, answersETag: true)

  private static let revokeDoc = RouteDoc(
    tag: "reveals", id: "revoke_approval", summary: "Takes a request or an approval back.",
    answer: Schemas.ref("RevealApproval"))

  package static let schemas: [String: JSONValue] = [
    "RevealApprovalBody": Schemas.object(
      [
        ("run", Schemas.optionalInteger), ("ledger", Schemas.optionalInteger),
        ("subject", Schemas.words(Subject.searchable.map(\.word))), ("where", Schemas.ref("Filter")),
        ("fields", Schemas.array(Schemas.text)), ("purpose", ["type": "string", "minLength": 4, "maxLength": 500]),
        ("people", ["type": "integer", "minimum": 1, "maximum": .integer(RevealApprovalDraft.mostPeople)]),
        ("until", ["type": "string", "format": "date"]),
      ], required: ["fields", "purpose", "people", "until"]),
    "RevealApproval": Schemas.object(
      [
        ("id", Schemas.integer), ("run", Schemas.optionalInteger), ("ledger", Schemas.optionalInteger),
        ("subject", Schemas.optionalText), ("where", Schemas.optionalText), ("title", Schemas.optionalText),
        ("fields", Schemas.array(Schemas.text)),
        ("purpose", Schemas.text), ("people", Schemas.integer), ("used", Schemas.integer),
        ("until", ["type": "string", "format": "date"]),
        ("state", Schemas.words(RevealApprovalState.allCases.map(\.rawValue))), ("in_force", Schemas.flag),
        ("may_decide", Schemas.flag), ("caller", Schemas.text), ("role", Schemas.text), ("made_at", Schemas.text),
        ("decided_by", Schemas.optionalText), ("decided_at", Schemas.optionalText), ("note", Schemas.optionalText),
        ("revoked_by", Schemas.optionalText), ("revoked_at", Schemas.optionalText), ("version", Schemas.integer),
      ], required: ["id", "fields", "purpose", "people", "used", "until", "state", "version"]),
  ]
}
