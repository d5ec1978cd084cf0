import FilterLanguage
import Kernel
import Platform
import Testing
import WorkOrders

@Suite struct OrderSightTests {
  private static let place = WorkOrderPlace(area: 7, unit: "城管中队", assisting: ["房管所"])

  private static func sight(_ role: Role, areas: [Int64] = [5], unit: String? = nil, within: Set<UInt32>)
    -> WorkOrderAccessPolicy
  {
    WorkOrderAccessPolicy(Caller(id: nil, name: "x", role: role, areas: areas, unit: unit, origin: "test"), within)
  }

  @Test(
    arguments: [
      (Role.admin, nil, [], true), (.auditor, nil, [], true), (.street, nil, [5, 7], true),
      (.street, nil, [5], false), (.worker, nil, [7], true), (.worker, nil, [8], false),
      (.integration, nil, [7], true), (.resident, nil, [7], false), (.department, "城管中队", [7], true),
      (.department, "房管所", [7], true), (.department, "派出所", [7], false), (.department, nil, [7], false),
      (.department, "城管中队", [8], false),
    ] as [(Role, String?, [UInt32], Bool)])
  func sees_byAreaAndUnit(_ role: Role, _ unit: String?, _ within: [UInt32], _ isSeen: Bool) {
    #expect(Self.sight(role, unit: unit, within: Set(within)).sees(Self.place) == isSeen)
  }

  @Test func departmentWithoutAreas_seesItsUnitsEverywhere() {
    #expect(Self.sight(.department, areas: [], unit: "房管所", within: []).sees(Self.place))
    #expect(!Self.sight(.department, areas: [], unit: "派出所", within: []).sees(Self.place))
    #expect(!Self.sight(.worker, areas: [], within: []).sees(Self.place))
  }

  @Test(
    arguments: [
      (Role.department, "城管中队", [WorkOrderParty.handler]), (.department, "房管所", [.assistant]),
      (.worker, nil, [.handler]), (.worker, "房管所", [.assistant]), (.worker, "派出所", []),
      (.secretary, nil, [.secretary, .handler]), (.street, nil, [.street, .secretary, .handler]),
      (.integration, nil, []), (.auditor, nil, []), (.secretary, "城管中队", [.handler]),
    ] as [(Role, String?, [WorkOrderParty])])
  func parties_ofACaller(_ role: Role, _ unit: String?, _ parties: [WorkOrderParty]) {
    #expect(Self.sight(role, unit: unit, within: [7]).parties(Self.place) == Set(parties))
  }

  @Test func source_isWhoeverPushedIt_andNobodyElse() {
    let place = WorkOrderPlace(area: 7, unit: "城管中队", assisting: [], pushedBy: 4)
    func parties(_ id: Int64, _ role: Role) -> Set<WorkOrderParty> {
      WorkOrderAccessPolicy(Caller(id: id, name: "x", role: role, areas: [5], origin: "test"), [7]).parties(place)
    }
    #expect(parties(4, .integration) == [.source] && parties(5, .integration).isEmpty)
    #expect(parties(4, .worker) == [.source, .handler])
  }

  /// Whoever has handled an order, or belongs to a unit that has it, is nothing to it but that.
  @Test func holder_isNothingElse() {
    let place = WorkOrderPlace(area: 7, unit: "城管中队", assisting: [], pushedBy: 4, handledBy: ["boss"])
    func sight(_ name: String, _ role: Role, _ unit: String? = nil) -> WorkOrderAccessPolicy {
      WorkOrderAccessPolicy(Caller(id: 4, name: name, role: role, areas: [5], unit: unit, origin: "test"), [7])
    }
    #expect(sight("boss", .street).parties(place) == [.handler])
    #expect(sight("boss", .street).withheld(place) == [.street, .secretary, .source])
    #expect(sight("other", .street, "城管中队").parties(place) == [.handler])
    #expect(sight("other", .street).parties(place) == [.street, .secretary, .handler, .source])
  }

  @Test func committee_thatItWasGivenTo_seesIt_whereverItLies() {
    let place = WorkOrderPlace(area: 3, unit: "延中居委会", assisting: ["居委会"], unitArea: 7, assistingAreas: [9])
    func sight(_ role: Role, _ areas: Set<UInt32>) -> WorkOrderAccessPolicy {
      WorkOrderAccessPolicy(Caller(id: 1, name: "x", role: role, areas: areas.map(Int64.init), origin: "test"), areas)
    }
    #expect(sight(.secretary, [7]).sees(place) && sight(.secretary, [7]).parties(place) == [.handler])
    #expect(sight(.worker, [9]).sees(place) && sight(.worker, [9]).parties(place) == [.assistant])
    #expect(!sight(.secretary, [8]).sees(place))
    #expect(sight(.street, [3, 7, 8, 9]).parties(place) == [.street, .secretary, .handler])
  }

  @Test func department_seesItsOrders_whosePlaceIsNotKnownCloser() {
    let caller = Caller(id: 1, name: "x", role: .department, areas: [7], unit: "房管所", origin: "test")
    let sight = WorkOrderAccessPolicy(caller, [7, 8], above: [1, 3])
    func place(_ area: UInt32, _ unit: String = "房管所") -> WorkOrderPlace {
      WorkOrderPlace(area: area, unit: unit, assisting: [])
    }
    #expect(sight.sees(place(3)) && sight.sees(place(8)) && !sight.sees(place(9)) && !sight.sees(place(3, "派出所")))
  }
}
