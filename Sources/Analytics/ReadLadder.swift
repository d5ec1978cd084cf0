import HotSpots
import Kernel
import Platform
import Registry

/// 1:29:300, by place and category: what climbs. Who: any caller that may read; only tickets that exist for the caller
/// count.
package enum ReadLadder {
  package enum Place: String, Sendable, CaseIterable { case committee, building, compound }

  package struct Item: Sendable {
    package let place: UInt32
    /// nil where the caller may not know of the place.
    package let name: String?
    package let category: String
    package let rung: Ladder.Rung
  }

  package struct Answer: Sendable {
    package let items: [Item]
    /// Places and categories that have tickets.
    package let total: Int
    package let asOf: Day
  }

  package static func run(
    _ question: SearchQuestion, by place: Place, days: Int, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Answer {
    let seen = try await SeenTickets(question, caller: caller, app: app)
    let key: Ladder.Key =
      switch place {
      case .committee: .committee
      case .building: .building
      case .compound: .compound
      }
    let rungs = try await app.compute(caller) { [book = seen.book, ids = seen.ids, asOf = seen.asOf] _ in
      Ladder.run(book.table, seen: ids, by: key, asOf: asOf, days: days)
    }
    let shown = Array(rungs.prefix(limit))
    let names = try await names(Array(Set(shown.map(\.place))), place, caller, app)
    let items = shown.map { rung in
      Item(
        place: rung.place, name: names[rung.place], category: app.title(ofCategory: seen.book, rung.category),
        rung: rung)
    }
    return Answer(items: items, total: rungs.count, asOf: seen.asOf)
  }

  private static func names(
    _ ids: [UInt32], _ place: Place, _ caller: Caller, _ app: AppContext
  ) async throws -> [UInt32: String] {
    if place == .committee {
      let areas = try app.index.areas
      return ids.reduce(into: [:]) { $0[$1] = areas.byID[$1]?.name }
    }
    let known = try KnownPlaces(caller, app)
    return try await app.store.read { reader in
      if place == .building {
        return try reader.placeLabels(shops: [], houses: [], buildings: known.buildings(ids), compounds: []).buildings
      }
      let compounds = try reader.compounds(ids, in: known.areas)
      return try reader.placeLabels(shops: [], houses: [], buildings: [], compounds: compounds).compounds
    }
  }
}
