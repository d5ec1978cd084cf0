import FilterLanguage
import Foundation
import Imports
import Kernel
import Ledgers
import Platform
import Registry
import Reminders
import Server
import Support
import Testing
import WorkOrders

/// A house of 延中's grid goes to 巨鹿. Whatever lies where it lies goes along, by each door.
struct HouseMovingTests {
  enum APIRouter: CaseIterable, Sendable { case patch, roster, rosterWithGrid }

  /// The house in the grid, with all that hangs on it, and who asked for it before.
  private struct Moved {
    let street: ReminderStreet
    let house: Int64
    let person: Int64
    let shop: Int64
    let asset: Int64
    let orders: [Int64]
    let reminder: Int64
    var julu: Int64 { street.street.julu.committee }
    var secretaryOfJulu: Caller { street.street.caller(.secretary, at: julu) }

    func sees(_ caller: Caller) async throws -> [Bool] {
      var seen: [Bool] = []
      for (kind, id) in [
        (SubjectKind.houses, house), (.buildings, street.gridBuilding), (.people, person), (.shops, shop),
        (.assets, asset),
      ] + orders.map({ (.workOrders, $0) }) {
        seen.append(try await street.app.sees(kind, id, caller))
      }
      seen.append(try await street.inbox(caller).contains { $0.id == reminder })
      return seen
    }
  }

  private func move(_ door: APIRouter, _ moved: Moved) async throws {
    let (app, julu) = (moved.street.app, moved.julu)
    switch door {
    case .patch:
      var patch = HousePatch()
      patch.committee = .set(julu)
      try await ChangeRow.run(
        moved.house, .house(patch), version: nil, caller: moved.street.street.admin, app: app)
    case .roster, .rosterWithGrid:
      let lines =
        door == .roster ? "地址,居委会\n南昌路9号101室,巨鹿居委会\n" : "地址,居委会,微网格\n南昌路9号101室,巨鹿居委会,第七微网格\n"
      var request = StartImport.Request(subject: .houses, file: Data(lines.utf8), fileName: "房屋.csv")
      (request.area, request.apply) = (app.tree?.byID[UInt32(moved.street.street.street)]?.code, true)
      let id = try await StartImport.run(request, caller: moved.street.street.caller(.street), app: app)
      try await RunImport.run(id, app: app)
      let report = try await GetImport.run(id, caller: moved.street.street.admin, app: app)
      #expect(report.counts.updated == 1)
    }
  }

  private func build(_ street: ReminderStreet) async throws -> Moved {
    let (app, admin) = (street.app, street.street.admin)
    let house = try #require(
      try await app.store.read { try $0.houseIDs(address: "南昌路9号101室", district: nil) }.first)
    let person = try await AddPerson.run(
      .init(
        PersonDraft(name: "李甲", sex: "女", birth: Day("1930-01-01"), source: "manual"), house: house, role: "owner",
        since: Day("2001-01-01")), caller: admin, app: app)
    let shop = try await AddShop.run(
      ShopDraft(name: "甲点心店", source: "manual"), house: house, since: nil, caller: admin, app: app)
    let asset = try await AddAsset.run(
      AssetDraft(kind: "elevator", code: "L9", place: .building(street.gridBuilding), source: "manual"), caller: admin,
      app: app)
    var orders: [Int64] = []
    for (number, address) in ["南昌路9号101室", "南昌路9号"].enumerated() {
      var draft = WorkOrderDraft(
        source: "12345", externalID: "M\(number)", kind: .complaint, title: "来电", text: "楼下有人占道摆摊")
      draft.address = address
      orders.append(try await PushWorkOrder.run(draft, caller: admin, app: app).order.id)
    }
    // Of the second one only the building is sure.
    var patch = ChangeWorkOrder.Patch()
    patch.house = .set(nil)
    try await ChangeWorkOrder.run(orders[1], patch, version: nil, caller: admin, app: app)
    let ledger = try await street.ledger("age >= 90")
    let run = try await street.ledgers.run(ledger, by: street.secretary).row.id
    let reminder = try await app.store.write { [grid = street.grid] writer in
      try writer.insertReminder(
        ReminderDraft(
          ledger: ledger, run: run, subject: "people", subjectID: person, occurrence: TestClock.start.day, due: nil,
          title: "李某", text: "李某", isRestricted: false, place: grid, recipient: ReminderRecipient(area: grid)),
        besidesOpen: false)
    }
    return Moved(
      street: street, house: house, person: person, shop: shop, asset: asset, orders: orders,
      reminder: try #require(reminder))
  }

