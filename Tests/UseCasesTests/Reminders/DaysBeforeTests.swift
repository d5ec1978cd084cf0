import FilterLanguage
import Kernel
import Ledgers
import Platform
import Registry
import Support
import Testing

/// The grid worker hears of an elevator a month before its inspection is due.
@Suite struct DaysBeforeTests {
  private func elevator(_ code: String, due: String, _ street: ReminderStreet) async throws -> Int64 {
    let asset = AssetDraft(
      kind: "elevator", code: code, place: .building(street.gridBuilding), due: Day(due), source: "manual")
    return try await AddAsset.run(asset, caller: street.street.admin, app: street.app)
  }

  private func ledger(_ street: ReminderStreet) async throws -> Int64 {
    let ledger = try await street.ledger("kind = elevator") { wish in
      wish.subject = .assets
      wish.columns = .set([.init("code"), .init("address"), .init("due")])
    }
    try await street.schedule(ledger, ScheduleRule(.daysBefore, days: 30, field: "due"))
    return ledger
  }

  @Test func elevator_isToldOfAMonthBefore_onceForEachDate() async throws {
    try await ReminderStreet.run { street in
      let id = try await elevator("DT-1", due: "2026-12-31", street)
      _ = try await elevator("DT-2", due: "2027-06-30", street)
      _ = try await ledger(street)
      try street.go(to: "2026-11-30T08:00")
      try await street.tick()
      #expect(try await street.inbox(street.gridWorker).isEmpty)
      try street.go(to: "2026-12-01T08:00")
      try await street.tick()
      let first = try await street.inbox(street.gridWorker)
      #expect(first.map(\.draft.subjectID) == [id])
      #expect(first.map(\.draft.due) == [Day("2026-12-31")])
      #expect(first[0].draft.title == "DT-1，南昌路9号")
      #expect(first[0].draft.recipient == ReminderRecipient(area: street.grid))
      try street.go(to: "2026-12-02T08:00")
      try await street.tick()
      #expect(try await street.inbox(street.gridWorker).count == 1)
      // Inspected: the next one is a year later.
      _ = try await street.act(first[0].id, .done, by: street.gridWorker)
      var patch = AssetPatch()
      patch.due = .set(Day("2027-12-31"))
      try await ChangeRow.run(id, .asset(patch), version: nil, caller: street.street.admin, app: street.app)
      try street.go(to: "2027-12-01T08:00")
      try await street.tick()
      #expect(
        try await street.inbox(street.gridWorker).compactMap(\.draft.due).contains(try #require(Day("2027-12-31"))))
    }
  }

  /// The server was off over the day itself, and over the date.
  @Test func dateThatPassedWhileTheServerWasOff_isStillToldOf() async throws {
    try await ReminderStreet.run { street in
      _ = try await elevator("DT-1", due: "2027-01-20", street)
      _ = try await elevator("DT-0", due: "2026-01-20", street)
      _ = try await ledger(street)
      try street.go(to: "2026-11-22T08:00")
      try await street.tick()
      #expect(try await street.inbox(street.gridWorker).isEmpty)
      try street.go(to: "2027-02-15T10:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.gridWorker).map(\.draft.title) == ["DT-1，南昌路9号"])
    }
  }

  @Test func column_mustBeTheLedgersAndADay() async throws {
    try await ReminderStreet.run { street in
      let id = try await ledger(street)
      for field in ["code", "nosuch"] {
        let problem = try await refusal {
          try await street.schedule(id, ScheduleRule(.daysBefore, days: 30, field: field))
        }
        #expect(problem?.code == "bad_field" && problem?.notes.first?.suggestions == ["due"])
      }
    }
  }
}
