import Kernel
import Platform
import Registry
import Testing

/// `mine=true`: the orders that the caller has taken, or was called in for by name.
@Suite struct OwnOrdersTests {
  private static func total(_ orders: OrdersFixture, by caller: Caller, where text: String = "") async throws -> Int? {
    var request = Search.Request(SearchQuestion(.workOrders, where: .text(text)), limit: 1)
    request.mine = true
    return try await Search.run(request, caller: caller, app: orders.app).total
  }

  @Test func mine_areThoseTakenAndThoseCalledInFor_amongWhatIsSeen() async throws {
    try await OrdersFixture.run { orders in
      let worker = orders.street.worker
      var ids: [Int64] = []
      for n in 1...4 { ids.append(try await orders.push(orders.draft(external: "T\(n)")).order.id) }
      #expect(try await Self.total(orders, by: worker) == 0)
      try await orders.app.store.write { [ids, name = worker.name] writer in
        try writer.execute("UPDATE work_orders SET worker = ? WHERE id = ?", [name, ids[0]])
        try writer.execute(
          "INSERT INTO work_order_assists (order_id, worker, at, by_caller) VALUES (?, ?, ?, 'boss')",
          [ids[1], name, writer.now.description])
      }
      #expect(try await Self.total(orders, by: worker) == 2)
      #expect(try await Self.total(orders, by: worker, where: "state = closed") == 0)
      #expect(try await Self.total(orders, by: orders.boss) == 0)
      // Somebody of the same name elsewhere sees none of them.
      let stranger = Caller(
        id: nil, name: worker.name, role: .worker, areas: [orders.street.julu.committee], origin: "test")
      #expect(try await Self.total(orders, by: stranger) == 0)
    }
  }
}
