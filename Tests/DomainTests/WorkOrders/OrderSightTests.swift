import Domain
import Testing

@Suite struct OrderSightTests {
  private static let place = WorkOrderPlace(area: 7, unit: "城管中队", assisting: ["房管所"])

  private static func sight(_ role: Role, areas: [Int64] = [5], unit: String? = nil, within: Set<UInt32>) -> OrderSight
  {
    OrderSight(Caller(id: nil, name: "x", role: role, areas: areas, unit: unit, origin: "test"), within)
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
      (.integration, nil, [.source]), (.auditor, nil, []),
    ] as [(Role, String?, [WorkOrderParty])])
  func parties_ofACaller(_ role: Role, _ unit: String?, _ parties: [WorkOrderParty]) {
    #expect(Self.sight(role, unit: unit, within: [7]).parties(Self.place) == Set(parties))
  }
}
