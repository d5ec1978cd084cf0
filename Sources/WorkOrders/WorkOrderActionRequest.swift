import Kernel

/// One action with what it says.
package struct WorkOrderActionRequest: Sendable {
  package var action: WorkOrderAction
  package var note: String?
  /// Why; a note stands in for it where there is none.
  package var reason: String?
  package var unit: String?
  /// The duty's code.
  package var duty: String?
  package var units: [String] = []
  package var workers: [String] = []
  package var ruling: WorkOrderRuling?
  package var outcome: WorkOrderOutcome?
  package var result: String?
  package var satisfaction: Rating?
  package var isSolved: Bool?
  /// The order that this one becomes a part of.
  package var into: Int64?

  package enum Rating: Sendable, Equatable {
    case rated(Satisfaction)
    case unrated
  }

  package init(_ action: WorkOrderAction) { self.action = action }

  /// What an action may say beside `note`. The first list must be there, of the second one at least, the third may.
  static let fields: [WorkOrderAction: (all: [String], one: [String], may: [String])] = [
    .dispatch: ([], ["unit", "duty"], []), .giveBack: (["reason"], [], []), .rule: (["ruling"], [], ["reason"]),
    .reassign: ([], ["unit", "duty"], ["reason"]), .assist: ([], ["units", "workers"], ["reason"]),
    .extend: (["reason"], [], []), .suspend: (["reason"], [], []), .resolve: (["outcome", "result"], [], []),
    .verify: (["satisfaction"], [], ["solved"]), .reopen: ([], [], ["reason"]), .merge: (["into"], [], ["reason"]),
    .unmerge: ([], [], ["reason"]), .reject: (["reason"], [], []), .note: (["note"], [], []),
    .supervise: ([], [], ["reason"]),
  ]

  /// Everything that an action takes, in the order of the table.
  static func names(_ action: WorkOrderAction) -> [String] {
    let rule = fields[action] ?? ([], [], [])
    // One helper may be named as one.
    let also = action == .assist ? ["unit"] : []
    return (rule.all + rule.one + rule.may + also + ["note"]).uniqued { $0 }
  }

  /// - Throws: `bad_field` for what this action does not take.
  static func checkNames(_ given: some Sequence<String>, _ action: WorkOrderAction) throws(Problem) {
    let allowed = names(action)
    for name in given where !allowed.contains(name) {
      throw bad(name, "\(action.title)没有「\(name)」这一项。", suggestions: allowed.sorted())
    }
  }

  /// - Throws: `bad_field` for what is missing, and for what this action does not take.
  package func check() throws(Problem) {
    let rule = Self.fields[action] ?? ([], [], [])
    let given = Set(given)
    for name in rule.all where !given.contains(name) && !(name == "reason" && note != nil) {
      throw Self.bad(name, "\(action.title)须填写「\(name)」。")
    }
    if !rule.one.isEmpty, given.isDisjoint(with: rule.one) {
      throw Self.bad(rule.one[0], "\(action.title)须填写「\(rule.one.joined(separator: "」或「"))」。")
    }
    try Self.checkNames(self.given, action)
  }

  private var given: [String] {
    [
      ("note", note != nil), ("reason", reason != nil), ("unit", unit != nil), ("duty", duty != nil),
      ("units", !units.isEmpty), ("workers", !workers.isEmpty), ("ruling", ruling != nil),
      ("outcome", outcome != nil), ("result", result != nil), ("satisfaction", satisfaction != nil),
      ("solved", isSolved != nil), ("into", into != nil),
    ].filter(\.1).map(\.0)
  }

  private static func bad(_ name: String, _ detail: String, suggestions: [String] = []) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/\(name)"), detail, suggestions: suggestions)])
  }

  /// What the timeline says of it: reason, then note.
  package var words: String? {
    let parts = [reason, note].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "；")
  }

  /// The rest, for the timeline.
  package var detail: JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ value: JSONValue?) { if let value { members.append(.init(name, value)) } }
    add("unit", unit.map { .string($0) })
    add("duty", duty.map { .string($0) })
    add("units", units.isEmpty ? nil : .array(units.map { .string($0) }))
    add("workers", workers.isEmpty ? nil : .array(workers.map { .string($0) }))
    add("ruling", ruling.map { .string($0.rawValue) })
    add("outcome", outcome.map { .string($0.rawValue) })
    add(
      "satisfaction",
      satisfaction.map { rating in
        if case .rated(let value) = rating { .number(Double(value.rawValue)) } else { .string(Satisfaction.unrated) }
      })
    add("solved", isSolved.map { .bool($0) })
    add("into", into.map { .number(Double($0)) })
    return .object(members)
  }
}
