import FilterLanguage
import Kernel
import Support
import Testing
import TextClassifier
import WorkOrders

@Suite struct PushWorkOrderTests {
  @Test func push_dispatched_withHouseAndClock() async throws {
    try await OrdersFixture.run { orders in
      let answer = try await orders.push(
        orders.draft {
          $0.reporterName = "钱小姐"
          $0.reporterPhone = "138 0000 1234"
        })
      #expect(answer.isNew)
      let order = answer.order
      #expect(order.number == "20261121-000001" && order.state == "dispatched")
      #expect(order.house?.address == "南昌路1号201室" && order.candidates.isEmpty)
      #expect(order.dispatch.mode == .auto && order.dispatch.candidates.first?.unit == "城管中队")
      // Saturday counts as Monday; its first working day is Tuesday, the fifth the Monday after.
      #expect(order.firstContactDueAt == "2026-11-24T23:59:59.000+08:00")
      #expect(order.dueAt == "2026-11-30T23:59:59.000+08:00")
      let view = try await orders.view(order.id)
      #expect(view.timeline.map(\.action) == ["created", "dispatch"])
      let json = try JSONReader.read(view.json)
      #expect(json["reporter"] == "钱*姐" && json["phone"] == "138****1234" && json["committee"] == "延中居委会")
    }
  }

  @Test func push_again_isTheFirst_andWritesNothing() async throws {
    try await OrdersFixture.run { orders in
      let first = try await orders.push()
      let before = try await orders.app.store.read { try $0.lastChange() }
      let again = try await orders.push(orders.draft("完全不同的话"))
      #expect(!again.isNew && again.order == first.order)
      #expect(try await orders.app.store.read { try $0.lastChange() } == before)
      #expect(try await orders.push(orders.draft(external: "T2")).order.number == "20261121-000002")
    }
  }

  @Test func push_manyAtOnce_makesOne() async throws {
    try await OrdersFixture.run { orders in
      let (app, pusher, draft) = (orders.app, orders.pusher, orders.draft())
      let answers = try await withThrowingTaskGroup(of: PushWorkOrder.Answer.self) { group in
        for _ in 0..<32 {
          group.addTask { try await PushWorkOrder.run(draft, caller: pusher, app: app) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count { $0.isNew } == 1)
      #expect(Set(answers.map(\.order.id)).count == 1)
      #expect(try await orders.view(answers[0].order.id).timeline.count == 2)
    }
  }

  @Test func push_unsure_waitsInTheQueue() async throws {
    try await OrdersFixture.run { orders in
      orders.app.dispatchService.trust(DispatchPolicy(threshold: 1.1))
      let order = try await orders.push(orders.draft("楼上漏水，楼下占道摆摊")).order
      #expect(order.state == "received" && order.dispatch.mode == .queue)
      #expect(!order.dispatch.candidates.isEmpty && order.dispatch.candidates.count <= 3)
      #expect(try await orders.field(order.id, "unit") == .null)
    }
  }

  @Test func dutysOwnDays_comeBeforeTheKinds_andUrgentInHours() async throws {
    try await OrdersFixture.run { orders in
      let slow = try await orders.push(orders.draft("楼上漏水")).order
      #expect(slow.dueAt == "2026-12-14T23:59:59.000+08:00")
      let urgent = try await orders.push(orders.draft("楼上漏水", external: "T2") { $0.isUrgent = true }).order
      #expect(urgent.dueAt == "2026-11-21T13:00:00.000+08:00")
    }
  }

  @Test func lateTicket_countsFromItsReport_futureOne_isRefused() async throws {
    try await OrdersFixture.run { orders in
      let late = try await orders.push(
        orders.draft { $0.reportedAt = Instant("2026-09-30T10:00:00+08:00") }
      ).order
      // 1 to 8 October are days off in the calendar of 2026 as far as it is known; five working days later.
      #expect(late.dueAt < "2026-10-20" && late.dueAt > "2026-10-08")
      let refused = try await refusal {
        _ = try await orders.push(
          orders.draft(external: "T2") { $0.reportedAt = TestClock.start.adding(seconds: 301) })
      }
      #expect(refused?.notes.first?.place == .pointer("/reported_at"))
      _ = try await orders.push(
        orders.draft(external: "T3") { $0.reportedAt = TestClock.start.adding(seconds: 299) })
    }
  }

  @Test func numbersInTheText_areMasked_andSealed() async throws {
    try await OrdersFixture.run { orders in
      let text = "请打13812345678找我，占道摆摊"
      let order = try await orders.push(orders.draft(text) { $0.reporterPhone = "13900001111" }).order
      #expect(try await orders.field(order.id, "text") == .string("请打138****5678找我，占道摆摊"))
      let plain = try await RevealWorkOrder.run(
        order.id, reason: "回电核实", caller: orders.street.worker, app: orders.app)
      #expect(plain.text == text && plain.phone == "13900001111")
      let line = try await orders.app.store.read {
        try $0.auditLines(AuditFilter(action: "work_orders.reveal"), before: nil, limit: 1)
      }
      #expect(line.first?.reason == "回电核实")
      let refused = try await refusal {
        _ = try await RevealWorkOrder.run(
          order.id, reason: "回电核实", caller: orders.department("城管中队"), app: orders.app)
      }
      #expect(refused?.code == "missing_right")
    }
  }

  @Test func pusherWithoutExternalID_isRefused_workerIsNot() async throws {
    try await OrdersFixture.run { orders in
      let refused = try await refusal { _ = try await orders.push(orders.draft(external: nil)) }
      #expect(refused?.notes.first?.place == .pointer("/external_id"))
      let own = try await orders.push(
        orders.draft(external: nil) { $0.source = "巡检" }, by: orders.street.worker)
      #expect(own.isNew)
      #expect(try await orders.field(own.order.id, "external_id") == .string(own.order.number))
    }
  }

  @Test(arguments: [Role.auditor, .department, .resident])
  func push_withoutTheRight_isRefused(_ role: Role) async throws {
    try await OrdersFixture.run { orders in
      let refused = try await refusal { _ = try await orders.push(by: orders.street.caller(role)) }
      #expect(refused?.code == "missing_right")
    }
  }

  @Test func takenNumber_ofAnotherCommittee_isNotShown() async throws {
    try await OrdersFixture.run { orders in
      _ = try await orders.push()
      let elsewhere = orders.street.caller(.integration, at: orders.street.julu.committee)
      let refused = try await refusal { _ = try await orders.push(by: elsewhere) }
      #expect(refused?.code == "external_id_taken")
    }
  }

  @Test func batch_itemByItem() async throws {
    try await OrdersFixture.run { orders in
      let bad = Problem(.invalid, "bad_field", "x")
      let outcomes = try await PushBatch.run(
        [
          .draft(orders.draft()), .bad(bad), .draft(orders.draft()), .draft(orders.draft(external: nil)),
          .draft(orders.draft(external: "T2")),
        ], caller: orders.pusher, app: orders.app)
      let words = outcomes.map { outcome in
        switch outcome {
        case .pushed(let answer): "\(answer.order.id) \(answer.isNew)"
        case .failed(let problem): problem.code
        }
      }
      #expect(words == ["1 true", "bad_field", "1 false", "bad_field", "2 true"])
    }
  }
}