  @Test(arguments: APIRouter.allCases)
  func move_takesEverythingAlong(_ door: APIRouter) async throws {
    try await ReminderStreet.run { street in
      let moved = try await build(street)
      let all = Array(repeating: true, count: 8)
      #expect(try await moved.sees(street.gridWorker) == all)
      try await move(door, moved)
      let none = all.map { !$0 }
      #expect(try await moved.sees(street.secretary) == none)
      #expect(try await moved.sees(street.worker) == none)
      #expect(try await moved.sees(street.gridWorker) == none)
      #expect(try await moved.sees(street.neighbour) == all)
      let place = try #require(try await street.app.store.read { try $0.housePlaces([moved.house]) }.first)
      #expect(place.committee == moved.julu && (place.grid == nil) == (door != .rosterWithGrid))
      // What comes for the house from now on comes to where it lies.
      var draft = WorkOrderDraft(source: "12345", externalID: "N", kind: .complaint, title: "来电", text: "漏水")
      draft.address = "南昌路9号101室"
      let new = try await PushWorkOrder.run(draft, caller: street.street.admin, app: street.app).order.id
      #expect(try await street.app.sees(.workOrders, new, moved.secretaryOfJulu))
      #expect(try await !street.app.sees(.workOrders, new, street.secretary))
    }
  }

  /// A run that was frozen before: the old committee does not find the house's people in it any more; the street does.
  @Test func run_frozenBefore_goesAlong() async throws {
    try await ReminderStreet.run { street in
      let moved = try await build(street)
      let ledger = try await street.ledger("age >= 90")
      let own = try await street.ledgers.run(ledger, by: street.secretary).row.id
      let whole = try await street.ledgers.ledger("age >= 90", by: street.street.caller(.street))
      let wide = try await street.ledgers.run(whole, by: street.street.caller(.street)).row.id
      func ids(_ run: Int64, _ caller: Caller) async throws -> [Int64] {
        let answer = try await ReadRunRows.run(run, cursor: nil, limit: 500, caller: caller, app: street.app)
        #expect(answer.view.total == answer.lines.count)
        return answer.lines.map(\.id)
      }
      #expect(try await ids(own, street.secretary) == [moved.person])
      try await move(.patch, moved)
      #expect(try await ids(own, street.secretary).isEmpty)
      #expect(try await ids(wide, street.secretary).isEmpty)
      #expect(try await ids(wide, moved.secretaryOfJulu) == [moved.person])
      #expect(try await ids(wide, street.street.caller(.street)) == [moved.person])
      // Whose it was is not told to whoever has it now.
      let rows = try await street.ledgers.rows(wide, by: moved.secretaryOfJulu)
      #expect(rows.allSatisfy { !$0.contains("延中") })
    }
  }

  @Test func order_thatMayBeAtSeveralHouses_liesWhereAllOfThemLie() async throws {
    try await ReminderStreet.run { street in
      let moved = try await build(street)
      let district = try #require(street.app.tree?.byID[UInt32(street.street.street)]?.parent)
      _ = try await street.app.store.write { writer in
        try writer.insertHouse(
          HouseDraft(
            district: Int64(district), committee: street.street.yanzhong.committee, grid: street.grid,
            address: "南昌路9号102室", buildingAddress: "南昌路9号", road: "南昌路", number: "9号", room: "102室"))
      }
      var draft = WorkOrderDraft(source: "12345", externalID: "C", kind: .complaint, title: "来电", text: "漏水")
      draft.address = "南昌路9号"
      let order = try await PushWorkOrder.run(draft, caller: street.street.admin, app: street.app).order
      #expect(order.candidates.count == 2)
      #expect(try await street.app.sees(.workOrders, order.id, street.gridWorker))
      try await move(.patch, moved)
      #expect(try await !street.app.sees(.workOrders, order.id, street.secretary))
      #expect(try await street.app.sees(.workOrders, order.id, street.street.caller(.street)))
    }
  }

  @Test func grid_ofAnotherCommittee_isRefused() async throws {
    try await ReminderStreet.run { street in
      var patch = HousePatch()
      patch.grid = .set(street.grid)
      let problem = try await refusal { [patch] in
        _ = try await street.app.store.write { [id = street.street.julu.house] in try $0.updateHouse(id, patch) }
      }
      #expect(problem?.code == "grid_elsewhere")
    }
  }
}

extension AppContext {
  var tree: AreaTree? { try? index.areas }
}
