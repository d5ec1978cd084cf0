import Assembly
import FilterLanguage
import Kernel
import Operations
import Platform
import Registry
import Support
import Testing

/// Rules are held to what everybody needs of them when they are written, and one that breaks later is in nobody's way.
@Suite struct BrokenRuleTests {
  private func draft(_ code: String, _ rule: String, level: AreaFacts.Level = .committee) -> TagDraft {
    TagDraft(
      code: code, name: "某\(code)", line: "老龄", subject: .person, level: level, rule: rule, sensitivity: "no")
  }

  private func add(_ code: String, _ rule: String, _ street: StreetFixture) async throws -> Problem? {
    try await refusal { _ = try await AddTag.run(draft(code, rule), caller: street.admin, office: street.office) }
  }

  @Test(arguments: [
    ("committee = 火星", "unknown_area"), ("any house(grid = 没有的)", "unknown_area"),
    ("phone = 13900001111", "sealed_in_question"),
    ("any housemates(id_number = 310199194001011234)", "sealed_in_question"),
  ])
  func add_ruleThatIsNoQuestion_isRefusedAtTheRule(rule: String, code: String) async throws {
    try await StreetFixture.run { street in
      let problem = try await add("X1", rule, street)
      #expect(problem?.code == code)
      #expect(problem?.notes.contains { $0.place == .pointer("/rule") } == true)
      let tags = try await street.office.store.read { try $0.tags() }
      #expect(!tags.contains { $0.code == "X1" })
    }
  }

  @Test func add_chainOfRules_endsBeforeItIsTooDeep() async throws {
    try await StreetFixture.run { street in
      var codes: [String?] = []
      for level in 0..<18 {
        let rule = level == 0 ? "age >= 60" : "not tag:K\(level - 1)"
        codes.append(try await add("K\(level)", rule, street)?.code)
      }
      #expect(codes.prefix(16).allSatisfy { $0 == nil })
      #expect(codes[16] == "tag_too_deep")
      let page = try await GetRow.run(.people, street.yanzhong.person, caller: street.worker, office: street.office)
      #expect(page.json.contains("\"K15\"") != page.json.contains("\"K14\""))
    }
  }

  @Test func renamedCommittee_breaksTheTagThatNamesItAlone() async throws {
    try await StreetFixture.run { street in
      let (office, worker) = (street.office, street.worker)
      #expect(try await add("HERE", "committee = 延中", street) == nil)
      #expect(try await add("OLD9", "age >= 89", street) == nil)
      let areas = try office.index.areas
      let committee = try #require(areas.byID[UInt32(street.yanzhong.committee)])
      _ = try await RenameArea.run(
        committee.code, name: "新延居委会", version: nil, caller: street.admin, office: office)

      let tag = try await GetTag.run("HERE", caller: worker, office: office)
      #expect(tag.fault?.code == "unknown_area")
      #expect(try await GetTag.run("OLD9", caller: worker, office: office).fault == nil)
      try await others(office, worker, street)
      let problem = try await refusal {
        _ = try await Search.run(
          .init(SearchQuestion(.people, where: .text("tag:HERE"))), caller: worker, office: office)
      }
      #expect(problem?.code == "tag_broken")

      // A restart.
      let again = Office(store: office.store, followers: API.followers)
      try await again.open()
      try await again.warmUp()
      try await others(again, worker, street)
      let findings = try await CheckOffice.run(office: Office(store: office.store, followers: API.followers)) { _ in }
      #expect(findings.count == 1 && findings[0].contains("HERE") && findings[0].contains("unknown_area"))

      #expect(try await RetireTag.run("HERE", office: Office(store: office.store, followers: API.followers)) == [])
      #expect(try await CheckOffice.run(office: Office(store: office.store, followers: API.followers)) { _ in } == [])
      try await office.index.catchUp(office.store)
      #expect(try office.index.tags.contains { $0.code == "HERE" } == false)
    }
  }

  /// Pages of people, their tags, facets and lists.
  private func others(_ office: Office, _ worker: Caller, _ street: StreetFixture) async throws {
    let row = try await GetRow.run(.people, street.yanzhong.person, caller: worker, office: office)
    #expect(row.json.contains("OLD9") && !row.json.contains("HERE"))
    let tags = try await ReadTaggings.current(
      street.ourPerson, asOf: office.clock.today, caller: worker, office: office)
    #expect(tags.computed.map(\.tag.code).contains("OLD9"))
    let facets = try await CountFacets.run(
      SearchQuestion(.people, where: .text("")), by: ["tag"], caller: worker, office: office)
    #expect(facets.facets[0].counts.contains { $0.value == "某OLD9" })
    #expect(!facets.facets[0].counts.contains { $0.value == "某HERE" })
    #expect(try await ListTags.run(.init(), caller: worker, office: office).items.contains { $0.tag.code == "HERE" })
  }

  @Test func brokenRule_mayBeRenamedAndMended_notKeptBroken() async throws {
    try await StreetFixture.run { street in
      let (office, admin) = (street.office, street.admin)
      #expect(try await add("HERE", "committee = 延中", street) == nil)
      let committee = try #require(try office.index.areas.byID[UInt32(street.yanzhong.committee)])
      _ = try await RenameArea.run(committee.code, name: "新延居委会", version: nil, caller: admin, office: office)
      var patch = TagPatch()
      patch.about = .set("待修改")
      #expect(try await ChangeTag.run("HERE", patch, version: nil, caller: admin, office: office).fault != nil)
      patch.rule = .set("committee = 延中 and age > 3")
      let problem = try await refusal {
        _ = try await ChangeTag.run("HERE", patch, version: nil, caller: admin, office: office)
      }
      #expect(problem?.code == "unknown_area")
      patch.rule = .set("committee = 新延")
      #expect(try await ChangeTag.run("HERE", patch, version: nil, caller: admin, office: office).fault == nil)
    }
  }
}
