import Kernel
import Platform

/// Other systems that are called. Who: callers with `manage_webhooks`; each their own, admin everybody's. What a webhook is
/// told is bounded by what whoever made it may see at that moment, and when it is sent. It ends with its owner's account or
/// right, and that of another system with the token that made it or changed it last.
package enum AddWebhook {
  /// The most that one caller has.
  package static let limit = 20

  /// - Returns: the webhook, and the secret that its calls are signed with, shown this once.
  /// - Throws: `bad_field`, `too_many_webhooks`; `no_account` for the operator at the console, who is nobody's rights.
  package static func run(
    _ draft: WebhookDraft, caller: Caller, app: AppContext
  ) async throws -> (row: WebhookRow, secret: String) {
    try caller.must(.manageWebhooks)
    try draft.check(reach: app.security.settings.webhookReach)
    guard let owner = caller.id else {
      throw Problem(.forbidden, "no_account", "请用登录的用户或系统令牌建立回调。")
    }
    return try await app.store.write { writer in
      guard try writer.read.webhooks(of: owner).count < limit else {
        throw Problem(.tooMuch, "too_many_webhooks", "每个调用者最多 \(limit) 个回调。")
      }
      let (id, secret) = try writer.insertWebhook(draft, owner: owner, token: caller.systemToken)
      try writer.audit(
        caller,
        AuditEntry(
          "webhooks.create", subject: .webhooks, id: id,
          changes: [AuditEntry.Change("name", before: nil, after: draft.name)]))
      guard let row = try writer.read.webhook(id) else { throw ReadWebhooks.unknown }
      return (row, secret)
    }
  }
}
