import FilterLanguage
import Kernel

// What only work orders are counted by.

extension TagIndex {
  /// By the order's own area or the one above it, of a level.
  func orderAreaFacets(_ level: AreaFacts.Level, _ rows: Bitmap) -> [Facet] {
    var counts: [UInt32: Int] = [:]
    for area in world.areas.rows.values {
      guard let members = world.orders.places[Int(area.id)], let at = world.areas.above(area.id, level) else {
        continue
      }
      counts[at, default: 0] += members.andCount(rows)
    }
    return counts.compactMap { id, count in world.areas.rows[id].map { Facet($0.code, count) } }
  }

  func flagFacets(_ field: Field, _ rows: Bitmap, _ subject: Subject, _ frame: Frame) throws(Problem) -> [Facet] {
    let set: Bitmap? =
      switch (subject, field) {
      case (.workOrders, .urgent): world.orders.urgent
      case (.workOrders, .supervised): world.orders.supervised
      case (.workOrders, .overdue): frame.overdue
      default: nil
      }
    guard let set else { throw Problem(.invalid, "unknown_facet", "不能按此项统计。") }
    let held = set.andCount(rows)
    return [Facet("true", held), Facet("false", rows.count - held)]
  }

  /// Counted by day first: a month is worked out once a day, not once a row.
  func monthFacets(_ rows: Bitmap, _ subject: Subject, _ budget: WorkBudget) throws(Problem) -> [Facet] {
    guard subject == .workOrders else { throw Problem(.invalid, "unknown_facet", "不能按此项统计。") }
    let reported = world.orders.reported.view
    var days: [Int32: Int] = [:]
    var (last, run): (Int32, Int) = (noDay, 0)
    rows.each(budget) { id in
      let day = Minutes.day(reported[id])
      if day != last {
        days[last, default: 0] += run
        (last, run) = (day, 0)
      }
      run += 1
    }
    days[last, default: 0] += run
    var months: [String: Int] = [:]
    for (day, count) in days where count > 0 {
      months[String(Day(number: day).description.prefix(7)), default: 0] += count
    }
    return months.map { Facet($0, $1) }
  }
}
