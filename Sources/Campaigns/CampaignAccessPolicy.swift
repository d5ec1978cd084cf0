import Kernel
import Ledgers
import Platform
import Storage

/// Which campaigns exist for a caller, and which of their entries.
///
/// A campaign exists for whoever its question does: bound within its areas or above them, with the right to know what it names. An
/// entry exists where it lies now; nothing else is shown, listed or counted.
package struct CampaignAccessPolicy: Sendable {
  package let caller: Caller
  package let tree: AreaTree
  /// Committees and grids whose entries exist for the caller; nil for all.
  package let places: [UInt32]?
  private let ledgers: LedgerAccessPolicy

  package init(_ caller: Caller, _ app: AppContext) throws(Problem) {
    ledgers = try LedgerAccessPolicy(caller, app)
    (self.caller, tree, places) = (caller, ledgers.policy.tree, ledgers.policy.placed?.sorted())
  }

  /// Nil where it does not exist for the caller.
  package func view(_ row: CampaignRow, _ reader: Reader) throws -> CampaignView? {
    guard let held = try reader.ledger(row.ledger), let ledger = ledgers.view(held) else { return nil }
    return CampaignView(
      row: row, ledger: ledger, rounds: try reader.rounds(of: row.id),
      counts: try reader.campaignCounts(row.id, CountQuestion(by: .round, places: places)))
  }

  /// - Throws: `not_found`.
  package func find(_ id: Int64, _ reader: Reader) throws -> CampaignView {
    guard let row = try reader.campaign(id), let view = try view(row, reader) else { throw Self.none }
    return view
  }

  /// Whether the campaign as a whole is the caller's to change: all of its areas are their own.
  package func owns(_ view: CampaignView) -> Bool {
    guard caller.may(.manageCampaigns), !caller.role.seesAllAreas else { return caller.may(.manageCampaigns) }
    guard let areas = view.ledger.row.draft.areas else { return false }
    return areas.allSatisfy { area in
      tree.byID[UInt32(truncatingIfNeeded: area)].map { tree.isOwn($0, caller) } ?? false
    }
  }

  /// - Throws: `missing_right`, `not_owner`.
  package func requireOwn(_ view: CampaignView) throws(Problem) {
    try caller.must(.manageCampaigns)
    guard owns(view) else {
      throw Problem(.forbidden, "not_owner", "这次发放还包括您区域以外的居民区，只有管辖全部区域的人可以更改。")
    }
  }

  /// The committees and grids of an area of the caller's; nil for all that exists for them.
  ///
  /// - Throws: `unknown_area`.
  package func places(within code: String?) throws(Problem) -> [UInt32]? {
    guard let code else { return places }
    return tree.placed(within: [Int64(try CallerAreas.area(code: code, for: caller, tree).id)])
  }

  static let none = Problem(.notFound, "not_found", "没有这次发放。")
}

/// A campaign as a caller sees it: only entries in their areas count.
package struct CampaignView: Sendable {
  package let row: CampaignRow
  /// Its question, in the words that the caller may use.
  package let ledger: LedgerView
  package let rounds: [CampaignRound]
  /// By the number of the round.
  package let counts: [CountRow]

  package var lastRound: Int { rounds.last?.number ?? 1 }

  /// - Throws: `not_found` for a round that there is not; nil is the last.
  package func round(_ number: Int?) throws(Problem) -> Int {
    guard let number else { return lastRound }
    guard rounds.contains(where: { $0.number == number }) else {
      throw Problem(.notFound, "not_found", "这次发放没有第 \(number) 轮。")
    }
    return number
  }

  /// All of it: each subject by the last round that has it.
  package var whole: Tally { Tally(counts) }
  package func tally(of round: Int) -> Tally { Tally(counts.filter { $0.key == .id(Int64(round)) }, round: round) }
}
