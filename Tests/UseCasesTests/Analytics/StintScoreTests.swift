import Analytics
import FilterLanguage
import HotSpots
import Registry
import Support
import Testing
import TextClassifier

/// Scores count the time in which a unit had an order, each round of it, and no time that stood still.
@Suite struct StintScoreTests {
  private static let day = 86_400

  private func scores(_ orders: OrdersFixture) async throws -> [String: Performance] {
    let answer = try await ReadPerformance.run(
      SearchQuestion(.workOrders, where: .text("")), by: .unit, from: nil, to: orders.app.clock.today,
      weights: .init(), caller: orders.boss, app: orders.app)
    return Dictionary(answer.items.map { ($0.value, $0.performance) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func queuedAndReturned_areNobodysFault() async throws {
    try await OrdersFixture.run { orders in
      let returned = try await orders.push().order.id
      try await orders.act(returned, .giveBack, by: orders.department("城管中队")) { $0.reason = "不属于" }
      orders.app.dispatchService.trust(DispatchPolicy(threshold: 1.1))
      _ = try await orders.push(orders.draft(external: "Q"))
      orders.street.clock.advance(seconds: 20 * Self.day)
      let waiting = try await scores(orders)
      #expect(waiting["城管中队"] == nil && waiting[""]?.onTime == Rate(good: 0, of: 2))
      try await orders.act(returned, .rule, by: orders.boss) { $0.ruling = .upheld }
      try await orders.act(returned, .dispatch, by: orders.boss) { $0.unit = "房管所" }
      let given = try await scores(orders)
      #expect(given["城管中队"] == nil)
      // It was late before it came to them.
      #expect(given["房管所"]?.count == 1 && given["房管所"]?.onTime.of == 0 && given["房管所"]?.response.of == 0)
    }
  }

  @Test func reassigned_lateUnderTheFirst_isTheFirstOnes() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      orders.street.clock.advance(seconds: 20 * Self.day)
      try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "房管所" }
      let late = try await scores(orders)
      #expect(late["城管中队"]?.onTime == Rate(good: 0, of: 1) && late["城管中队"]?.response == Rate(good: 0, of: 1))
      #expect(late["房管所"]?.onTime.of == 0)
    }
  }

  @Test func suspended_isNeitherLateNorWithoutContact() async throws {
    try await OrdersFixture.run { orders in
      let unit = orders.department("城管中队")
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: unit)
      try await orders.act(id, .suspend, by: unit) { $0.reason = "等产权人回沪" }
      orders.street.clock.advance(seconds: 20 * Self.day)
      let paused = try await scores(orders)["城管中队"]
      #expect(paused?.count == 1 && paused?.response.of == 0 && paused?.onTime.of == 0)
    }
  }

  @Test func lateBeforeItWasExtended_staysLate() async throws {
    try await OrdersFixture.run { orders in
      let unit = orders.department("城管中队")
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: unit)
      orders.street.clock.advance(seconds: 12 * Self.day)
      let before = try await scores(orders)["城管中队"]
      #expect(before?.onTime == Rate(good: 0, of: 1))
      try await orders.act(id, .extend, by: orders.boss) { $0.reason = "会商" }
      try await orders.resolve(id, by: unit)
      #expect(try await scores(orders)["城管中队"]?.onTime == Rate(good: 0, of: 1))
    }
  }

  @Test func reopening_improvesNothing_andIsASecondRound() async throws {
    try await OrdersFixture.run { orders in
      let unit = orders.department("城管中队")
      let id = try await orders.push().order.id
      orders.street.clock.advance(seconds: 12 * Self.day)
      try await orders.resolve(id, by: unit)
      try await orders.act(id, .verify, by: orders.pusher) {
        ($0.satisfaction, $0.isSolved) = (.rated(.dissatisfied), false)
      }
      let before = try #require(try await scores(orders)["城管中队"])
      try await orders.act(id, .reopen, by: orders.pusher)
      let after = try #require(try await scores(orders)["城管中队"])
      #expect(after.count == 2 && after.response == before.response && after.onTime == before.onTime)
      #expect(after.solved == before.solved && after.satisfied == before.satisfied)
      #expect(before.onTime == Rate(good: 0, of: 1) && before.satisfied == Rate(good: 0, of: 1))
      try await orders.resolve(id, by: unit)
      try await orders.act(id, .verify, by: orders.pusher) {
        ($0.satisfaction, $0.isSolved) = (.rated(.satisfied), true)
      }
      let second = try #require(try await scores(orders)["城管中队"])
      #expect(second.onTime == Rate(good: 1, of: 2) && second.satisfied == Rate(good: 1, of: 2))
    }
  }

  @Test func merging_takesNoLatenessAway() async throws {
    try await OrdersFixture.run { orders in
      let late = try await orders.push().order.id
      orders.street.clock.advance(seconds: 12 * Self.day)
      let other = try await orders.push(orders.draft(external: "T2")).order.id
      try await orders.act(other, .reassign, by: orders.boss) { $0.unit = "房管所" }
      try await orders.act(late, .merge, by: orders.boss) { $0.into = other }
      #expect(try await scores(orders)["城管中队"]?.onTime == Rate(good: 0, of: 1))
      try await orders.act(late, .unmerge, by: orders.boss)
      #expect(try await scores(orders)["城管中队"]?.onTime == Rate(good: 0, of: 1))
    }
  }

  /// The order that a hot spot becomes is not its evidence, and a category is named once, whoever named it.
  @Test func hotSpot_isNotItsOwnEvidence_andNamesEachCategoryOnce() async throws {
    try await OrdersFixture.run { orders in
      for (index, category) in ["油烟", "噪声", "堵塞", nil].enumerated() {
        _ = try await orders.push(
          orders.draft("老王面摊\(category ?? "")严重，天天占道", external: "H\(index)") { $0.category = category })
      }
      let request = FindHotSpots.Request(SearchQuestion(.workOrders, where: .text("")))
      let before = try #require(
        try await FindHotSpots.run(request, caller: orders.boss, app: orders.app).items.first)
      #expect(Set(before.categories.map(\.category)).count == before.categories.count)
      let raised = try await ActOnHotSpot.raise(
        before.key, request, text: nil, caller: orders.boss, app: orders.app)
      let after = try #require(
        try await FindHotSpots.run(request, caller: orders.boss, app: orders.app).items.first)
      #expect(after.evidence.count == before.evidence.count && after.key == before.key)
      #expect(!after.evidence.contains { Int64($0.row.id) == raised.order.id })
    }
  }
}
