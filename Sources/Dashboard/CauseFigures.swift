import Analytics
import FilterLanguage
import HotSpots
import Kernel
import Platform
import Registry
import Server
import TagIndex

/// Why orders come: where they meet, and what climbs.
struct CauseFigures: Sendable {
  private static let days = OrderFigures.days
  private static let spotCount = 6
  private static let rungCount = 6

  static func members(_ board: BoardRequest, _ places: [BuildingPlace]) async throws -> [JSONValue.Member] {
    let everything = try board.orders("")
    let seen = try await board.count { counter in IDSet(try counter.ids(.workOrders, everything).ids()) }
    let book = try await board.app.tickets.current(board.app.store)
    let question = HotSpotQuestion(asOf: board.today, days: days, within: days, limit: spotCount)
    let (spots, rungs) = try await board.compute { [table = book.table, today = board.today] budget in
      (
        HotSpotSearch.run(table, seen: seen, question, budget: budget),
        Ladder.run(table, seen: seen, by: .committee, asOf: today, days: days)
      )
    }
    let known = Dictionary(places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return [
      .init("hot_spots", .array(spots.map { spot in json(spot, board, book, known) })),
      .init("ladder", ladder(rungs, board, book)),
    ]
  }

  /// Where and of which categories; neither a shop nor a room, and no word of what somebody wrote.
  private static func json(
    _ spot: HotSpot, _ board: BoardRequest, _ book: TicketBook, _ known: [UInt32: BuildingPlace]
  ) -> JSONValue {
    let tickets = spot.evidence.compactMap { book.table[$0.ticket] }
    let buildings = tickets.compactMap { known[$0.building] }
    let lane = most(buildings.map(\.lane))
    let number = board.scope.hidesSmall ? nil : most(buildings.filter { $0.lane == lane }.map(\.number))
    var categories: [String] = []
    for one in spot.categories {
      let title = board.app.title(ofCategory: book, one.category)
      if !categories.contains(title) { categories.append(title) }
    }
    let count = board.ofOrders?.whole(tickets.count) ?? .shown(tickets.count)
    return [
      "committee": .optional(most(tickets.compactMap { board.areaName($0.committee) })),
      "place": .optional(lane.map { $0 + (number ?? "") }), "categories": .texts(categories),
      "count": Spread.json(count),
      "first": .string(spot.first.description), "last": .string(spot.last.description),
    ]
  }

  private static func ladder(_ rungs: [Ladder.Rung], _ board: BoardRequest, _ book: TicketBook) -> JSONValue {
    let levels = (0..<3).map { level in rungs.reduce(0) { $0 + $1.now[level] } }
    let total = levels.reduce(0, +)
    let whole = board.ofOrders?.whole(total) ?? .shown(total)
    let steps = board.ofOrders?.parts(levels, of: whole) ?? levels.map { .shown($0) }
    let climbing = Array(rungs.filter(\.isClimbing).prefix(rungCount))
    let now = board.ofOrders?.parts(climbing.map(\.total), of: whole) ?? climbing.map { .shown($0.total) }
    return .object(
      [
        .init("days", .integer(days)), .init("rule", .array(Ladder.rule.map { .integer($0) })),
        .init("total", Spread.json(whole)),
      ] + Spread.members(steps) + [
        .init(
          "climbing",
          .array(
            zip(climbing, now).map { rung, cell in
              let before = rung.before.reduce(0, +)
              return [
                "committee": .optional(board.areaName(rung.place)),
                "category": .string(board.app.title(ofCategory: book, rung.category)), "count": Spread.json(cell),
                "before": Spread.json(board.ofOrders?.whole(before) ?? .shown(before)),
              ]
            }))
      ])
  }

  private static func most(_ texts: [String]) -> String? {
    let counts = texts.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
