import Kernel
import Platform

/// Whom we call, and about what.
package struct WebhookDraft: Sendable, Equatable {
  package var name: String
  package var url: String
  package var events: [WebhookEvent]
  package var isActive: Bool

  package init(name: String, url: String, events: [WebhookEvent], isActive: Bool = true) {
    (self.name, self.url, self.events, self.isActive) = (name, url, events, isActive)
  }

  /// Looks at all but where an inactive one would go: it must be possible to switch off what may no longer be called.
  ///
  /// - Parameter reach: what may be called beyond the public internet.
  /// - Throws: `bad_field`.
  package func check(reach: WebhookReach) throws(Problem) {
    guard (1...64).contains(name.count) else { throw Self.bad("/name", "名称应为 1 至 64 个字。") }
    guard !events.isEmpty, Set(events).count == events.count, !events.contains(.ping) else {
      throw Self.bad(
        "/events", "请至少选一种事件，且不能重复。", suggestions: WebhookEvent.subscribable.map(\.rawValue))
    }
    if isActive { try WebhookURL.check(url, reach: reach) }
  }

  package static func bad(_ pointer: String, _ detail: String, suggestions: [String] = []) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer(pointer), detail, suggestions: suggestions)])
  }
}

/// What of a webhook is to be another; nil stays.
package struct WebhookPatch: Sendable {
  package var name: String?
  package var url: String?
  package var events: [WebhookEvent]?
  package var isActive: Bool?

  package init() {}

  package func applied(to draft: WebhookDraft) -> WebhookDraft {
    WebhookDraft(
      name: name ?? draft.name, url: url ?? draft.url, events: events ?? draft.events,
      isActive: isActive ?? draft.isActive)
  }
}

package struct WebhookRow: Sendable, Equatable {
  package let id: Int64
  package let draft: WebhookDraft
  package let callerID: Int64
  /// Whose it is.
  package let caller: String
  package let madeAt: String
  package let version: Int64
  package let updatedAt: String
}
