import Analytics
import DataRequests
import FilterLanguage
import Kernel
import Ledgers
import Platform
import Registry
import Support
import TagIndex
import Testing

/// Whatever shows work orders shows a caller those of the caller's own list, and no other.
struct OrdersInRunsTests {
  /// Six orders of two units in two committees, and a run of all of them that the street has made.
  private struct World {
    let orders: OrdersFixture
    let run: Int64
    var app: AppContext { orders.app }
    var callers: [Caller] {
      let street = orders.street
      return [
        orders.department("城管中队"), orders.department("房管所"),
        street.caller(.department, at: street.julu.committee, unit: "城管中队"), street.secretary, street.worker,
        street.caller(.secretary, at: street.julu.committee), street.caller(.street), street.admin,
      ]
    }

    func listed(_ caller: Caller) async throws -> Set<Int64> {
      let page = try await Search.run(
        Search.Request(SearchQuestion(.workOrders, where: .text("")), select: ["id"], limit: 500), caller: caller,
        app: app)
      return Set(
        try page.items.compactMap { item in
          if case .number(let id)? = try JSONReader.read(item)["id"] { Int64(id) } else { nil }
        })
    }
  }

  private func world(_ body: (World) async throws -> Void) async throws {
    try await OrdersFixture.run { orders in
      for (index, text) in ["占道摆摊", "漏水", "占道"].enumerated() {
        for (house, address) in ["南昌路1号201室", "南昌路2号201室"].enumerated() {
          _ = try await orders.push(orders.draft(text, external: "\(index)-\(house)") { $0.address = address })
        }
      }
      let boss = orders.street.caller(.street)
      var wish = LedgerInput()
      (wish.name, wish.subject, wish.source) = (.set("工单"), .workOrders, .filter(""))
      (wish.groupBy, wish.columns) = (.set(["unit"]), .set(["number", "unit"].map { .init($0) }))
      let ledger = try await AddLedger.run(wish, caller: boss, app: orders.app).row.id
      let run = try await MakeRun.run(ledger, caller: boss, app: orders.app).row.id
      try await body(World(orders: orders, run: run))
    }
  }

  @Test func run_showsEveryCallerTheRowsOfTheirList() async throws {
    try await world { world in
      for caller in world.callers {
        let listed = try await world.listed(caller)
        let answer = try await ReadRunRows.run(
          world.run, cursor: nil, limit: 2, caller: caller, app: world.app)
        var (lines, next) = (answer.lines, answer.next)
        while let cursor = next {
          let page = try await ReadRunRows.run(
            world.run, cursor: cursor, limit: 2, caller: caller, app: world.app)
          lines += page.lines
          next = page.next
        }
        let name = "\(caller.role) \(caller.unit ?? "") \(caller.areas)"
        #expect(!listed.isEmpty && Set(lines.map(\.id)) == listed && lines.count == listed.count, "\(name)")
        #expect(answer.view.total == listed.count, "\(name)")
        #expect(answer.view.totals.reduce(0) { $0 + $1.rows } == listed.count, "\(name)")
        if caller.seesAsUnit {
          #expect(answer.view.totals.map(\.values) == [[caller.unit ?? ""]])
        }
        let rows = try await RunRowReader.open(world.run, format: "csv", reveal: nil, caller: caller, app: world.app)
        var exported: [Int64] = []
        while let lines = try await rows.next() { exported += lines.map(\.id) }
        #expect(Set(exported) == listed && exported.count == listed.count, "\(name)")
        let diff = try await DiffRuns.run(
          world.run, against: world.run, limit: 500, caller: caller, app: world.app)
        #expect(diff.run.total == listed.count && diff.added.total == 0 && diff.left.total == 0)
      }
    }
  }

  @Test func mark_onAnothersOrder_isRefused() async throws {
    try await world { world in
      let unit = world.orders.street.caller(.worker, at: world.orders.street.yanzhong.committee)
      let own = try await world.listed(unit)
      let all = try await world.listed(world.orders.street.admin)
      let outcomes = try await MarkRun.run(
        world.run, all.sorted().map { .success(MarkRun.Item($0, [.init("remark", .string("看过"))])) }, caller: unit,
        app: world.app)
      for (id, outcome) in zip(all.sorted(), outcomes) {
        if case .marked = outcome { #expect(own.contains(id)) } else { #expect(!own.contains(id)) }
      }
    }
  }

  @Test func preview_countsWhatTheListHas() async throws {
    try await world { world in
      let caller = world.orders.street.caller(.department, unit: "城管中队")
      var wish = DataRequestInput()
      (wish.subject, wish.source) = (.workOrders, .filter(""))
      let plan = try await PreviewDataRequest.run(wish, caller: caller, app: world.app)
      #expect(try await plan.total == world.listed(caller).count)
    }
  }

  @Test func note_ofAHotSpot_isForWhoSeesAllItsTickets() async throws {
    try await world { world in
      let all = try await world.listed(world.orders.street.admin).sorted()
      let ours = try await world.listed(world.orders.department("城管中队")).sorted()
      try await world.app.store.write { [street = world.orders.street] writer in
        for (key, orders) in [("a", all), ("b", ours)] {
          _ = try writer.insertHotSpotNote(
            key: key, title: key, text: "", orders: orders.map { UInt32($0) }, area: UInt32(street.street),
            workOrder: nil, by: street.admin)
        }
      }
      for caller in world.callers {
        let listed = try await world.listed(caller)
        let page = try await ActOnHotSpot.notes(before: nil, limit: 50, caller: caller, app: world.app)
        let expected = [("b", ours), ("a", all)].filter { listed.isSuperset(of: $0.1) }.map(\.0)
        #expect(page.items.map(\.key) == expected && page.total == expected.count)
      }
    }
  }
}
