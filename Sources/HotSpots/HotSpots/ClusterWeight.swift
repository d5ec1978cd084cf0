import Foundation

/// What makes many tickets one matter with many faces: they differ in category, day and reporter.
struct ClusterWeight {
  private var categories: [UInt16: (count: Int, oddness: Double)] = [:]
  private var days: [Int32: Int] = [:]
  private var reporters: Set<UInt32> = []
  private var units: Set<UInt32> = []
  private var count = 0
  private var unknown = 0

  /// - Parameter oddness: how much the ticket's category says, 0 to 1.
  mutating func add(_ ticket: Ticket, oddness: Double) {
    let (count, least) = categories[ticket.category] ?? (0, 1)
    categories[ticket.category] = (count + 1, min(least, oddness))
    let dispatchService = ticket.dispatchService != 0 ? ticket.dispatchService : ticket.unit
    if dispatchService != 0 { units.insert(dispatchService) }
    days[ticket.day, default: 0] += 1
    if ticket.reporter == 0 { unknown += 1 } else { reporters.insert(ticket.reporter) }
    self.count += 1
  }

  var different: Int { categories.count }
  var people: Int { reporters.count + unknown }

  /// How many tickets these come to once each further one of a category says less, and one day or one reporter for all
  /// takes away; 0 where all are of one category.
  var weight: Double {
    guard count > 1, categories.count > 1 else { return 0 }
    let fresh = Self.sum(categories.values.map { (1 + 0.5 * log(Double($0.count))) * $0.oddness })
    let kinds = categories.count == 2 ? 0.6 : 1.0
    let crowd = Double(days.values.max() ?? 0) / Double(count)
    let spread = days.count == 1 ? 0.3 : crowd > 0.6 ? 0.4 : days.count == 2 ? 0.7 : 1.0
    // What one unit gets anyway it would see by itself.
    let desks = units.count == 1 ? 0.6 : units.count == 2 ? 0.85 : 1.0
    let voices = pow(Double(people) / Double(count), 0.5)
    let even = 0.5 + 0.5 * min(1, entropy / log(4))
    return [fresh, kinds, spread, desks, voices, even].reduce(1, *)
  }

  private var entropy: Double {
    Self.sum(
      categories.values.map { one in
        let share = Double(one.count) / Double(count)
        return -share * log(share)
      })
  }

  /// In one order, so that the same tickets give the same bits.
  private static func sum(_ parts: [Double]) -> Double { parts.sorted().reduce(0, +) }
}
