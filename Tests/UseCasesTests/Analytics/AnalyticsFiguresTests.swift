import Analytics
import FilterLanguage
import Kernel
import Platform
import Registry
import Support
import Testing
import WorkOrders

/// Known tickets in two committees: what analytics makes of them, and for whom.
@Suite struct AnalyticsFiguresTests {
  private static let all = SearchQuestion(.workOrders, where: .text(""))

  /// Four in 延中 (three 占道, one 漏水), one in 巨鹿 (占道).
  private func run(_ body: (OrdersFixture) async throws -> Void) async throws {
    try await OrdersFixture.run { orders in
      for index in 0..<5 {
        _ = try await orders.push(
          orders.draft(index == 3 ? "楼上漏水" : "有人占道", external: "P\(index)") {
            $0.address = index == 4 ? "南昌路2号201室" : "南昌路1号201室"
            $0.category = index == 3 ? "渗漏" : "占道"
          })
      }
      try await body(orders)
    }
  }

  private func pareto(_ by: String, _ where: String, _ caller: Caller, _ app: AppContext) async throws
    -> CountPareto.Answer
  {
    try await CountPareto.run(
      SearchQuestion(.workOrders, where: .text(`where`)), by: by, limit: 10, caller: caller, app: app)
  }

  @Test func pareto_severalFields_countTheSameOrders() async throws {
    try await run { orders in
      let category = try await pareto("category", "", orders.boss, orders.app)
      #expect(category.items.map(\.value) == ["占道", "渗漏"] && category.items.map(\.count) == [4, 1])
      #expect(category.items.map(\.cumulative) == [0.8, 1] && category.vitalFew == 1 && category.total == 5)
      let unit = try await pareto("unit", "", orders.boss, orders.app)
      #expect(unit.items.map(\.value) == ["城管中队", "房管所"])
      let committee = try await pareto("committee", "", orders.boss, orders.app)
      #expect(committee.items.map(\.count) == [4, 1] && committee.values == 2)
      let part = try await pareto("category", "unit = 房管所", orders.boss, orders.app)
      #expect(part.total == 1 && part.items.map(\.share) == [1])
    }
  }

  @Test func pareto_otherAreas_doNotExist() async throws {
    try await run { orders in
      let secretary = orders.street.caller(.secretary, at: orders.street.julu.committee)
      let own = try await pareto("committee", "", secretary, orders.app)
      #expect(own.total == 1 && own.values == 1)
      let ladder = try await ReadLadder.run(
        Self.all, by: .committee, days: 30, limit: 10, caller: secretary, app: orders.app)
      #expect(ladder.total == 1)
      let performance = try await ReadPerformance.run(
        Self.all, by: .unit, from: nil, to: nil, weights: .init(), caller: secretary, app: orders.app)
      #expect(performance.whole.count == 1)
    }
  }

  @Test func pareto_tagsOfALine_countThatLineOnly() async throws {
    try await run { orders in
      try await assign("WM002", orders)
      let line = try lineOfTag("WM002", orders.app)
      let answer = try await oldPeople("tags(\(line.name))", orders)
      #expect(answer.total == 2 && !answer.items.isEmpty)
      #expect(answer.items.allSatisfy { line.tags.contains($0.value) })
      let refused = try await refusal { _ = try await oldPeople("tags(没有这条线)", orders) }
      #expect(refused?.code == "bad_facet")
    }
  }

  private func assign(_ tag: String, _ orders: OrdersFixture) async throws {
    let request = AssignTag.Request(TagTarget(.person, orders.street.yanzhong.person), tag: tag)
    _ = try await AssignTag.run(request, caller: orders.boss, app: orders.app)
  }

  private func lineOfTag(_ code: String, _ app: AppContext) throws -> (name: String, tags: Set<String>) {
    let tags = try app.index.tags
    let line = try #require(tags.first { $0.code == code }).line
    return (line, Set(tags.filter { $0.line == line }.map(\.name)))
  }

