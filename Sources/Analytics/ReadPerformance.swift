import HotSpots
import Kernel
import Platform
import Registry

/// How well units, committees and workers do. Who: any caller that may read; only tickets that exist for the caller count.
package enum ReadPerformance {
  package enum Key: String, Sendable, CaseIterable { case unit, committee, worker, month }

  package struct Item: Sendable {
    /// A unit's or committee's name, a worker's, or `2026-11`; empty for tickets without one.
    package let value: String
    package let performance: Performance
  }

  package struct Answer: Sendable {
    /// The best first, by what is sure.
    package let items: [Item]
    package let whole: Performance
    package let from: Day
    package let to: Day
  }

  /// - Parameters:
  ///   - from: the first day of the report; 30 days up to `to` without it.
  ///   - to: the last day; today without it.
  /// - Throws: `bad_parameter` when `from` is later than `to`.
  package static func run(
    _ question: SearchQuestion, by key: Key, from: Day?, to: Day?, weights: Performance.Weights, caller: Caller,
    app: AppContext
  ) async throws -> Answer {
    let seen = try await SeenTickets(question, caller: caller, app: app)
    let last = to ?? seen.asOf
    let first = from ?? last.adding(days: -29)
    guard first <= last else {
      let detail = "「from」不能晚于「to」。"
      throw Problem(.invalid, "bad_parameter", detail, notes: [.init(.parameter("from"), detail)])
    }
    let now = TicketBook.minutes(app.clock.now())
    let found = try await app.compute(caller) { [book = seen.book, ids = seen.ids, by = inner(key)] _ in
      Performance.run(book.table, seen: ids, by: by, days: first.number...last.number, now: now)
    }
    let areas = try app.index.areas
    let items = found.map { number, performance in
      Item(value: name(number, key, seen.book, areas), performance: performance)
    }.sorted { left, right in
      let (a, b) = (left.performance.sureScore(weights) ?? -1, right.performance.sureScore(weights) ?? -1)
      return key == .month ? left.value < right.value : (b, left.value) < (a, right.value)
    }
    let whole = found.sorted { $0.key < $1.key }.reduce(into: Performance()) { $0.merge($1.value) }
    return Answer(items: items, whole: whole, from: first, to: last)
  }

  private static func inner(_ key: Key) -> Performance.Key {
    switch key {
    case .unit: .unit
    case .committee: .committee
    case .worker: .worker
    case .month: .month
    }
  }

  private static func name(_ number: UInt32, _ key: Key, _ book: TicketBook, _ areas: AreaTree) -> String {
    switch key {
    case .unit: return book.units[Int(number)]
    case .worker: return book.workers[Int(number)]
    case .committee: return areas.byID[number]?.name ?? ""
    case .month:
      let (year, month) = (number / 100, number % 100)
      return "\(year)-\(month < 10 ? "0" : "")\(month)"
    }
  }
}
