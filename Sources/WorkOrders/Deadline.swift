import Kernel

/// How much time a work order has and until when.
package struct Deadline: Hashable, Sendable {
  /// What the clock counts.
  package enum Pace: String, Sendable, CaseIterable {
    /// Only working days, all 24 hours of them.
    case workingTime = "working_time"
    /// Every hour, also at night and on feasts.
    case everyHour = "every_hour"
  }

  package var pace: Pace
  /// When the clock began: the report, or the opening of the next working day for what came outside working time.
  package var countedFrom: Instant
  /// Until when somebody must have spoken with the person who reported.
  package var firstContactDueAt: Instant
  package var dueAt: Instant
  /// The time that was given, in milliseconds of `pace`, from `countedFrom` to `dueAt` as they were without any pause.
  package var allowance: Int64
  /// The working days that were given; nil for a clock of hours, and for one that was set before this was kept.
  package var days: Int?

  package init(
    pace: Pace, countedFrom: Instant, firstContactDueAt: Instant, dueAt: Instant, allowance: Int64, days: Int? = nil
  ) {
    (self.pace, self.countedFrom) = (pace, countedFrom)
    (self.firstContactDueAt, self.dueAt, self.allowance) = (firstContactDueAt, dueAt, allowance)
    self.days = days
  }

  /// The clock of an order that another one has become part of: whatever is due first. Where the later one was counted
  /// from is forgotten.
  package func stricter(_ other: Deadline) -> Deadline {
    var strict = other.dueAt < dueAt ? other : self
    strict.firstContactDueAt = min(firstContactDueAt, other.firstContactDueAt)
    return strict
  }
}

/// A time in which an order's clock stood still.
package struct Pause: Hashable, Sendable {
  package var since: Instant
  package var until: Instant

  package init(since: Instant, until: Instant) { (self.since, self.until) = (since, until) }
}

/// What a work order's time depends on.
package struct DeadlineFacts: Hashable, Sendable {
  /// It only asks for information (咨询); requests, complaints and the rest are not.
  package var consultation: Bool
  package var urgent: Bool
  /// The street supervises it (督办).
  package var supervised: Bool
  /// An extension was granted (延期).
  package var extended: Bool
  package var complex: Bool
  /// What the row of the duty list says, in working days.
  package var dutyDays: Int?
  /// What the row of the duty list says for urgent cases.
  package var dutyUrgentHours: Int?

  package init(
    consultation: Bool = false, urgent: Bool = false, supervised: Bool = false, extended: Bool = false,
    complex: Bool = false, dutyDays: Int? = nil, dutyUrgentHours: Int? = nil
  ) {
    (self.consultation, self.urgent, self.supervised) = (consultation, urgent, supervised)
    (self.extended, self.complex) = (extended, complex)
    (self.dutyDays, self.dutyUrgentHours) = (dutyDays, dutyUrgentHours)
  }
}
