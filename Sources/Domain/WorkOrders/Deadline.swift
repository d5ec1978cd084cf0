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

  package init(
    pace: Pace, countedFrom: Instant, firstContactDueAt: Instant, dueAt: Instant, allowance: Int64
  ) {
    (self.pace, self.countedFrom) = (pace, countedFrom)
    (self.firstContactDueAt, self.dueAt, self.allowance) = (firstContactDueAt, dueAt, allowance)
  }
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
