import FilterLanguage
import Kernel
import Platform
import TagIndex

/// A tag and, when it is computed, what its rule says in Chinese.
package struct TagView: Sendable, Equatable {
  package let tag: TagRow
  /// nil for an assigned tag, and for a rule that can no longer be read.
  package let explanation: String?
  /// The code of the area whose tag it is; nil for the whole database's.
  package let owner: String?

  /// Why the rule cannot be asked; nil for a sound one. The tag is nobody's until it is mended, and questions that name it
  /// are refused.
  package let fault: Problem?

  init(_ tag: TagRow, _ vocabulary: Vocabulary, _ tree: AreaTree? = nil, _ faults: [String: Problem] = [:]) {
    self.tag = tag
    owner = tag.owner.flatMap { tree?.byID[UInt32(truncatingIfNeeded: $0)]?.code }
    fault = faults[tag.code]
    explanation = tag.rule.flatMap { rule in
      let subject = Subject(tag.subject)
      let expression = try? FilterParser.parse(rule, about: subject, vocabulary: vocabulary)
      return expression.map { FilterExplanation.chinese($0, about: subject, vocabulary: vocabulary) }
    }
  }
}

/// The catalogue of tags, by code. Who: any caller that may read; restricted tags exist only for those with the right, and an
/// area's own tags for those in, below and above it: what a committee keeps for itself is nothing to its neighbour.
package enum ListTags {
  package struct Request: Sendable {
    package var subject: TagSubject?
    package var line: String?
    /// Whether computed tags (true) or assigned ones (false) are wanted; nil for both.
    package var isComputed: Bool?
    package var withRetired = false
    /// The code after which to go on.
    package var after: String?
    package var limit = 500
    package init() {}
  }

  package static func run(
    _ request: Request, caller: Caller, app: AppContext
  ) async throws -> (total: Int, items: [TagView], next: String?) {
    try caller.must(.read)
    let vocabulary = try app.index.vocabulary(for: caller)
    let (policy, faults) = (try AccessPolicy(caller, app), try app.index.index.faults)
    let tags = try await app.store.read { try $0.tags() }.filter { tag in
      policy.mayKnow(tag) && (request.withRetired || !tag.isRetired)
        && request.subject.map { $0 == tag.subject } ?? true && request.line.map { $0 == tag.line } ?? true
        && request.isComputed.map { $0 == tag.isComputed } ?? true
    }
    let rest = tags.filter { tag in request.after.map { $0 < tag.code } ?? true }
    let page = rest.prefix(request.limit)
    return (
      tags.count, page.map { TagView($0, vocabulary, policy.tree, faults) },
      rest.count > page.count ? page.last?.code : nil
    )
  }
}

/// One tag, retired or not. Who: see `ListTags`.
package enum GetTag {
  /// - Throws: `not_found`, also for a restricted tag without the right.
  package static func run(_ code: String, caller: Caller, app: AppContext) async throws -> TagView {
    try caller.must(.read)
    let policy = try AccessPolicy(caller, app)
    let tags = try await app.store.read { try $0.tags() }
    return TagView(
      try find(code, in: tags, policy), policy.live.vocabulary(for: caller), policy.tree, policy.live.index.faults)
  }

  static func find(_ code: String, in tags: [TagRow], _ policy: AccessPolicy) throws(Problem) -> TagRow {
    guard let tag = tags.first(where: { $0.code == code }), policy.mayKnow(tag) else {
      throw Problem(.notFound, "not_found", "没有这个标签。")
    }
    return tag
  }
}
