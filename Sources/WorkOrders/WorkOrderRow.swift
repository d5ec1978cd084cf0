import Kernel
import Platform

/// What of an order the rules need: lists and pages are made in the store.
package struct WorkOrderRow: Sendable, Equatable {
  package var id: Int64
  package var number: String
  package var version: Int64
  package var kind: WorkOrderKind
  package var standing: WorkOrderStanding
  package var place: WorkOrderPlace
  package var duty: String?
  /// What dispatch decided by itself when the order came; nil where it left that to a person.
  package var autoUnit: String?
  package var house: Int64?
  package var responsibleUnit: String?
  package var worker: String?
  package var reportedAt: Instant
  package var clock: WorkOrderClock
  package var contactedAt: Instant?
  package var resolvedAt: Instant?
  package var isSolved: Bool?
  package var satisfaction: Int?
  package var mergedInto: Int64?

  package init(
    id: Int64, number: String, version: Int64, kind: WorkOrderKind, standing: WorkOrderStanding,
    place: WorkOrderPlace, reportedAt: Instant, clock: WorkOrderClock
  ) {
    (self.id, self.number, self.version, self.kind) = (id, number, version, kind)
    (self.standing, self.place, self.reportedAt, self.clock) = (standing, place, reportedAt, clock)
  }

  package var unit: String? { place.unit }
  package var isUrgent: Bool { standing.isUrgent }
  package var deadline: Deadline { clock.deadline }
  package var suspendedAt: Instant? { clock.suspendedAt }
  /// From when the round's time counts.
  package var roundBegan: Instant { clock.roundAt ?? reportedAt }

  /// Until when the clock has run: now, the moment of the pause, or when it was resolved.
  package func ran(until now: Instant) -> Instant { resolvedAt ?? suspendedAt ?? now }
}

/// Where an order's clock stands.
package struct WorkOrderClock: Sendable, Equatable {
  package var deadline: Deadline
  package var suspendedAt: Instant?
  /// The pauses of the round that are over.
  package var pauses: [Pause] = []
  package var rounds = 1
  /// When the round began; nil for the first, which began with the report.
  package var roundAt: Instant?
  /// Since when whoever has the order has it.
  package var heldSince: Instant?
  /// The first deadline that was missed, in any round.
  package var lateAt: Instant?
  /// Whoever has it has missed a deadline, or a first contact, whose time was moved afterwards.
  package var isMissed = false
  package var isContactMissed = false
  package var own: OwnClock?

  package init(_ deadline: Deadline) { self.deadline = deadline }
}

/// What an order's clock, urgency and supervision are by itself, while others are part of it and the strictest holds.
package struct OwnClock: Sendable, Equatable {
  package var deadline: Deadline
  package var isUrgent: Bool
  package var isSupervised: Bool
}

/// A time in which a unit had an order, and how it did in it.
package struct WorkOrderStint: Sendable, Equatable {
  package enum Ending: String, Sendable { case reassign, reopen, merge }

  package let unit: String
  package let worker: String?
  package let since: Instant
  /// Whether the first contact and the deadline that fell into it were met; nil where none did.
  package let contactMet: Bool?
  package let dueMet: Bool?
  package let isSolved: Bool?
  package let satisfaction: Int?

  package init(
    unit: String, worker: String?, since: Instant, contactMet: Bool?, dueMet: Bool?, isSolved: Bool?,
    satisfaction: Int?
  ) {
    (self.unit, self.worker, self.since) = (unit, worker, since)
    (self.contactMet, self.dueMet) = (contactMet, dueMet)
    (self.isSolved, self.satisfaction) = (isSolved, satisfaction)
  }

  /// Whether there is anything to say of it.
  package var says: Bool { contactMet != nil || dueMet != nil || isSolved != nil || satisfaction != nil }
}

extension WorkOrderRow {
  /// The time of whoever has the order, as if it ended now; nil where nobody has it. What was due before it came to them is not
  /// theirs, nor is a call that somebody made before.
  package func stint(endingAt now: Instant) -> WorkOrderStint? {
    guard let unit, let since = clock.heldSince, standing.state != .received, standing.state != .returned else {
      return nil
    }
    let moment = ran(until: now)
    return WorkOrderStint(
      unit: unit, worker: worker, since: since,
      contactMet: clock.isContactMissed
        ? false : met(deadline.firstContactDueAt, contactedAt, since: since, until: moment),
      dueMet: clock.isMissed ? false : met(deadline.dueAt, resolvedAt, since: since, until: moment),
      isSolved: isSolved, satisfaction: satisfaction)
  }

  private func met(_ due: Instant, _ done: Instant?, since: Instant, until moment: Instant) -> Bool? {
    guard due >= since, done.map({ $0 >= since }) ?? true else { return nil }
    if let done { return done <= due }
    return moment > due ? false : nil
  }
}

/// A line of an order's timeline.
package struct WorkOrderEvent: Sendable, Equatable {
  package let id: Int64
  package let at: String
  package let by: String
  /// A `WorkOrderAction`, or created, changed, escalated, attached, absorbed, parted, recounted.
  package let action: String
  package let from: String?
  package let to: String
  package let note: String?
  /// A JSON object.
  package let detail: String
}
