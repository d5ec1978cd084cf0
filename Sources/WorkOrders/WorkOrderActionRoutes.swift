import Kernel
import Platform
import Server

/// What somebody does with an order. One route for all of it: which are possible says the state table.
package enum WorkOrderActionRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/work_orders/{id}/actions", WorkOrderRoutes.actDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatchIfGiven())
      try await ActOnWorkOrder.run(
        id, deed(call.json()), version: version, caller: call.caller, app: app)
      return try await WorkOrderRoutes.answer(id, call, app)
    }
  ]

  private static func deed(_ body: BodyReader) throws(Problem) -> WorkOrderActionRequest {
    let words = WorkOrderAction.allCases.map(\.rawValue)
    // 拆分 goes by both words.
    if body.value("action") == "part" { return try deed(.unmerge, body) }
    guard let action = try body.optionalChoice("action", words).flatMap(WorkOrderAction.init) else {
      throw body.bad("action", "缺少「action」。", suggestions: words)
    }
    return try deed(action, body)
  }

  private static func deed(_ action: WorkOrderAction, _ body: BodyReader) throws(Problem) -> WorkOrderActionRequest {
    var deed = WorkOrderActionRequest(action)
    (deed.note, deed.reason) = (
      try body.optionalProse("note", limit: 2000), try body.optionalProse("reason", limit: 2000)
    )
    (deed.unit, deed.duty) = (try body.optionalText("unit", limit: 64), try body.optionalText("duty", limit: 32))
    deed.units = try names(body, "units")
    deed.workers = try names(body, "workers")
    // One helper is one as well.
    if action == .assist, let unit = deed.unit { (deed.units, deed.unit) = (deed.units + [unit], nil) }
    deed.ruling = try body.optionalChoice("ruling", WorkOrderRuling.allCases.map(\.rawValue))
      .flatMap(WorkOrderRuling.init)
    deed.outcome = try body.optionalChoice("outcome", WorkOrderOutcome.allCases.map(\.rawValue))
      .flatMap(WorkOrderOutcome.init)
    deed.result = try body.optionalProse("result", limit: 4000)
    deed.satisfaction = try rating(body)
    deed.isSolved = try body.optionalFlag("solved")
    deed.into = try body.optionalInteger("into")
    // Also where it is null: a shape says which members it has.
    try WorkOrderActionRequest.checkNames(body.read.filter { $0 != "action" }, action)
    try body.finish()
    return deed
  }

  private static func names(_ body: BodyReader, _ name: String) throws(Problem) -> [String] {
    let names = try body.optionalWords(name) ?? []
    guard names.count <= 20 else { throw body.bad(name, "「\(name)」最多 20 个。") }
    return try names.map { text throws(Problem) in
      guard let label = try? CallerRules.label(text, "/\(name)") else {
        throw body.bad(name, "「\(name)」里每个名称应为 1 至 64 个字，不含控制字符。")
      }
      return label
    }
  }

  /// 1 to 5, or a word for it.
  private static func rating(_ body: BodyReader) throws(Problem) -> WorkOrderActionRequest.Rating? {
    let words = Satisfaction.words
    switch body.value("satisfaction") {
    case nil, .null?: return nil
    case .number(let number)?:
      if let value = Int(exactly: number).flatMap(Satisfaction.init) { return .rated(value) }
    case .string(let word)?:
      if let found = Satisfaction.read(word) { return found.map { .rated($0) } ?? .unrated }
    default: break
    }
    throw body.bad("satisfaction", "「satisfaction」应为 1 到 5，或评价的词语。", suggestions: words)
  }
}
