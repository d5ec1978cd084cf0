import Analytics
import FilterLanguage
import HotSpots
import Kernel
import Platform
import Registry
import Server
import TagIndex

/// How the work orders stand, what they are about, which came in just now, and where the open ones are.
struct OrderFigures: Sendable {
  static let days = 30
  private static let latestCount = 12
  private static let categoryCount = 12

  /// What is counted, in the filter language. Open is whatever is not done, also while its clock stands still.
  private static let open = "state in [received, dispatched, accepted, in_progress, returned, suspended]"
  private static let counted: KeyValuePairs = [
    "open": open, "late": "\(open) and overdue = true",
    "due_today": "\(open) and due_at = today and overdue = false",
    "today": "reported_at = today",
  ]
  private static let recent = "reported_at in today-\(days - 1)d..today"

  static func members(_ board: BoardRequest, _ places: [BuildingPlace]) async throws -> [JSONValue.Member] {
    let rule = board.ofOrders
    let filters = try counted.map { ($0.key, try board.orders($0.value)) }
    let (openOnes, recentOnes) = (try board.orders(open), try board.orders(recent))
    let book = try await board.app.tickets.current(board.app.store)
    let (spreads, open, recent) = try await board.count { counter in
      (
        try filters.map { ($0.0, try counter.spread(.workOrders, $0.1, rule)) },
        try counter.ids(.workOrders, openOnes).ids(), try counter.ids(.workOrders, recentOnes).ids()
      )
    }
    let whole = try await rates(board)
    let openByArea = spreads.first { $0.0 == "open" }?.1
    var orders = spreads.map { JSONValue.Member($0, $1.json) }
    orders += [
      .init("days", .integer(days)), .init("on_time", rate(whole.onTime, rule)),
      .init("solved", rate(whole.solved, rule)),
      .init("satisfied", rate(whole.satisfied, rule)),
    ]
    return [
      .init("work_orders", .object(orders)), .init("pareto", pareto(board, book, recent)),
      .init("latest", .array(try await latest(board, book, recent))),
      .init("map", BuildingMap(places, board).json(open: open, book, openByArea)),
    ]
  }

  private static func rates(_ board: BoardRequest) async throws -> Performance {
    try await ReadPerformance.run(
      SearchQuestion(.workOrders, where: .text("")), by: .committee, from: board.today.adding(days: 1 - days),
      to: board.today, weights: .init(), caller: board.reader, app: board.app
    ).whole
  }

  /// A wall is told the rate and not of how many: the few that were not satisfied are a small figure too.
  private static func rate(_ rate: Rate, _ rule: SmallCells?) -> JSONValue {
    guard let share = rate.share, rule == nil || rate.of >= SmallCells.least else {
      return ["rate": .null, "of": .null]
    }
    return ["rate": .number((share * 100).rounded() / 100), "of": rule == nil ? .integer(rate.of) : .null]
  }

  private static func pareto(_ board: BoardRequest, _ book: TicketBook, _ recent: [UInt32]) -> JSONValue {
    var counts: [String: Int] = [:]
    for id in recent {
      guard let ticket = book.table[id], !ticket.marks.contains(.void) else { continue }
      counts[board.app.title(ofCategory: book, ticket.category), default: 0] += 1
    }
    let total = counts.values.reduce(0, +)
    let first = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(categoryCount)
    let whole = board.ofOrders?.whole(total) ?? .shown(total)
    let cells = board.ofOrders?.parts(first.map(\.value), of: whole) ?? first.map { .shown($0.value) }
    return [
      "days": .integer(days), "total": Spread.json(whole), "categories": .integer(counts.count),
      "items": .array(
        zip(first, cells).map { item, cell in
          ["category": .string(item.key), "count": Spread.json(cell), "withheld": .bool(cell == .withheld)]
        }),
    ]
  }

  /// Without a word of what somebody wrote, or of who and where below the committee.
  private static func latest(_ board: BoardRequest, _ book: TicketBook, _ recent: [UInt32]) async throws -> [JSONValue]
  {
    let tickets = recent.suffix(200).compactMap { book.table[$0] }.filter { !$0.marks.contains(.void) }
    let arrivals = try await board.app.store.read { [ids = tickets.map(\.id)] reader in
      try reader.orderArrivals(ids, limit: latestCount)
    }
    return arrivals.compactMap { arrival in
      guard let ticket = book.table[arrival.id] else { return nil }
      return [
        "number": .string(arrival.number), "category": .string(board.app.title(ofCategory: book, ticket.category)),
        "committee": .optional(board.areaName(ticket.committee)), "at": .string(arrival.at.description),
      ]
    }
  }
}
