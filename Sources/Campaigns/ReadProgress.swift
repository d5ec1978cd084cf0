import Kernel
import Platform
import Storage

/// How far a campaign is: in all, and by committee, grid, building or who has entered it. Who: callers that may read, for whom the
/// campaign exists; only entries in their areas count.
package enum ReadProgress {
  package struct Line: Sendable, Equatable {
    /// Of an area or building; nil of a caller, and for what lies in none.
    package let id: Int64?
    /// Of an area.
    package let code: String?
    /// Of an area or caller, or an address.
    package let name: String?
    package let tally: Tally
  }

  package struct Answer: Sendable {
    package let by: CampaignDimension
    /// Nil for the whole campaign: each subject by the last round that has it.
    package let round: Int?
    package let all: Tally
    package let lines: [Line]
  }

  /// - Throws: `not_found`.
  package static func run(
    _ id: Int64, by dimension: CampaignDimension, round: Int?, caller: Caller, app: AppContext
  ) async throws -> Answer {
    try caller.must(.read)
    let sight = try CampaignAccessPolicy(caller, app)
    return try await app.store.read { reader in
      let view = try sight.find(id, reader)
      if let round { _ = try view.round(round) }
      let counts = try reader.campaignCounts(
        id, CountQuestion(by: dimension.key, round: round, places: sight.places))
      let groups = Dictionary(grouping: counts, by: \.key)
      let lines = try lines(groups.mapValues { Tally($0, round: round) }, dimension, sight.tree, reader)
      return Answer(by: dimension, round: round, all: Tally(counts, round: round), lines: lines)
    }
  }

  private static func lines(
    _ tallies: [CountRow.Key: Tally], _ dimension: CampaignDimension, _ tree: AreaTree, _ reader: Reader
  ) throws -> [Line] {
    let ids = tallies.keys.compactMap { key in if case .id(let id) = key { id } else { nil } }
    let addresses = dimension == .building ? try reader.buildingAddresses(ids) : [:]
    let lines = tallies.compactMap { key, tally -> Line? in
      // What nobody has entered is nobody's; of what lies nowhere, and what has only left, nothing is to be said.
      guard tally.total > 0 || tally.quantity > 0 else { return nil }
      switch key {
      case .name(""): return nil
      case .name(let name): return Line(id: nil, code: nil, name: name, tally: tally)
      case .id(0): return Line(id: nil, code: nil, name: nil, tally: tally)
      case .id(let id):
        guard dimension != .building else { return Line(id: id, code: nil, name: addresses[id], tally: tally) }
        let area = tree.byID[UInt32(truncatingIfNeeded: id)]
        return Line(id: id, code: area?.code, name: area?.name, tally: tally)
      }
    }
    return lines.sorted { left, right in
      (left.code ?? left.name ?? "\u{10FFFF}", left.id ?? 0) < (right.code ?? right.name ?? "\u{10FFFF}", right.id ?? 0)
    }
  }
}

extension CampaignDimension {
  fileprivate var key: CountQuestion.Key {
    switch self {
    case .committee: .committee
    case .grid: .grid
    case .building: .building
    case .worker: .worker
    }
  }
}
