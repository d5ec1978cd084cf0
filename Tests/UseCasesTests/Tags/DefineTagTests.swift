import FilterLanguage
import Kernel
import Registry
import Support
import Testing

struct DefineTagTests {
  private func draft(
    _ code: String, _ name: String, rule: String? = nil, level: AreaFacts.Level = .committee,
    sensitivity: String = "no", aliases: [String] = []
  ) -> TagDraft {
    TagDraft(
      code: code, name: name, aliases: aliases, line: "老龄", subject: .person, level: level, rule: rule,
      sensitivity: sensitivity)
  }

  private func add(_ draft: TagDraft, _ street: StreetFixture, by caller: Caller? = nil) async throws -> TagView {
    try await AddTag.run(draft, caller: caller ?? street.admin, app: street.app)
  }

  private func refused(_ draft: TagDraft, _ street: StreetFixture, by caller: Caller? = nil) async throws -> String? {
    try await refusal { _ = try await add(draft, street, by: caller) }?.code
  }

  @Test func add_computedTagWorksAtOnce() async throws {
    try await StreetFixture.run { street in
      let view = try await add(draft("YZ001", "近九十", rule: "age >= 89"), street, by: street.secretary)
      #expect(view.explanation?.contains("89周岁") == true)
      let page = try await Search.run(
        Search.Request(SearchQuestion(.people, where: .text("tag:近九十"))), caller: street.worker,
        app: street.app)
      #expect(page.total == 1)
    }
  }

  @Test func add_byLevel() async throws {
    try await StreetFixture.run { street in
      let codes = [
        try await refused(draft("T1", "甲", level: .subdistrict), street, by: street.secretary),
        try await refused(draft("T1", "甲", level: .district), street, by: street.caller(.street)),
        try await refused(draft("T1", "甲", level: .grid), street),
        try await refused(draft("T1", "甲"), street, by: street.worker),
        try await refused(draft("T1", "甲", level: .subdistrict), street, by: street.caller(.street)),
      ]
      #expect(
        codes == [
          "tag_level", "tag_level", "bad_field", "missing_right", nil,
        ])
    }
  }

  @Test func add_rules() async throws {
    try await StreetFixture.run { street in
      let secretary = street.secretary
      let codes = [
        try await refused(draft("t1", "甲"), street),
        try await refused(draft("T", "甲"), street),
        try await refused(draft("T1", " "), street),
        try await refused(draft("DJ001", "甲"), street),
        try await refused(draft("T1", "楼组长"), street),
        try await refused(draft("T1", "甲", aliases: ["独居"]), street),
        try await refused(draft("T1", "甲", rule: "agee >= 3"), street),
        try await refused(draft("T1", "甲", rule: "tag:T1"), street),
        try await refused(draft("T1", "甲", rule: "tag:SF001 and age > 3"), street),
        try await refused(draft("T1", "甲", rule: "tag:SF001 and age > 3", sensitivity: "restricted"), street),
        // Who may not know of restricted tags can neither use nor make them.
        try await refused(draft("T2", "乙", rule: "tag:SF001"), street, by: secretary),
        try await refused(draft("T2", "乙", sensitivity: "restricted"), street, by: secretary),
      ]
      #expect(
        codes == [
          "bad_field", "bad_field", "bad_field", "tag_word_taken", "tag_word_taken", "tag_word_taken",
          "unknown_field", "unknown_tag", "bad_field", nil, "unknown_tag", "missing_right",
        ])
    }
  }

  @Test func change_circlesAreRefused() async throws {
    try await StreetFixture.run { street in
      _ = try await add(draft("T1", "甲", rule: "age > 3"), street)
      _ = try await add(draft("T2", "乙", rule: "tag:甲 or age > 80"), street)
      var patch = TagPatch()
      patch.rule = .set("not tag:乙")
      let problem = try await refusal {
        _ = try await ChangeTag.run("T1", patch, version: nil, caller: street.admin, app: street.app)
      }
      #expect(problem?.code == "tag_cycle")
    }
  }

  @Test func change_nameThatRulesUse() async throws {
    try await StreetFixture.run { street in
      _ = try await add(draft("T1", "甲", rule: "age > 3"), street)
      _ = try await add(draft("T2", "乙", rule: "tag:甲"), street)
      func change(_ edit: (inout TagPatch) -> Void) async throws -> Problem? {
        var patch = TagPatch()
        edit(&patch)
        return try await refusal {
          _ = try await ChangeTag.run("T1", patch, version: nil, caller: street.admin, app: street.app)
        }
      }
      let renamed = try await change { $0.name = .set("丙") }
      #expect(renamed?.code == "tag_in_use")
      #expect(renamed?.detail.contains("乙") == true)
      #expect(try await change { $0.isRetired = .set(true) }?.code == "tag_in_use")
      let kept = try await change {
        $0.name = .set("丙")
        $0.aliases = .set(["甲"])
      }
      #expect(kept == nil)
    }
  }

  @Test func change_needsTheVersionAndTellsEverybody() async throws {
    try await StreetFixture.run { street in
      var patch = TagPatch()
      patch.aliases = .set(["楼长"])
      let stale = try await refusal {
        _ = try await ChangeTag.run("WM002", patch, version: 9, caller: street.admin, app: street.app)
      }
      #expect(stale?.code == "version_conflict")
      let view = try await ChangeTag.run("WM002", patch, version: 1, caller: street.admin, app: street.app)
      #expect(view.tag.version == 2)
      #expect(view.tag.aliases == ["楼长"])
      // The new alias is a word of questions at once.
      _ = try await AssignTag.run(
        AssignTag.Request(street.ourPerson, tag: "楼长"), caller: street.worker, app: street.app)
    }
  }

  @Test func list_restrictedOnlyWithTheRight() async throws {
    try await StreetFixture.run { street in
      let all = try await ListTags.run(ListTags.Request(), caller: street.admin, app: street.app)
      let open = try await ListTags.run(ListTags.Request(), caller: street.worker, app: street.app)
      #expect(open.total < all.total)
      #expect(open.items.allSatisfy { $0.tag.sensitivity != "restricted" })
      #expect(all.items.filter { $0.tag.isComputed }.allSatisfy { $0.explanation != nil })
      let refused = try await refusal {
        _ = try await GetTag.run("SF001", caller: street.worker, app: street.app)
      }
      #expect(refused?.kind == .notFound)
    }
  }

  @Test func list_pagesByCode() async throws {
    try await StreetFixture.run { street in
      var request = ListTags.Request()
      (request.subject, request.isComputed, request.limit) = (.shop, false, 3)
      var codes: [String] = []
      repeat {
        let page = try await ListTags.run(request, caller: street.admin, app: street.app)
        codes += page.items.map(\.tag.code)
        request.after = page.next
      } while request.after != nil
      (request.limit, request.after) = (500, nil)
      let whole = try await ListTags.run(request, caller: street.admin, app: street.app)
      #expect(codes == whole.items.map(\.tag.code))
      #expect(codes.count > 3)
    }
  }
}
