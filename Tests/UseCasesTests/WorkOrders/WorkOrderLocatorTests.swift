import FilterLanguage
import Kernel
import Registry
import Support
import Testing
import WorkOrders

@Suite struct OrderPlacingTests {
  private func area(_ orders: OrdersFixture, _ id: Int64) async throws -> Int64 {
    try await orders.app.store.read { Int64(try $0.workOrderSight(id)?.area ?? 0) }
  }

  private func push(
    _ orders: OrdersFixture, address: String?, _ text: String = "有人占道", by caller: Caller? = nil
  ) async throws -> PushedOrder {
    try await orders.push(orders.draft(text, external: "\(address ?? "")\(text)") { $0.address = address }, by: caller)
      .order
  }

  @Test func addressInTheText_isFound_whereNoneIsGiven() async throws {
    try await OrdersFixture.run { orders in
      for text in ["家住南昌路1号201室的王阿姨说楼下占道", "黄浦区南昌路１号２０１室门口占道。很吵"] {
        let order = try await push(orders, address: nil, text)
        #expect(order.house?.id == orders.street.yanzhong.house, "\(text)")
      }
    }
  }

  @Test func severalHouses_areCandidates_inTheirBuilding() async throws {
    try await OrdersFixture.run { orders in
      let home = orders.street.yanzhong
      _ = try await AddHouse.run(
        .init(
          address: "南昌路1号202室", committee: try await code(orders, home.committee), grid: nil, kind: "dwelling",
          area: nil), caller: orders.street.admin, app: orders.app)
      let order = try await push(orders, address: "南昌路1号")
      #expect(order.house == nil && order.candidates.map(\.address) == ["南昌路1号201室", "南昌路1号202室"])
      #expect(try await area(orders, order.id) == home.committee)
      let two = try await push(orders, address: nil, "南昌路1号201室和南昌路2号201室都占道")
      #expect(two.house == nil && two.candidates.count == 2)
      #expect(try await area(orders, two.id) == orders.street.street)
    }
  }

  @Test func addressNotReadToItsEnd_isNoHouse_norIsABuildingItsOnlyRoom() async throws {
    try await OrdersFixture.run { orders in
      for address in ["南昌路□弄1号201室", "南昌路1号201室A", "南昌路①1号201室"] {
        let order = try await push(orders, address: address)
        #expect(order.house == nil && order.candidates.isEmpty, "\(address)")
      }
      let building = try await push(orders, address: "南昌路1号")
      #expect(building.house == nil && building.candidates.map(\.address) == ["南昌路1号201室"])
    }
  }

  private func code(_ orders: OrdersFixture, _ area: Int64) async throws -> String {
    try await orders.app.store.read { try $0.areas() }.first { Int64($0.id) == area }?.code ?? ""
  }

  @Test func unknownAddress_isNotGuessed_andLiesWithThePusher() async throws {
    try await OrdersFixture.run { orders in
      let street = try await push(orders, address: "南昌路99号")
      #expect(street.house == nil && street.candidates.isEmpty)
      #expect(try await area(orders, street.id) == orders.street.street)
      let worker = try await push(orders, address: "南昌路98号", by: orders.street.worker)
      #expect(try await area(orders, worker.id) == orders.street.yanzhong.committee)
      let admin = try await push(orders, address: "南昌路97号", by: orders.street.admin)
      #expect(try await area(orders, admin.id) == orders.street.street)
    }
  }

  @Test func namedCommittee_isWhereItLies() async throws {
    try await OrdersFixture.run { orders in
      let order = try await push(orders, address: nil, "巨鹿居民区门口有人占道")
      #expect(try await area(orders, order.id) == orders.street.julu.committee)
    }
  }

  @Test func anothersHouse_isNoHouse() async throws {
    try await OrdersFixture.run { orders in
      let order = try await push(orders, address: "南昌路2号201室", by: orders.street.worker)
      #expect(order.house == nil && order.candidates.isEmpty)
      #expect(try await area(orders, order.id) == orders.street.yanzhong.committee)
      let refused = try await refusal {
        let home = orders.street.julu.house
        _ = try await orders.push(orders.draft { $0.house = home }, by: orders.street.worker)
      }
      #expect(refused?.code == "not_found")
    }
  }

  @Test func worker_setsTheHouse_andTheOrderMovesWithIt() async throws {
    try await OrdersFixture.run { orders in
      let (home, other) = (orders.street.yanzhong, orders.street.julu)
      let order = try await push(orders, address: "南昌路99号")
      var patch = ChangeWorkOrder.Patch()
      patch.house = .set(home.house)
      try await ChangeWorkOrder.run(order.id, patch, version: 1, caller: orders.boss, app: orders.app)
      #expect(try await area(orders, order.id) == home.committee)
      _ = try await orders.view(order.id, by: orders.street.worker)
      var move = HousePatch()
      move.committee = .set(other.committee)
      let moved = move
      try await orders.app.store.write { _ = try $0.updateHouse(home.house, moved) }
      #expect(try await area(orders, order.id) == other.committee)
      let gone = try await refusal { _ = try await orders.view(order.id, by: orders.street.worker) }
      #expect(gone?.code == "not_found")
      let stale = try await refusal {
        try await ChangeWorkOrder.run(order.id, patch, version: 1, caller: orders.boss, app: orders.app)
      }
      #expect(stale?.code == "version_conflict" || stale == nil)
    }
  }

  @Test func orders_standInTheHousesTimeline() async throws {
    try await OrdersFixture.run { orders in
      let order = try await orders.push().order
      func kinds(_ caller: Caller) async throws -> [String] {
        try await HouseTimeline.run(
          orders.street.yanzhong.house, before: nil, limit: 50, caller: caller, app: orders.app
        ).items.filter { $0.subject == .workOrders && $0.subjectID == order.id }.map(\.kind)
      }
      #expect(try await kinds(orders.street.worker) == ["work_order"])
      #expect(try await kinds(orders.department("城管中队")) == ["work_order"])
      #expect(try await kinds(orders.department("房管所")) == [])
    }
  }
}
