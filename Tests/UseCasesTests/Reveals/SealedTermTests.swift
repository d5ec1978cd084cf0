import DataRequests
import FilterLanguage
import Kernel
import Ledgers
import Registry
import Reveals
import Support
import Testing

/// To ask for a name or number is a reveal.
@Suite struct SealedTermTests {
  private static let questions: [(Subject, String)] = [
    (.people, "phone = 13900000001"), (.people, "id_number = 310101194711210017"), (.people, "name = 陈甲国"),
    (.people, "name ~ 甲国"), (.people, "not name = 陈甲国"), (.people, "name in [陈甲国, 陈乙国]"),
    (.people, "any housemates(phone = 13900000001)"), (.houses, "any residents(name ~ 甲)"),
    (.houses, "count(residents(phone = 13900000001)) = 0"), (.buildings, "any houses(any residents(name = 陈甲国))"),
    (.workOrders, "any people(phone = 13900000001)"), (.shops, "any people(name = 陈甲国)"),
    (.assets, "any house(any residents(phone = 13900000001))"),
  ]

  @Test(arguments: ["department", "integration", "auditor"])
  func whoMayNotReveal_mayNotAsk(_ name: String) async throws {
    try await RevealStreet.run(people: 1) { street in
      for (subject, filter) in Self.questions {
        let problem = try await refusal { _ = try await street.find(filter, subject, by: name) }
        #expect(problem?.code == "missing_right", "\(filter)")
      }
      #expect(try await street.find("age >= 80", by: name) > 0)
    }
  }

  @Test func asking_isWrittenDown_withoutTheValue() async throws {
    try await RevealStreet.run { street in
      #expect(try await street.find("phone = 13900000001 and age > 1", by: "worker") == 1)
      let line = try #require(try await street.lines("people.find").first)
      #expect(line.changes.map { "\($0.field)=\($0.after ?? "")" } == ["phone=asked", "people=1"])
      #expect(!String(describing: line).contains("13900000001"))
    }
  }

  @Test func misses_countLikeHits() async throws {
    try await RevealStreet.run { street in
      for place in 0..<4 { _ = try await street.find("phone = 1380000000\(place)", by: "worker") }
      // The same again tells nothing new.
      _ = try await street.find("phone = 138-0000-0000", by: "worker")
      let problem = try await refusal { _ = try await street.find("phone = 13800000009", by: "worker") }
      #expect(problem?.code == "too_many_reveals")
    }
  }

  @Test func lists_areRefused() async throws {
    try await RevealStreet.run { street in
      let many = (0..<6).map { "phone = 1390000000\($0)" }.joined(separator: " or ")
      let refused = try await refusal { _ = try await street.find(many, by: "worker") }
      #expect(refused?.code == "too_many_sealed_terms")
      let names = "name in [\((0..<6).map { "陈\($0)" }.joined(separator: ", "))]"
      let named = try await refusal { _ = try await street.find(names, by: "worker") }
      #expect(named?.code == "too_many_sealed_terms")
    }
  }

  @Test func surname_tellsNothing_butAPartOfManyNamesDoes() async throws {
    try await RevealStreet.run { street in
      #expect(try await street.find("name ~ 陈", by: "worker") == 6)
      let problem = try await refusal { _ = try await street.find("name ~ 国", by: "worker") }
      #expect(problem?.code == "reveal_approval_needed")
      #expect(try await street.find("name = 陈甲国", by: "worker") == 1)
    }
  }

  @Test func stored_isRefusedWhereverItWouldStay() async throws {
    try await RevealStreet.run { street in
      let (app, street) = (street.app, street)
      for (subject, filter) in Self.questions {
        var wish = LedgerInput()
        (wish.name, wish.subject, wish.source) = (.set("某台账"), subject, .filter(filter))
        let ask = { [wish] () async throws -> [String?] in
          var request = DataRequestInput()
          (request.title, request.purpose, request.basis) = ("某要数", "核对津贴", "某文件")
          (request.subject, request.source) = (subject, .filter(filter))
          (request.due, request.keptUntil) = (Day("2026-11-30"), Day("2026-12-31"))
          let approval = AskForApproval.Wish(
            .question(subject, .text(filter)), fields: ["name"], purpose: "核对名单", people: 1, until: TestClock.start.day)
          return [
            try await refusal { _ = try await AddLedger.run(wish, caller: street["secretary"], app: app) }?.code,
            try await refusal { _ = try await RunOnce.run(wish, caller: street["worker"], app: app) }?.code,
            try await refusal { _ = try await AskForData.run(request, caller: street["street"], app: app) }?.code,
            try await refusal {
              _ = try await PreviewDataRequest.run(request, caller: street["department"], app: app)
            }?.code,
            try await refusal { _ = try await AskForApproval.run(approval, caller: street["worker"], app: app) }?
              .code,
          ]
        }
        #expect(try await ask() == Array(repeating: "sealed_in_question", count: 5), "\(filter)")
      }
      let tag = TagDraft(
        code: "ZZ01", name: "某某标签", line: "民政", subject: .person, level: .subdistrict, rule: "name ~ 甲",
        sensitivity: "no")
      let problem = try await refusal { _ = try await AddTag.run(tag, caller: street["admin"], app: app) }
      #expect(problem?.code == "sealed_in_question")
    }
  }
}
