/// Where a work order stands. `extended`, `supervised` and having been returned are flags beside it (`WorkOrderStanding`).
package enum WorkOrderState: String, Sendable, CaseIterable, Codable {
  /// In the queue: nobody has it yet.
  case received
  /// A unit has it and has not answered yet.
  case dispatched
  case accepted
  case inProgress = "in_progress"
  case resolved
  /// Whoever reported it has been asked (回访).
  case verified
  case closed
  /// 退单: waits for the street's ruling.
  case returned
  /// The clock stands still.
  case suspended
  /// 不予受理.
  case rejected
  /// It is part of another order.
  case merged

  package var title: String {
    switch self {
    case .received: "待派单"
    case .dispatched: "已派单"
    case .accepted: "已接单"
    case .inProgress: "处理中"
    case .resolved: "已办理"
    case .verified: "已回访"
    case .closed: "已办结"
    case .returned: "退单待裁定"
    case .suspended: "已挂起"
    case .rejected: "不予受理"
    case .merged: "已合并"
    }
  }

  /// Somebody still has to do something, and the clock runs.
  package var isRunning: Bool { Self.running.contains(self) }

  package static let running: Set<WorkOrderState> = [.received, .dispatched, .accepted, .inProgress, .returned]
}
