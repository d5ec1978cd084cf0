import Foundation
import Kernel

/// Heinrich's ladder: behind one grave matter stand 29 middling and 300 small ones. Where the small ones climb, the grave
/// one is on its way. (H. W. Heinrich, Industrial Accident Prevention, 1931.)
package enum Ladder {
  package enum Level: Int, Sendable, CaseIterable { case serious, medium, small }
  package enum Key: Sendable { case committee, compound, building }

  /// What stands behind a grave matter as a rule.
  package static let rule = [1, 29, 300]

  package struct Rung: Sendable {
    package var place: UInt32
    package var category: UInt16
    /// By `Level`: in the days asked for, and in as many days before.
    package var now: [Int] = [0, 0, 0]
    package var before: [Int] = [0, 0, 0]
    /// The same category again at the same house, or building where no house is known, within 30 and within 90 days.
    package var again: (within30: Int, within90: Int) = (0, 0)

    package var total: Int { now.reduce(0, +) }
    /// One chance in so many that as many or more came without any change (one-sided test of two Poisson rates).
    package var chance: Double { Trend.chance(total, before.reduce(0, +)) }
    package var isClimbing: Bool { total >= 3 && chance < 0.05 }
    /// What 1:29:300 lets expect of serious ones by the medium and small ones that there are.
    package var expectedSerious: Double { (Double(now[1]) / 29 + Double(now[2]) / 300) / 2 }
  }

  package static func level(_ ticket: Ticket) -> Level? {
    if ticket.kind == .praise || ticket.marks.contains(.derived) { return nil }
    if !ticket.marks.isDisjoint(with: [.urgent, .serious]) { return .serious }
    if ticket.kind == .complaint || ticket.kind == .report { return .medium }
    let isLate = ticket.due != Ticket.never && ticket.resolved != Ticket.never && ticket.resolved > ticket.due
    return isLate || !ticket.marks.isDisjoint(with: [.extended, .missed]) ? .medium : .small
  }

  /// By place and category, what climbs first, then the most serious. Tickets without such a place are left out.
  package static func run(_ table: TicketTable, seen: IDSet?, by key: Key, asOf: Day, days: Int) -> [Rung] {
    let last = asOf.number
    let (start, earlier) = (last - Int32(days) + 1, last - Int32(days) * 2 + 1)
    var rungs: [UInt64: Rung] = [:]
    var repeats: [UInt64: [Int32]] = [:]
    table.each(in: seen) { ticket in
      let day = ticket.day
      guard day <= last, day >= min(earlier, start - 90), let level = level(ticket),
        case let place = place(ticket, key),
        place != 0
      else { return }
      if let spot = spot(ticket) { repeats[spot, default: []].append(day) }
      guard day >= earlier else { return }
      let at = UInt64(place) << 16 | UInt64(ticket.category)
      if day >= start {
        rungs[at, default: Rung(place: place, category: ticket.category)].now[level.rawValue] += 1
      } else {
        rungs[at, default: Rung(place: place, category: ticket.category)].before[level.rawValue] += 1
      }
    }
    countAgain(table, seen, key, start...last, repeats, &rungs)
    return rungs.values.filter { $0.total > 0 }.sorted(by: comesFirst)
  }

  private static func countAgain(
    _ table: TicketTable, _ seen: IDSet?, _ key: Key, _ days: ClosedRange<Int32>, _ repeats: [UInt64: [Int32]],
    _ rungs: inout [UInt64: Rung]
  ) {
    table.each(in: seen) { ticket in
      guard days.contains(ticket.day), let spot = spot(ticket), let all = repeats[spot], all.count > 1 else { return }
      let gaps = all.map { ticket.day - $0 }.filter { $0 > 0 }
      guard let nearest = gaps.min(), nearest <= 90 else { return }
      let at = UInt64(place(ticket, key)) << 16 | UInt64(ticket.category)
      rungs[at]?.again.within90 += 1
      if nearest <= 30 { rungs[at]?.again.within30 += 1 }
    }
  }

  private static func comesFirst(_ left: Rung, _ right: Rung) -> Bool {
    if left.isClimbing != right.isClimbing { return left.isClimbing }
    let (a, b) = (left.isClimbing ? left.chance : 0, right.isClimbing ? right.chance : 0)
    if a != b { return a < b }
    for level in 0..<3 where left.now[level] != right.now[level] { return left.now[level] > right.now[level] }
    return (left.place, left.category) < (right.place, right.category)
  }

  private static func place(_ ticket: Ticket, _ key: Key) -> UInt32 {
    switch key {
    case .committee: ticket.committee
    case .compound: ticket.compound
    case .building: ticket.building
    }
  }

  private static func spot(_ ticket: Ticket) -> UInt64? {
    if ticket.house != 0 { return UInt64(ticket.house) << 17 | UInt64(ticket.category) }
    return ticket.building != 0 ? UInt64(ticket.building) << 17 | 1 << 16 | UInt64(ticket.category) : nil
  }
}
