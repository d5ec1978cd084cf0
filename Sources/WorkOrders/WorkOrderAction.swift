/// What somebody does with a work order. Who may, from which state and what it needs is the table in `WorkOrderFlow`.
package enum WorkOrderAction: String, Sendable, CaseIterable, Codable {
  /// A person picks the unit for an order of the queue.
  case dispatch
  case accept
  /// 先行联系.
  case contact
  case note
  /// 退单.
  case giveBack = "return"
  /// The dispatching side decides about a 退单, a request for more time, or a pause.
  case rule
  case reassign
  /// 加派: others help; who leads stays.
  case assist
  /// Whoever has the order asks for more time; the dispatching side gives it.
  case extend
  case suspend
  case resume
  case resolve
  /// 回访.
  case verify
  case reopen
  case close
  /// 督办.
  case supervise
  case merge
  /// 拆分: what was merged becomes an order of its own again.
  case unmerge
  /// 不予受理.
  case reject

  package var title: String {
    switch self {
    case .dispatch: "派单"
    case .accept: "接单"
    case .contact: "先行联系"
    case .note: "备注"
    case .giveBack: "退单"
    case .rule: "裁定"
    case .reassign: "改派"
    case .assist: "加派"
    case .extend: "延期"
    case .suspend: "挂起"
    case .resume: "恢复"
    case .resolve: "办理"
    case .verify: "回访"
    case .reopen: "重开"
    case .close: "办结"
    case .supervise: "督办"
    case .merge: "合并"
    case .unmerge: "拆分"
    case .reject: "不予受理"
    }
  }
}
