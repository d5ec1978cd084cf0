import FilterLanguage
import Kernel
import Questions
import Support
import Testing

/// What a passage of a policy answers, to whom.
@Suite struct AskPolicyTests {
  private func ask(_ text: String, _ street: StreetFixture, _ caller: Caller? = nil) async throws -> AskPolicy.Answer {
    try await AskPolicy.run(text, asOf: nil, caller: caller ?? street.worker, app: street.app)
  }

  @Test func askPolicy_conditions_areCountedInTheCallersAreas() async throws {
    try await StreetFixture.run { street in
      let text = "年满80周岁的老年人，每月发放高龄津贴100元。"
      #expect(try await ask(text, street, street.admin).total == 2)
      let answer = try await ask(text, street)
      #expect(answer.total == 1)
      #expect(answer.filter == "age >= 80")
      #expect(answer.explanation == "年龄满80周岁及以上的人员")
    }
  }

  @Test func askPolicy_near_countsThoseWhoLackOneCondition() async throws {
    try await StreetFixture.run { street in
      for (caller, everyone) in [(street.worker, 1), (street.admin, 2)] {
        let answer = try await ask("同时符合下列条件的老年人可申请：（一）年满80周岁；（二）特困人员。", street, caller)
        let lacking = try #require(answer.near.first { $0.missing == "有标签“特困人员”" })
        #expect((answer.total ?? 0) + (lacking.total ?? 0) == everyone)
      }
    }
  }

  @Test func askPolicy_whatIsNotUnderstood_isLeftToAPerson() async throws {
    try await StreetFixture.run { street in
      let answer = try await ask("年满80周岁的老年人，家庭人均月收入低于3000元的，可申请补贴。", street)
      #expect(answer.reading.clauses.map(\.kind) == [.condition, .judge, .benefit])
      #expect(answer.json.text.contains(AskPolicy.note))
      let doubtful = try await ask("（一）年满60周岁；（二）独居。", street)
      #expect(doubtful.filter == nil && doubtful.total == nil && doubtful.near.isEmpty)
      #expect(doubtful.reading.refusal != nil)
    }
  }

  @Test func askPolicy_placeOfOthers_isUnknown() async throws {
    try await StreetFixture.run { street in
      let text = "巨鹿居委会的老年人，可申请补贴。"
      #expect(try await ask(text, street, street.admin).total == 1)
      let answer = try await ask(text, street)
      #expect(answer.reading.needsJudgement && answer.total == nil)
    }
  }
}
