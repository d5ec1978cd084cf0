import Kernel
import TextClassifier

/// What an action changes in an order, beside its state. Every change of its clock goes through `moveClock`, so that a lateness
/// that has happened stays known whatever becomes of the deadline.
struct WorkOrderTransition {
  let order: WorkOrderRow
  let deed: WorkOrderActionRequest
  let dispatchService: DispatchService
  let rules: DeadlineRules
  let now: Instant
  /// Whoever acts decides for the dispatching side: `extend` gives time, otherwise it asks for it.
  var isGranting = false
  /// The unit that `dispatch` and `reassign` name, as the list of units has it.
  var unit: AssignedUnit?

  func patch() throws -> WorkOrderPatch {
    var patch = WorkOrderPatch()
    switch deed.action {
    case .dispatch, .reassign: try send(&patch)
    case .accept:
      patch.acceptedAt = .set(now)
      if order.responsibleUnit == nil { patch.responsibleUnit = .set(order.unit) }
    case .contact: if order.contactedAt == nil { patch.contactedAt = .set(now) }
    case .giveBack: (patch.isReturned, patch.extensionAskedAt) = (.set(true), .set(nil))
    case .rule: try rule(&patch)
    case .extend: if isGranting { try extend(&patch) } else { patch.extensionAskedAt = .set(now) }
    case .suspend: patch.suspendedAt = .set(now)
    case .resume: resume(&patch)
    case .resolve:
      noteLateness(&patch)
      (patch.resolvedAt, patch.extensionAskedAt) = (.set(now), .set(nil))
      (patch.outcome, patch.result) = (.set(deed.outcome), .set(deed.result))
    case .verify:
      patch.verifiedAt = .set(now)
      patch.isSolved = .set(deed.isSolved)
      if case .rated(let value)? = deed.satisfaction { patch.satisfaction = .set(value.rawValue) }
    case .reopen: reopen(&patch)
    case .close: patch.closedAt = .set(now)
    case .supervise: supervise(&patch)
    case .merge: patch.mergedInto = .set(deed.into)
    case .note, .assist, .reject, .unmerge: break
    }
    return patch
  }

  /// For the timeline: what the deed says, and until when there is time now.
  func detail(_ patch: WorkOrderPatch) -> JSONValue {
    guard case .object(var members) = deed.detail else { return deed.detail }
    if case .set(let unit?) = patch.unit {
      members.removeAll { $0.name == "unit" }
      members.append(.init("unit", .string(unit)))
    }
    if let due = patch.deadline?.value.dueAt { members.append(.init("due_at", .string(due.description))) }
    if deed.action == .extend { members.append(.init("granted", .bool(isGranting))) }
    return .object(members)
  }

  /// A person picks unit and duty: a lesson for dispatch, and a correction where it had picked others by itself.
  private func send(_ patch: inout WorkOrderPatch) throws {
    let duty = try deed.duty.map(known)
    let unit = unit ?? order.unit.map { AssignedUnit(name: $0, area: order.place.unitArea) }
    patch.unit = .set(unit?.name)
    patch.unitArea = .set((unit?.area).map { Int64($0) })
    if let duty { patch.duty = .set(duty.code) } else if unit?.name != order.unit { patch.duty = .set(nil) }
    patch.dispatchedAt = .set(now)
    patch.decidedAt = .set(now)
    if let auto = order.autoUnit, let unit, !Self.isSame(auto, unit) { patch.isCorrected = .set(true) }
    if deed.action == .reassign {
      (patch.responsibleUnit, patch.responsible, patch.worker) = (.set(nil), .set(nil), .set(nil))
      (patch.acceptedAt, patch.extensionAskedAt) = (.set(nil), .set(nil))
    }
    if let duty, duty.code != order.duty { try setClock(for: duty, &patch) }
    // What was missed so far was not theirs.
    noteLateness(&patch)
    (patch.isMissed, patch.isContactMissed) = (.set(false), .set(false))
  }

