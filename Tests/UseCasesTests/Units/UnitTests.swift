import Accounts
import FilterLanguage
import Kernel
import Registry
import Support
import Testing
import WorkOrders

/// Whom orders can be given to: units of the list, and committees. Whoever is given one sees it.
@Suite struct UnitTests {
  private func lists(_ orders: OrdersFixture, _ caller: Caller, _ filter: String = "") async throws -> Int? {
    try await Search.run(
      .init(SearchQuestion(.workOrders, where: .text(filter))), caller: caller, app: orders.app
    ).total
  }

  private func counts(_ orders: OrdersFixture, _ callers: [Caller]) async throws -> [Int?] {
    var found: [Int?] = []
    for caller in callers { found.append(try await lists(orders, caller)) }
    return found
  }

  private func unit(_ orders: OrdersFixture, _ name: String) async throws -> UnitView? {
    try await ListUnits.run(asOf: nil, all: true, caller: orders.boss, app: orders.app).first {
      $0.unit.name == name
    }
  }

  @Test func unknownUnit_isRefusedWithTheNearest_andBlanksAreNoMatter() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      let typo = try await refusal { try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "房官所" } }
      #expect(typo?.code == "unknown_unit" && typo?.notes.first?.suggestions.contains("房管所") == true)
      #expect(typo?.notes.first?.place == .pointer("/unit"))
      let helper = try await refusal { try await orders.act(id, .assist, by: orders.boss) { $0.units = ["市场监管科"] } }
      #expect(helper?.code == "unknown_unit" && helper?.notes.first?.place == .pointer("/units"))
      try await orders.act(id, .reassign, by: orders.boss) { $0.unit = " 房管 所 " }
      #expect(try await orders.field(id, "unit") == "房管所")
      _ = try await orders.view(id, by: orders.department("房管所"))
    }
  }

  @Test func order_withoutAHouse_givenToACommittee_isThereForItsPeople() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push(orders.draft { $0.address = nil }).order.id
      let (ours, theirs) = (orders.street.secretary, orders.street.caller(.secretary, at: orders.street.julu.committee))
      #expect(try await counts(orders, [ours, theirs]) == [0, 0])
      try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "延中居民区" }
      #expect(try await orders.field(id, "unit") == "延中居委会")
      #expect(try await counts(orders, [ours, theirs]) == [1, 0])
      #expect(try await lists(orders, ours, "unit = 延中居委会") == 1)
      try await orders.act(id, .accept, by: orders.street.worker)
      try await orders.act(id, .assist, by: orders.boss) { $0.units = ["巨鹿"] }
      #expect(try await lists(orders, theirs) == 1)
      #expect(try await orders.view(id, by: theirs).actions == [.contact, .note])
      let facets = try await CountFacets.run(
        SearchQuestion(.workOrders, where: .text("")), by: ["state"], caller: theirs, app: orders.app)
      #expect(facets.total == 1)
      // Given to somebody else, it is gone.
      try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "城管中队" }
      #expect(try await counts(orders, [ours, theirs]) == [0, 1])
    }
  }

  @Test func committeeOfThePlace_mustBeKnown() async throws {
    try await OrdersFixture.run { orders in
      let nowhere = try await orders.push(orders.draft { $0.address = nil }).order.id
      let problem = try await refusal { try await orders.act(nowhere, .reassign, by: orders.boss) { $0.unit = "居委会" } }
      #expect(problem?.code == "committee_missing")
      #expect(problem?.notes.first?.suggestions.sorted() == ["巨鹿居委会", "延中居委会"].sorted())
      let here = try await orders.push(orders.draft(external: "T2")).order.id
      try await orders.act(here, .reassign, by: orders.boss) { $0.unit = "居委会" }
      #expect(try await orders.view(here, by: orders.street.secretary).actions.contains(.accept))
      #expect(try await !orders.view(here, by: orders.street.secretary).actions.contains(.merge))
    }
  }

  @Test func dispatchByItself_toACommitteeThatIsNotKnown_waitsForAPerson() async throws {
    try await OrdersFixture.run { orders in
      var duties = OrdersFixture.duties
      duties[0].unit = "居委会"
      orders.app.dispatchService.replace(duties)
      let nowhere = try await orders.push(orders.draft { $0.address = nil }).order
      #expect(nowhere.state == "received" && nowhere.dispatch.mode == .queue)
      #expect(try await orders.push(orders.draft(external: "T2")).order.state == "dispatched")
      #expect(try await orders.view(2, by: orders.street.worker).actions.contains(.accept))
    }
  }

  @Test func worker_whoIsNotThere_orWouldNotSeeIt_isRefused() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      for (name, committee) in [("社工甲", orders.street.yanzhong.committee), ("社工乙", orders.street.julu.committee)] {
        let code = try await orders.app.store.read { reader in
          try reader.areas().first { Int64($0.id) == committee }?.code ?? ""
        }
        _ = try await AddUser(name: name, role: .worker, areas: [code], password: "correct horse")
          .run(in: orders.app, by: .operatorAtConsole)
      }
      for name in ["没有此人", "社工乙"] {
        let problem = try await refusal { try await orders.act(id, .assist, by: orders.boss) { $0.workers = [name] } }
        #expect(problem?.code == "unknown_worker" && problem?.notes.first?.place == .pointer("/workers"))
      }
      try await orders.act(id, .assist, by: orders.boss) { $0.workers = ["社工甲"] }
      #expect(try await orders.field(id, "workers") == ["社工甲"])
    }
  }

  @Test func renaming_carriesEverythingAlong() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      try await orders.act(id, .assist, by: orders.boss) { $0.units = ["市场监管所"] }
      let second = try await orders.push(orders.draft(external: "T2")).order.id
      try await orders.act(second, .reassign, by: orders.boss) { $0.unit = "房管所" }
      let account = try await CreateToken(name: "城管系统", role: .department, unit: "城管中队")
        .run(in: orders.app, by: .operatorAtConsole).account
      let old = try #require(try await unit(orders, "城管中队"))
      let view = try await ChangeUnit.run(
        old.unit.id, name: "综合行政执法队", isRetired: nil, version: old.unit.version, caller: orders.boss,
        app: orders.app)
      #expect(view.unit.former == ["城管中队"] && view.leads == old.leads && old.leads > 0)
      #expect(try await orders.field(id, "unit") == "综合行政执法队")
      let after = try await GetCaller.run(account.id, in: orders.app, by: .operatorAtConsole)
      #expect(after.unit == "综合行政执法队")
      #expect(try await lists(orders, after.caller(origin: "test")) == 1)
      #expect(try await lists(orders, orders.department("城管中队")) == 0)
      let lesson = try await orders.app.store.read { try $0.dispatchLessons(after: 0, upTo: 10) }
      #expect(lesson.map(\.wrongUnit) == ["综合行政执法队"] && lesson.map { $0.proposal?.unit } == ["综合行政执法队"])
      // The old name finds it.
      try await orders.act(second, .reassign, by: orders.boss) { $0.unit = "城管中队" }
      #expect(try await orders.field(second, "unit") == "综合行政执法队")
      let duties = try await orders.app.store.read { try $0.duties(on: TestClock.start.day) }
      #expect(!duties.contains { $0.unit == "城管中队" || $0.coUnits.contains("城管中队") })
      let quality = try await DispatchQuality.run(from: nil, to: nil, caller: orders.boss, app: orders.app)
      #expect(quality.whole.auto == 2 && quality.confusion.map(\.proposed) == ["综合行政执法队"])
    }
  }

  @Test func renamedCommittee_keepsItsOrders() async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push(orders.draft { $0.address = nil }).order.id
      try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "延中居委会" }
      let code = try await orders.app.store.read { [home = orders.street.yanzhong] reader in
        try reader.areas().first { Int64($0.id) == home.committee }?.code ?? ""
      }
      _ = try await RenameArea.run(
        code, name: "新延中居民区", version: nil, caller: orders.street.admin, app: orders.app)
      #expect(try await orders.field(id, "unit") == "新延中居民区")
      #expect(try await lists(orders, orders.street.secretary) == 1)
    }
  }

  @Test func list_addRetireAndWhatIsRefused() async throws {
    try await OrdersFixture.run { orders in
      let added = try await AddUnit.run(name: "测试所", caller: orders.boss, app: orders.app)
      func refused(_ body: () async throws -> Void) async throws -> String? { try await refusal(body)?.code }
      for name in ["测试所", "测 试所", "延中居委会", "城管中队"] {
        #expect(
          try await refused { _ = try await AddUnit.run(name: name, caller: orders.boss, app: orders.app) }
            == "unit_taken")
      }
      let worker = orders.street.worker
      #expect(
        try await refused { _ = try await AddUnit.run(name: "某所", caller: worker, app: orders.app) }
          == "missing_right")
      func retire(_ id: Int64) async throws -> String? {
        try await refused {
          _ = try await ChangeUnit.run(
            id, name: nil, isRetired: true, version: nil, caller: orders.boss, app: orders.app)
        }
      }
      let used = try #require(try await unit(orders, "城管中队"))
      #expect(try await retire(used.unit.id) == "unit_in_use")
      let id = try await orders.push().order.id
      try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "测试所" }
      #expect(try await retire(added.unit.id) == "unit_in_use")
      try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "房管所" }
      #expect(try await retire(added.unit.id) == nil)
      #expect(
        try await refused { try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "测试所" } } == "unit_retired"
      )
    }
  }

  @Test func duty_withAUnitThatIsNotListed_isNotChangedIntoIt() async throws {
    try await StreetFixture.run { street in
      var patch = DutyPatch()
      patch.unit = .set("城管中对")
      let problem = try await refusal { [patch] in
        _ = try await ChangeDuty.run(
          "SR08", patch, since: nil, version: nil, caller: street.admin, app: street.app)
      }
      #expect(problem?.code == "unknown_unit" && problem?.notes.first?.suggestions.first == "城管中队")
    }
  }
}
