import FilterLanguage
import Kernel
import Platform
import Registry
import TagIndex

/// Why somebody is not in a run any more.
package struct LeavingReason: Sendable, Equatable {
  /// `died`, `merged`, `moved_away`, `tag_ended`, `no_longer_matches`, `beyond_limit`, `question_changed`, `record_changed`.
  package let code: String
  /// In Chinese.
  package let detail: String
  /// The tag that ended, by code, or the condition that fails, as a filter.
  package var tag: String?
  package var condition: String?
}

/// Finds the reasons as the records say today, for the newer run's day. Only what the caller may know is looked at.
///
/// A reason names what held for the row in the older run and does not hold any more, and nothing else: of alternatives only
/// the one by which the row was there, of a question that was changed only what both have asked.
struct LeavingReasons {
  private let view: RunView
  private let asked: Expression?
  private let query: Query
  private let then: ThenHeld
  /// What both questions ask, and what the newer one asks beside it.
  private let (kept, added): ([Expression], [Expression])
  private let vocabulary: Vocabulary
  private let hasChanged: Bool
  private let caller: Caller
  private let app: AppContext

  init(_ before: RunView, _ view: RunView, _ caller: Caller, _ app: AppContext) async throws {
    (self.view, self.caller, self.app) = (view, caller, app)
    let index = try app.index
    vocabulary = index.vocabulary(for: caller)
    asked = view.asked.expression
    let (old, new) = (Self.parts(before.asked.expression), Self.parts(asked))
    let known = Set(old.map(\.canonical))
    kept = new.filter { known.contains($0.canonical) }
    added = new.filter { !known.contains($0.canonical) }
    hasChanged = Set(new.map(\.canonical)) != known || before.row.draft.limit != view.row.draft.limit
    var query = try await app.query(
      view.subject, asked ?? .everything, asOf: view.row.draft.asOf, caller: caller)
    query.scope = AccessPolicy(caller, index).scope(within: view.row.draft.areas)
    self.query = query
    var earlier = query
    earlier.asOf = before.row.draft.asOf
    then = ThenHeld(query: earlier, tree: index.areas, tags: index.tags, caller: caller, app: app)
  }

  private static func parts(_ expression: Expression?) -> [Expression] {
    switch expression {
    case nil, .everything?: []
    case .and(let parts)?: parts
    case let other?: [other]
    }
  }

  /// - Parameter row: as it stands in the older run.
  func why(_ row: FrozenRow) async throws -> [LeavingReason] {
    let (index, id) = (try app.index.index, row.subject)
    let isKnown = index.knows(id, view.subject, scope: query.scope)
    if isKnown, view.subject == .people, let died = try await app.store.read({ try $0.deathDate(id) }),
      died <= query.asOf
    {
      return [LeavingReason(code: "died", detail: "已于 \(died) 去世。")]
    }
    if !isKnown, view.subject == .people, let merged = try await app.store.read({ try $0.merged(Int64(id)) }),
      try await app.sees(.people, merged.kept, caller)
    {
      return [LeavingReason(code: "merged", detail: "与编号 \(merged.kept) 的人是同一人，已并入。")]
    }
    guard isKnown, isThere(row, index) else {
      return [LeavingReason(code: "moved_away", detail: "已不在本区域。")]
    }
    guard asked != nil else { return [changed(LeavingReasons.broken)] }
    let holds = try await app.ask(caller) { [kept, added, query] index, budget in
      try index.holding(kept + added, for: id, query, budget: budget)
    }
    let (heldKept, heldAdded) = (holds.prefix(kept.count), holds.suffix(added.count))
    var reasons: [LeavingReason] = []
    for (condition, holds) in zip(kept, heldKept) where !holds {
      for failing in try await then.changed(condition, row, query) {
        let reason = reason(failing)
        if !reasons.contains(reason) { reasons.append(reason) }
      }
    }
    if heldAdded.contains(false) { reasons.append(changed("台账的条件改过，新的条件不符合。")) }
    if !reasons.isEmpty { return reasons }
    if holds.contains(false) { return [LeavingReason(code: "record_changed", detail: "资料已变更。")] }
    if let limit = view.row.draft.limit {
      return [LeavingReason(code: "beyond_limit", detail: "仍符合条件，但已不在前 \(limit) 名之内。")]
    }
    return [hasChanged ? changed("台账的条件改过。") : LeavingReason(code: "record_changed", detail: "资料已变更。")]
  }

  private static let broken = "台账的条件已经失效，无法核对。"

  private func changed(_ detail: String) -> LeavingReason { LeavingReason(code: "question_changed", detail: detail) }

  /// Whether it still lies where the run looks. What lay nowhere then has not moved away, and an order's place is its own.
  private func isThere(_ row: FrozenRow, _ index: TagIndex) -> Bool {
    guard row.committee != nil else { return true }
    guard view.subject == .people || view.subject == .shops else {
      return index.places(of: [row.subject], view.subject, asOf: query.asOf, scope: query.scope).first ?? nil != nil
    }
    let place = index.locations(of: [row.subject], view.subject, asOf: query.asOf, scope: query.scope).first ?? nil
    return place?.isCurrent == true
  }

  private func reason(_ condition: Expression) -> LeavingReason {
    if case .tag(let code) = condition, let tag = vocabulary.tags.first(where: { $0.code == code }) {
      return LeavingReason(code: "tag_ended", detail: "不再有标签「\(tag.name)」。", tag: code)
    }
    let tree = (try? app.index.areas) ?? AreaTree([])
    let shown = StoredAreas.named(condition, tree, KnownAreas(.operatorAtConsole, tree))
    let phrase = FilterExplanation.chinese(shown, about: view.subject, vocabulary: vocabulary)
    return LeavingReason(
      code: "no_longer_matches", detail: "不再符合：\(phrase)。",
      condition: FilterPrinter.text(shown, vocabulary: vocabulary))
  }
}
