import Support
import Testing
@testable import Accounts
@testable import Exports
@testable import FilterLanguage
@testable import Kernel
@testable import Ledgers
@testable import Reveals

/// More people than an hour has room for needs a second person.
@Suite struct RevealApprovalTests {
  private func ask(
    _ street: RevealStreet, _ subject: AskForApproval.Subject, fields: [String] = ["name"], people: Int = 10,
    days: Int = 1, by name: String = "worker"
  ) async throws -> Int64 {
    try await AskForApproval.run(
      .init(
        subject, fields: fields, purpose: "发放高龄津贴", people: people, until: street.clock.now.day.adding(days: days)),
      caller: street[name], app: street.app
    ).approval.id
  }

  private func decide(_ id: Int64, _ street: RevealStreet, approve: Bool = true, by name: String) async throws
    -> String?
  {
    try await refusal {
      _ = try await DecideApproval.run(
        id, approve: approve, note: nil, version: nil, caller: street[name], app: street.app)
    }?.code
  }

  @Test func approved_theFileIsGiven_andSaysBySoMuch() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "worker").row.id
      let id = try await ask(street, .run(run))
      let refused = try await refusal { _ = try await street.csv(run, by: "worker") }
      #expect(refused?.code == "reveal_approval_needed")
      #expect(try await decide(id, street, by: "secretary") == nil)
      let file = try await street.csv(run, by: "worker")
      #expect(file.contains("陈己国") && file.contains("批准第 \(id) 号"))
      let line = try #require(try await street.lines("runs.reveal").first)
      #expect(line.changes.contains(AuditEntry.Change("approval", before: nil, after: String(id))))
      #expect(
        try await street.lines("reveal_approvals").map(\.action) == [
          "reveal_approvals.approve", "reveal_approvals.create",
        ])
      // What was approved leaves the hour as it was.
      _ = try await street.find("phone = 13900000001", by: "worker")
      let view = try await GetApproval.run(id, caller: street["worker"], app: street.app)
      #expect(view.approval.used == 7 && view.isInForce)
    }
  }

  @Test func decided_byASecondPersonOnly() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "secretary").row.id
      let id = try await ask(street, .run(run), by: "secretary")
      #expect(try await decide(id, street, by: "secretary") == "own_request")
      #expect(try await decide(id, street, by: "worker") == "not_found")
      #expect(try await decide(id, street, by: "neighbour") == "not_found")
      #expect(try await decide(id, street, by: "department") == "missing_right")
      #expect(try await decide(id, street, by: "street") == nil)
      #expect(try await decide(id, street, by: "admin") == "already_decided")
    }
  }

  @Test func decided_byNobodyThatTheAskerMadeOrChanged() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "admin").row.id
      let id = try await ask(street, .run(run), by: "admin")
      #expect(try await decide(id, street, by: "friend") == "not_second_person")
      _ = try await ChangeCaller(title: "书记").run(
        try #require(street["street"].id), expected: nil, in: street.app, by: street["admin"])
      // Nor by whoever has less than the asker.
      #expect(try await decide(id, street, by: "street") == "not_found")
      #expect(try await decide(id, street, by: "alone") == nil)
    }
  }

  @Test func decided_byNobodyWhoMadeOrChangedTheAsker() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "friend").row.id
      // The admin made this account: both sides of the request would be in one hand.
      #expect(
        try await decide(try await ask(street, .run(run), by: "friend"), street, by: "admin") == "not_second_person")
      let own = try await street.make(by: "worker").row.id
      _ = try await ChangeCaller(title: "社工").run(
        try #require(street["worker"].id), expected: nil, in: street.app, by: street["alone"])
      let id = try await ask(street, .run(own), by: "worker")
      #expect(try await decide(id, street, by: "alone") == "not_second_person")
      #expect(try await decide(id, street, by: "secretary") == nil)
    }
  }

  @Test func approval_isForItsRunFieldsNumberAndDays() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "worker").row.id
      let other = try await street.make("age > 1", by: "worker").row.id
      func code(_ run: Int64, _ columns: Set<String> = ["name"], by name: String = "worker") async throws -> String? {
        try await refusal { _ = try await street.csv(run, columns, by: name) }?.code
      }
      let few = try await ask(street, .run(run), people: 5)
      #expect(try await decide(few, street, by: "secretary") == nil)
      let needed = "reveal_approval_needed"
      #expect(try await code(run) == needed)
      let enough = try await ask(street, .run(run), people: 7)
      #expect(try await decide(enough, street, by: "secretary") == nil)
      #expect(try await code(run, ["phone"]) == needed)
      #expect(try await code(other) == needed)
      #expect(try await code(run, by: "colleague") == "not_found")
      #expect(try await code(run) == nil)
      street.clock.advance(seconds: 2 * 86_400)
      #expect(try await code(run) == needed)
    }
  }

  @Test func approval_ofAQuestion_holdsForItsRuns() async throws {
    try await RevealStreet.run { street in
      let id = try await ask(street, .question(.people, .text("age>=80")))
      #expect(try await decide(id, street, by: "secretary") == nil)
      let run = try await street.make(by: "worker").row.id
      #expect(try await street.csv(run, by: "worker").contains("陈甲国"))
    }
  }

  @Test func approval_ofALedger_endsWithItsQuestion() async throws {
    try await RevealStreet.run { street in
      let (app, worker) = (street.app, street["worker"])
      var wish = LedgerInput()
      (wish.name, wish.subject, wish.source) = (.set("老人"), .people, .filter("age >= 80"))
      wish.columns = .set([.init("name")])
      let ledger = try await AddLedger.run(wish, caller: worker, app: app).row.id
      let id = try await ask(street, .ledger(ledger))
      #expect(try await decide(id, street, by: "secretary") == nil)
      let view = try await GetApproval.run(id, caller: street["secretary"], app: app)
      #expect(view.about == RevealApprovalView.About(name: "老人", question: "age >= 80"))
      let run = try await MakeRun.run(ledger, caller: worker, app: app).row.id
      #expect(try await street.csv(run, by: "worker").contains("陈甲国"))
      var other = LedgerInput()
      (other.subject, other.source) = (.people, .filter("age >= 1"))
      _ = try await ChangeLedger.run(ledger, other, version: nil, caller: worker, app: app)
      let next = try await MakeRun.run(ledger, caller: worker, app: app).row.id
      let refused = try await refusal { _ = try await street.csv(next, by: "worker") }
      #expect(refused?.code == "reveal_approval_needed")
    }
  }

  @Test func revoked_nothingOfItIsGiven() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "worker").row.id
      let id = try await ask(street, .run(run))
      #expect(try await decide(id, street, by: "secretary") == nil)
      let wish = ExportInput(run: run, format: .csv, reveal: RunReveal(columns: ["name"], reason: "核对发放名单"))
      let job = try await BeginExport.run(wish, caller: street["worker"], app: street.app)
      await street.app.exports.settle()
      _ = try await FetchExport.run(job.id, caller: street["worker"], app: street.app)
      #expect(try await street.lines("runs.fetch").count == 1)
      _ = try await RevokeApproval.run(id, caller: street["secretary"], app: street.app)
      let fetched = try await refusal {
        _ = try await FetchExport.run(job.id, caller: street["worker"], app: street.app)
      }
      #expect(fetched?.code == "approval_over")
      let refused = try await refusal { _ = try await street.csv(run, by: "worker") }
      #expect(refused?.code == "reveal_approval_needed")
    }
  }

  @Test func list_hasOnesOwn_andThoseThatWait() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "worker").row.id
      let id = try await ask(street, .run(run))
      func list(_ name: String, isWaiting: Bool = false) async throws -> [Int64] {
        try await ListApprovals.run(
          state: nil, isWaiting: isWaiting, before: nil, limit: 50, caller: street[name], app: street.app
        ).items.map(\.approval.id)
      }
      for name in ["worker", "secretary", "street", "admin", "auditor"] { #expect(try await list(name) == [id]) }
      for name in ["colleague", "neighbour", "department"] { #expect(try await list(name) == []) }
      #expect(try await list("secretary", isWaiting: true) == [id])
      #expect(try await list("worker", isWaiting: true) == [])
      #expect(try await list("auditor", isWaiting: true) == [])
    }
  }

  @Test func request_isChecked() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "worker").row.id
      func code(
        _ subject: AskForApproval.Subject, _ fields: [String], people: Int = 1, days: Int = 0,
        by name: String = "worker"
      )
        async throws -> String?
      {
        try await refusal {
          _ = try await ask(street, subject, fields: fields, people: people, days: days, by: name)
        }?.code
      }
      #expect(try await code(.run(run), ["age"]) == "bad_field")
      #expect(try await code(.run(run), []) == "bad_field")
      #expect(try await code(.run(run), ["name"], people: 0) == "bad_field")
      #expect(try await code(.run(run), ["name"], days: 32) == "bad_field")
      #expect(try await code(.run(run), ["name"], days: -1) == "bad_field")
      #expect(try await code(.run(run), ["name"], by: "colleague") == "not_found")
      #expect(try await code(.run(run), ["name"], by: "department") == "missing_right")
      #expect(try await code(.question(.people, .text("nosuch = 1")), ["name"]) == "unknown_field")
    }
  }
}
