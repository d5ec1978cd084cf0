import Kernel
import Schema
import TextClassifier

/// The clock rules of this office, on the calendar that is built in.
package enum WorkOrderClockRules {
  package static var rules: DeadlineRules { get throws { try read.get() } }

  private static let read = Result { DeadlineRules(calendar: try WorkingCalendar(csv: Schema.holidays)) }

  static func facts(_ kind: WorkOrderKind, isUrgent: Bool, _ duty: Duty?) -> DeadlineFacts {
    DeadlineFacts(
      consultation: kind == .consultation, urgent: isUrgent, dutyDays: duty.flatMap(days),
      dutyUrgentHours: duty?.urgentHours)
  }

  /// 0 in the list means at once (转110): then the kind's own days say nothing either, and one working day is the least.
  private static func days(_ duty: Duty) -> Int { max(1, duty.deadlineDays) }

  /// When 80 % of what was given is gone, counting from `start`.
  static func warnAt(_ deadline: Deadline, from start: Instant, _ rules: DeadlineRules) -> Instant {
    let left = rules.remaining(deadline, at: start) - deadline.allowance / 5
    return left > 0 ? rules.advancing(max(start, deadline.countedFrom), by: left, pace: deadline.pace) : start
  }

  /// What to say beside a due time that is provisional, in Chinese.
  package static func warning(dueAt: String) throws -> String? {
    guard let due = Instant(dueAt) else { return nil }
    return try rules.calendar.warning(for: due.day)
  }
}
