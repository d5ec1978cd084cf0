import FilterLanguage
import Kernel
import Support
import Testing
import WorkOrders

/// 合并 and 拆分: the order that stays takes the strictest clock and gives it back.
@Suite struct MergingTests {
  private static let ordinary = JSONValue.string("2026-11-30T23:59:59.000+08:00")

  private func two(
    _ orders: OrdersFixture, _ change: (inout WorkOrderDraft) -> Void = { _ in }
  ) async throws -> (part: Int64, whole: Int64) {
    let whole = try await orders.push().order.id
    return (try await orders.push(orders.draft(external: "T2", change)).order.id, whole)
  }

  @Test func urgentOrder_mergedIntoASuspendedOne_runs() async throws {
    try await OrdersFixture.run { orders in
      let (part, whole) = try await two(orders) { $0.isUrgent = true }
      let unit = orders.department("城管中队")
      try await orders.act(whole, .accept, by: unit)
      try await orders.act(whole, .suspend, by: unit) { $0.reason = "等产权人回沪" }
      try await orders.act(part, .merge, by: orders.boss) { $0.into = whole }
      #expect(try await orders.state(whole) == "in_progress")
      #expect(try await orders.field(whole, "urgent") == true)
      #expect(try await orders.field(whole, "due_at") == "2026-11-21T11:00:00.000+08:00")
      #expect(try await orders.field(whole, "suspended_at") == .null)
    }
  }

  @Test func parted_bothHaveTheirOwnClocksAgain() async throws {
    try await OrdersFixture.run { orders in
      let (part, whole) = try await two(orders) { $0.isUrgent = true }
      try await orders.act(part, .merge, by: orders.boss) { $0.into = whole }
      #expect(try await orders.view(part).actions == [.note, .unmerge])
      let unit = try await refusal { try await orders.act(part, .unmerge, by: orders.department("城管中队")) }
      #expect(unit?.code == "not_your_action")
      try await orders.act(part, .unmerge, by: orders.boss) { $0.reason = "不是一件事" }
      #expect(try await orders.state(part) == "dispatched")
      #expect(try await orders.field(part, "merged_into") == .null)
      #expect(try await orders.field(part, "due_at") == "2026-11-21T11:00:00.000+08:00")
      #expect(try await orders.field(whole, "urgent") == false)
      #expect(try await orders.field(whole, "due_at") == Self.ordinary)
      #expect(try await orders.view(whole).timeline.map(\.action).suffix(2) == ["absorbed", "parted"])
      try await orders.act(part, .accept, by: orders.department("城管中队"))
    }
  }

  @Test func latePart_leaves_andTheOtherIsNotLate() async throws {
    try await OrdersFixture.run { orders in
      let (part, whole) = try await two(orders) { $0.reportedAt = Instant("2026-11-02T10:00:00+08:00") }
      try await orders.act(part, .merge, by: orders.boss) { $0.into = whole }
      #expect(try await orders.field(whole, "overdue") == true)
      try await orders.act(part, .unmerge, by: orders.boss)
      #expect(try await orders.field(whole, "late_at") == .null)
      #expect(try await orders.field(whole, "overdue") == false)
      #expect(try await orders.field(part, "overdue") == true)
    }
  }

  @Test func oneOfTwoParts_leaves_theOthersClockStays() async throws {
    try await OrdersFixture.run { orders in
      let (part, whole) = try await two(orders) { $0.isUrgent = true }
      let asked = try await orders.push(
        orders.draft(external: "T3") { $0.reportedAt = Instant("2026-11-19T10:00:00+08:00") }
      ).order.id
      let before = try await orders.field(asked, "due_at")
      for id in [part, asked] { try await orders.act(id, .merge, by: orders.boss) { $0.into = whole } }
      try await orders.act(part, .unmerge, by: orders.boss)
      #expect(try await orders.field(whole, "urgent") == false)
      #expect(try await orders.field(whole, "due_at") == before)
      try await orders.act(asked, .unmerge, by: orders.boss)
      #expect(try await orders.field(whole, "due_at") == Self.ordinary)
    }
  }

  /// What was decided about the order in the meantime holds of its own clock too.
  @Test func extended_whileOthersArePartOfIt_staysExtendedAfterwards() async throws {
    try await OrdersFixture.run { orders in
      let (part, whole) = try await two(orders)
      try await orders.act(whole, .accept, by: orders.department("城管中队"))
      try await orders.act(part, .merge, by: orders.boss) { $0.into = whole }
      try await orders.act(whole, .extend, by: orders.boss) { $0.reason = "会商" }
      try await orders.act(part, .unmerge, by: orders.boss)
      #expect(try await orders.field(whole, "due_at") == "2026-12-14T23:59:59.000+08:00")
      #expect(try await orders.field(part, "due_at") == Self.ordinary)
    }
  }

  @Test func pause_ofTheWhole_isOneOfItsPart() async throws {
    try await OrdersFixture.run { orders in
      let (part, whole) = try await two(orders)
      let unit = orders.department("城管中队")
      try await orders.act(whole, .accept, by: unit)
      try await orders.act(part, .merge, by: orders.boss) { $0.into = whole }
      orders.street.clock.advance(seconds: 2 * 86_400)
      try await orders.act(whole, .suspend, by: unit) { $0.reason = "等产权人回沪" }
      orders.street.clock.advance(seconds: 2 * 86_400)
      try await orders.act(whole, .resume, by: unit)
      try await orders.act(part, .unmerge, by: orders.boss)
      #expect(try await orders.field(part, "due_at") == "2026-12-02T23:59:59.000+08:00")
    }
  }
}
