import FilterLanguage
import Kernel
import Schema
import Testing
import WorkOrders

@Suite struct DeadlineTests {
  let rules: DeadlineRules

  init() throws { rules = DeadlineRules(calendar: try WorkingCalendar(csv: Schema.holidays)) }

  @Test(arguments: [
    // An ordinary week, a month's end, a year's end, the leap day, Spring Festival.
    ("2026-11-23T10:00:00+08:00", "2026-11-24", "2026-11-30"),
    ("2026-10-29T10:00:00+08:00", "2026-10-30", "2026-11-05"),
    ("2025-12-30T10:00:00+08:00", "2025-12-31", "2026-01-07"),
    ("2024-02-27T10:00:00+08:00", "2024-02-28", "2024-03-05"),
    ("2024-02-29T10:00:00+08:00", "2024-03-01", "2024-03-07"),
    ("2026-02-13T10:00:00+08:00", "2026-02-14", "2026-02-27"),
    ("2026-02-14T10:00:00+08:00", "2026-02-24", "2026-02-28"),
    // Before opening is that day, after closing and on days off is the next working day.
    ("2026-11-23T06:00:00+08:00", "2026-11-24", "2026-11-30"),
    ("2026-11-23T16:59:59+08:00", "2026-11-24", "2026-11-30"),
    ("2026-11-23T17:00:00+08:00", "2026-11-25", "2026-12-01"),
    ("2026-11-21T09:00:00+08:00", "2026-11-24", "2026-11-30"),
    ("2026-11-20T23:00:00+08:00", "2026-11-24", "2026-11-30"),
    ("2026-02-17T09:00:00+08:00", "2026-02-25", "2026-03-02"),
    // The day is Shanghai's, whatever the offset that the instant was written with.
    ("2026-11-22T23:30:00Z", "2026-11-24", "2026-11-30"),
  ])
  func deadline_ofARequest_isFiveWorkingDays(reported: String, contact: String, due: String) throws {
    let deadline = rules.deadline(DeadlineFacts(), reported: try instant(reported))
    #expect(deadline.firstContactDueAt.description == contact + "T23:59:59.000+08:00")
    #expect(deadline.dueAt.description == due + "T23:59:59.000+08:00")
    #expect(deadline.pace == .workingTime)
  }

  @Test(arguments: [
    (DeadlineFacts(), 5), (DeadlineFacts(consultation: true), 1), (DeadlineFacts(complex: true), 15),
    (DeadlineFacts(extended: true), 15), (DeadlineFacts(supervised: true), 3), (DeadlineFacts(dutyDays: 7), 7),
    (DeadlineFacts(consultation: true, dutyDays: 7), 7), (DeadlineFacts(supervised: true, dutyDays: 2), 2),
    (DeadlineFacts(supervised: true, dutyDays: 15), 3), (DeadlineFacts(supervised: true, extended: true), 15),
    (DeadlineFacts(complex: true, dutyDays: 3), 15), (DeadlineFacts(extended: true, dutyDays: 30), 30),
    (DeadlineFacts(consultation: true, supervised: true), 1), (DeadlineFacts(dutyDays: 0), 1),
    (DeadlineFacts(supervised: true, complex: true), 3), (DeadlineFacts(urgent: true, extended: true), 15),
  ])
  func days_followTheOrderOfTheRules(facts: DeadlineFacts, days: Int) { #expect(rules.days(facts) == days) }

  @Test func deadline_ofUrgent_runsThroughNightsAndFeasts() throws {
    let night = try instant("2026-02-16T23:30:00+08:00")
    let plain = rules.deadline(DeadlineFacts(urgent: true, supervised: true), reported: night)
    #expect(plain.pace == .everyHour && plain.countedFrom == night)
    #expect(plain.firstContactDueAt.description == "2026-02-17T00:30:00.000+08:00")
    #expect(plain.dueAt.description == "2026-02-17T01:30:00.000+08:00")
    let own = rules.deadline(DeadlineFacts(urgent: true, dutyDays: 5, dutyUrgentHours: 24), reported: night)
    #expect(own.dueAt.description == "2026-02-17T23:30:00.000+08:00")
    let short = rules.deadline(DeadlineFacts(urgent: true, dutyUrgentHours: 1), reported: night)
    #expect(short.firstContactDueAt == short.dueAt)
  }

  @Test func deadline_ofAConsultation_hasNoContactAfterItsEnd() throws {
    let deadline = rules.deadline(DeadlineFacts(consultation: true), reported: try instant("2026-11-23T10:00:00+08:00"))
    #expect(deadline.firstContactDueAt == deadline.dueAt)
  }

  @Test func deadline_acrossAYearWithoutNotice_countsFeastsByLaw() throws {
    let deadline = rules.deadline(DeadlineFacts(), reported: try instant("2026-12-30T10:00:00+08:00"))
    #expect(deadline.dueAt.day == Day("2027-01-07"))
    #expect(rules.calendar.warning(for: deadline.dueAt.day) != nil)
  }

  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }
}
