import FilterLanguage
import Support
import Testing
import TextClassifier
import WorkOrders

@Suite struct DispatchQualityTests {
  @Test func quality_countsWhatNobodyCorrected() async throws {
    try await OrdersFixture.run { orders in
      for index in 0..<4 { _ = try await orders.push(orders.draft(external: "A\(index)")) }
      orders.app.dispatchService.trust(DispatchPolicy(threshold: 1.1))
      _ = try await orders.push(orders.draft(external: "Q1"))
      try await orders.act(1, .reassign, by: orders.boss) { $0.unit = "房管所" }
      try await orders.act(2, .reassign, by: orders.boss) { $0.unit = "城管中队" }
      try await orders.act(5, .dispatch, by: orders.boss) { $0.duty = "CG01" }
      let quality = try await DispatchQuality.run(from: nil, to: nil, caller: orders.boss, app: orders.app)
      #expect(quality.whole.total == 5 && quality.whole.auto == 4 && quality.whole.right == 3)
      #expect(quality.whole.precision == 0.75 && quality.whole.coverage == 0.8)
      #expect(quality.whole.decided == 1 && quality.whole.firstRight == 1)
      #expect(quality.months.map(\.month) == ["2026-11"])
      #expect(quality.confusion.map(\.proposed) == ["城管中队"] && quality.confusion.map(\.unit) == ["房管所"])
      let elsewhere = orders.street.caller(.secretary, at: orders.street.julu.committee)
      let none = try await DispatchQuality.run(from: nil, to: nil, caller: elsewhere, app: orders.app)
      #expect(none.whole.total == 0 && none.whole.precision == nil && none.confusion.isEmpty)
      let unit = try await DispatchQuality.run(
        from: nil, to: nil, caller: orders.department("房管所"), app: orders.app)
      #expect(unit.whole.total == 1)
    }
  }

  /// Orders of before keep none, like those of the demo.
  @Test func quality_ofOrdersWithoutAProposal_answers() async throws {
    try await OrdersFixture.run { orders in
      for index in 0..<2 { _ = try await orders.push(orders.draft(external: "O\(index)")) }
      let unit = orders.department("城管中队")
      for id in 1...2 as ClosedRange<Int64> { try await orders.act(id, .giveBack, by: unit) { $0.reason = "不属于" } }
      try await orders.app.store.write { writer in
        try writer.execute("UPDATE work_orders SET proposed_unit = NULL, proposed_duty = NULL WHERE id = 1", [])
      }
      let quality = try await DispatchQuality.run(from: nil, to: nil, caller: orders.boss, app: orders.app)
      #expect(quality.whole.returned == 2)
      #expect(quality.confusion.map(\.proposed) == ["城管中队"] && quality.confusion.map(\.count) == [1])
    }
  }

  @Test func quality_returned_isAnErrorUntilOverruled() async throws {
    try await OrdersFixture.run { orders in
      for index in 0..<3 { _ = try await orders.push(orders.draft(external: "R\(index)")) }
      let unit = orders.department("城管中队")
      for id in 1...3 as ClosedRange<Int64> { try await orders.act(id, .giveBack, by: unit) { $0.reason = "不属于" } }
      func quality() async throws -> DispatchQuality.Answer {
        try await DispatchQuality.run(from: nil, to: nil, caller: orders.boss, app: orders.app)
      }
      var answer = try await quality()
      #expect(answer.whole.auto == 3 && answer.whole.right == 0 && answer.whole.returned == 3)
      #expect(answer.confusion.map(\.unit) == [nil] && answer.confusion.map(\.count) == [3])
      try await orders.act(1, .rule, by: orders.boss) { $0.ruling = .overruled }
      try await orders.act(2, .rule, by: orders.boss) { $0.ruling = .upheld }
      try await orders.act(2, .dispatch, by: orders.boss) { $0.duty = "FG01" }
      answer = try await quality()
      #expect(answer.whole.right == 1 && answer.whole.returned == 2)
      #expect(Set(answer.confusion.map { $0.unit ?? "" }) == ["", "房管所"])
      #expect(answer.lessons == 3)
    }
  }

  @Test func quality_months_areThoseThatOrdersCameIn() async throws {
    try await OrdersFixture.run { orders in
      _ = try await orders.push(orders.draft(external: "M1"))
      orders.street.clock.advance(seconds: 20 * 86_400)
      for index in 2...3 { _ = try await orders.push(orders.draft(external: "M\(index)")) }
      try await orders.act(3, .reassign, by: orders.boss) { $0.unit = "房管所" }
      let answer = try await DispatchQuality.run(from: nil, to: nil, caller: orders.boss, app: orders.app)
      #expect(answer.months.map(\.month) == ["2026-11", "2026-12"])
      #expect(answer.months.map(\.precision) == [1, 0.5] && answer.months.map(\.coverage) == [1, 1])
    }
  }
}
