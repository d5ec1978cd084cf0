import Dashboard
import Kernel
import Platform
import Registry
import Server
import Support
import Testing
import WorkOrders

/// When figures are made anew, and when they are not.
@Suite struct LiveDashboardsTests {
  private func eTag(_ orders: OrdersFixture, _ caller: Caller? = nil) async throws -> String {
    try await ReadDashboard.run(caller: caller ?? orders.boss, app: orders.app).eTag
  }

  @Test func poll_nothingChanged_makesNothing() async throws {
    try await OrdersFixture.run { orders in
      let first = try await eTag(orders)
      orders.street.clock.advance(seconds: 20)
      #expect(try await eTag(orders) == first)
      #expect(await orders.app.dashboards.made == 1)
    }
  }

  @Test func poll_afterAPush_isNew_butOnceASecond() async throws {
    // Ten minutes: what is dear to make rests longer, and on a busy machine all of it is dear.
    try await OrdersFixture.run { orders in
      let first = try await eTag(orders)
      _ = try await orders.push()
      #expect(try await eTag(orders) == first)
      orders.street.clock.advance(seconds: 600)
      let second = try await eTag(orders)
      #expect(second != first)
      for number in 2...5 { _ = try await orders.push(orders.draft(external: "T\(number)")) }
      #expect(try await eTag(orders) == second)
      orders.street.clock.advance(seconds: 600)
      #expect(try await eTag(orders) != second)
      #expect(await orders.app.dashboards.made == 3)
    }
  }

  /// A first visit takes somebody out of those who wait for one; what is noted at the same door later that day is in no figure.
  @Test func poll_afterAnotherVisitOfTheDay_isTheSameDocument() async throws {
    try await OrdersFixture.run { orders in
      func visit(_ note: String) async throws {
        _ = try await Visits.add(
          VisitDraft(house: orders.street.yanzhong.house, on: orders.app.clock.today, purpose: "走访", note: note),
          caller: orders.street.admin, app: orders.app)
        orders.street.clock.advance(seconds: 10)
      }
      try await visit("")
      let first = try await eTag(orders)
      try await visit("水管漏水")
      #expect(try await eTag(orders) == first)
    }
  }

  @Test func poll_onTheNextDay_isNew() async throws {
    try await OrdersFixture.run { orders in
      let first = try await eTag(orders)
      orders.street.clock.advance(seconds: 86_400)
      #expect(try await eTag(orders) != first)
    }
  }

  @Test func callersOfOneArea_shareOneDashboard() async throws {
    try await OrdersFixture.run { orders in
      let worker = orders.street.caller(.worker, at: orders.street.street)
      let street = try await eTag(orders)
      #expect(try await eTag(orders, worker) == street)
      #expect(await orders.app.dashboards.made == 1)
      #expect(try await eTag(orders, orders.street.worker) != street)
      #expect(try await eTag(orders, orders.street.caller(.wall)) != street)
    }
  }

  @Test func manyAtOnce_makeOneDocument() async throws {
    try await OrdersFixture.run { orders in
      let (app, wall) = (orders.app, orders.street.caller(.wall))
      let tags = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<50 { group.addTask { try await ReadDashboard.run(caller: wall, app: app).eTag } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(tags.count == 1)
      #expect(await orders.app.dashboards.made == 1)
    }
  }

  @Test func resident_readsNone() async throws {
    try await OrdersFixture.run { orders in
      let problem = try await refusal {
        _ = try await ReadDashboard.run(caller: orders.street.caller(.resident), app: orders.app)
      }
      #expect(problem?.code == "missing_right")
    }
  }
}
