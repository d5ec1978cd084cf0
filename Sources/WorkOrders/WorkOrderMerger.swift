import Kernel
import Storage

/// 合并 and 拆分: several reports of one matter. The order that stays takes the strictest clock of all, and gives it back when they
/// part.
struct WorkOrderMerger {
  let rules: DeadlineRules
  let caller: Caller
  let writer: Writer

  /// The other order learns of it. It must be open, and another one; a pause of it ends, because what comes in runs.
  ///
  /// - Throws: `bad_merge`.
  func merge(_ part: WorkOrderRow, into id: Int64) throws {
    guard let target = try writer.read.workOrder(id), id != part.id,
      target.standing.state.isRunning || target.standing.state == .suspended
    else {
      let detail = "只能合并到另一张未办结的工单。"
      throw Problem(.conflict, "bad_merge", detail, notes: [.init(.pointer("/into"), detail)])
    }
    var (patch, whole) = (WorkOrderPatch(), target)
    let act = act(target)
    var state = target.standing.state
    if state == .suspended {
      act.resume(&patch)
      state = .inProgress
      patch.state = .set(state)
      if let resumed = patch.deadline?.value { whole.clock.deadline = resumed }
    }
    var own =
      target.clock.own
      ?? OwnClock(
        deadline: target.deadline, isUrgent: target.isUrgent, isSupervised: target.standing.isSupervised)
    if case .set(let moved?) = patch.ownClock { own = moved }
    if target.clock.own == nil { own.deadline = whole.clock.deadline }
    patch.ownClock = .set(own)
    act.noteLateness(&patch)
    act.set(whole.clock.deadline.stricter(part.deadline), &patch)
    if part.isUrgent { patch.isUrgent = .set(true) }
    if part.standing.isSupervised { patch.isSupervised = .set(true) }
    try write(
      target, patch, "absorbed", to: state, note: "并入工单 \(part.number)",
      detail: ["order": .number(Double(part.id)), "number": .string(part.number)])
    if let stint = part.stint(endingAt: writer.now) { try writer.insertStint(order: part.id, stint, .merge) }
  }

  /// What the order that was a part becomes again: in the state that it had, its time as if it had run all along, but for the
  /// pauses of the order that it was a part of.
  ///
  /// - Throws: `bad_merge` where nothing tells what it was before.
  func part(_ part: WorkOrderRow, _ patch: inout WorkOrderPatch) throws -> WorkOrderState {
    guard let into = part.mergedInto, let before = try writer.read.lastMerge(order: part.id) else {
      throw Problem(.conflict, "bad_merge", "这张工单没有可以拆分的合并记录。")
    }
    patch.mergedInto = .set(nil)
    if let target = try writer.read.workOrder(into) {
      var pauses = target.clock.pauses
      if let since = target.suspendedAt { pauses.append(Pause(since: since, until: writer.now)) }
      let shared = pauses.filter { $0.until > before.at }.map {
        Pause(since: max($0.since, before.at), until: $0.until)
      }
      if !shared.isEmpty {
        patch.pauses = .set(part.clock.pauses + shared)
        let act = act(part)
        act.set(rules.resumed(part.deadline, after: shared), &patch)
      }
    }
    try writer.removeMergedStints(order: part.id)
    return before.state
  }

  /// The order that it was a part of goes by its own clock again, and by those of what is still part of it. One that has ended stays
  /// as it ended.
  func release(_ number: String, _ id: Int64, from into: Int64) throws {
    guard let target = try writer.read.workOrder(into) else { return }
    var patch = WorkOrderPatch()
    let isOpen = target.standing.state.isRunning || target.standing.state == .suspended
    if let own = target.clock.own, isOpen {
      let parts = try writer.read.partsOfOrder(into).compactMap { try writer.read.workOrder($0) }
      // What holds from now on says whether it is late; what the part has missed is the part's.
      var whole = target
      whole.clock.deadline = parts.reduce(own.deadline) { $0.stricter($1.deadline) }
      let act = act(whole)
      act.noteLateness(&patch)
      act.set(whole.clock.deadline, &patch)
      patch.isUrgent = .set(own.isUrgent || parts.contains(where: \.isUrgent))
      patch.isSupervised = .set(own.isSupervised || parts.contains { $0.standing.isSupervised })
      if parts.isEmpty { patch.ownClock = .set(nil) }
    }
    try write(
      target, patch, "parted", to: target.standing.state, note: "拆出工单 \(number)",
      detail: ["order": .number(Double(id)), "number": .string(number)])
    // What this order is itself a part of went by the same clock.
    if let above = target.mergedInto { try release(target.number, target.id, from: above) }
  }

  private func act(_ order: WorkOrderRow) -> WorkOrderTransition {
    WorkOrderTransition(
      order: order, deed: WorkOrderActionRequest(.note), dispatchService: DispatchService(), rules: rules,
      now: writer.now)
  }

  private func write(
    _ order: WorkOrderRow, _ patch: WorkOrderPatch, _ action: String, to state: WorkOrderState, note: String,
    detail: JSONValue
  ) throws {
    let changes = try writer.updateWorkOrder(order.id, patch, version: nil)
    try writer.insertEvent(
      order: order.id, by: caller.name, action, from: order.standing.state, to: state, note: note, detail: detail)
    if changes.isEmpty {
      try writer.renewWorkOrder(order.id)
    } else {
      try writer.audit(
        caller, AuditEntry("work_orders.\(action)", subject: .workOrders, id: order.id, changes: changes))
    }
  }
}
