import FilterLanguage
import Kernel
import Platform
import TagIndex

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
      tags.count, page.map { TagView($0, vocabulary, policy.tree, faults, for: caller) },
      rest.count > page.count ? page.last?.code : nil
    )
  }
}
