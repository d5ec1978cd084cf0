import FilterLanguage
import Kernel
import Support
import Testing
import WorkOrders

@Suite struct EscalateTests {
  private static let day = 86_400

  private func shares(_ orders: OrdersFixture, _ id: Int64) async throws -> [JSONValue?] {
    try await orders.view(id).timeline.filter { $0.action == "escalated" }.map {
      try JSONReader.read($0.detail)["share"]
    }
  }

  @Test func order_isToldOfOnce_atFourFifths_andOnceWhenOver() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      #expect(try await EscalateWorkOrders.run(app: orders.app) == 0)
      // Thursday evening: four of the six days that begin on Monday, and no more than two thirds.
      orders.street.clock.advance(seconds: 5 * Self.day)
      #expect(try await EscalateWorkOrders.run(app: orders.app) == 0)
      orders.street.clock.advance(seconds: 2 * Self.day)
      #expect(try await EscalateWorkOrders.run(app: orders.app) == 1)
      #expect(try await EscalateWorkOrders.run(app: orders.app) == 0)
      #expect(try await shares(orders, id) == [0.8].map { .number($0) })
      orders.street.clock.advance(seconds: 3 * Self.day)
      #expect(try await EscalateWorkOrders.run(app: orders.app) == 1)
      #expect(try await EscalateWorkOrders.run(app: orders.app) == 0)
      #expect(try await shares(orders, id) == [0.8, 1].map { .number($0) })
      #expect(try await orders.field(id, "overdue") == true)
      let feed = try await orders.app.store.read { try $0.changes(after: 0, limit: 500) }
      #expect(feed.count { $0.subject == .workOrders && $0.id == id && $0.action == "update" } == 2)
    }
  }

  @Test func suspendedAndEnded_areLeftAlone() async throws {
    try await OrdersFixture.run { orders in
      let paused = try await orders.push().order.id
      let ended = try await orders.push(orders.draft(external: "T2")).order.id
      for id in [paused, ended] { try await orders.act(id, .accept, by: orders.boss) }
      try await orders.act(paused, .suspend, by: orders.boss) { $0.reason = "等待" }
      try await orders.act(ended, .resolve, by: orders.boss) { ($0.outcome, $0.result) = (.solved, "好") }
      orders.street.clock.advance(seconds: 30 * Self.day)
      #expect(try await EscalateWorkOrders.run(app: orders.app) == 0)
    }
  }

  @Test func newTime_isToldOfAnew() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: orders.department("城管中队"))
      orders.street.clock.advance(seconds: 20 * Self.day)
      #expect(try await EscalateWorkOrders.run(app: orders.app) == 1)
      #expect(try await shares(orders, id) == [.number(1)])
      try await orders.act(id, .extend, by: orders.boss) { $0.reason = "会商" }
      #expect(try await orders.field(id, "overdue") == false)
      orders.street.clock.advance(seconds: 60 * Self.day)
      #expect(try await EscalateWorkOrders.run(app: orders.app) == 1)
      #expect(try await shares(orders, id) == [.number(1), .number(1)])
    }
  }

  @Test func manyLateOrders_areAllToldOf() async throws {
    try await OrdersFixture.run { orders in
      let items = (0..<450).map { PushBatch.Item.draft(orders.draft(external: "M\($0)")) }
      _ = try await PushBatch.run(items, caller: orders.pusher, app: orders.app)
      orders.street.clock.advance(seconds: 30 * Self.day)
      #expect(try await EscalateWorkOrders.run(app: orders.app) == 450)
    }
  }
}
