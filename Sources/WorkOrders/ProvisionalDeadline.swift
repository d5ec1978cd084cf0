import Kernel

// Deadlines that reach into years whose days off have not been published: worked out as well as can be, said to be so, and
// worked out again when the calendar grows.

extension DeadlineRules {
  /// Whether the calendar does not know all the days that a deadline was counted over. A clock of hours needs no calendar.
  package func isProvisional(_ deadline: Deadline) -> Bool { warning(for: deadline) != nil }

  /// What to say beside a deadline that may still move, in Chinese; nil beside one that is sure.
  package func warning(for deadline: Deadline) -> String? {
    guard deadline.pace == .workingTime else { return nil }
    let last = max(deadline.dueAt, deadline.firstContactDueAt).day
    for year in deadline.countedFrom.day.year...max(deadline.countedFrom.day.year, last.year) {
      guard let day = Day(year: year, month: 7, day: 1), let warning = calendar.warning(for: day) else { continue }
      return warning
    }
    return nil
  }

  /// The deadline as this calendar has it: as many working days as were given, and the pauses.
  ///
  /// - Parameters:
  ///   - base: from when it counts; nil: from when it counted so far.
  ///   - keepsContact: the first contact has been made or missed already, and its time stays.
  /// - Returns: nil where the days that were given are not known.
  package func recounted(
    _ deadline: Deadline, from base: Instant?, pauses: [Pause], keepsContact: Bool
  ) -> Deadline? {
    guard deadline.pace == .workingTime, let days = deadline.days else { return nil }
    let start = countedFrom(base ?? deadline.countedFrom)
    let due = Instant(endOf: calendar.adding(days, workingDaysTo: start.day))
    let contact = Instant(endOf: calendar.adding(limits.firstContactDays, workingDaysTo: start.day))
    var fresh = Deadline(
      pace: .workingTime, countedFrom: start, firstContactDueAt: min(contact, due), dueAt: due,
      allowance: elapsed(from: start, to: due, pace: .workingTime), days: days)
    fresh = resumed(fresh, after: pauses)
    if keepsContact { fresh.firstContactDueAt = deadline.firstContactDueAt }
    return fresh
  }
}
