import Kernel

/// The state table of work orders: which action leads from where to where, and whose it is. Pure; nothing else decides.
package enum WorkOrderFlow {
  /// One line of the table.
  package struct Rule: Sendable {
    package let action: WorkOrderAction
    package let from: Set<WorkOrderState>
    /// nil: the state stays.
    package let to: WorkOrderState?
    package let who: Set<WorkOrderParty>
    /// Only where the ruling is this one.
    package let ruling: WorkOrderRuling?
    /// Only where this is what waits for a ruling.
    package let question: WorkOrderQuestion?

    package init(
      _ action: WorkOrderAction, _ from: Set<WorkOrderState>, _ to: WorkOrderState?, _ who: Set<WorkOrderParty>,
      _ ruling: WorkOrderRuling? = nil, about question: WorkOrderQuestion? = nil
    ) {
      (self.action, self.from, self.to, self.who) = (action, from, to, who)
      (self.ruling, self.question) = (ruling, question)
    }

    func applies(_ action: WorkOrderAction, _ standing: WorkOrderStanding) -> Bool {
      self.action == action && from.contains(standing.state) && (question == nil || question == standing.question)
    }
  }

  /// With somebody, who has not done with it.
  static let held: Set<WorkOrderState> = [.dispatched, .accepted, .inProgress]
  private static let working: Set<WorkOrderState> = [.accepted, .inProgress]
  private static let paused: Set<WorkOrderState> = working.union([.suspended])
  private static let all = Set(WorkOrderState.allCases)
  private static let dispatching = WorkOrderParty.dispatching
  /// Those who may judge what others did. Nobody is one of them who has handled the order (`WorkOrderAccessPolicy.parties`).
  private static let judging: Set<WorkOrderParty> = [.street, .secretary, .source]

  package static let table: [Rule] = [
    Rule(.dispatch, [.received], .dispatched, dispatching),
    Rule(.accept, [.dispatched], .accepted, [.handler]),
    // The first call is the beginning of the work; before the unit has accepted it counts, and changes nothing else.
    Rule(.contact, working, .inProgress, WorkOrderParty.holding),
    Rule(.contact, [.dispatched, .suspended], nil, WorkOrderParty.holding),
    Rule(.note, all, nil, Set(WorkOrderParty.allCases)),
    Rule(.giveBack, held, .returned, [.handler]),
    Rule(.rule, [.returned], .received, [.street], .upheld, about: .giveBack),
    Rule(.rule, [.returned], .dispatched, [.street], .overruled, about: .giveBack),
    Rule(.rule, paused, nil, dispatching, about: .extension),
    Rule(.rule, [.suspended], nil, dispatching, .upheld, about: .pause),
    Rule(.rule, [.suspended], .inProgress, dispatching, .overruled, about: .pause),
    Rule(.reassign, held, .dispatched, [.street]),
    Rule(.assist, held, nil, [.street, .handler]),
    // Whoever has the order asks, the dispatching side grants: see `grantsTime`.
    Rule(.extend, paused, nil, dispatching.union([.handler])),
    Rule(.suspend, working, .suspended, dispatching.union([.handler])),
    Rule(.resume, [.suspended], .inProgress, dispatching.union([.handler])),
    Rule(.resolve, working, .resolved, [.handler]),
    Rule(.verify, [.resolved], .verified, judging),
    Rule(.reopen, [.resolved, .verified, .closed], .inProgress, [.street, .source]),
    Rule(.reopen, [.rejected], .received, [.street, .source]),
    Rule(.close, [.verified], .closed, judging),
    Rule(.supervise, held.union([.received, .returned]), nil, [.street]),
    Rule(.merge, held.union([.received, .returned]), .merged, dispatching),
    // Back to where it was before.
    Rule(.unmerge, [.merged], nil, dispatching),
    Rule(.reject, [.received, .dispatched, .returned], .rejected, [.street]),
  ]

  /// What these parties can do with the order as it stands, in the order of the table.
  package static func possible(
    _ standing: WorkOrderStanding, for parties: Set<WorkOrderParty>
  ) -> [WorkOrderAction] {
    WorkOrderAction.allCases.filter { action in
      obstacle(action, standing, parties) == nil && !parties.isDisjoint(with: who(action, standing))
    }
  }

  /// Whose an action is on the order as it stands; nobody's where nobody can do it now.
  package static func who(_ action: WorkOrderAction, _ standing: WorkOrderStanding) -> Set<WorkOrderParty> {
    var who = table.filter { $0.applies(action, standing) }.reduce(into: Set<WorkOrderParty>()) { $0.formUnion($1.who) }
    // A supervised order's time is the street's own word; an urgent one's is not for its unit to stop.
    if action == .extend || (action == .rule && standing.question == .extension), standing.isSupervised {
      who.remove(.secretary)
    }
    if action == .suspend, standing.isSupervised || standing.isUrgent {
      who.remove(.handler)
      if standing.isSupervised { who.remove(.secretary) }
    }
    return who
  }

  /// Whether `extend` by these parties gives time; otherwise it asks for it.
  package static func grantsTime(_ standing: WorkOrderStanding, _ parties: Set<WorkOrderParty>) -> Bool {
    !parties.isDisjoint(with: who(.extend, standing).intersection(dispatching))
  }

  /// The state that an action leads to.
  ///
  /// - Parameter withheld: what the caller would be to the order, had it no hand in it (`WorkOrderAccessPolicy.withheld`).
  /// - Throws: `impossible_action` (conflict) where the order does not allow it, `not_your_action` (forbidden) where it
  ///   is somebody else's; both name what these parties can do, the latter also whose it is.
  package static func next(
    _ action: WorkOrderAction, _ standing: WorkOrderStanding, for parties: Set<WorkOrderParty>,
    withheld: Set<WorkOrderParty> = [], ruling: WorkOrderRuling? = nil
  ) throws(Problem) -> WorkOrderState {
    if let reason = obstacle(action, standing, parties) {
      throw refused(.conflict, "impossible_action", reason, standing, parties)
    }
    let who = who(action, standing)
    guard !parties.isDisjoint(with: who) else {
      throw refused(.forbidden, "not_your_action", notYours(action.title, who, withheld), standing, parties)
    }
    let rule = table.first { $0.applies(action, standing) && ($0.ruling == nil || $0.ruling == ruling) }
    guard let rule else { throw refused(.invalid, "ruling_missing", "请填写裁定结果。", standing, parties) }
    return rule.to ?? standing.state
  }

  /// Why these parties cannot do this whoever they are; nil where somebody can.
  private static func obstacle(
    _ action: WorkOrderAction, _ standing: WorkOrderStanding, _ parties: Set<WorkOrderParty>
  ) -> String? {
    guard table.contains(where: { $0.applies(action, standing) }) else {
      return "工单「\(standing.state.title)」，不能\(action.title)。"
    }
    switch action {
    case .giveBack where standing.isReturned: return "该工单已退过一次，不能再退单。"
    case .supervise where standing.isSupervised: return "该工单已在督办。"
    case .extend where standing.asksForTime && parties.contains(.handler) && !grantsTime(standing, parties):
      return "已申请延期，正在等待派单方裁定。"
    default: return nil
    }
  }

  private static func notYours(
    _ title: String, _ who: Set<WorkOrderParty>, _ withheld: Set<WorkOrderParty>
  ) -> String {
    let names = WorkOrderParty.allCases.filter(who.contains).map(\.title).joined(separator: "、")
    let own = withheld.isDisjoint(with: who) ? "" : "您或您的单位承办过该工单，办理与派单、裁定、评价须由不同的人承担。"
    return "「\(title)」不是您可以做的操作。\(own)可以由\(names)来做。"
  }

  private static func refused(
    _ kind: Problem.Kind, _ code: String, _ reason: String, _ standing: WorkOrderStanding,
    _ parties: Set<WorkOrderParty>, at field: Field? = nil
  ) -> Problem {
    let possible = possible(standing, for: parties)
    let words = possible.map(\.title).joined(separator: "、")
    let detail = possible.isEmpty ? reason : "\(reason)现在可以：\(words)。"
    return Problem(
      kind, code, detail,
      notes: [
        .init(.pointer("/\(field?.rawValue ?? "action")"), reason, suggestions: possible.map(\.rawValue))
      ])
  }
}

