import FilterLanguage
import Kernel

/// What questions ask of work orders.
extension FieldCompiler {
  func order(_ field: Field, _ test: Test) -> (any Node)? {
    let orders = world.orders
    switch field {
    case .source: return words(test, orders.source)
    case .kind:
      // Questions have the Chinese word, rows the English one.
      return TextTest(test).map { test in
        WordNode(orders.kind) { word in test.holds(WorkOrderKind(rawValue: word)?.title ?? word) }
      }
    case .category: return words(test, orders.category)
    case .state: return words(test, orders.state)
    case .unit: return words(test, orders.unit)
    case .duty: return words(test, orders.duty)
    case .urgent: return flag(test, orders.urgent)
    case .supervised: return flag(test, orders.supervised)
    case .overdue: return flag(test, self.frame.overdue)
    case .reportedAt: return minutes(test, orders.reported)
    case .dueAt: return minutes(test, orders.due)
    case .closedAt: return minutes(test, orders.closed)
    case .satisfaction:
      let view = orders.satisfaction.view
      return NumberNode(NumberTest(test)) { view[$0] == 0 ? .nan : Double(view[$0]) }
    case .updatedAt: return DaySpans(test, asOf: frame.asOf).map { DayNode($0, orders.updated) }
    default: return nil
    }
  }

  private func words(_ test: Test, _ column: WordColumn) -> (any Node)? {
    TextTest(test).map { test in WordNode(column) { test.holds($0) } }
  }

  private func flag(_ test: Test, _ set: @autoclosure @escaping () -> Bitmap) -> any Node {
    switch (test.holds(flag: true), test.holds(flag: false)) {
    case (true, true): EverythingNode()
    case (true, false): SetNode(set())
    case (false, true): NotNode(SetNode(set()))
    case (false, false): SetNode(Bitmap())
    }
  }

  /// Days of a column of minutes: the spans become spans of minutes.
  private func minutes(_ test: Test, _ column: Column<Int32>) -> (any Node)? {
    DaySpans(test, asOf: frame.asOf).map { days in
      let spans = days.spans.compactMap { span -> ClosedRange<Int32>? in
        let (start, end) = (Minutes.start(of: span.lowerBound), Minutes.start(of: span.upperBound + 1))
        let last = end == .max ? openEnd - 1 : end - 1
        // Minutes end in the year 6053; a day after that holds none.
        return start <= last ? start...last : nil
      }
      return DayNode(DaySpans(spans), column)
    }
  }

  /// Areas by the order's own, everything else by its house or else its building.
  func orderPlace(_ areas: Set<UInt32>) -> any Node {
    SetNode(.shared(areas.compactMap { world.orders.places[Int($0)] }))
  }
}

/// A question about the house that an order is at or, where no house is sure, its building. The order's place is part of
/// the order: whoever may know of the one may ask for the other.
final class OrderSpotNode: Node {
  private let inHouses: any Node
  private let inBuildings: any Node
  private let world: World
  private let house: ColumnView<UInt32>
  private let building: ColumnView<UInt32>
  let cost = Cost.walk

  init(houses: any Node, buildings: any Node, _ world: World) {
    (inHouses, inBuildings, self.world) = (houses, buildings, world)
    (house, building) = (world.orders.house.view, world.orders.building.view)
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool {
    let at = house[id]
    if at != 0 { return world.houses.all.contains(at) && inHouses.holds(at, 0) }
    let around = building[id]
    return around != 0 && world.buildings.all.contains(around) && inBuildings.holds(around, 0)
  }

  /// With many candidates the houses are asked once, as a set.
  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap {
    guard candidates.count > 2000 else { return candidates.filter(budget) { holds($0, 0) } }
    let houses = DenseSet(inHouses.select(within: world.houses.all, budget))
    let buildings = DenseSet(inBuildings.select(within: world.buildings.all, budget))
    return candidates.filter(budget) { house[$0] != 0 ? houses.contains(house[$0]) : buildings.contains(building[$0]) }
  }
}

extension Frame {
  /// The orders that are overdue on the question's day. Not to be changed.
  var overdue: Bitmap {
    if isToday { return world.orders.overdue }
    let end = Minutes.start(of: day + 1)
    let (due, stopped) = (world.orders.due.view, world.orders.stopped.view)
    return world.orders.all.filter(budget) { due[$0] < end && stopped[$0] >= end }
  }
}
