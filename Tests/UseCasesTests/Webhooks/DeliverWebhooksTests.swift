import Accounts
import Crypto
import FilterLanguage
import Foundation
import Kernel
import Platform
import Support
import Testing
import WorkOrders
@testable import Webhooks

@Suite struct DeliverWebhooksTests {
  private let poster = RecordingCaller()

  private func hook(
    _ street: ReminderStreet, by caller: Caller, _ events: [WebhookEvent] = [.workOrderState],
    url: String = "http://10.0.0.8/hook"
  ) async throws -> (row: WebhookRow, secret: String) {
    try await AddWebhook.run(
      WebhookDraft(name: "对方", url: url, events: events), caller: caller, app: street.app)
  }

  private func integration(_ street: ReminderStreet, at area: Int64, _ name: String = "对接") async throws -> Caller {
    let code = try #require(try street.app.index.areas.byID[UInt32(area)]?.code)
    return try await CreateToken(name: name, role: .integration, areas: [code])
      .run(in: street.app, by: .operatorAtConsole).account.caller(origin: "test")
  }

  @discardableResult
  private func order(_ street: ReminderStreet, _ external: String, address: String = "南昌路1号201室") async throws -> Int64
  {
    var draft = WorkOrderDraft(
      source: "12345", externalID: external, kind: .complaint, title: "张三来电13800001234", text: "王阿姨说有人占道")
    draft.address = address
    return try await PushWorkOrder.run(draft, caller: street.street.caller(.street), app: street.app).order.id
  }

  private func deliver(_ street: ReminderStreet) async throws -> Int {
    try await DeliverWebhooks.run(by: poster, app: street.app)
  }

  private func deliveries(_ street: ReminderStreet, _ id: Int64, _ caller: Caller) async throws -> [DeliveryRow] {
    try await ReadWebhooks.deliveries(
      id, state: nil, before: nil, limit: 500, caller: caller, app: street.app
    ).items.reversed()
  }

