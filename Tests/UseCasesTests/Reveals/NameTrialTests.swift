import Foundation
import Kernel
import Storage
import Support
import Testing
@testable import Imports
@testable import Merges
@testable import Registry

/// A masked name or number is asked for by whatever way tells whether a guess is right.
@Suite struct NameTrialTests {
  private static let place = "南昌路1号201室"

  private static func house(_ street: RevealStreet) async throws -> Int64 {
    try await street.app.store.read { try $0.houseIDs(address: place, district: nil).first ?? 0 }
  }

  private static func used(_ street: RevealStreet) async throws -> Int {
    try await street.app.store.read {
      try $0.revealedPeople(of: street["secretary"].id ?? 0, since: TestClock.start.adding(seconds: -60))
    }
  }

  private static func load(
    _ subject: ImportSubject, _ rows: [String], _ street: RevealStreet, by name: String = "secretary"
  ) async throws -> [ImportRowReport] {
    var request = StartImport.Request(
      subject: subject, file: Data(rows.joined(separator: "\n").utf8), fileName: "名册.csv")
    request.dryRun = true
    let id = try await StartImport.run(request, caller: street[name], app: street.app)
    try await RunImport.run(id, app: street.app)
    return try await ListImportRows.run(id, limit: 500, caller: street[name], app: street.app).rows
  }

  private static func add(_ name: String, _ street: RevealStreet, born: Day? = nil) async throws -> Int64 {
    try await AddPerson.run(
      .init(
        PersonDraft(name: name, birth: born, source: "manual"), house: house(street), role: "family", since: nil),
      caller: street["secretary"], app: street.app)
  }

  private static func rename(_ id: Int64, _ name: String, _ street: RevealStreet) async throws -> String? {
    var patch = PersonPatch()
    patch.name = .set(name)
    return try await refusal { [patch] in
      try await ChangePerson.run(id, patch, version: nil, caller: street["secretary"], app: street.app)
    }?.code
  }

  /// The list of likely doubles tells whether a name that was written is the masked one beside it.
  @Test func names_writtenBesideAMaskedOne_areCounted_andTheRightOneIsRefusedLikeOthers() async throws {
    try await RevealStreet.run(people: 1) { street in
      let probe = try await Self.add("陈一国", street)
      #expect(try await Self.used(street) == 0)
      // Each is tried on the one beside, and on the probe itself.
      for name in ["陈二国", "陈三国"] {
        #expect(try await Self.rename(probe, name, street) == nil)
      }
      #expect(try await Self.used(street) == RevealStreet.limit)
      for name in ["陈六国", "陈甲国"] {
        #expect(try await Self.rename(probe, name, street) == "too_many_reveals")
      }
      // A name that nobody is shown by is nobody's business.
      #expect(try await Self.rename(probe, "李二", street) == nil)
      // Nor by the birth date in another house, nor by a link.
      let born = try await refusal { _ = try await Self.add("陈七国", street, born: Day("1940-01-01")) }
      #expect(born?.code == "too_many_reveals")
    }
  }

  /// Another birth date sends a row to a person, and writes a double: either tells that the name was right.
  @Test func names_withAnotherBirthDate_areTriedToo() async throws {
    try await RevealStreet.run(people: 1) { street in
      let guesses = Array("一二三四五六七八").map { "陈\($0)国,1903-02-20,\(Self.place)" }
      _ = try await Self.load(.people, ["姓名,出生日期,现住地址"] + guesses, street)
      let right = try await Self.load(.people, ["姓名,出生日期,现住地址", "陈甲国,1903-02-20,\(Self.place)"], street)
      #expect(right.map { $0.reasons.map(\.code) } == [["match_withheld"]])
      let written = try await refusal { _ = try await Self.add("陈甲国", street, born: Day("1971-01-01")) }
      #expect(written?.code == "too_many_reveals")
    }
  }

