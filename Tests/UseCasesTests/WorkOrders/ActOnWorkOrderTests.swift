import FilterLanguage
import Kernel
import Support
import Testing
import WorkOrders

@Suite struct ActOnWorkOrderTests {
  @Test func order_fromPushToClose() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      let unit = orders.department("城管中队")
      try await orders.act(id, .accept, by: unit)
      try await orders.act(id, .contact, by: unit) { $0.note = "已电话联系13812345678" }
      try await orders.act(id, .assist, by: unit) { $0.units = ["市场监管所"] }
      try await orders.act(id, .resolve, by: unit) { ($0.outcome, $0.result) = (.solved, "摊位已清理") }
      try await orders.act(id, .verify, by: orders.pusher) {
        ($0.satisfaction, $0.isSolved) = (.rated(.satisfied), true)
      }
      try await orders.act(id, .close, by: orders.boss)
      let view = try await orders.view(id, by: orders.department("市场监管所"))
      #expect(
        view.timeline.map(\.action)
          == ["created", "dispatch", "accept", "contact", "assist", "resolve", "verify", "close"])
      #expect(view.timeline[3].note == "已电话联系138****5678")
      let json = try JSONReader.read(view.json)
      #expect(json["state"] == "closed" && json["satisfaction"] == 4 && json["solved"] == true)
      #expect(json["outcome"] == "solved" && json["overdue"] == false)
      #expect(json["co_units"] == ["市场监管所"] && json["responsible_unit"] == "城管中队")
      #expect(view.actions == [.note])
    }
  }

  @Test func impossibleAction_namesThePossibleOnes_andChangesNothing() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      let refused = try await refusal { try await orders.act(id, .close, by: orders.boss) }
      #expect(refused?.kind == .conflict && refused?.code == "impossible_action")
      #expect(
        refused?.notes.first?.suggestions
          == ["accept", "contact", "note", "return", "reassign", "assist", "supervise", "merge", "reject"])
      let view = try await orders.view(id)
      #expect(view.version == 1 && view.timeline.count == 2)
    }
  }

  @Test func staleVersion_isRefused() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: orders.boss, version: 1)
      let stale = try await refusal {
        try await orders.act(id, .contact, by: orders.boss, version: 1)
      }
      #expect(stale?.code == "version_conflict")
      #expect(try await orders.view(id).timeline.count == 3)
    }
  }

  @Test func onlyTheUnitConcerned_seesAndActs() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      for stranger in [
        orders.department("房管所"), orders.street.caller(.department),
        orders.street.caller(.worker, at: orders.street.julu.committee),
      ] {
        let refused = try await refusal { try await orders.act(id, .accept, by: stranger) }
        #expect(refused?.code == "not_found")
      }
      let helper = try await refusal { try await orders.act(id, .dispatch, by: orders.pusher) { $0.unit = "x" } }
      #expect(helper?.code == "impossible_action")
      let source = try await refusal { try await orders.act(id, .accept, by: orders.pusher) }
      #expect(source?.detail.contains("主办单位") == true)
      #expect(source?.code == "not_your_action" && source?.kind == .forbidden)
      #expect(source?.notes.first?.suggestions == ["note"])
    }
  }

  @Test func returned_ruledUpheld_isDispatchedByAPerson_andTeaches() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      let unit = orders.department("城管中队")
      try await orders.act(id, .giveBack, by: unit) { $0.reason = "不属于本单位职责" }
      #expect(try await orders.state(id) == "returned")
      try await orders.act(id, .rule, by: orders.boss) { $0.ruling = .upheld }
      #expect(try await orders.state(id) == "received")
      let gone = try await refusal { _ = try await orders.view(id, by: unit) }
      #expect(gone?.code == "not_found")
      try await orders.act(id, .dispatch, by: orders.boss) { $0.duty = "FG01" }
      let right = orders.department("房管所")
      try await orders.act(id, .accept, by: right)
      let again = try await refusal { try await orders.act(id, .giveBack, by: right) { $0.reason = "也不是我们" } }
      #expect(again?.code == "impossible_action")
      #expect(try await orders.field(id, "unit") == "房管所")
      #expect(try await orders.field(id, "corrected") == true)
      #expect(try await orders.field(id, "due_at") == "2026-12-14T23:59:59.000+08:00")
      let lessons = try await orders.app.store.read { try $0.dispatchLessons(after: 0, upTo: 10) }
      #expect(lessons.map(\.kind) == [.returned, .decided])
      #expect(lessons.map(\.duty) == [nil, "FG01"] && lessons.map(\.wrongUnit) == ["城管中队", nil])
      #expect(lessons.allSatisfy { $0.proposal?.isRight == false && $0.text.contains("占道") })
    }
  }

  @Test func firstResponsible_staysUntilTheStreetReassigns() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: orders.department("城管中队"))
      try await orders.act(id, .assist, by: orders.department("城管中队")) { $0.units = ["房管所"] }
      let helper = try await refusal {
        try await orders.act(id, .resolve, by: orders.department("房管所")) { ($0.outcome, $0.result) = (.solved, "好") }
      }
      #expect(helper?.code == "not_your_action")
      let own = try await refusal {
        try await orders.act(id, .reassign, by: orders.department("城管中队")) { $0.unit = "房管所" }
      }
      #expect(own?.code == "not_your_action")
      #expect(try await orders.field(id, "responsible_unit") == "城管中队")
      try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "房管所" }
      #expect(try await orders.field(id, "responsible_unit") == .null)
      try await orders.act(id, .accept, by: orders.department("房管所"))
      #expect(try await orders.field(id, "responsible_unit") == "房管所")
      #expect(try await orders.field(id, "responsible") == "department")
    }
  }

  @Test func pause_keepsWhatIsLeft() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: orders.boss)
      // Monday 09:00; until Monday 23:59:59 a week later.
      orders.street.clock.advance(seconds: 2 * 86_400)
      try await orders.act(id, .suspend, by: orders.boss) { $0.reason = "等产权人回沪" }
      #expect(try await orders.field(id, "suspended_at") != .null)
      orders.street.clock.advance(seconds: 2 * 86_400)
      try await orders.act(id, .resume, by: orders.boss)
      #expect(try await orders.state(id) == "in_progress")
      #expect(try await orders.field(id, "due_at") == "2026-12-02T23:59:59.000+08:00")
    }
  }

  @Test func extendSuperviseReopen_moveTheClock() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      let unit = orders.department("城管中队")
      try await orders.act(id, .accept, by: unit)
      try await orders.act(id, .extend, by: unit) { $0.reason = "需要会商" }
      #expect(try await orders.field(id, "due_at") == "2026-11-30T23:59:59.000+08:00")
      #expect(try await orders.field(id, "extension_requested_at") != .null)
      let twice = try await refusal { try await orders.act(id, .extend, by: unit) { $0.reason = "还要" } }
      #expect(twice?.code == "impossible_action")
      try await orders.act(id, .rule, by: orders.boss) { $0.ruling = .upheld }
      #expect(try await orders.field(id, "due_at") == "2026-12-14T23:59:59.000+08:00")
      #expect(try await orders.field(id, "extension_requested_at") == .null)
      try await orders.act(id, .supervise, by: orders.boss)
      #expect(try await orders.field(id, "due_at") == "2026-11-26T23:59:59.000+08:00")
      try await orders.act(id, .resolve, by: unit) { ($0.outcome, $0.result) = (.explained, "已解释") }
      try await orders.act(id, .verify, by: orders.boss) { ($0.satisfaction, $0.isSolved) = (.unrated, false) }
      #expect(try await orders.field(id, "satisfaction") == .null)
      try await orders.act(id, .reopen, by: orders.boss)
      #expect(try await orders.field(id, "outcome") == .null)
      #expect(try await orders.field(id, "due_at") == "2026-11-30T23:59:59.000+08:00")
    }
  }

  @Test func merge_needsAnotherOpenOrder_thatIsSeen() async throws {
    try await OrdersFixture.run { orders in
      let (first, second) = (
        try await orders.push().order.id, try await orders.push(orders.draft(external: "T2")).order.id
      )
      let itself = try await refusal { try await orders.act(second, .merge, by: orders.boss) { $0.into = second } }
      #expect(itself?.code == "bad_merge")
      let nobody = try await refusal { try await orders.act(second, .merge, by: orders.boss) { $0.into = 99 } }
      #expect(nobody?.code == "not_found")
      try await orders.act(second, .merge, by: orders.boss) { $0.into = first }
      #expect(try await orders.field(second, "merged_into") == .number(Double(first)))
      #expect(try await orders.view(first).timeline.last?.action == "absorbed")
      let back = try await refusal { try await orders.act(first, .merge, by: orders.boss) { $0.into = second } }
      #expect(back?.code == "bad_merge")
    }
  }

  @Test(arguments: [
    (WorkOrderAction.giveBack, "/reason"), (.resolve, "/outcome"), (.verify, "/satisfaction"), (.note, "/note"),
    (.dispatch, "/unit"), (.assist, "/units"), (.merge, "/into"), (.rule, "/ruling"),
  ])
  func action_withoutWhatItNeeds_saysWhat(_ action: WorkOrderAction, _ pointer: String) async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      let refused = try await refusal { try await orders.act(id, action, by: orders.boss) }
      #expect(refused?.code == "bad_field" && refused?.notes.first?.place == .pointer(pointer))
    }
  }

  /// Random actions by random callers on real orders: the state is always one of the table, and the timeline has a line
  /// for each action that was taken and none for one that was refused.
  @Test func randomActions_keepEveryLine() async throws {
    try await OrdersFixture.run { orders in
      let callers = [orders.boss, orders.department("城管中队"), orders.street.worker, orders.pusher]
      var random = SeededRandom(20_261_121)
      for round in 0..<20 {
        let id = try await orders.push(orders.draft(external: "R\(round)")).order.id
        var lines = 2
        for _ in 0..<15 {
          let action = WorkOrderAction.allCases.randomElement(using: &random) ?? .note
          guard action != .merge, action != .unmerge else { continue }
          let caller = callers.randomElement(using: &random) ?? orders.boss
          let ruling: WorkOrderRuling = Bool.random(using: &random) ? .upheld : .overruled
          let refused = try await refusal {
            try await orders.act(id, action, by: caller) { Self.complete(&$0, ruling) }
          }
          if refused == nil { lines += 1 }
          #expect(["impossible_action", "not_your_action", "not_found", nil].contains(refused?.code))
          let view = try await orders.view(id)
          #expect(view.timeline.count == lines)
          #expect(view.timeline.last.map { .string($0.to) } == (try JSONReader.read(view.json)["state"]))
        }
      }
    }
  }

  /// Whatever the action needs.
  private static func complete(_ deed: inout WorkOrderActionRequest, _ ruling: WorkOrderRuling) {
    switch deed.action {
    case .dispatch, .reassign: deed.unit = "城管中队"
    case .giveBack, .extend, .suspend, .reject: deed.reason = "理由"
    case .note: deed.note = "备注"
    case .rule: deed.ruling = ruling
    case .assist: deed.units = ["市场监管所"]
    case .resolve: (deed.outcome, deed.result) = (.explained, "已解释")
    case .verify: deed.satisfaction = .unrated
    default: break
    }
  }
}
