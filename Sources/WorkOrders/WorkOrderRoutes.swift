import Kernel
import Platform
import Server

/// Work orders: pushing, reading, correcting. What is done with them is in `WorkOrderActionRoutes`.
package enum WorkOrderRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/work_orders", pushDoc) { call, app in
      let draft = try WorkOrderBody.read(call.json())
      let answer = try await PushWorkOrder.run(draft, caller: call.caller, app: app)
      var reply = Response.json(try WorkOrderJSON.pushed(answer.order), status: answer.isNew ? .created : .ok)
      reply.headers[.location] = "/v1/work_orders/\(answer.order.id)"
      reply.headers[.eTag] = "\"\(answer.order.version)\""
      return reply
    },
    .call(.post, "/v1/work_orders/batch", batchDoc, intake: .lines(limit: 16 << 20)) { call, app in
      let outcomes = try await PushBatch.run(items(call), caller: call.caller, app: app)
      return .json(["items": .array(try outcomes.enumerated().map { try outcome($1, at: $0) })])
    },
    .get("/v1/work_orders/{id}", getDoc) { call, app in try await answer(call.id(), call, app) },
    .call(.patch, "/v1/work_orders/{id}", changeDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatch(), try call.json())
      var patch = ChangeWorkOrder.Patch()
      patch.house = try body.change("house_id") { name throws(Problem) in try body.optionalInteger(name) }
      patch.shop = try body.change("shop_id") { name throws(Problem) in try body.optionalInteger(name) }
      patch.category = try body.change("category") { name throws(Problem) in
        try body.optionalText(name, limit: 64)
      }
      patch.duty = try body.change("duty") { name throws(Problem) in try body.optionalText(name, limit: 32) }
      try body.finish()
      try await ChangeWorkOrder.run(id, patch, version: version, caller: call.caller, app: app)
      return try await answer(id, call, app)
    },
    .get("/v1/work_orders/{id}/events", eventsDoc) { call, app in
      let (total, items, next) = try await GetWorkOrder.events(
        call.id(), after: call.rowID("cursor"), limit: call.number("limit", default: 50, in: 1...500),
        caller: call.caller, app: app)
      return .list(
        try items.map(WorkOrderJSON.event), total: total, next: next.map { String($0) }, asOf: app.clock.today)
    },
    .call(.post, "/v1/work_orders/{id}/reveal", revealDoc, keepsAnswer: false) { call, app in
      let (id, body) = (try call.id(), try call.json())
      let reason = try body.optionalText("reason", limit: 500) ?? ""
      try body.finish()
      let plain = try await RevealWorkOrder.run(id, reason: reason, caller: call.caller, app: app)
      return .json([
        "reporter": .optional(plain.reporter), "phone": .optional(plain.phone), "title": .string(plain.title),
        "text": .string(plain.text), "result": .optional(plain.result),
        "address": .optional(plain.address), "category": .optional(plain.category),
      ])
    },
  ]

  package static func answer(_ id: Int64, _ call: RequestContext, _ app: AppContext) async throws -> Response {
    let view = try await GetWorkOrder.run(id, caller: call.caller, app: app)
    return .row(try WorkOrderJSON.whole(view), version: view.version, of: call, withMore: true)
  }

  /// A line a value; what does not read is that item's failure. Empty lines are none.
  private static func items(_ call: RequestContext) throws(Problem) -> [PushBatch.Item] {
    guard case .bytes(let bytes) = call.body, !bytes.isEmpty else {
      throw Problem(.invalid, "body_missing", "请求需要正文：每行一个 JSON 对象。")
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).filter { line in
      line.contains { ![0x20, 0x09, 0x0D].contains($0) }
    }
    guard lines.count <= PushBatch.limit else {
      throw Problem(.tooMuch, "body_too_large", "一次最多 \(PushBatch.limit) 条，请拆分后再传。")
    }
    return lines.map { line in
      do throws(Problem) {
        return .draft(try WorkOrderBody.read(BodyReader(JSONReader.read(Array(line)))))
      } catch {
        return .bad(error)
      }
    }
  }

  private static func outcome(_ outcome: PushBatch.Outcome, at index: Int) throws -> JSONValue {
    switch outcome {
    case .pushed(let answer):
      return [
        "index": .integer(index), "status": .integer(answer.isNew ? 201 : 200),
        "order": try WorkOrderJSON.pushed(answer.order), "error": .null,
      ]
    case .failed(let problem):
      return [
        "index": .integer(index), "status": .integer(ProblemReply.status(problem)), "order": .null,
        "error": ProblemReply.json(problem),
      ]
    }
  }
}