  /// The committee by its name is 居委会 of the list.
  static func isSame(_ proposed: String, _ unit: AssignedUnit) -> Bool {
    proposed == unit.name || (unit.area != nil && AssignedUnit.isCommitteeOfPlace(proposed))
  }

  private func known(_ code: String) throws(Problem) -> Duty {
    guard let duty = dispatchService.duty(code) else {
      let detail = "权责清单里没有「\(code)」这一条。"
      throw Problem(.invalid, "unknown_duty", detail, notes: [.init(.pointer("/duty"), detail)])
    }
    return duty
  }

  private func rule(_ patch: inout WorkOrderPatch) throws {
    switch order.standing.question {
    case .giveBack where deed.ruling == .upheld: takeBack(&patch)
    case .extension:
      patch.extensionAskedAt = .set(nil)
      if deed.ruling == .upheld { try extend(&patch) }
    // The pause never was: the clock has run on.
    case .pause where deed.ruling == .overruled: patch.suspendedAt = .set(nil)
    case .giveBack, .pause, nil: break
    }
  }

  private func takeBack(_ patch: inout WorkOrderPatch) {
    (patch.unit, patch.unitArea, patch.duty, patch.worker) = (.set(nil), .set(nil), .set(nil), .set(nil))
    (patch.responsibleUnit, patch.responsible, patch.acceptedAt) = (.set(nil), .set(nil), .set(nil))
    if order.autoUnit != nil { patch.isCorrected = .set(true) }
    noteLateness(&patch)
    (patch.isMissed, patch.isContactMissed) = (.set(false), .set(false))
  }
}

/// The clock.
extension WorkOrderTransition {
  /// What the rules give an order of this duty and urgency, counted from the beginning of the round, with all its pauses.
  private func fresh(_ duty: Duty?, isUrgent: Bool, isExtended: Bool = false, from start: Instant) -> Deadline {
    var facts = WorkOrderClockRules.facts(order.kind, isUrgent: isUrgent, duty)
    facts.extended = isExtended
    return rules.resumed(rules.deadline(facts, reported: start), after: order.clock.pauses)
  }

  /// Another duty has other days; what a pause has added stays. Supervision and extension are the street's own word, and a
  /// deadline that has passed, or an order that is done, stays as it is.
  func setClock(for duty: Duty, _ patch: inout WorkOrderPatch) throws {
    guard !order.standing.isExtended, !order.standing.isSupervised, order.resolvedAt == nil,
      order.ran(until: now) <= order.deadline.dueAt
    else { return }
    moveClock(&patch) { old, isUrgent in
      var deadline = fresh(duty, isUrgent: isUrgent, from: order.roundBegan)
      if order.contactedAt != nil || order.ran(until: now) > old.firstContactDueAt {
        deadline.firstContactDueAt = old.firstContactDueAt
      }
      return deadline
    }
  }

  /// As much more as fifteen working days from the beginning are above what was given; where that is nothing, fifteen from
  /// now on.
  private func extend(_ patch: inout WorkOrderPatch) throws {
    (patch.isExtended, patch.extensionAskedAt) = (.set(true), .set(nil))
    let duty = order.duty.flatMap(dispatchService.duty)
    moveClock(&patch) { old, isUrgent in
      var longer = fresh(duty, isUrgent: isUrgent, isExtended: true, from: order.roundBegan)
      if order.standing.isExtended || longer.dueAt <= old.dueAt {
        longer = fresh(duty, isUrgent: isUrgent, isExtended: true, from: order.ran(until: now))
      }
      longer.firstContactDueAt = old.firstContactDueAt
      return longer
    }
  }

  /// The pause ends, and every clock goes on where it stood.
  func resume(_ patch: inout WorkOrderPatch) {
    patch.suspendedAt = .set(nil)
    guard let since = order.suspendedAt, since < now else { return }
    patch.pauses = .set(order.clock.pauses + [Pause(since: since, until: now)])
    moveClock(&patch) { old, _ in rules.resumed(old, suspended: since, resumed: now) }
  }

