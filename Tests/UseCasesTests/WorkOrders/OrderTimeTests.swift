import FilterLanguage
import Kernel
import Schema
import Support
import Testing
import WorkOrders

/// Pauses, extensions, second rounds, and years whose days off are not published.
@Suite struct OrderTimeTests {
  private static let day = 86_400

  private func due(_ orders: OrdersFixture, _ id: Int64) async throws -> JSONValue {
    try await orders.field(id, "due_at")
  }

  /// Monday to Wednesday it waits: two working days more, whatever deadline it has then.
  @Test func extension_keepsThePause() async throws {
    try await OrdersFixture.run { orders in
      let unit = orders.department("城管中队")
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: unit)
      orders.street.clock.advance(seconds: 2 * Self.day)
      try await orders.act(id, .suspend, by: unit) { $0.reason = "等产权人回沪" }
      orders.street.clock.advance(seconds: 2 * Self.day)
      try await orders.act(id, .resume, by: unit)
      #expect(try await due(orders, id) == "2026-12-02T23:59:59.000+08:00")
      try await orders.act(id, .extend, by: orders.boss) { $0.reason = "会商" }
      #expect(try await due(orders, id) == "2026-12-16T23:59:59.000+08:00")
    }
  }

  @Test func extension_whileItWaits_goesOnAfterThePause() async throws {
    try await OrdersFixture.run { orders in
      let unit = orders.department("城管中队")
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: unit)
      orders.street.clock.advance(seconds: 2 * Self.day)
      try await orders.act(id, .suspend, by: unit) { $0.reason = "等产权人回沪" }
      orders.street.clock.advance(seconds: Self.day)
      try await orders.act(id, .extend, by: orders.boss) { $0.reason = "会商" }
      #expect(try await orders.state(id) == "suspended")
      orders.street.clock.advance(seconds: Self.day)
      try await orders.act(id, .resume, by: unit)
      #expect(try await due(orders, id) == "2026-12-16T23:59:59.000+08:00")
    }
  }

  @Test func otherDuty_keepsThePause() async throws {
    try await OrdersFixture.run { orders in
      let unit = orders.department("城管中队")
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: unit)
      orders.street.clock.advance(seconds: 2 * Self.day)
      try await orders.act(id, .suspend, by: unit) { $0.reason = "等产权人回沪" }
      orders.street.clock.advance(seconds: 2 * Self.day)
      try await orders.act(id, .resume, by: unit)
      var patch = ChangeWorkOrder.Patch()
      // Fifteen days in the list that ships, which is read again on another day.
      patch.duty = .set("WY14")
      try await ChangeWorkOrder.run(id, patch, version: nil, caller: orders.boss, app: orders.app)
      #expect(try await due(orders, id) == "2026-12-16T23:59:59.000+08:00")
    }
  }

  @Test func pause_thatIsOverruled_neverWas() async throws {
    try await OrdersFixture.run { orders in
      let unit = orders.department("城管中队")
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: unit)
      orders.street.clock.advance(seconds: 2 * Self.day)
      try await orders.act(id, .suspend, by: unit) { $0.reason = "等产权人回沪" }
      orders.street.clock.advance(seconds: 2 * Self.day)
      try await orders.act(id, .rule, by: orders.boss) { $0.ruling = .overruled }
      #expect(try await orders.state(id) == "in_progress")
      #expect(try await due(orders, id) == "2026-11-30T23:59:59.000+08:00")
    }
  }

  @Test func urgentOrder_isStoppedByTheDispatchingSideOnly() async throws {
    try await OrdersFixture.run { orders in
      let unit = orders.department("城管中队")
      let id = try await orders.push(orders.draft { $0.isUrgent = true }).order.id
      try await orders.act(id, .accept, by: unit)
      let problem = try await refusal { try await orders.act(id, .suspend, by: unit) { $0.reason = "等" } }
      #expect(problem?.code == "not_your_action")
      try await orders.act(id, .suspend, by: orders.boss) { $0.reason = "等" }
    }
  }

  @Test func secondRound_beginsItsClock_andKeepsTheFirstLateness() async throws {
    try await OrdersFixture.run { orders in
      let unit = orders.department("城管中队")
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: unit)
      try await orders.act(id, .contact, by: unit)
      orders.street.clock.advance(seconds: 12 * Self.day)
      try await orders.resolve(id, by: unit)
      try await orders.act(id, .verify, by: orders.pusher) {
        ($0.satisfaction, $0.isSolved) = (.rated(.dissatisfied), false)
      }
      try await orders.act(id, .reopen, by: orders.pusher)
      #expect(try await orders.field(id, "rounds") == 2)
      #expect(try await orders.field(id, "late_at") == "2026-11-30T23:59:59.000+08:00")
      #expect(try await orders.field(id, "contacted_at") == .null)
      #expect(try await due(orders, id) == "2026-12-10T23:59:59.000+08:00")
    }
  }

  /// Reported on the last Monday of a year: its fifth working day lies in one whose notice is not out.
  @Test func deadline_beyondTheCalendar_saysSo_andIsRecounted() async throws {
    try await OrdersFixture.run { orders in
      orders.street.clock.advance(seconds: 37 * Self.day)
      // The list that ships is read again on another day.
      _ = try await orders.push(orders.draft(external: "T0"))
      orders.app.dispatchService.replace(OrdersFixture.duties)
      let pushed = try await orders.push()
      #expect(pushed.order.isProvisional && pushed.order.dueAt == "2027-01-05T23:59:59.000+08:00")
      let id = pushed.order.id
      #expect(try await orders.field(id, "due_provisional") == true)
      #expect(try await orders.view(id).dueNote?.contains("2027") == true)
      #expect(try await RecountDeadlines.run(app: orders.app) == 0)
      let longer =
        Schema.holidays.split(separator: "\n").filter { !$0.hasPrefix("20") || $0 < "2027" }
        + ["2027-01-01,off,元旦,通知", "2027-01-04,off,元旦,通知", "2027-01-09,work,元旦,通知"]
      let rules = DeadlineRules(calendar: try WorkingCalendar(csv: longer.joined(separator: "\n")))
      #expect(try await RecountDeadlines.run(rules: rules, app: orders.app) == 1)
      #expect(try await due(orders, id) == "2027-01-06T23:59:59.000+08:00")
      #expect(try await orders.field(id, "due_provisional") == false)
      #expect(try await orders.view(id).timeline.last?.action == "recounted")
      #expect(try await RecountDeadlines.run(rules: rules, app: orders.app) == 0)
    }
  }
}
