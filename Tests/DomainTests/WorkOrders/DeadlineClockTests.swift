import FilterLanguage
import Kernel
import Schema
import Testing
import WorkOrders

@Suite struct DeadlineClockTests {
  let rules: DeadlineRules

  init() throws { rules = DeadlineRules(calendar: try WorkingCalendar(csv: Schema.holidays)) }

  @Test func share_standsStillOnDaysOff() throws {
    let deadline = rules.deadline(DeadlineFacts(), reported: try instant("2026-02-13T10:00:00+08:00"))
    let eve = rules.share(deadline, at: try instant("2026-02-15T00:00:00+08:00"))
    #expect(eve == rules.share(deadline, at: try instant("2026-02-23T23:59:59+08:00")))
    #expect(eve > 0.2 && eve < 0.4)
    #expect(rules.share(deadline, at: deadline.countedFrom) == 0)
    #expect(rules.share(deadline, at: deadline.dueAt) == 1)
    #expect(rules.share(deadline, at: deadline.dueAt.adding(seconds: 86_400)) > 1)
  }

  @Test func share_ofOneDay_escalatesOnTheAfternoonBefore() throws {
    let deadline = rules.deadline(DeadlineFacts(consultation: true), reported: try instant("2026-11-23T10:00:00+08:00"))
    #expect(rules.share(deadline, at: try instant("2026-11-24T16:00:00+08:00")) < 0.8)
    #expect(rules.share(deadline, at: try instant("2026-11-24T17:00:00+08:00")) > 0.8)
  }

  @Test func share_withTheClockSetBack_isNothing() throws {
    let deadline = rules.deadline(DeadlineFacts(), reported: try instant("2026-11-23T10:00:00+08:00"))
    let before = try instant("2026-11-20T10:00:00+08:00")
    #expect(rules.share(deadline, at: before) == 0)
    #expect(rules.remaining(deadline, at: before) == deadline.allowance)
  }

  @Test func share_whileSuspended_isThatOfItsBeginning() throws {
    let deadline = rules.deadline(DeadlineFacts(), reported: try instant("2026-11-23T10:00:00+08:00"))
    let since = try instant("2026-11-25T10:00:00+08:00")
    let later = try instant("2027-11-25T10:00:00+08:00")
    #expect(rules.share(deadline, at: later, suspended: since) == rules.share(deadline, at: since))
    #expect(rules.share(deadline, at: later) > 1)
  }

  @Test(arguments: [
    // A day of suspension moves the end by a working day, an hour by an hour.
    ("2026-11-25T10:00:00+08:00", "2026-11-26T10:00:00+08:00", "2026-12-01T23:59:59.000+08:00"),
    ("2026-11-25T10:00:00+08:00", "2026-11-25T11:00:00+08:00", "2026-12-01T00:59:59.000+08:00"),
    // A pause over the weekend costs only what the clock would have run.
    ("2026-11-28T10:00:00+08:00", "2026-11-29T10:00:00+08:00", "2026-11-30T23:59:59.000+08:00"),
    ("2026-11-27T23:00:00+08:00", "2026-11-30T01:00:00+08:00", "2026-12-01T01:59:59.000+08:00"),
    ("2026-11-28T10:00:00+08:00", "2026-12-05T10:00:00+08:00", "2026-12-07T23:59:59.000+08:00"),
    // The clock set back between the two, and resumed at once.
    ("2026-11-25T10:00:00+08:00", "2026-11-24T10:00:00+08:00", "2026-11-30T23:59:59.000+08:00"),
    ("2026-11-25T10:00:00+08:00", "2026-11-25T10:00:00+08:00", "2026-11-30T23:59:59.000+08:00"),
    // Late already.
    ("2026-12-02T10:00:00+08:00", "2026-12-09T10:00:00+08:00", "2026-11-30T23:59:59.000+08:00"),
    // Resumed long after the due time, over Spring Festival of a year without notice.
    ("2026-11-30T10:00:00+08:00", "2026-12-31T20:00:00+08:00", "2027-01-04T09:59:59.000+08:00"),
  ])
  func resumed_keepsWhatWasLeft(suspended: String, resumed: String, due: String) throws {
    let deadline = rules.deadline(DeadlineFacts(), reported: try instant("2026-11-23T10:00:00+08:00"))
    let (since, now) = (try instant(suspended), try instant(resumed))
    let after = rules.resumed(deadline, suspended: since, resumed: now)
    #expect(after.dueAt.description == due)
    #expect(after.allowance == deadline.allowance)
    if since < now, since < deadline.dueAt {
      #expect(rules.remaining(after, at: now) == rules.remaining(deadline, at: since))
    }
  }

  @Test func resumed_twice_keepsTheSum() throws {
    var deadline = rules.deadline(DeadlineFacts(), reported: try instant("2026-02-11T10:00:00+08:00"))
    for (since, until) in [
      ("2026-02-12T09:00:00+08:00", "2026-02-14T15:00:00+08:00"),
      ("2026-02-18T09:00:00+08:00", "2026-02-25T08:00:00+08:00"),
    ] {
      let left = rules.remaining(deadline, at: try instant(since))
      deadline = rules.resumed(deadline, suspended: try instant(since), resumed: try instant(until))
      #expect(rules.remaining(deadline, at: try instant(until)) == left)
    }
    // Two days and six hours, then one day and eight hours of working days.
    #expect(deadline.dueAt.description == "2026-03-02T13:59:59.000+08:00")
  }

  @Test func resumed_ofUrgent_movesByTheWholePause() throws {
    let deadline = rules.deadline(DeadlineFacts(urgent: true), reported: try instant("2026-02-16T23:30:00+08:00"))
    let after = rules.resumed(
      deadline, suspended: try instant("2026-02-17T00:00:00+08:00"), resumed: try instant("2026-02-17T03:00:00+08:00"))
    #expect(after.dueAt.description == "2026-02-17T04:30:00.000+08:00")
    #expect(after.firstContactDueAt.description == "2026-02-17T03:30:00.000+08:00")
  }

  @Test func resumed_suspendedBeforeTheCountBegan_hasAllItsTime() throws {
    let deadline = rules.deadline(DeadlineFacts(), reported: try instant("2026-11-20T18:00:00+08:00"))
    let after = rules.resumed(
      deadline, suspended: try instant("2026-11-20T19:00:00+08:00"), resumed: try instant("2026-11-22T19:00:00+08:00"))
    #expect(after.dueAt == deadline.dueAt)
  }

  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }
}