  /// Three working days from now, where there was more.
  private func supervise(_ patch: inout WorkOrderPatch) {
    patch.isSupervised = .set(true)
    let shorter = rules.deadline(DeadlineFacts(supervised: true), reported: now)
    moveClock(&patch) { old, _ in
      guard shorter.dueAt < old.dueAt else { return old }
      return shorter.stricter(old)
    }
    if var own = order.clock.own {
      own.isSupervised = true
      own.deadline = shorter.dueAt < own.deadline.dueAt ? shorter.stricter(own.deadline) : own.deadline
      patch.ownClock = .set(own)
    }
  }

  /// A second round: its time begins anew, and has to be met as the first one's had. What was said of the end does not hold any
  /// more; the timeline keeps it, and `WorkOrderStint` how the first round went.
  private func reopen(_ patch: inout WorkOrderPatch) {
    (patch.resolvedAt, patch.verifiedAt, patch.closedAt) = (.set(nil), .set(nil), .set(nil))
    (patch.contactedAt, patch.outcome, patch.result) = (.set(nil), .set(nil), .set(nil))
    (patch.satisfaction, patch.isSolved) = (.set(nil), .set(nil))
    (patch.isExtended, patch.isSupervised, patch.extensionAskedAt) = (.set(false), .set(false), .set(nil))
    if order.standing.state == .rejected {
      (patch.unit, patch.unitArea, patch.duty) = (.set(nil), .set(nil), .set(nil))
    }
    noteLateness(&patch)
    (patch.rounds, patch.roundAt, patch.pauses) = (.set(order.clock.rounds + 1), .set(now), .set([]))
    let duty = order.duty.flatMap(dispatchService.duty)
    func anew(_ isUrgent: Bool) -> Deadline {
      rules.deadline(WorkOrderClockRules.facts(order.kind, isUrgent: isUrgent, duty), reported: now)
    }
    moveClock(&patch) { _, isUrgent in anew(isUrgent) }
    (patch.isMissed, patch.isContactMissed) = (.set(false), .set(false))
  }

  /// Moves the order's deadline, and with it its own one while others are part of it.
  func moveClock(_ patch: inout WorkOrderPatch, _ move: (Deadline, _ isUrgent: Bool) -> Deadline) {
    noteLateness(&patch)
    let deadline = move(order.deadline, order.isUrgent)
    set(deadline, &patch)
    if var own = order.clock.own {
      own.deadline = move(own.deadline, own.isUrgent)
      patch.ownClock = .set(own)
    }
  }

  func set(_ deadline: Deadline, _ patch: inout WorkOrderPatch) {
    patch.deadline = (
      deadline, WorkOrderClockRules.warnAt(deadline, from: now, rules), rules.isProvisional(deadline)
    )
  }

  /// Keeps that a deadline has been missed before it moves.
  func noteLateness(_ patch: inout WorkOrderPatch) {
    let (clock, moment) = (order.clock, order.ran(until: now))
    func isTheirs(_ due: Instant) -> Bool { clock.heldSince.map { due >= $0 } ?? false }
    let isHeld = ![.received, .returned, .rejected, .merged].contains(order.standing.state)
    if moment > clock.deadline.dueAt {
      if clock.lateAt == nil { patch.lateAt = .set(clock.deadline.dueAt) }
      if isHeld, isTheirs(clock.deadline.dueAt), patch.isMissed == .keep { patch.isMissed = .set(true) }
    }
    let contact = clock.deadline.firstContactDueAt
    if (order.contactedAt ?? moment) > contact, isHeld, isTheirs(contact),
      order.contactedAt.map({ $0 >= clock.heldSince ?? $0 }) ?? true, patch.isContactMissed == .keep
    {
      patch.isContactMissed = .set(true)
    }
  }
}
