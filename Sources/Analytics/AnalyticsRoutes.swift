import FilterLanguage
import HotSpots
import Kernel
import Registry
import Server
import WorkOrders

/// Why: what makes most of the trouble, where it meets, what climbs, and who handles it well.
package enum AnalyticsRoutes {
  package static let routes: [Route] = [
    .get("/v1/analytics/pareto", paretoDoc) { call, app in
      let word = call.query["subject"] ?? Subject.workOrders.word
      guard let subject = Subject.searchable.first(where: { $0.word == word }) else {
        throw call.bad("subject", "没有「\(word)」这个对象。", suggestions: Subject.searchable.map(\.word))
      }
      guard let by = call.query["by"], !by.isEmpty else { throw call.bad("by", "缺少「by」：按哪一项统计。") }
      let answer = try await CountPareto.run(
        question(call, subject), by: by, limit: call.number("limit", default: 20, in: 1...500), caller: call.caller,
        app: app)
      return .json(AnalyticsJSON.pareto(answer))
    },
    .get("/v1/analytics/hotspots", hotSpotsDoc) { call, app in
      let answer = try await FindHotSpots.run(request(call), caller: call.caller, app: app)
      return .json([
        "total": .integer(answer.items.count), "items": .array(answer.items.map(AnalyticsJSON.hotSpot)),
        "as_of": .string(answer.asOf.description),
      ])
    },
    .call(.post, "/v1/analytics/hotspots/{key}/work_order", raiseDoc) { call, app in
      let text = try optionalBody(call) { body throws(Problem) in try body.optionalText("text") }
      let answer = try await ActOnHotSpot.raise(
        call.word("key"), request(call), text: text ?? nil, caller: call.caller, app: app)
      var reply = Response.json(try WorkOrderJSON.pushed(answer.order), status: answer.isNew ? .created : .ok)
      reply.headers[.location] = "/v1/work_orders/\(answer.order.id)"
      return reply
    },
    .call(.post, "/v1/analytics/hotspots/{key}/note", noteDoc) { call, app in
      let body = try call.json()
      let (title, text) = (try body.optionalText("title", limit: 200), try body.text("text"))
      try body.finish()
      let id = try await ActOnHotSpot.note(
        call.word("key"), request(call), title: title, text: text, caller: call.caller, app: app)
      return .json(["id": .integer(id), "key": .string(try call.word("key"))], status: .created)
    },
    .get("/v1/analytics/notes", notesDoc) { call, app in
      let page = try await ActOnHotSpot.notes(
        before: call.rowID("cursor"), limit: call.number("limit", default: 50, in: 1...500), caller: call.caller,
        app: app)
      return .list(
        page.items.map(AnalyticsJSON.note), total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .get("/v1/analytics/ladder", ladderDoc) { call, app in
      let answer = try await ReadLadder.run(
        question(call), by: call.choice("by", ReadLadder.Place.self) ?? .committee,
        days: call.number("days", default: 30, in: 1...366), limit: call.number("limit", default: 50, in: 1...500),
        caller: call.caller, app: app)
      return .json(AnalyticsJSON.ladder(answer))
    },
    .get("/v1/analytics/performance", performanceDoc) { call, app in
      let weights = try weights(call)
      let answer = try await ReadPerformance.run(
        question(call), by: call.choice("by", ReadPerformance.Key.self) ?? .unit, from: call.day("from"),
        to: call.day("to"), weights: weights, caller: call.caller, app: app)
      return .json(AnalyticsJSON.performance(answer, weights))
    },
  ]

  private static func question(_ call: RequestContext, _ subject: Subject = .workOrders) throws(Problem)
    -> SearchQuestion
  {
    SearchQuestion(subject, where: .text(call.query["where"] ?? ""), asOf: try call.day("as_of"))
  }

  private static func request(_ call: RequestContext) throws(Problem) -> FindHotSpots.Request {
    FindHotSpots.Request(
      try question(call), days: try call.number("days", default: 30, in: 1...366),
      within: try call.number("within", default: 30, in: 1...90),
      limit: try call.number("limit", default: 20, in: 1...200))
  }

  /// A body that may be left out.
  private static func optionalBody<Value>(
    _ call: RequestContext, _ read: (BodyReader) throws(Problem) -> Value
  ) throws(Problem) -> Value? {
    guard case .bytes(let bytes) = call.body, !bytes.isEmpty else { return nil }
    let body = try call.json()
    let value = try read(body)
    try body.finish()
    return value
  }

  /// `0.2,0.2,0.3,0.3`: response, on time, solved, satisfied.
  private static func weights(_ call: RequestContext) throws(Problem) -> Performance.Weights {
    guard let words = try call.words("weights") else { return Performance.Weights() }
    let numbers = words.compactMap { Double($0) }.filter { (0...1000).contains($0) }
    guard words.count == 4, numbers.count == 4, numbers.contains(where: { $0 > 0 }) else {
      throw call.bad("weights", "「weights」应为四个不小于 0、不全为 0 的数，依次为响应、按时、解决、满意。")
    }
    return Performance.Weights(response: numbers[0], onTime: numbers[1], solved: numbers[2], satisfied: numbers[3])
  }
}
