import HotSpots
import Kernel
import WorkOrders

/// All tickets with the words that their numbers stand for. A value: a copy stays as it is while the office goes on.
package struct TicketBook: Sendable {
  package private(set) var table = TicketTable()
  private(set) var names = StreetNames()
  private(set) var categories = NumberedWords()
  private(set) var units = NumberedWords()
  private(set) var workers = NumberedWords()

  mutating func learn(_ compounds: [CompoundNames], _ shops: [ShopSeat]) {
    for compound in compounds {
      names.add(
        compound: compound.id, names: compound.names, lane: (names.road(compound.road), Self.number(compound.lane)))
    }
    for shop in shops {
      names.add(
        StreetNames.Shop(
          id: shop.id, name: shop.name, committee: shop.committee, building: shop.building, road: names.road(shop.road),
          number: Self.number(shop.number)))
    }
  }

  mutating func put(_ row: TicketRow) {
    var ticket = Ticket()
    ticket.id = row.id
    times(&ticket, row)
    ticket.committee = row.committee ?? 0
    (ticket.compound, ticket.building, ticket.house) = (row.compound ?? 0, row.building ?? 0, row.house ?? 0)
    ticket.shop = row.shop ?? 0
    ticket.unit = row.unit.map { UInt32(units.number(of: $0)) } ?? 0
    ticket.dispatchService = row.dispatchService.map { UInt32(units.number(of: $0)) } ?? 0
    ticket.worker = row.worker.map { UInt32(workers.number(of: $0)) } ?? 0
    ticket.category = UInt16(truncatingIfNeeded: row.category.map { categories.number(of: $0) } ?? 0)
    ticket.reporter = row.reporter ?? 0
    ticket.kind = row.source == Self.patrol ? .finding : Self.kinds[row.kind] ?? .request
    ticket.marks = Self.marks(row)
    if let road = row.road { (ticket.road, ticket.number) = (names.road(road), Self.number(row.number ?? "")) }
    table.put(
      TicketReader.read(ticket, text: row.text, address: row.building == nil ? row.address : "", names),
      past: row.stints.map { stint($0) })
  }

  private mutating func stint(_ row: WorkOrderStint) -> Stint {
    var stint = Stint()
    stint.unit = UInt32(units.number(of: row.unit))
    stint.worker = row.worker.map { UInt32(workers.number(of: $0)) } ?? 0
    (stint.response, stint.onTime, stint.solved) = (row.contactMet, row.dueMet, row.isSolved)
    stint.satisfied = row.satisfaction.map { $0 >= Satisfaction.satisfied.rawValue }
    return stint
  }

  mutating func remove(_ id: UInt32) { table.remove(id) }

  /// The source of what workers find by themselves.
  static let patrol = "巡检"

  private static let kinds: [String: Ticket.Kind] = [
    "consultation": .consultation, "request": .request, "complaint": .complaint, "report": .report,
    "suggestion": .suggestion, "praise": .praise,
  ]

  private func times(_ ticket: inout Ticket, _ row: TicketRow) {
    ticket.reported = Self.minutes(row.reportedAt)
    ticket.contactDue = row.contactDueAt.map(Self.minutes) ?? Ticket.never
    ticket.contacted = row.contactedAt.map(Self.minutes) ?? Ticket.never
    ticket.due = row.dueAt.map(Self.minutes) ?? Ticket.never
    ticket.resolved = row.resolvedAt.map(Self.minutes) ?? Ticket.never
    ticket.paused = row.suspendedAt.map(Self.minutes) ?? Ticket.never
    guard row.unit != nil, let since = row.heldSince else { return }
    // What was due, or done, before it came to them is not theirs.
    if row.contactDueAt.map({ $0 < since }) ?? false || row.contactedAt.map({ $0 < since }) ?? false {
      ticket.contactDue = Ticket.never
    }
    if row.dueAt.map({ $0 < since }) ?? false { ticket.due = Ticket.never }
  }

  /// Minutes since 1970 in Shanghai.
  static func minutes(_ instant: Instant) -> Int32 { Int32((instant.milliseconds + 8 * 3_600_000) / 60_000) }

  private static func marks(_ row: TicketRow) -> Ticket.Marks {
    var marks: Ticket.Marks = []
    if row.isUrgent { marks.insert(.urgent) }
    if row.isSupervised { marks.insert(.serious) }
    if row.isExtended { marks.insert(.extended) }
    if row.isDerived { marks.insert(.derived) }
    if row.isMissed { marks.insert(.missed) }
    if row.isContactMissed { marks.insert(.contactMissed) }
    if ["rejected", "merged"].contains(row.state) { marks.insert(.void) }
    if let isSolved = row.isSolved { marks.formUnion(isSolved ? [.verified, .solved] : .verified) }
    if let rating = row.satisfaction {
      marks.formUnion(rating >= Int32(Satisfaction.satisfied.rawValue) ? [.rated, .satisfied] : .rated)
    }
    return marks
  }

  /// The digits that a number on a plate begins with.
  private static func number(_ text: String) -> UInt16 { UInt16(text.prefix { $0.isASCII && $0.isNumber }) ?? 0 }
}

/// Words numbered from 1; 0 is none.
struct NumberedWords: Sendable {
  private var numbers: [String: Int] = [:]
  private(set) var words = [""]

  mutating func number(of word: String) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = words.count
    words.append(word)
    return words.count - 1
  }

  subscript(number: Int) -> String { words.indices.contains(number) ? words[number] : "" }
}