  private func oldPeople(_ by: String, _ orders: OrdersFixture) async throws -> CountPareto.Answer {
    let question = SearchQuestion(.people, where: .text("age >= 80"))
    return try await CountPareto.run(question, by: by, limit: 50, caller: orders.boss, app: orders.app)
  }

  @Test func performance_unrated_leavesTheDenominator() async throws {
    try await run { orders in
      let unit = orders.department("城管中队")
      for (id, rating) in [
        (1, WorkOrderActionRequest.Rating.rated(.satisfied)), (2, .unrated), (3, .rated(.dissatisfied)),
      ] {
        try await orders.act(Int64(id), .accept, by: unit)
        try await orders.act(Int64(id), .resolve, by: unit) { ($0.outcome, $0.result) = (.solved, "已劝离") }
        try await orders.act(Int64(id), .verify, by: orders.boss) { ($0.satisfaction, $0.isSolved) = (rating, true) }
      }
      let answer = try await ReadPerformance.run(
        Self.all, by: .unit, from: nil, to: nil, weights: .init(), caller: orders.boss, app: orders.app)
      let own = try #require(answer.items.first { $0.value == "城管中队" }).performance
      #expect(own.count == 4 && own.satisfied.of == 2 && own.satisfied.good == 1 && own.solved.of == 3)
      #expect(answer.whole.count == 5)
    }
  }

  @Test func ladder_placesByComplaints() async throws {
    try await run { orders in
      let answer = try await ReadLadder.run(
        Self.all, by: .committee, days: 30, limit: 10, caller: orders.boss, app: orders.app)
      #expect(answer.total == 3 && answer.items.map(\.rung.total).sorted() == [1, 1, 3])
      #expect(Set(answer.items.compactMap(\.name)).count == 2)
    }
  }

  /// Whoever pushes an order with a neighbour's number does not see whether that number has complained.
  @Test func reporters_areToldApartWithinASource() async throws {
    try await run { orders in
      for (index, category) in ["油烟", "噪声", "堵塞"].enumerated() {
        _ = try await orders.push(
          orders.draft("老王面摊\(category)严重，天天占道", external: "H\(index)") { draft in
            (draft.category, draft.reporterPhone) = (category, "1640000000\(index)")
          })
      }
      func reporters() async throws -> Int {
        let found = try await FindHotSpots.run(FindHotSpots.Request(Self.all), caller: orders.boss, app: orders.app)
        return try #require(found.items.first).spot.reporters
      }
      let before = try await reporters()
      for (number, phone) in ["16400000000", "16499999999"].enumerated() {
        _ = try await orders.push(
          orders.draft("老王面摊油烟严重，天天占道", external: "G\(number)") { draft in
            (draft.category, draft.reporterPhone) = ("油烟", phone)
          }, by: orders.otherSystem)
        #expect(try await reporters() == before + number + 1)
      }
    }
  }

  @Test func hotSpot_becomesAnOrderOnce_andANote_forThoseWhoSeeIt() async throws {
    try await run { orders in
      for (index, category) in ["油烟", "噪声", "堵塞"].enumerated() {
        _ = try await orders.push(
          orders.draft("老王面摊\(category)严重，天天占道", external: "H\(index)") { $0.category = category })
      }
      let request = FindHotSpots.Request(Self.all)
      let found = try await FindHotSpots.run(request, caller: orders.boss, app: orders.app)
      let spot = try #require(found.items.first)
      let first = try await ActOnHotSpot.raise(
        spot.key, request, text: nil, caller: orders.boss, app: orders.app)
      #expect(first.isNew && first.order.house?.id == orders.street.yanzhong.house)
      let elsewhere = orders.street.caller(.secretary, at: orders.street.julu.committee)
      let refused = try await refusal {
        _ = try await ActOnHotSpot.note(
          spot.key, request, title: nil, text: "看过", caller: elsewhere, app: orders.app)
      }
      #expect(refused?.code == "not_found")
      func notes(_ caller: Caller) async throws -> Int {
        try await ActOnHotSpot.notes(before: nil, limit: 10, caller: caller, app: orders.app).total
      }
      #expect(try await notes(orders.boss) == 1)
      #expect(try await notes(elsewhere) == 0)
    }
  }
}
