import Kernel

/// What of an order decides what can be done with it next.
package struct WorkOrderStanding: Sendable, Hashable {
  package var state: WorkOrderState
  /// It has been returned once; after that no unit may return it again.
  package var isReturned: Bool
  /// Its time has been extended.
  package var isExtended: Bool
  package var isSupervised: Bool
  package var isUrgent: Bool
  /// Whoever has it has asked for more time, and nobody has decided yet.
  package var asksForTime: Bool

  package init(
    _ state: WorkOrderState, isReturned: Bool = false, isExtended: Bool = false, isSupervised: Bool = false,
    isUrgent: Bool = false, asksForTime: Bool = false
  ) {
    (self.state, self.isReturned, self.isExtended, self.isSupervised) = (state, isReturned, isExtended, isSupervised)
    (self.isUrgent, self.asksForTime) = (isUrgent, asksForTime)
  }

  /// What waits for a ruling.
  package var question: WorkOrderQuestion? {
    if state == .returned { return .giveBack }
    if asksForTime { return .extension }
    return state == .suspended ? .pause : nil
  }
}

/// What `rule` decides about.
package enum WorkOrderQuestion: Sendable, Hashable {
  /// 退单.
  case giveBack
  /// A request for more time.
  case `extension`
  /// A pause: upheld it stays, overruled it never was and the clock ran on.
  case pause
}

/// What a caller is to an order. One caller may be several of them.
package enum WorkOrderParty: String, Sendable, CaseIterable, Hashable {
  /// 街道: it dispatches, rules and supervises.
  case street
  /// 居民区书记 of where the order lies.
  case secretary
  /// Whoever works for the unit that leads: the department of that name, the people of the committee, and the workers of the
  /// place.
  case handler
  /// A unit that has been asked to help.
  case assistant
  /// Whoever pushed the order.
  case source

  package var title: String {
    switch self {
    case .street: "街道"
    case .secretary: "工单所在居民区的书记"
    case .handler: "主办单位"
    case .assistant: "协办单位"
    case .source: "推送该工单的系统或人员"
    }
  }

  /// Those who decide whose an order is and how much time it has.
  package static let dispatching: Set<WorkOrderParty> = [.street, .secretary]
  /// Those who have it.
  package static let holding: Set<WorkOrderParty> = [.handler, .assistant]
}