  @Test func call_isSigned_andSaysNothingOfPeople() async throws {
    try await ReminderStreet.run { street in
      let caller = try await integration(street, at: street.street.yanzhong.committee)
      let (row, secret) = try await hook(street, by: caller)
      let id = try await order(street, "A1")
      #expect(try await deliver(street) == 1)
      #expect(try await deliver(street) == 0)
      let call = try #require(poster.calls.first)
      #expect(call.url == "http://10.0.0.8/hook" && call.header("Menpai-Event") == "work_order.state")
      let timestamp = "\(TestClock.start.milliseconds / 1000)"
      #expect(call.header("Menpai-Timestamp") == timestamp)
      let code = HMAC<SHA256>.authenticationCode(
        for: Data("\(timestamp).\(call.body)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
      #expect(call.header("Menpai-Signature") == "v1=" + code.map { String(format: "%02x", $0) }.joined())
      let body = try JSONReader.read(Array(call.body.utf8))
      #expect(body["delivery"] == .string(call.header("Menpai-Delivery")))
      #expect(body["data"]?["id"] == .number(Double(id)) && body["data"]?["state"] == "received")
      for word in ["张三", "王阿姨", "13800001234", "南昌路"] { #expect(!call.body.contains(word), "\(word)") }
      #expect(try await deliveries(street, row.id, caller).map(\.state) == [.delivered])
      // Once a minute of ours is a second of theirs: the secret is not in the file.
      let file = FileManager.default.contents(atPath: street.app.store.path) ?? Data()
      let log = FileManager.default.contents(atPath: street.app.store.path + "-wal") ?? Data()
      #expect((file + log).range(of: Data(secret.utf8)) == nil)
    }
  }

  @Test func everyState_isTold_inItsOrder_toThoseWhoMaySeeIt() async throws {
    try await ReminderStreet.run { street in
      let ours = try await integration(street, at: street.street.yanzhong.committee)
      let theirs = try await integration(street, at: street.street.julu.committee, "别处")
      for caller in [ours, theirs] {
        _ = try await hook(street, by: caller, url: "http://10.0.0.8/\(caller.name.count)\(caller.id ?? 0)")
      }
      let id = try await order(street, "A1")
      let boss = street.street.caller(.street)
      for (action, unit) in [(WorkOrderAction.dispatch, "城管中队"), (.accept, nil), (.contact, nil), (.note, nil)] {
        var deed = WorkOrderActionRequest(action)
        (deed.unit, deed.note) = (unit, "记录")
        try await ActOnWorkOrder.run(id, deed, caller: boss, app: street.app)
      }
      _ = try await deliver(street)
      let states = try poster.calls.map { try JSONReader.read(Array($0.body.utf8))["data"]?["state"] }
      #expect(states == ["received", "dispatched", "accepted", "in_progress"])
      #expect(Set(poster.calls.map(\.url)).count == 1)
    }
  }

  @Test func failure_isTriedAgain_withTheSameIdentity_untilItComesThrough() async throws {
    try await ReminderStreet.run { street in
      let caller = try await integration(street, at: street.street.yanzhong.committee)
      let (row, _) = try await hook(street, by: caller)
      try await order(street, "A1")
      poster.answer { _ in .status(503) }
      #expect(try await deliver(street) == 1)
      #expect(try await deliver(street) == 0)
      for (wait, outcome) in [(2, WebhookOutcome.timeout), (4, .unreachable), (8, .status(302))] {
        street.street.clock.advance(seconds: wait)
        poster.answer { _ in outcome }
        #expect(try await deliver(street) == 1, "after \(wait) s")
      }
      #expect(try await deliveries(street, row.id, caller).map(\.lastError) == ["status"])
      street.street.clock.advance(seconds: 16)
      poster.answer { _ in .status(200) }
      #expect(try await deliver(street) == 1)
      #expect(poster.calls.count == 5)
      #expect(Set(poster.calls.map { $0.header("Menpai-Delivery") }).count == 1)
      #expect(Set(poster.calls.map(\.body)).count == 1)
      #expect(Set(poster.calls.map { $0.header("Menpai-Signature") }).count == 5)
      let kept = try await deliveries(street, row.id, caller)
      #expect(kept.map(\.attempts) == [5] && kept.map(\.state) == [.delivered] && kept.map(\.lastError) == [nil])
    }
  }

  @Test func oneThatIsRefused_doesNotHoldBackTheOthers_butOneThatIsAwayIsLeftInPeace() async throws {
    try await ReminderStreet.run { street in
      let caller = try await integration(street, at: street.street.yanzhong.committee)
      let (row, _) = try await hook(street, by: caller)
      for number in 1...3 { try await order(street, "A\(number)") }
      poster.answer { _ in .status(500) }
      #expect(try await deliver(street) == 1)
      street.street.clock.advance(seconds: 2)
      let first = poster.calls[0].header("Menpai-Delivery")
      poster.answer { $0.header("Menpai-Delivery") == first ? .status(422) : .status(200) }
      #expect(try await deliver(street) == 3)
      #expect(try await deliveries(street, row.id, caller).map(\.state) == [.pending, .delivered, .delivered])
    }
  }

  @Test func whoeverComesBack_isToldOfAllThatWaited() async throws {
    try await ReminderStreet.run { street in
      let caller = try await integration(street, at: street.street.yanzhong.committee)
      _ = try await hook(street, by: caller)
      for number in 1...3 { try await order(street, "A\(number)") }
      poster.answer { _ in .timeout }
      for wait in [0, 2, 4, 8, 16, 32, 64, 128] {
        street.street.clock.advance(seconds: wait)
        #expect(try await deliver(street) == 1)
      }
      poster.forget()
      poster.answer { _ in .status(200) }
      try await order(street, "A4")
      #expect(try await deliver(street) == 4)
      #expect(Set(poster.calls.map(\.body)).count == 4)
    }
  }

  @Test func afterADay_itHasFailed_andThatIsSeen() async throws {
    try await ReminderStreet.run { street in
      let caller = try await integration(street, at: street.street.yanzhong.committee)
      let (row, _) = try await hook(street, by: caller)
      try await order(street, "A1")
      poster.answer { _ in .unreachable }
      for _ in 0..<40 {
        _ = try await deliver(street)
        street.street.clock.advance(seconds: 3 * 3600)
      }
      let kept = try #require(try await deliveries(street, row.id, caller).first)
      #expect(kept.state == .failed && kept.lastError == "unreachable" && kept.lastStatus == nil)
      #expect(kept.attempts == poster.calls.count && kept.attempts >= 8)
    }
  }

  /// Whoever took a call and died is not the last to try.
  @Test func claimedAndLeft_isTakenAgain() async throws {
    try await ReminderStreet.run { street in
      let caller = try await integration(street, at: street.street.yanzhong.committee)
      let (row, _) = try await hook(street, by: caller)
      try await order(street, "A1")
      let claimed = try await street.app.store.write { try $0.claimDelivery(webhook: row.id, lease: 20) }
      #expect(try await deliver(street) == 0)
      street.street.clock.advance(seconds: 20)
      #expect(try await deliver(street) == 1)
      #expect(poster.calls.map { $0.header("Menpai-Delivery") } == [claimed?.uid])
    }
  }

  @Test func reminders_areTold_withTheirRun_toThoseWhoMaySeeThem() async throws {
    try await ReminderStreet.run { street in
      let ours = try await integration(street, at: street.street.yanzhong.committee)
      let theirs = try await integration(street, at: street.street.julu.committee, "别处")
      for caller in [ours, theirs] { _ = try await hook(street, by: caller, [.reminderCreated, .reminderState]) }
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      try street.go(to: "2026-11-22T08:00")
      try await street.tick()
      #expect(try await deliver(street) == 1)
      let row = try #require(try await street.inbox(street.worker).first)
      _ = try await street.act(row.id, .done, by: street.worker)
      #expect(try await deliver(street) == 1)
      let data = try poster.calls.map { try JSONReader.read(Array($0.body.utf8))["data"] }
      #expect(poster.calls.map { $0.header("Menpai-Event") } == ["reminder.created", "reminder.state"])
      #expect(data.map { $0?["id"] } == [.number(Double(row.id)), .number(Double(row.id))])
      #expect(data.map { $0?["state"] } == ["new", "done"])
      #expect(poster.calls.allSatisfy { !$0.body.contains("王0") })
    }
  }

  @Test func disabledOwner_hearsNothing_andSwitchedOffNeither() async throws {
    try await ReminderStreet.run { street in
      let caller = try await integration(street, at: street.street.yanzhong.committee)
      let (row, _) = try await hook(street, by: caller)
      try await order(street, "A1")
      var patch = WebhookPatch()
      patch.isActive = false
      _ = try await ChangeWebhook.run(row.id, patch, version: 1, caller: caller, app: street.app)
      try await order(street, "A2")
      #expect(try await deliver(street) == 0)
      #expect(try await deliveries(street, row.id, caller).map(\.lastError) == ["inactive"])
      patch.isActive = true
      _ = try await ChangeWebhook.run(row.id, patch, version: 2, caller: caller, app: street.app)
      _ = try await ChangeCaller(isDisabled: true).run(
        try #require(caller.id), expected: nil, in: street.app, by: .operatorAtConsole)
      try await order(street, "A3")
      #expect(try await deliver(street) == 0)
    }
  }

  @Test func webhooks_areTheirOwnersAndTheAdmins() async throws {
    try await ReminderStreet.run { street in
      let (ours, theirs) = (
        try await integration(street, at: street.street.yanzhong.committee),
        try await integration(street, at: street.street.yanzhong.committee, "别的")
      )
      let (row, _) = try await hook(street, by: ours)
      func code(_ body: () async throws -> Void) async throws -> String? { try await refusal(body)?.code }
      #expect(
        try await code { _ = try await ReadWebhooks.one(row.id, caller: theirs, app: street.app) } == "not_found")
      #expect(
        try await code { _ = try await TestWebhook.run(row.id, caller: theirs, app: street.app) } == "not_found")
      #expect(
        try await code { try await RemoveWebhook.run(row.id, version: nil, caller: theirs, app: street.app) }
          == "not_found")
      #expect(try await code { _ = try await hook(street, by: street.worker) } == "missing_right")
      #expect(try await code { _ = try await hook(street, by: .operatorAtConsole) } == "no_account")
      #expect(try await ReadWebhooks.run(before: nil, limit: 9, caller: theirs, app: street.app).total == 0)
      #expect(
        try await ReadWebhooks.run(before: nil, limit: 9, caller: street.street.admin, app: street.app).total == 1
      )
      _ = try await TestWebhook.run(row.id, caller: ours, app: street.app)
      try await RemoveWebhook.run(row.id, version: 1, caller: ours, app: street.app)
      #expect(try await deliver(street) == 0)
    }
  }
}
