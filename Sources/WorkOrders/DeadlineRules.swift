import Kernel

/// When a work order is due, how much of its time is used, and what a pause does to it.
///
/// Rules:
/// - Ordinary clocks run on working days, all 24 hours of them, and stand still on others. A deadline of working days ends
///   at 23:59:59 Shanghai of its last day (Civil Code art. 203: a period ends at 24:00; the hotline takes results at any
///   hour). The day on which the count begins is not counted (art. 201).
/// - A report on a day off, or after closing, counts as made at the beginning of the next working day: what comes on
///   Saturday counts as Monday's, and its first working day is Tuesday. A report before opening is that day's.
/// - Urgent clocks run from the report itself, through nights and feasts.
/// - Which time: urgent before all; then the duty's own days in place of the kind's; complex or extended ones have at
///   least fifteen; supervision shortens to three what was not extended. Extended urgent ones leave the clock of hours.
/// - A pause keeps what is left: after it the order has as much of its clock's time as when it was suspended. What was
///   late already stays late.
package struct DeadlineRules: Sendable {
  package let calendar: WorkingCalendar
  package let limits: DeadlineLimits

  package init(calendar: WorkingCalendar, limits: DeadlineLimits = DeadlineLimits()) {
    (self.calendar, self.limits) = (calendar, limits)
  }

  /// The deadlines of an order reported at `reported`, as if it was never suspended.
  package func deadline(_ facts: DeadlineFacts, reported: Instant) -> Deadline {
    facts.urgent && !facts.extended ? urgent(facts, reported: reported) : ordinary(facts, reported: reported)
  }

  /// The working days that an order has which is not (or no longer) counted in hours.
  package func days(_ facts: DeadlineFacts) -> Int {
    let own = facts.dutyDays ?? (facts.consultation ? limits.consultationDays : limits.ordinaryDays)
    let granted = facts.complex || facts.extended ? max(own, limits.complexDays) : own
    return max(1, facts.supervised && !facts.extended ? min(granted, limits.supervisedDays) : granted)
  }

  /// From when a report counts.
  package func countedFrom(_ reported: Instant) -> Instant {
    let day = reported.day
    let closing = Instant(startOf: day).adding(seconds: limits.closingMinute * 60)
    if calendar.isWorkingDay(day), reported < closing { return reported }
    return Instant(startOf: calendar.adding(1, workingDaysTo: day))
  }

  private func ordinary(_ facts: DeadlineFacts, reported: Instant) -> Deadline {
    let start = countedFrom(reported)
    let contact = Instant(endOf: calendar.adding(limits.firstContactDays, workingDaysTo: start.day))
    let days = days(facts)
    let due = Instant(endOf: calendar.adding(days, workingDaysTo: start.day))
    return Deadline(
      pace: .workingTime, countedFrom: start, firstContactDueAt: min(contact, due), dueAt: due,
      allowance: elapsed(from: start, to: due, pace: .workingTime), days: days)
  }

  private func urgent(_ facts: DeadlineFacts, reported: Instant) -> Deadline {
    let hours = max(1, facts.dutyUrgentHours ?? limits.urgentHours)
    let due = reported.adding(seconds: hours * 3600)
    return Deadline(
      pace: .everyHour, countedFrom: reported,
      firstContactDueAt: min(reported.adding(seconds: limits.urgentContactHours * 3600), due), dueAt: due,
      allowance: due.milliseconds - reported.milliseconds)
  }
}
