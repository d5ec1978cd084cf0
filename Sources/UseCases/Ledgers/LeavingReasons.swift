import Domain
import Filter
import Store
import TagIndex

/// Why somebody is not in a run any more.
package struct LeavingReason: Sendable, Equatable {
  /// `died`, `moved_away`, `tag_ended`, `no_longer_matches`, `question_changed`, `record_changed`.
  package let code: String
  /// In Chinese.
  package let detail: String
  /// The tag that ended, by code, or the condition that fails, as a filter.
  package var tag: String?
  package var condition: String?
}

/// Finds the reasons as the records say today, for the newer run's day. Only what the caller may know is looked at.
struct LeavingReasons {
  private let view: RunView
  private let query: Query
  private let conditions: [Expression]
  private let vocabulary: Vocabulary
  private let hasChanged: Bool
  private let office: Office

  init(_ before: RunView, _ view: RunView, _ caller: Caller, _ office: Office) async throws {
    (self.view, self.office) = (view, office)
    let index = try office.index
    vocabulary = index.vocabulary(for: caller)
    hasChanged = before.expression != view.expression
    var query = try await office.query(view.subject, view.expression, asOf: view.row.draft.asOf, caller: caller)
    query.scope = try AccessPolicy(caller, office).scope(within: view.row.draft.areas)
    self.query = query
    if case .and(let parts) = view.expression { conditions = parts } else { conditions = [view.expression] }
  }

  func why(_ id: UInt32) async throws -> [LeavingReason] {
    let index = try office.index.index
    let isKnown = index.knows(id, view.subject, scope: query.scope)
    if isKnown, view.subject == .people, let died = try await office.store.read({ try $0.deathDate(id) }),
      died <= query.asOf
    {
      return [LeavingReason(code: "died", detail: "已于 \(died) 去世。")]
    }
    let place = index.locations(of: [id], view.subject, asOf: query.asOf, scope: query.scope).first ?? nil
    guard isKnown, place?.isCurrent == true else {
      return [LeavingReason(code: "moved_away", detail: "已不在本区域。")]
    }
    let holds = try index.holding(conditions, for: id, query)
    let failing = zip(conditions, holds).filter { !$0.1 }.map { reason($0.0) }
    if !failing.isEmpty { return failing }
    return [
      hasChanged
        ? LeavingReason(code: "question_changed", detail: "台账的条件改过。")
        : LeavingReason(code: "record_changed", detail: "资料已变更。")
    ]
  }

  private func reason(_ condition: Expression) -> LeavingReason {
    if case .tag(let code) = condition, let tag = vocabulary.tags.first(where: { $0.code == code }) {
      return LeavingReason(code: "tag_ended", detail: "不再有标签「\(tag.name)」。", tag: code)
    }
    let phrase = FilterExplanation.chinese(condition, about: view.subject, vocabulary: vocabulary)
    return LeavingReason(
      code: "no_longer_matches", detail: "不再符合：\(phrase)。",
      condition: FilterPrinter.text(condition, vocabulary: vocabulary))
  }
}
