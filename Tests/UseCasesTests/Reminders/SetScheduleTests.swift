import FilterLanguage
import Kernel
import Ledgers
import Reminders
import Support
import Testing

@Suite struct SetScheduleTests {
  @Test func schedule_isSetByTheOwner_andByWhoeverManagesThePlace() async throws {
    try await ReminderStreet.run { street in
      let (theirs, own) = (try await street.ledger(), try await street.ledger(by: street.worker))
      let rule = try ScheduleRule(.weekly, weekday: 3)
      func code(_ ledger: Int64, _ caller: Caller) async throws -> String? {
        try await refusal { try await street.schedule(ledger, rule, by: caller) }?.code
      }
      #expect(try await code(theirs, street.worker) == "not_owner")
      #expect(try await code(own, street.worker) == nil)
      #expect(try await code(own, street.secretary) == nil)
      #expect(try await code(theirs, street.neighbour) == "not_found")
      #expect(try await code(theirs, street.housing) == "missing_right")
      #expect(try await code(theirs, street.street.caller(.street)) == nil)
      let page = try await ReadSchedules.run(before: nil, limit: 50, caller: street.worker, app: street.app)
      #expect(page.items.map(\.row.ledger) == [own, theirs])
      #expect(page.items.map(\.explanation) == ["每周三 08:00", "每周三 08:00"])
      let others = try await ReadSchedules.run(before: nil, limit: 50, caller: street.neighbour, app: street.app)
      #expect(others.total == 0)
    }
  }

  @Test func schedule_isChangedByWhoeverHasSeenIt() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      func set(_ kind: ScheduleRule.Kind, _ seen: SetSchedule.Seen) async throws -> String? {
        try await refusal {
          _ = try await SetSchedule.run(
            ledger, ScheduleRule(kind), existing: true, seen: seen, caller: street.secretary, app: street.app)
        }?.code
      }
      #expect(try await set(.daily, .version(1)) == "version_conflict")
      #expect(try await set(.daily, .nothing) == nil)
      #expect(try await set(.monthly, .nothing) == "precondition_required")
      #expect(try await set(.monthly, .version(1)) == nil)
      #expect(try await set(.quarterly, .version(1)) == "version_conflict")
      let remove = { (version: Int64?) in
        try await refusal {
          try await RemoveSchedule.run(ledger, version: version, caller: street.secretary, app: street.app)
        }?.code
      }
      #expect(try await remove(1) == "version_conflict")
      #expect(try await remove(2) == nil)
      #expect(try await remove(nil) == "not_found")
    }
  }

  /// Another rule, or none for a while, makes nothing new of what is known and still open.
  @Test func anotherRule_doesNotRemindAgain() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      try street.go(to: "2026-11-22T08:00")
      try await street.tick()
      try await street.schedule(ledger, ScheduleRule(.daily, minute: 600))
      try street.go(to: "2026-11-22T10:00")
      #expect(try await street.tick() == 1)
      try await RemoveSchedule.run(ledger, version: nil, caller: street.secretary, app: street.app)
      try await street.daily(ledger)
      try street.go(to: "2026-11-23T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.worker).count == 1)
    }
  }
}
