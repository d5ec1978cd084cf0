import FilterLanguage
import Foundation
import Kernel
import Support
import Testing
import WorkOrders

/// Who has an order may not move its deadline, teach dispatch, rate it or close it; and nobody is two sides of one order.
@Suite struct SeparationTests {
  private func refused(_ body: () async throws -> Void) async throws -> String? { try await refusal(body)?.code }

  private func change(
    _ orders: OrdersFixture, _ id: Int64, by caller: Caller, _ edit: (inout ChangeWorkOrder.Patch) -> Void
  ) async throws -> Problem? {
    var patch = ChangeWorkOrder.Patch()
    edit(&patch)
    return try await refusal { [patch] in
      try await ChangeWorkOrder.run(id, patch, version: nil, caller: caller, app: orders.app)
    }
  }

  @Test func unit_changesNeitherDutyNorCategory_andTeachesNothing() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      let unit = orders.department("城管中队")
      try await orders.act(id, .accept, by: unit)
      let due = try await orders.field(id, "due_at")
      let duty = try await change(orders, id, by: unit) { $0.duty = .set("FG01") }
      #expect(duty?.code == "not_your_action" && duty?.kind == .forbidden && duty?.detail.contains("街道") == true)
      #expect(try await change(orders, id, by: unit) { $0.category = .set("别的") }?.code == "not_your_action")
      #expect(try await change(orders, id, by: orders.street.worker) { $0.duty = .set(nil) }?.code == "not_your_action")
      #expect(try await change(orders, id, by: unit) { $0.house = .set(nil) } == nil)
      #expect(try await orders.field(id, "due_at") == due)
      #expect(try await orders.app.store.read { try $0.dispatchLessons(after: 0, upTo: 100) }.isEmpty)
    }
  }

  @Test func otherDuty_ofALateOrder_leavesItLate() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      orders.street.clock.advance(seconds: 20 * 86_400)
      let due = try await orders.field(id, "due_at")
      #expect(try await change(orders, id, by: orders.boss) { $0.duty = .set("WY14") } == nil)
      #expect(try await orders.field(id, "due_at") == due)
      #expect(try await orders.field(id, "overdue") == true)
    }
  }

  @Test func otherDuty_inTime_movesTheDeadlineByRule() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      #expect(try await change(orders, id, by: orders.boss) { $0.duty = .set("FG01") } == nil)
      #expect(try await orders.field(id, "due_at") == "2026-12-14T23:59:59.000+08:00")
    }
  }

  @Test func closedOrder_keepsEverything_butTakesNotes() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      try await orders.resolve(id, by: orders.department("城管中队"))
      try await orders.act(id, .verify, by: orders.pusher) { $0.satisfaction = .unrated }
      try await orders.act(id, .close, by: orders.boss)
      let version = try await orders.view(id).version
      for caller in [orders.boss, orders.street.admin, orders.street.secretary, orders.department("城管中队")] {
        #expect(try await change(orders, id, by: caller) { $0.duty = .set("FG01") }?.code == "impossible_action")
        #expect(try await change(orders, id, by: caller) { $0.house = .set(nil) }?.code == "impossible_action")
      }
      #expect(try await orders.view(id).version == version)
      try await orders.act(id, .note, by: orders.boss) { $0.note = "存档" }
    }
  }

  @Test func integration_isSourceOnlyOfWhatItPushed() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      try await orders.resolve(id, by: orders.department("城管中队"))
      for action in [WorkOrderAction.verify, .reopen, .note] {
        #expect(
          try await refused {
            try await orders.act(id, action, by: orders.otherSystem) {
              if action == .verify { $0.satisfaction = .unrated }
              if action == .note { $0.note = "看过" }
            }
          } == "not_your_action")
      }
      try await orders.act(id, .verify, by: orders.pusher) { $0.satisfaction = .rated(.satisfied) }
      #expect(try await refused { try await orders.act(id, .close, by: orders.otherSystem) } == "not_your_action")
      try await orders.act(id, .close, by: orders.pusher)
    }
  }

  /// The same for everybody who could do all of it alone.
  @Test(arguments: ["street", "secretary", "admin"])
  func whoeverResolved_neitherRatesNorClosesNorReopens(_ name: String) async throws {
    try await OrdersFixture.run { orders in
      let caller =
        [orders.boss, orders.street.secretary, orders.street.admin].first { $0.name == name } ?? orders.boss
      let id = try await orders.push().order.id
      try await orders.resolve(id, by: caller)
      let rating = try await refusal { try await orders.act(id, .verify, by: caller) { $0.satisfaction = .unrated } }
      #expect(rating?.code == "not_your_action" && rating?.detail.contains("承办过") == true)
      #expect(try await orders.view(id, by: caller).actions == [.note])
      #expect(try await refused { try await orders.act(id, .reopen, by: caller) } == "not_your_action")
      try await orders.act(id, .verify, by: orders.deputy) { $0.satisfaction = .unrated }
      #expect(try await refused { try await orders.act(id, .close, by: caller) } == "not_your_action")
      try await orders.act(id, .close, by: orders.deputy)
    }
  }

  @Test func holder_doesNotDecideOnItsOwnTime_orItsOwnReturn() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      try await orders.act(id, .accept, by: orders.boss)
      try await orders.act(id, .extend, by: orders.boss) { $0.reason = "需要会商" }
      #expect(try await orders.field(id, "extended") == false)
      #expect(
        try await refused { try await orders.act(id, .rule, by: orders.boss) { $0.ruling = .upheld } }
          == "not_your_action")
      #expect(try await refused { try await orders.act(id, .supervise, by: orders.boss) } == "not_your_action")
      try await orders.act(id, .rule, by: orders.deputy) { $0.ruling = .overruled }
      #expect(try await orders.field(id, "due_at") == "2026-11-30T23:59:59.000+08:00")
      try await orders.act(id, .giveBack, by: orders.boss) { $0.reason = "不属于" }
      #expect(
        try await refused { try await orders.act(id, .rule, by: orders.boss) { $0.ruling = .upheld } }
          == "not_your_action")
    }
  }

  @Test func holder_choosesNoOtherJudge() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      let (department, secretary) = (orders.department("城管中队"), orders.street.secretary)
      try await orders.act(id, .accept, by: department)
      var patch = ChangeWorkOrder.Patch()
      patch.house = .set(orders.street.julu.house)
      let moved = try await refused { [patch] in
        try await ChangeWorkOrder.run(id, patch, version: nil, caller: department, app: orders.app)
      }
      #expect(moved == "not_your_action")
      // Asked for help, the committee of the place has not handled it yet, and may judge.
      try await orders.act(id, .assist, by: department) { $0.units = ["居委会"] }
      try await orders.act(id, .extend, by: department) { $0.reason = "需要会商" }
      try await orders.act(id, .rule, by: secretary) { $0.ruling = .overruled }
    }
  }

  @Test func worker_isToldWhatIsPossible_andWhoRates() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      try await orders.resolve(id, by: orders.street.worker)
      let problem = try await refusal {
        try await orders.act(id, .verify, by: orders.street.worker) { $0.satisfaction = .unrated }
      }
      #expect(problem?.kind == .forbidden && problem?.notes.first?.suggestions == ["note"])
      for party in ["街道", "书记", "推送"] { #expect(problem?.detail.contains(party) == true) }
      let view = try await orders.view(id, by: orders.street.worker)
      #expect(view.actions == [.note])
      #expect(view.steps.first { $0.action == .verify }?.by == [.street, .secretary, .source])
    }
  }

  @Test func attachment_isForThoseConcerned_whileTheOrderIsOpen() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      func attach(_ caller: Caller, _ text: String) async throws -> String? {
        try await refused {
          _ = try await OrderAttachments.add(
            .init("%PDF-1.7 \(text)".utf8), name: "a.pdf", order: id, caller: caller, app: orders.app)
        }
      }
      #expect(try await attach(orders.otherSystem, "1") == "not_your_action")
      #expect(try await attach(orders.pusher, "2") == nil)
      try await orders.act(id, .reject, by: orders.boss) { $0.reason = "不予受理" }
      #expect(try await attach(orders.pusher, "3") == "impossible_action")
    }
  }
}
