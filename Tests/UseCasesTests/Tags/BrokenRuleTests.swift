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
    try await refusal { _ = try await AddTag.run(draft(code, rule), caller: street.admin, app: street.app) }
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
      let tags = try await street.app.store.read { try $0.tags() }
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
      let page = try await GetRow.run(.people, street.yanzhong.person, caller: street.worker, app: street.app)
      #expect(page.json.contains("\"K15\"") != page.json.contains("\"K14\""))
    }
  }

  @Test func renamedCommittee_breaksTheTagThatNamesItAlone() async throws {
    try await StreetFixture.run { street in
      let (app, worker) = (street.app, street.worker)
      #expect(try await add("HERE", "committee = 延中", street) == nil)
      #expect(try await add("OLD9", "age >= 89", street) == nil)
      let areas = try app.index.areas
      let committee = try #require(areas.byID[UInt32(street.yanzhong.committee)])
      _ = try await RenameArea.run(
        committee.code, name: "新延居委会", version: nil, caller: street.admin, app: app)

      let tag = try await GetTag.run("HERE", caller: worker, app: app)
      #expect(tag.fault?.code == "unknown_area")
      #expect(try await GetTag.run("OLD9", caller: worker, app: app).fault == nil)
      try await others(app, worker, street)
      let problem = try await refusal {
        _ = try await Search.run(
          .init(SearchQuestion(.people, where: .text("tag:HERE"))), caller: worker, app: app)
      }
      #expect(problem?.code == "tag_broken")

      // A restart.
      let again = AppContext(store: app.store, questions: .patient, followers: API.followers)
      try await again.open()
      try await again.warmUp()
      try await others(again, worker, street)
      let findings = try await CheckOffice.run(
        app: AppContext(store: app.store, questions: .patient, followers: API.followers)
      ) { _ in }
      #expect(findings.count == 1 && findings[0].contains("HERE") && findings[0].contains("unknown_area"))

      #expect(
        try await RetireTag.run(
          "HERE", app: AppContext(store: app.store, questions: .patient, followers: API.followers)) == [])
      #expect(
        try await CheckOffice.run(app: AppContext(store: app.store, questions: .patient, followers: API.followers)) {
          _ in
        } == [])
      try await app.index.catchUp(app.store)
      #expect(try app.index.tags.contains { $0.code == "HERE" } == false)
    }
  }

  /// Pages of people, their tags, facets and lists.
  private func others(_ app: AppContext, _ worker: Caller, _ street: StreetFixture) async throws {
    let row = try await GetRow.run(.people, street.yanzhong.person, caller: worker, app: app)
    #expect(row.json.contains("OLD9") && !row.json.contains("HERE"))
    let tags = try await ReadTaggings.current(
      street.ourPerson, asOf: app.clock.today, caller: worker, app: app)
    #expect(tags.computed.map(\.tag.code).contains("OLD9"))
    let facets = try await CountFacets.run(
      SearchQuestion(.people, where: .text("")), by: ["tag"], caller: worker, app: app)
    #expect(facets.facets[0].counts.contains { $0.value == "某OLD9" })
    #expect(!facets.facets[0].counts.contains { $0.value == "某HERE" })
    #expect(try await ListTags.run(.init(), caller: worker, app: app).items.contains { $0.tag.code == "HERE" })
  }

  @Test func brokenRule_mayBeRenamedAndMended_notKeptBroken() async throws {
    try await StreetFixture.run { street in
      let (app, admin) = (street.app, street.admin)
      #expect(try await add("HERE", "committee = 延中", street) == nil)
      let committee = try #require(try app.index.areas.byID[UInt32(street.yanzhong.committee)])
      _ = try await RenameArea.run(committee.code, name: "新延居委会", version: nil, caller: admin, app: app)
      var patch = TagPatch()
      patch.about = .set("待修改")
      #expect(try await ChangeTag.run("HERE", patch, version: nil, caller: admin, app: app).fault != nil)
      patch.rule = .set("committee = 延中 and age > 3")
      let problem = try await refusal {
        _ = try await ChangeTag.run("HERE", patch, version: nil, caller: admin, app: app)
      }
      #expect(problem?.code == "unknown_area")
      patch.rule = .set("committee = 新延")
      #expect(try await ChangeTag.run("HERE", patch, version: nil, caller: admin, app: app).fault == nil)
    }
  }
}
