import FilterLanguage
import Foundation
import Identity
import Kernel
import Storage
import Support
import TagIndex
import Testing
@testable import Imports
@testable import Registry

/// Rosters are no way to try numbers: what a row tells of one counts like any other reveal.
@Suite struct RosterTrialTests {
  private static let head = "姓名,性别,身份证号,现住地址,联系电话"

  private static func number(_ place: Int) -> String {
    let body = "310101194001010" + String(100 + place).suffix(2)
    return body + String(IdentityNumber.checkDigit(of: body) ?? "0")
  }

  private struct World {
    let street: RevealStreet
    /// In sight, with number 1; and out of sight, with number 50.
    let ours: Int64
    let hidden: Int64
    let address: String

    func load(
      _ rows: [String], dryRun: Bool = true, apply: Bool = false, by name: String = "secretary"
    ) async throws -> [ImportRowReport] {
      var request = StartImport.Request(
        subject: .people, file: Data(([RosterTrialTests.head] + rows).joined(separator: "\n").utf8), fileName: "名册.csv")
      (request.dryRun, request.apply) = (dryRun, apply)
      let id = try await StartImport.run(request, caller: street[name], app: street.app)
      try await RunImport.run(id, app: street.app)
      return try await ListImportRows.run(id, limit: 500, caller: street[name], app: street.app).rows
    }

    func row(_ name: String, _ number: Int?, phone: String = "") -> String {
      "\(name),,\(number.map(RosterTrialTests.number) ?? ""),\(address),\(phone)"
    }
  }

  private static func run(_ body: @Sendable (World) async throws -> Void) async throws {
    try await RevealStreet.run(people: 1) { street in
      let app = street.app
      let (ours, hidden) = try await app.store.write { writer -> (Int64, Int64) in
        let houses = try [1, 2].map { try writer.read.houseIDs(address: "南昌路\($0)号201室", district: nil).first ?? 0 }
        return try (
          Self.person("钱有号", 1, houses[0], writer), Self.person("孙看不见", 50, houses[1], writer)
        )
      }
      try await body(World(street: street, ours: ours, hidden: hidden, address: "南昌路1号201室"))
    }
  }

  private static func person(_ name: String, _ place: Int, _ house: Int64, _ writer: Writer) throws -> Int64 {
    let id = try writer.insertPerson(
      PersonDraft(
        name: name, sex: "男", birth: Day("1940-01-01"), idKind: "resident_identity", idNumber: number(place),
        phone: "13811112222", source: "manual"))
    _ = try writer.insertOccupancy(
      OccupancyDraft(house: house, subject: .person(id), role: "owner", source: "manual"))
    return id
  }

  @Test func numbers_triedOnWhoIsNamed_areWithheldAfterTheHoursRoom() async throws {
    try await Self.run { world in
      let rows = try await world.load((10..<20).map { world.row("钱有号", $0) } + [world.row("钱有号", 1)])
      #expect(rows.prefix(RevealStreet.limit).allSatisfy { $0.reasons.first?.code != "match_withheld" })
      // The right one is not told from the wrong ones.
      let rest = rows.dropFirst(RevealStreet.limit)
      #expect(rest.allSatisfy { $0.status == .review && $0.reasons.map(\.code) == ["match_withheld"] })
      #expect(rest.allSatisfy { $0.candidates.isEmpty && $0.subjectID == nil })
      let line = try #require(try await world.street.lines("imports.match").first)
      #expect(line.changes.map { "\($0.field)=\($0.after ?? "")" } == ["people=4", "withheld=7"])
      #expect(!String(describing: line).contains(Self.number(1)))
    }
  }

