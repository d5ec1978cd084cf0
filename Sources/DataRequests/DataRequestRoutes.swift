import FilterLanguage
import Kernel
import Ledgers
import Platform
import Server

/// Requests for data in place of forms (向系统要数据): an office asks, committees answer.
package enum DataRequestRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/data_requests", addDoc) { call, app in
      let view = try await AskForData.run(wish(call.json()), caller: call.caller, app: app)
      var reply = answer(view, call, app, status: 201)
      reply.headers[.location] = "/v1/data_requests/\(view.row.id)"
      return reply
    },
    .call(.post, "/v1/data_requests/preview", previewDoc) { call, app in
      .json(
        DataRequestJSON.json(try await PreviewDataRequest.run(wish(call.json()), caller: call.caller, app: app)))
    },
    .get("/v1/data_requests", listDoc) { call, app in
      let page = try await ListDataRequests.run(
        isWaiting: call.flag("waiting"), isOpen: call.choice("state", State.self).map { $0 == .open },
        before: call.cursor(), limit: call.limit(), caller: call.caller, app: app)
      let today = app.clock.today
      return .list(
        page.items.map { DataRequestJSON.json($0, today) }, total: page.total, next: page.next.map { String($0) },
        asOf: today)
    },
    .get("/v1/data_requests/{id}", getDoc) { call, app in
      answer(try await GetDataRequest.run(call.id(), caller: call.caller, app: app), call, app)
    },
    .call(.post, "/v1/data_requests/{id}/answers", answerDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatchIfGiven(), try call.json())
      let acts = AnswerDataRequest.Act.allCases.map(\.rawValue)
      guard let act = try body.optionalChoice("action", acts).flatMap(AnswerDataRequest.Act.init) else {
        throw body.bad("action", "缺少「action」。", suggestions: acts)
      }
      let wish = AnswerDataRequest.Wish(
        act, reason: try body.optionalText("reason", limit: 500),
        committee: try body.optionalText("committee", limit: 32))
      try body.finish()
      return answer(
        try await AnswerDataRequest.run(id, wish, version: version, caller: call.caller, app: app), call, app)
    },
    .call(.post, "/v1/data_requests/{id}/close", closeDoc) { call, app in
      answer(
        try await CloseDataRequest.run(
          call.id(), version: call.ifMatchIfGiven(), caller: call.caller, app: app), call, app)
    },
  ]

  enum State: String, CaseIterable { case open, closed }

  private static func wish(_ body: BodyReader) throws(Problem) -> DataRequestInput {
    var wish = DataRequestInput()
    wish.title = try body.optionalThing("title", limit: 64)
    wish.purpose = try body.optionalText("purpose", limit: 500)
    wish.basis = try body.optionalText("basis", limit: 500)
    wish.subject = try body.optionalChoice("subject", Subject.searchable.map(\.word)).flatMap { Subject(word: $0) }
    wish.source = try LedgerBody.source(body)
    wish.columns = try LedgerBody.columns(body, "columns")
    wish.sort = try body.optionalText("sort", limit: 200)
    wish.areas = try body.optionalWords("areas")
    (wish.due, wish.keptUntil) = (try body.optionalDay("due"), try body.optionalDay("keep_until"))
    wish.despite = try body.optionalText("despite", limit: 500)
    try body.finish()
    return wish
  }

  private static func answer(_ view: DataRequestView, _ call: RequestContext, _ app: AppContext, status: Int = 200)
    -> Response
  {
    .row(
      DataRequestJSON.json(view, app.clock.today).text, version: view.version, of: call,
      status: .init(code: status), withMore: true)
  }
}