  /// A version that stays tells that the value was the held one.
  @Test func values_ofTheSameMask_countWhetherTheyChangeAnything() async throws {
    try await RevealStreet.run(people: 1) { street in
      #expect(try await Self.rename(street.people[0], "陈甲国", street) == nil)
      #expect(try await Self.used(street) == 1)
      for place in 0..<3 { _ = try await street.find("phone = 1380000000\(place)", by: "secretary") }
      for name in ["陈甲国", "陈乙国"] {
        #expect(try await Self.rename(street.people[0], name, street) == "too_many_reveals")
      }
    }
  }

  /// What is left of a merge tells whether both were called the same.
  @Test func merge_ofTwoWhoAreShownAlike_isCounted() async throws {
    try await RevealStreet.run(people: 1) { street in
      let probe = try await Self.add("陈一国", street)
      var request = MergePeople.Request()
      request.other = probe
      _ = try await MergePeople.run(
        street.people[0], request, version: nil, caller: street["secretary"], app: street.app)
      #expect(try await Self.used(street) == 1)
    }
  }

  @Test func tags_onGuessedNames_areWithheldAfterTheHoursRoom() async throws {
    try await RevealStreet.run(people: 1) { street in
      let guesses = Array("一二三四五六七八").map { "楼组长,陈\($0)国,\(Self.place)" }
      let rows = try await Self.load(.taggings, ["标签,姓名,地址"] + guesses + ["楼组长,陈甲国,\(Self.place)"], street)
      #expect(rows.prefix(RevealStreet.limit + 1).allSatisfy { $0.reasons.map(\.code) == ["no_such_subject"] })
      #expect(rows.dropFirst(RevealStreet.limit + 1).allSatisfy { $0.reasons.map(\.code) == ["match_withheld"] })
      // By the birth date alike, where a list shows it.
      let born = try await Self.load(.taggings, ["标签,姓名,出生日期", "楼组长,陈甲国,1940-01-01"], street)
      #expect(born.map { $0.reasons.map(\.code) } == [["match_withheld"]])
    }
  }

  /// Whoever has no room left is not told the right one by its being the only one that is answered.
  @Test func rightName_withoutRoom_waitsLikeTheOthers() async throws {
    try await RevealStreet.run(people: 6) { street in
      for place in 0..<RevealStreet.limit { _ = try await street.find("phone = 1380000000\(place)", by: "secretary") }
      let rows = try await Self.load(
        .people, ["姓名,现住地址", "陈甲国,\(Self.place)", "陈子国,\(Self.place)"], street)
      #expect(rows.map { $0.reasons.map(\.code) } == [["match_withheld"], ["match_withheld"]])
    }
  }

  @Test func shopPhones_tried_areWithheldAfterTheHoursRoom() async throws {
    try await RevealStreet.run(people: 1) { street in
      var draft = ShopDraft(name: "弄堂便利店", source: "manual")
      (draft.phone, draft.contact) = ("16400005555", "刘老板")
      let shop = draft
      _ = try await AddShop.run(
        shop, house: Self.house(street), since: nil, caller: .operatorAtConsole, app: street.app)
      let head = "店招名称,经营地址,负责人电话"
      func row(_ phone: String) -> String { "弄堂便利店,\(Self.place),\(phone)" }
      let once = try await Self.load(.shops, [head, row("16400005555")], street)
      #expect(once.map(\.status) != [.review])
      #expect(try await Self.used(street) == 0)
      let guesses = (0..<8).map { row("1640000000\($0)") }
      let rows = try await Self.load(.shops, [head] + guesses + [row("16400005555")], street)
      #expect(rows.prefix(RevealStreet.limit + 1).allSatisfy { $0.reasons.first?.code != "match_withheld" })
      #expect(rows.dropFirst(RevealStreet.limit + 1).allSatisfy { $0.reasons.map(\.code) == ["match_withheld"] })
    }
  }
}
