import Kernel

extension DeadlineRules {
  /// Milliseconds of the clock from `start` to `end`; below 0 when `end` is before `start`.
  package func elapsed(from start: Instant, to end: Instant, pace: Deadline.Pace) -> Int64 {
    guard start <= end else { return -elapsed(from: end, to: start, pace: pace) }
    guard pace == .workingTime else { return end.milliseconds - start.milliseconds }
    return position(end) - position(start) + Self.day * Int64(calendar.workingDays(from: start.day, to: end.day))
  }

  /// What is left of the time, in milliseconds of the clock; 0 once it is over, and never more than was given, so that a
  /// clock set back before the report adds nothing.
  package func remaining(_ deadline: Deadline, at now: Instant) -> Int64 {
    min(
      max(0, elapsed(from: max(now, deadline.countedFrom), to: deadline.dueAt, pace: deadline.pace)), deadline.allowance
    )
  }

  /// The share of the time that is used at `now`: 0 at the report, 1 when it is due, above 1 when late. Escalation asks
  /// for 0.8 and for over 1.
  ///
  /// - Parameter suspended: since when the order is suspended; then the share is that of the suspension's beginning.
  package func share(_ deadline: Deadline, at now: Instant, suspended: Instant? = nil) -> Double {
    guard deadline.allowance > 0 else { return now < deadline.dueAt ? 0 : 1 }
    let moment = min(now, suspended ?? now)
    let left =
      moment <= deadline.dueAt
      ? remaining(deadline, at: moment) : elapsed(from: moment, to: deadline.dueAt, pace: deadline.pace)
    return 1 - Double(left) / Double(deadline.allowance)
  }

  /// The due instant of an order that was suspended and goes on: as much of the clock's time after `resumed` as there was
  /// left at `suspended`. Unchanged where it was late at `suspended` already, or where `resumed` is not later (a clock set back).
  ///
  /// Serves `dueAt` and `firstContactDueAt` alike.
  package func resumed(
    due: Instant, pace: Deadline.Pace, suspended: Instant, resumed: Instant
  ) -> Instant {
    guard suspended < due, suspended < resumed else { return due }
    return advancing(resumed, by: elapsed(from: suspended, to: due, pace: pace), pace: pace)
  }

  /// The deadline after a pause: both due instants move, what was given stays.
  package func resumed(_ deadline: Deadline, suspended: Instant, resumed now: Instant) -> Deadline {
    var deadline = deadline
    let since = max(suspended, deadline.countedFrom)
    deadline.dueAt = resumed(due: deadline.dueAt, pace: deadline.pace, suspended: since, resumed: now)
    deadline.firstContactDueAt = resumed(
      due: deadline.firstContactDueAt, pace: deadline.pace, suspended: since, resumed: now)
    return deadline
  }

  /// The deadline after several pauses, the oldest first.
  package func resumed(_ deadline: Deadline, after pauses: [Pause]) -> Deadline {
    pauses.reduce(deadline) { resumed($0, suspended: $1.since, resumed: $1.until) }
  }

  /// The moment after which `amount` milliseconds of the clock have gone by since `start`. What ends with a working day
  /// stays on it and does not slip to the opening of the next.
  package func advancing(_ start: Instant, by amount: Int64, pace: Deadline.Pace) -> Instant {
    guard pace == .workingTime else { return Instant(milliseconds: start.milliseconds + amount) }
    let day = start.day
    let working = calendar.isWorkingDay(day)
    let today = working ? Self.day - position(start) : 0
    guard amount > today else { return Instant(milliseconds: start.milliseconds + amount) }
    let rest = amount - today
    let whole = (rest - 1) / Self.day
    let last = calendar.adding(Int(whole) + 1, workingDaysTo: day)
    return Instant(milliseconds: Instant(startOf: last).milliseconds + rest - whole * Self.day)
  }

  /// How much of its day the clock has run at `instant`. On days off it stands where the last working day ended, at a
  /// whole day, which `elapsed` has counted with that day.
  private func position(_ instant: Instant) -> Int64 {
    let day = instant.day
    return calendar.isWorkingDay(day) ? instant.milliseconds - Instant(startOf: day).milliseconds : Self.day
  }

  private static var day: Int64 { 86_400_000 }
}

extension Instant {
  /// Midnight at the beginning of a Shanghai day.
  package init(startOf day: Day) { self.init(milliseconds: Int64(day.number) * 86_400_000 - 8 * 3_600_000) }

  /// 23:59:59 of a Shanghai day.
  package init(endOf day: Day) { self.init(milliseconds: Int64(day.number) * 86_400_000 + 57_599_000) }
}
