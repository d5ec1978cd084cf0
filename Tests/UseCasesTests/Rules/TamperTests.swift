import Assembly
import FilterLanguage
import Foundation
import GRDB
import Support
import Testing
@testable import Operations
@testable import Platform
@testable import Registry
@testable import Reveals
@testable import Storage

/// `check` sees what somebody has written past the program.
@Suite struct TamperTests {
  private static let writes: [(sql: String, found: String)] = [
    ("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", "audit: rows are missing"),
    ("UPDATE audit SET reason = 'x' WHERE seq = 1", "audit: row 1"),
    ("UPDATE callers SET role = 'admin' WHERE name = 'worker'", "rights: caller"),
    ("DELETE FROM caller_areas", "rights: caller"),
    ("UPDATE reveal_approvals SET state = 'approved', decided_by_id = 99", "rights: approval 1"),
    ("UPDATE visits SET note = '电话13812345678'", "texts: visits"),
    ("UPDATE people SET death_date = '1900-01-01'", "rules: people died before birth"),
    ("UPDATE people SET phone_masked = '139****1111' WHERE phone_masked IS NOT NULL", "sealed: people.phone"),
    ("UPDATE buildings SET committee_id = (SELECT max(committee_id) FROM houses)", "rules: buildings lie elsewhere"),
    ("UPDATE houses SET grid_id = (SELECT min(committee_id) FROM houses)", "rules: houses in a grid"),
  ]

  @Test(arguments: writes.indices)
  func check_findsWhatWasWrittenPastTheProgram(_ place: Int) async throws {
    let (sql, found) = Self.writes[place]
    do {
      try await tamper(sql, found)
    } catch is BrokenStreet {
      // The street looks at the audit log itself when it ends.
      #expect(sql.contains("audit"))
    }
  }

  private func tamper(_ sql: String, _ found: String) async throws {
    try await RevealStreet.run(people: 2) { street in
      let home = try await street.app.store.read { try $0.occupancies(ofPerson: street.people[0]) }[0].house
      _ = try await Visits.add(
        VisitDraft(house: home, person: nil, on: TestClock.start.day, note: "在家"), caller: street["worker"],
        app: street.app)
      _ = try await AskForApproval.run(
        .init(
          .question(.people, .text("age > 1")), fields: ["name"], purpose: "核对名单", people: 1,
          until: TestClock.start.day), caller: street["worker"], app: street.app)
      #expect(
        try await CheckOffice.run(
          app: AppContext(store: street.app.store, questions: .patient, followers: API.followers)
        ) { _ in } == [])
      try await street.app.store.pool.writeWithoutTransaction { db in
        let triggers = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for trigger in triggers { try db.execute(sql: "DROP TRIGGER \"\(trigger)\"") }
        try db.execute(sql: sql)
      }
      let findings = try await CheckOffice.run(
        app: AppContext(store: street.app.store, questions: .patient, followers: API.followers)
      ) {
        _ in
      }
      #expect(findings.contains { $0.hasPrefix(found) }, "\(sql): \(findings)")
    }
  }
}