/// What of an order can be corrected beside its actions, and by whom.
extension WorkOrderFlow {
  package enum Field: String, Sendable, CaseIterable {
    case house = "house_id", shop = "shop_id", category, duty

    package var title: String {
      switch self {
      case .house: "房屋"
      case .shop: "商铺"
      case .category: "诉求类别"
      case .duty: "权责条目"
      }
    }

    /// Where it is, whoever has the order may know best. What it is about decides how much time there is and what dispatch
    /// learns: that is for the dispatching side alone.
    var who: Set<WorkOrderParty> {
      switch self {
      case .house, .shop: WorkOrderParty.dispatching.union([.handler])
      case .category, .duty: WorkOrderParty.dispatching
      }
    }
  }

  /// - Throws: `impossible_action` for an order that has ended, `not_your_action` with whose it is.
  package static func mayChange(
    _ fields: [Field], _ standing: WorkOrderStanding, for parties: Set<WorkOrderParty>, withheld: Set<WorkOrderParty>
  ) throws(Problem) {
    switch standing.state {
    case .closed, .rejected:
      let reason = "工单「\(standing.state.title)」，内容不能再改。"
      throw refused(.conflict, "impossible_action", reason, standing, parties, at: fields.first)
    case .merged:
      throw refused(.conflict, "impossible_action", "该工单已合并，请修改合并后的工单。", standing, parties, at: fields.first)
    default: break
    }
    let mine = standing.state.isRunning || standing.state == .suspended ? parties : parties.subtracting([.handler])
    for field in fields where mine.isDisjoint(with: field.who) {
      let reason = notYours("修改\(field.title)", field.who, withheld)
      throw Problem(.forbidden, "not_your_action", reason, notes: [.init(.pointer("/\(field.rawValue)"), reason)])
    }
  }

  /// Whether the order has ended: nothing of it changes any more but its notes, until it is opened again.
  package static func isEnded(_ state: WorkOrderState) -> Bool { [.closed, .rejected, .merged].contains(state) }
}

/// How the dispatching side decides about a 退单, a request for more time, or a pause.
package enum WorkOrderRuling: String, Sendable, CaseIterable, Codable {
  /// The unit was right: the order goes back to the queue, the time is given, the pause holds.
  case upheld
  /// It was not: it must do it after all, gets no more time, and the clock has run on.
  case overruled
}
