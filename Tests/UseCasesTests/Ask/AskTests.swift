import FilterLanguage
import Kernel
import Questions
import Registry
import Support
import Testing

/// What a sentence answers, to whom.
@Suite struct AskTests {
  private func ask(_ text: String, _ street: StreetFixture, _ caller: Caller? = nil) async throws -> Ask.Answer {
    try await Ask.run(text, asOf: nil, limit: nil, caller: caller ?? street.worker, app: street.app)
  }

  @Test func ask_understood_isFilterExplanationAndList() async throws {
    try await StreetFixture.run { street in
      let answer = try await ask("未来三个月年满90周岁的老人", street)
      #expect(answer.filter == "turns(90) in today..today+3m")
      #expect(answer.page.total == 1 && answer.page.items.count == 1)
      #expect(answer.groups == nil)
      // The explanation is a sentence too, with the same answer.
      let again = try await ask(answer.explanation, street)
      #expect(again.filter == answer.filter && again.page.items == answer.page.items)
    }
  }

  @Test func ask_placeOfOthers_isUnknownAndNeverSuggested() async throws {
    try await StreetFixture.run { street in
      let problem = try #require(try await refusal { _ = try await ask("巨鹿居委会的老人", street) })
      #expect(problem.code == "ask_unrecognised")
      #expect(!problem.notes.flatMap(\.suggestions).contains { $0.contains("巨鹿") })
      #expect(try await ask("巨鹿居委会的老人", street, street.admin).page.total == 1)
      #expect(try await ask("老人", street).page.total == 1)
      #expect(try await ask("老人", street, street.admin).page.total == 2)
    }
  }

  @Test func ask_restrictedTag_isUnknownWithoutTheRight() async throws {
    try await StreetFixture.run { street in
      for role in [Role.worker, .admin] {
        let caller = role == .worker ? street.worker : street.admin
        let problem = try await refusal { _ = try await ask("社区矫正对象", street, caller) }
        #expect((problem == nil) == caller.may(.restrictedTags))
        #expect(!(problem?.notes.flatMap(\.suggestions) ?? []).contains { $0.contains("矫正") })
      }
    }
  }

  @Test func ask_valueThatADatasetLists_isKnown() async throws {
    try await StreetFixture.run { street in
      let card = try await ask("敬老卡停用的", street, street.admin)
      #expect(card.filter == "any records.senior_card(status = 停用)")
      let dispute = try await ask("漏水纠纷没结的人家", street, street.admin)
      #expect(dispute.filter == "any records.mediation(kind = 漏水 and status = 未结)")
    }
  }

  @Test func ask_groups_countEveryRowOnce() async throws {
    try await StreetFixture.run { street in
      let answer = try await ask("80岁以上老人按居委会分组", street, street.admin)
      let groups = try #require(answer.groups)
      #expect(Set(groups.flatMap { $0.values.map(\.value) }) == ["延中居委会", "巨鹿居委会"])
      #expect(groups.map(\.count) == [1, 1])
      // Groups of others do not exist.
      #expect(try await ask("80岁以上老人按居委会分组", street).groups?.count == 1)
      let both = try await ask("居民按居委会和年龄分组", street, street.admin)
      #expect(both.groups?.count == 2)
      #expect(both.groups?.first?.values.map(\.name) == ["committee", "age"])
      #expect(both.groups?.first?.values.last?.value == "89")
      #expect(try await refusal { _ = try await ask("居民按姓名分组", street, street.admin) } != nil)
    }
  }

  @Test func ask_firstRows_areAsManyAsSaid() async throws {
    try await StreetFixture.run { street in
      let answer = try await ask("年龄最大的1位居民", street, street.admin)
      #expect(answer.page.items.count == 1 && answer.page.total == 2)
      #expect(answer.reading.sort == "age.desc")
    }
  }

  @Test func ask_newTag_isUnderstoodAtOnce() async throws {
    try await StreetFixture.run { street in
      #expect(try await refusal { _ = try await ask("合唱队员", street) } != nil)
      let draft = TagDraft(
        code: "ZZ001", name: "合唱队员", line: "自治志愿", subject: .person, level: .committee, sensitivity: "no")
      _ = try await AddTag.run(draft, caller: street.admin, app: street.app)
      #expect(try await ask("合唱队员", street).filter == "tag:合唱队员")
    }
  }

  @Test func ask_renamedArea_isUnderstoodAtOnce() async throws {
    try await StreetFixture.run { street in
      #expect(try await ask("延中居委会的老人", street).page.total == 1)
      #expect(try await refusal { _ = try await ask("新延居委会的老人", street) } != nil)
      let areas = try await ListAreas.run(
        level: .committee, parent: nil, after: nil, limit: 500, caller: street.worker, app: street.app)
      let code = try #require(areas.items.first?.area.code)
      _ = try await RenameArea.run(code, name: "新延居委会", version: nil, caller: street.admin, app: street.app)
      #expect(try await ask("新延居委会的老人", street).page.total == 1)
      #expect(try await refusal { _ = try await ask("延中居委会的老人", street) } != nil)
    }
  }
}