  /// A list shows 钱*号; whoever tries all names that it may be asks for it as by any other way.
  @Test func names_triedOnWhoIsShownMasked_areWithheldAfterTheHoursRoom() async throws {
    try await Self.run { world in
      let guesses = Array("一二三四五六七八九").map { world.row("钱\($0)号", nil) }
      let rows = try await world.load(guesses + [world.row("钱有号", nil)])
      // The first other name may be somebody new; each further one is a guess.
      let judged = RevealStreet.limit + 1
      #expect(rows.prefix(judged).allSatisfy { $0.reasons.first?.code != "match_withheld" })
      let rest = rows.dropFirst(judged)
      #expect(rest.allSatisfy { $0.status == .review && $0.reasons.map(\.code) == ["match_withheld"] })
      #expect(rest.allSatisfy { $0.candidates.isEmpty && $0.subjectID == nil })
      // Nor one after the other, whether somebody has the name or nobody.
      let alone = try await world.load([world.row("钱有号", nil)])
      #expect(alone.first?.reasons.map(\.code) == ["match_withheld"])
    }
  }

  @Test func names_ofAnOrdinaryRoster_areNotCounted() async throws {
    try await Self.run { world in
      // Who is known, somebody new who is shown alike, and somebody who is not.
      let rows = try await world.load(["钱有号", "钱新号", "某庚"].map { world.row($0, nil) })
      #expect(rows.allSatisfy { $0.reasons.first?.code != "match_withheld" })
      #expect(
        try await world.street.app.store.read {
          try $0.revealedPeople(of: world.street["secretary"].id ?? 0, since: TestClock.start.adding(seconds: -60))
        } == 0)
    }
  }

  @Test func numbers_underAnotherName_countWhomTheyTell() async throws {
    try await Self.run { world in
      let rows = try await world.load([world.row("某甲", 1)])
      #expect(rows[0].candidates.map(\.subjectID) == [world.ours])
      for place in 0..<3 { _ = try await world.street.find("phone = 1380000000\(place)", by: "secretary") }
      let later = try await world.load([world.row("某乙", 1), world.row("某丙", 30)])
      #expect(later.map { $0.reasons.first?.code } == ["match_withheld", "match_withheld"])
    }
  }

  @Test func whoIsOutOfSight_isNotShownToBeThere() async throws {
    try await Self.run { world in
      let rows = try await world.load([world.row("某丁", 50), world.row("某丁", 51)])
      #expect(rows.map(\.status) == [.create, .create])
      #expect(rows[0].reasons == rows[1].reasons && rows[0].candidates.isEmpty)
      let applied = try await world.load([world.row("某丁", 50), world.row("某戊", 51)], dryRun: false, apply: true)
      #expect(applied.map(\.status) == [.review, .create])
      #expect(applied[0].reasons.map(\.code) == ["match_withheld"] && applied[0].candidates.isEmpty)
      #expect(try await world.street.lines("people.number_refused").count == 1)
      #expect(
        try await world.street.app.store.read {
          try $0.revealedPeople(of: world.street["secretary"].id ?? 0, since: TestClock.start.adding(seconds: -60))
        } == 1)
    }
  }

  @Test func ordinaryRoster_isNotCounted() async throws {
    try await Self.run { world in
      // What is known, a telephone that has changed, and somebody new.
      for phone in ["13811112222", "13811113333"] {
        let rows = try await world.load([world.row("钱有号", 1, phone: phone), world.row("某己", 40)])
        #expect(rows.map(\.status) == [phone.hasSuffix("2222") ? .unchanged : .update, .create])
      }
      #expect(
        try await world.street.app.store.read {
          try $0.revealedPeople(of: world.street["secretary"].id ?? 0, since: TestClock.start.adding(seconds: -60))
        } == 0)
      // The third telephone of one person is a guess.
      _ = try await world.load((4..<9).map { world.row("钱有号", 1, phone: "1381111333\($0)") })
      let right = try await world.load([world.row("钱有号", 1, phone: "13811112222")])
      #expect(right[0].reasons.map(\.code) == ["match_withheld"])
    }
  }

  @Test func operator_isNotCounted() async throws {
    try await Self.run { world in
      let rows = try await world.load((10..<20).map { world.row("钱有号", $0) }, by: "nobody")
      #expect(rows.allSatisfy { $0.reasons.first?.code != "match_withheld" })
    }
  }
}
