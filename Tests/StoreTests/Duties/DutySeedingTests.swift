import Support
import Testing
@testable import FilterLanguage
@testable import Platform
@testable import Storage
@testable import TextClassifier
@testable import WorkOrders

@Suite struct DutySeedingTests {
  private func bring(_ store: Store, _ edit: @escaping @Sendable (inout [Duty]) -> Void) async throws -> [String] {
    try await store.write { writer in
      var duties = try ReferenceCatalogue.duties()
      edit(&duties)
      return try DutySeeding.bring(writer, duties).map(\.field)
    }
  }

  @Test func newDatabase_hasTheWholeListFromItsFirstDay() async throws {
    try await withTemporaryStore { store, clock in
      let today = clock.clock.today
      let (list, before) = try await store.read {
        (try $0.duties(on: today), try $0.duties(on: today.adding(days: -1)))
      }
      #expect(try Set(list) == Set(ReferenceCatalogue.duties()))
      #expect(before.isEmpty)
      #expect(try await bring(store) { _ in }.isEmpty)
    }
  }

  @Test func newerReference_beginsAVersionOfWhatTheOfficeLeftAlone() async throws {
    try await withTemporaryStore { store, clock in
      clock.advance(seconds: 86_400)
      let changes = try await bring(store) { duties in
        duties[0].deadlineDays = 9
        var new = duties[1]
        new.code = "NEW1"
        duties.append(new)
      }
      let code = try ReferenceCatalogue.duties()[0].code
      #expect(changes == ["\(code).deadline_workdays", "NEW1"])
      let row = try #require(try await store.read { try $0.duty(code: code) })
      #expect(row.versions.count == 2 && row.versions[0].until == row.versions[1].since)
      #expect(row.version(on: clock.clock.today)?.duty.deadlineDays == 9)
      #expect(row.version(on: clock.clock.today.adding(days: -1))?.duty.deadlineDays != 9)
    }
  }

  @Test func newerReference_leavesWhatTheOfficeEditedOrEnded() async throws {
    try await withTemporaryStore { store, clock in
      let (edited, ended) = (try ReferenceCatalogue.duties()[0], try ReferenceCatalogue.duties()[1])
      try await store.write { writer in
        var mine = edited
        mine.unit = "本街道某办"
        guard let first = try writer.read.duty(code: edited.code), let second = try writer.read.duty(code: ended.code)
        else { return }
        try writer.changeDuty(first, to: mine, since: writer.now.day, by: "街道", version: nil)
        try writer.endDuty(second, on: writer.now.day, version: nil)
      }
      clock.advance(seconds: 86_400)
      let changes = try await bring(store) { duties in
        duties[0].deadlineDays = 9
        duties[1].deadlineDays = 9
      }
      #expect(changes.isEmpty)
      let today = clock.clock.today
      let list = try await store.read { try $0.duties(on: today) }
      #expect(list.first { $0.code == edited.code }?.unit == "本街道某办")
      #expect(!list.contains { $0.code == ended.code })
    }
  }

  @Test func change_onTheSameDay_takesTheVersionsPlace() async throws {
    try await withTemporaryStore { store, clock in
      let today = clock.clock.today
      let code = try ReferenceCatalogue.duties()[0].code
      try await store.write { writer in
        for days in [7, 8] {
          guard let row = try writer.read.duty(code: code), var duty = row.versions.last?.duty else { return }
          duty.deadlineDays = days
          try writer.changeDuty(row, to: duty, since: today, by: "街道", version: row.version)
        }
      }
      let row = try #require(try await store.read { try $0.duty(code: code) })
      #expect(row.versions.map(\.duty.deadlineDays) == [8])
      #expect(row.version == 3)
    }
  }
}
