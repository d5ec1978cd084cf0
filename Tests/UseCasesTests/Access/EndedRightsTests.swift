import Accounts
import FilterLanguage
import Foundation
import Imports
import Kernel
import Ledgers
import Support
import TagIndex
import Testing
import WorkOrders
@testable import Webhooks

/// What goes on in somebody's name ends with their account, their rights and the token of their system.
struct EndedRightsTests {
  enum End: CaseIterable, Sendable { case tokenRevoked, disabled, roleLowered, areasChanged }

  private let poster = RecordingCaller()

  /// Another system of 延中 with a token, as it comes through the door.
  private func system(_ street: ReminderStreet) async throws -> Caller {
    let code = try #require(street.app.tree?.byID[UInt32(street.street.yanzhong.committee)]?.code)
    let made = try await CreateToken(name: "对接", role: .integration, areas: [code])
      .run(in: street.app, by: .operatorAtConsole)
    return try await street.app.security.authenticator.authenticate(bearer: made.token, origin: "test")
  }

  private func apply(_ end: End, to caller: Caller, _ street: ReminderStreet) async throws {
    let (app, id) = (street.app, try #require(caller.id))
    let julu = try #require(app.tree?.byID[UInt32(street.street.julu.committee)]?.code)
    switch end {
    case .tokenRevoked:
      try await RevokeToken.run(try #require(caller.credential?.token), in: app, by: .operatorAtConsole)
    case .disabled:
      _ = try await ChangeCaller(isDisabled: true).run(id, expected: nil, in: app, by: .operatorAtConsole)
    case .roleLowered:
      _ = try await ChangeCaller(role: .resident).run(id, expected: nil, in: app, by: .operatorAtConsole)
    case .areasChanged:
      _ = try await ChangeCaller(areas: [julu]).run(id, expected: nil, in: app, by: .operatorAtConsole)
    }
  }

  @Test(arguments: End.allCases)
  func webhook_thatWaits_isNotCalled(_ end: End) async throws {
    try await ReminderStreet.run { street in
      let caller = try await system(street)
      let hook = try await AddWebhook.run(
        WebhookDraft(name: "对方", url: "http://10.0.0.8/hook", events: [.workOrderState]), caller: caller,
        app: street.app
      ).row.id
      for external in ["A", "B"] {
        var draft = WorkOrderDraft(source: "12345", externalID: external, kind: .complaint, title: "来电", text: "漏水")
        draft.address = "南昌路1号201室"
        _ = try await PushWorkOrder.run(draft, caller: street.street.admin, app: street.app)
        if external == "A" { try await apply(end, to: caller, street) }
      }
      #expect(try await DeliverWebhooks.run(by: poster, app: street.app) == 0)
      let kept = try await ReadWebhooks.deliveries(
        hook, state: nil, before: nil, limit: 500, caller: street.street.admin, app: street.app)
      // What came after the end was never put into the outbox.
      #expect(kept.items.map(\.state) == [.failed] && poster.calls.isEmpty)
    }
  }

  @Test(arguments: End.allCases)
  func import_underWay_stops(_ end: End) async throws {
    try await ReminderStreet.run { street in
      let caller = try await system(street)
      let lines = ["姓名,性别,出生日期,地址"] + "甲乙丙丁戊己".map { "周\($0),男,1970-01-01,南昌路1号201室" }
      var request = StartImport.Request(
        subject: .people, file: Data(lines.joined(separator: "\n").utf8), fileName: "名册.csv")
      request.apply = true
      let id = try await StartImport.run(request, caller: caller, app: street.app)
      var pace = ImportPace()
      pace.batch = 2
      pace.afterBatch = { state, _ in if state == .applying { try await apply(end, to: caller, street) } }
      let problem = try await refusal { [pace] in try await RunImport.run(id, app: street.app, pace: pace) }
      #expect(problem?.code == "rights_ended")
      let report = try await GetImport.run(id, caller: street.street.admin, app: street.app)
      #expect(report.state == .failed && report.counts.created == 2)
    }
  }

  @Test(arguments: End.allCases)
  func exportAndRun_underWay_stop(_ end: End) async throws {
    try await ReminderStreet.run { street in
      let caller = try await system(street)
      for index in 0..<4 {
        try await street.ledgers.settle("周\(index)", born: "1940-01-01", in: street.street.yanzhong)
      }
      let ledger = try await street.ledgers.ledger("age >= 80", by: caller)
      let run = try await street.ledgers.run(ledger, by: caller).row.id
      let rows = try await RunRowReader.open(run, format: "csv", reveal: nil, caller: caller, app: street.app)
      var pace = RunPace()
      (pace.atOnce, pace.batch) = (1, 1)
      pace.afterBatch = { done in if done == 1 { try await apply(end, to: caller, street) } }
      let making = try await MakeRun.run(ledger, pace: pace, caller: caller, app: street.app).row.id
      await street.app.runs.settle()
      let state = try await street.app.store.read { try $0.run(making) }?.state
      #expect(state == .failed)
      let problem = try await refusal { _ = try await rows.next() }
      #expect(problem?.code == "rights_ended")
    }
  }

  /// A log-out ends what somebody waits for, not what they have set going.
  @Test func logOut_endsADownload_notAnImport() async throws {
    try await ReminderStreet.run { street in
      let code = try #require(street.app.tree?.byID[UInt32(street.street.yanzhong.committee)]?.code)
      _ = try await AddUser(name: "某书记", role: .secretary, areas: [code], password: "correct horse")
        .run(in: street.app, by: .operatorAtConsole)
      let token = try await LogIn(name: "某书记", password: "correct horse").run(in: street.app, origin: "test").token
      let session = try await street.app.security.authenticator.session(bearer: token, origin: "test")
      let request = StartImport.Request(
        subject: .people, file: Data("姓名,性别,出生日期,地址\n周甲,男,1970-01-01,南昌路1号201室\n".utf8), fileName: "名册.csv")
      let id = try await StartImport.run(request, caller: session.caller, app: street.app)
      let ledger = try await street.ledgers.ledger("age >= 80", by: session.caller)
      let run = try await street.ledgers.run(ledger, by: session.caller).row.id
      let rows = try await RunRowReader.open(run, format: "csv", reveal: nil, caller: session.caller, app: street.app)
      try await LogOut.run(in: street.app, session: session)
      #expect(try await refusal { _ = try await rows.next() }?.code == "rights_ended")
      try await RunImport.run(id, app: street.app)
      #expect(try await GetImport.run(id, caller: street.street.admin, app: street.app).state == .review)
    }
  }

  /// The successor applies what the predecessor has uploaded, with their own rights.
  @Test func import_ofADisabledUser_isAppliedByAnother() async throws {
    try await ReminderStreet.run { street in
      let caller = try await system(street)
      let request = StartImport.Request(
        subject: .people, file: Data("姓名,性别,出生日期,地址\n周甲,男,1970-01-01,南昌路1号201室\n".utf8), fileName: "名册.csv")
      let id = try await StartImport.run(request, caller: caller, app: street.app)
      try await RunImport.run(id, app: street.app)
      try await apply(.disabled, to: caller, street)
      try await ApplyImport.run(id, caller: street.secretary, app: street.app)
      try await RunImport.run(id, app: street.app)
      let report = try await GetImport.run(id, caller: street.secretary, app: street.app)
      #expect(report.state == .done && report.counts.created == 1 && report.caller == street.secretary.name)
    }
  }

  @Test func schedule_ofAPrivateLedger_restsWithItsOwner() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger { $0.seenBy = .owner }
      try await street.daily(ledger)
      try await apply(.disabled, to: street.secretary, street)
      try street.go(to: "2026-11-23T08:00")
      #expect(try await street.tick() == 0)
      #expect(try await street.runs(ledger).isEmpty)
      let problem = try await street.app.store.read { try $0.schedule(ledger: ledger) }?.problem
      #expect(problem == "owner_gone")
    }
  }
}
