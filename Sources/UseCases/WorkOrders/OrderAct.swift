import Domain

/// What an action changes in an order, beside its state.
struct OrderAct {
  let order: WorkOrderRow
  let deed: WorkOrderDeed
  let desk: DispatchDesk
  let rules: DeadlineRules
  let now: Instant

  func patch() throws -> WorkOrderPatch {
    var patch = WorkOrderPatch()
    switch deed.action {
    case .dispatch, .reassign: try send(&patch)
    case .accept:
      patch.acceptedAt = .set(now)
      if order.responsibleUnit == nil { patch.responsibleUnit = .set(order.unit) }
    case .contact: if order.contactedAt == nil { patch.contactedAt = .set(now) }
    case .giveBack: patch.isReturned = .set(true)
    case .rule where deed.ruling == .upheld: takeBack(&patch)
    case .extend: try extend(&patch)
    case .suspend: patch.suspendedAt = .set(now)
    case .resume: try resume(&patch)
    case .resolve:
      patch.resolvedAt = .set(now)
      (patch.outcome, patch.result) = (.set(deed.outcome), .set(deed.result))
    case .verify:
      patch.verifiedAt = .set(now)
      patch.isSolved = .set(deed.isSolved)
      if case .rated(let value)? = deed.satisfaction { patch.satisfaction = .set(value.rawValue) }
    case .reopen: try reopen(&patch)
    case .close: patch.closedAt = .set(now)
    case .supervise: try supervise(&patch)
    case .merge: patch.mergedInto = .set(deed.into)
    case .note, .rule, .assist, .reject: break
    }
    return patch
  }

  /// For the timeline: what the deed says, and until when there is time now.
  func detail(_ patch: WorkOrderPatch) -> JSONValue {
    guard case .object(var members) = deed.detail else { return deed.detail }
    if case .set(let unit?) = patch.unit, deed.unit == nil { members.append(.init("unit", .string(unit))) }
    if let due = patch.deadline?.value.dueAt { members.append(.init("due_at", .string(due.description))) }
    return .object(members)
  }

  /// A person picks unit and duty: a lesson for dispatch, and a correction where it had picked others by itself.
  private func send(_ patch: inout WorkOrderPatch) throws {
    let duty = try deed.duty.map(known)
    let unit = deed.unit ?? duty?.unit ?? order.unit
    patch.unit = .set(unit)
    if let duty { patch.duty = .set(duty.code) } else if unit != order.unit { patch.duty = .set(nil) }
    patch.dispatchedAt = .set(now)
    patch.decidedAt = .set(now)
    if let auto = order.autoUnit, auto != unit { patch.isCorrected = .set(true) }
    if deed.action == .reassign {
      (patch.responsibleUnit, patch.responsible, patch.worker) = (.set(nil), .set(nil), .set(nil))
      patch.acceptedAt = .set(nil)
    }
    if let duty, duty.code != order.duty { try setClock(for: duty, &patch) }
  }

  private func known(_ code: String) throws(Problem) -> Duty {
    guard let duty = desk.duty(code) else {
      let detail = "权责清单里没有「\(code)」这一条。"
      throw Problem(.invalid, "unknown_duty", detail, notes: [.init(.pointer("/duty"), detail)])
    }
    return duty
  }

  /// Another duty has other days; what a pause has added stays. Supervision and extension are the street's own word.
  func setClock(for duty: Duty, _ patch: inout WorkOrderPatch) throws {
    guard !order.standing.isExtended, !order.standing.isSupervised else { return }
    func fresh(_ duty: Duty?) -> Deadline {
      rules.deadline(OrderClock.facts(order.kind, isUrgent: order.isUrgent, duty), reported: order.reportedAt)
    }
    let (old, base) = (fresh(order.duty.flatMap(desk.duty)), fresh(duty))
    let paused = rules.elapsed(from: old.dueAt, to: order.deadline.dueAt, pace: old.pace)
    guard paused > 0, old.pace == base.pace else { return try set(base, from: base.countedFrom, &patch) }
    var deadline = base
    deadline.dueAt = rules.advancing(base.dueAt, by: paused, pace: base.pace)
    deadline.firstContactDueAt = order.deadline.firstContactDueAt
    try set(deadline, from: now, &patch)
  }

  private func takeBack(_ patch: inout WorkOrderPatch) {
    (patch.unit, patch.duty, patch.worker) = (.set(nil), .set(nil), .set(nil))
    (patch.responsibleUnit, patch.responsible, patch.acceptedAt) = (.set(nil), .set(nil), .set(nil))
    if order.autoUnit != nil { patch.isCorrected = .set(true) }
  }

  /// As much more as fifteen working days from the report are above what was given; where that is nothing, fifteen from
  /// now on.
  private func extend(_ patch: inout WorkOrderPatch) throws {
    patch.isExtended = .set(true)
    let duty = order.duty.flatMap(desk.duty)
    var facts = OrderClock.facts(order.kind, isUrgent: order.isUrgent, duty)
    facts.extended = true
    var longer = rules.deadline(facts, reported: order.reportedAt)
    if order.standing.isExtended || longer.dueAt <= order.deadline.dueAt {
      longer = rules.deadline(facts, reported: now)
    }
    longer.firstContactDueAt = order.deadline.firstContactDueAt
    try set(longer, from: now, &patch)
  }

  private func resume(_ patch: inout WorkOrderPatch) throws {
    patch.suspendedAt = .set(nil)
    guard let since = order.suspendedAt else { return }
    try set(rules.resumed(order.deadline, suspended: since, resumed: now), from: now, &patch)
  }

  /// Three working days from now, where there was more.
  private func supervise(_ patch: inout WorkOrderPatch) throws {
    patch.isSupervised = .set(true)
    let shorter = rules.deadline(DeadlineFacts(supervised: true), reported: now)
    guard shorter.dueAt < order.deadline.dueAt else { return }
    var deadline = shorter
    deadline.firstContactDueAt = min(shorter.firstContactDueAt, order.deadline.firstContactDueAt)
    try set(deadline, from: deadline.countedFrom, &patch)
  }

  /// The time begins anew; what was said of the end does not hold any more. The timeline keeps it.
  private func reopen(_ patch: inout WorkOrderPatch) throws {
    (patch.resolvedAt, patch.verifiedAt, patch.closedAt) = (.set(nil), .set(nil), .set(nil))
    (patch.outcome, patch.result) = (.set(nil), .set(nil))
    (patch.satisfaction, patch.isSolved) = (.set(nil), .set(nil))
    (patch.isExtended, patch.isSupervised) = (.set(false), .set(false))
    if order.standing.state == .rejected { (patch.unit, patch.duty) = (.set(nil), .set(nil)) }
    let duty = order.duty.flatMap(desk.duty)
    let deadline = rules.deadline(
      OrderClock.facts(order.kind, isUrgent: order.isUrgent, duty), reported: now)
    try set(deadline, from: deadline.countedFrom, &patch)
  }

  private func set(_ deadline: Deadline, from start: Instant, _ patch: inout WorkOrderPatch) throws {
    patch.deadline = (deadline, try OrderClock.warnAt(deadline, from: start))
  }
}
