/// The state table of work orders: which action leads from where to where, and whose it is. Pure; nothing else decides.
package enum WorkOrderFlow {
  /// One line of the table.
  package struct Rule: Sendable {
    package let action: WorkOrderAction
    package let from: Set<WorkOrderState>
    /// nil: the state stays.
    package let to: WorkOrderState?
    package let who: Set<WorkOrderParty>
    /// Only where the street's ruling is this one.
    package let ruling: WorkOrderRuling?

    init(
      _ action: WorkOrderAction, _ from: Set<WorkOrderState>, _ to: WorkOrderState?, _ who: Set<WorkOrderParty>,
      _ ruling: WorkOrderRuling? = nil
    ) {
      (self.action, self.from, self.to, self.who, self.ruling) = (action, from, to, who, ruling)
    }
  }

  /// With somebody, who has not done with it.
  private static let held: Set<WorkOrderState> = [.dispatched, .accepted, .inProgress]
  private static let working: Set<WorkOrderState> = [.accepted, .inProgress]
  private static let all = Set(WorkOrderState.allCases)

  package static let table: [Rule] = [
    Rule(.dispatch, [.received], .dispatched, [.street, .secretary]),
    Rule(.accept, [.dispatched], .accepted, [.handler]),
    // The first call is the beginning of the work; before the unit has accepted it counts, and changes nothing else.
    Rule(.contact, working, .inProgress, [.handler, .assistant]),
    Rule(.contact, [.dispatched, .suspended], nil, [.handler, .assistant]),
    Rule(.note, all, nil, Set(WorkOrderParty.allCases)),
    Rule(.giveBack, held, .returned, [.handler]),
    Rule(.rule, [.returned], .received, [.street], .upheld),
    Rule(.rule, [.returned], .dispatched, [.street], .overruled),
    Rule(.reassign, held, .dispatched, [.street]),
    Rule(.assist, held, nil, [.street, .handler]),
    Rule(.extend, working, nil, [.handler]),
    Rule(.suspend, working, .suspended, [.handler]),
    Rule(.resume, [.suspended], .inProgress, [.handler]),
    Rule(.resolve, working, .resolved, [.handler]),
    Rule(.verify, [.resolved], .verified, [.street, .secretary, .source]),
    Rule(.reopen, [.resolved, .verified, .closed], .inProgress, [.street, .source]),
    Rule(.reopen, [.rejected], .received, [.street, .source]),
    Rule(.close, [.verified], .closed, [.street, .secretary, .handler, .source]),
    Rule(.supervise, held.union([.received, .returned]), nil, [.street]),
    Rule(.merge, held.union([.received, .returned]), .merged, [.street, .secretary]),
    Rule(.reject, [.received, .dispatched, .returned], .rejected, [.street]),
  ]

  /// What these parties can do with the order as it stands, in the order of the table.
  package static func possible(
    _ standing: WorkOrderStanding, for parties: Set<WorkOrderParty>
  ) -> [WorkOrderAction] {
    WorkOrderAction.allCases.filter { action in
      obstacle(action, standing) == nil && mayAct(action, standing, parties)
    }
  }

  /// The state that an action leads to.
  ///
  /// - Throws: `impossible_action` (conflict) where the order does not allow it, `not_your_action` (forbidden) where it
  ///   is somebody else's; both name what these parties can do.
  package static func next(
    _ action: WorkOrderAction, _ standing: WorkOrderStanding, for parties: Set<WorkOrderParty>,
    ruling: WorkOrderRuling? = nil
  ) throws(Problem) -> WorkOrderState {
    if let reason = obstacle(action, standing) {
      throw refused(.conflict, "impossible_action", reason, standing, parties)
    }
    guard mayAct(action, standing, parties) else {
      let reason = "「\(action.title)」不是您可以做的操作。"
      throw refused(.forbidden, "not_your_action", reason, standing, parties)
    }
    let rule = table.first { rule in
      rule.action == action && rule.from.contains(standing.state) && (rule.ruling == nil || rule.ruling == ruling)
    }
    guard let rule else { throw refused(.invalid, "ruling_missing", "请填写裁定结果。", standing, parties) }
    return rule.to ?? standing.state
  }

  /// Why nobody can do this now; nil where somebody can.
  private static func obstacle(_ action: WorkOrderAction, _ standing: WorkOrderStanding) -> String? {
    guard table.contains(where: { $0.action == action && $0.from.contains(standing.state) }) else {
      return "工单「\(standing.state.title)」，不能\(action.title)。"
    }
    switch action {
    case .giveBack where standing.isReturned: return "该工单已退过一次，不能再退单。"
    case .supervise where standing.isSupervised: return "该工单已在督办。"
    default: return nil
    }
  }

  private static func mayAct(
    _ action: WorkOrderAction, _ standing: WorkOrderStanding, _ parties: Set<WorkOrderParty>
  ) -> Bool {
    // A unit extends once; a second time is for the street to grant.
    if action == .extend, standing.isExtended { return parties.contains(.street) }
    return table.contains {
      $0.action == action && $0.from.contains(standing.state) && !$0.who.isDisjoint(with: parties)
    }
  }

  private static func refused(
    _ kind: Problem.Kind, _ code: String, _ reason: String, _ standing: WorkOrderStanding,
    _ parties: Set<WorkOrderParty>
  ) -> Problem {
    let possible = possible(standing, for: parties)
    let words = possible.map(\.title).joined(separator: "、")
    let detail = possible.isEmpty ? reason : "\(reason)现在可以：\(words)。"
    return Problem(
      kind, code, detail, notes: [.init(.pointer("/action"), reason, suggestions: possible.map(\.rawValue))])
  }
}

/// How the street decides about a 退单.
package enum WorkOrderRuling: String, Sendable, CaseIterable, Codable {
  /// The unit was right: the order goes back to the queue.
  case upheld
  /// It must do it after all.
  case overruled
}
