import HotSpots
import Kernel
import Platform
import Registry

/// 五张工单，一家面摊: tickets of different categories that meet in one house, shop or name. Who: any caller that may read;
/// only tickets that exist for the caller count, and places that do not are not named.
package enum FindHotSpots {
  package struct Answer: Sendable {
    /// The hottest first.
    package let items: [HotSpotView]
    package let asOf: Day
  }

  package struct Request: Sendable {
    package var question: SearchQuestion
    /// Days back from `as_of` that tickets are looked at.
    package var days: Int
    /// Days within which the tickets of one hot spot lie.
    package var within: Int
    package var limit: Int

    package init(_ question: SearchQuestion, days: Int = 30, within: Int = 30, limit: Int = 20) {
      (self.question, self.days, self.within, self.limit) = (question, days, within, limit)
    }
  }

  package static func run(_ request: Request, caller: Caller, app: AppContext) async throws -> Answer {
    let seen = try await SeenTickets(request.question, caller: caller, app: app)
    let question = HotSpotQuestion(
      asOf: seen.asOf, days: request.days, within: request.within, limit: request.limit)
    let spots = try await app.compute(caller) { [book = seen.book, ids = seen.ids] budget in
      HotSpotSearch.run(book.table, seen: ids, question, budget: budget)
    }
    let telling = HotSpotPresenter(book: seen.book, places: try KnownPlaces(caller, app), app: app)
    return Answer(items: try await telling.tell(spots, caller), asOf: seen.asOf)
  }

  /// The one with this key among those that the same question finds.
  ///
  /// - Throws: `not_found`.
  package static func one(_ key: String, _ request: Request, caller: Caller, app: AppContext) async throws
    -> HotSpotView
  {
    var wide = request
    wide.limit = 200
    let found = try await run(wide, caller: caller, app: app).items.first { $0.key == key }
    guard let found else { throw Problem(.notFound, "not_found", "没有这个热点，它可能已经随工单变化。") }
    return found
  }
}
