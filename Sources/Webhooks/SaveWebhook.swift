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

/// Who: as for `AddWebhook`.
package enum ChangeWebhook {
  /// Whoever is switched off is not told later either: what waits has failed.
  ///
  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `version_conflict`, `bad_field`.
  package static func run(
    _ id: Int64, _ patch: WebhookPatch, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> WebhookRow {
    try caller.must(.manageWebhooks)
    return try await app.store.write { writer in
      let held = try ReadWebhooks.find(id, caller, writer.read)
      let draft = patch.applied(to: held.draft)
      try draft.check(reach: app.security.settings.webhookReach)
      let changes = try writer.updateWebhook(id, draft, version: version)
      if held.callerID == caller.id, let token = caller.systemToken { try writer.tieWebhook(id, to: token) }
      if !draft.isActive { try writer.dropDeliveries(webhook: id, error: "inactive") }
      if !changes.isEmpty {
        try writer.audit(caller, AuditEntry("webhooks.update", subject: .webhooks, id: id, changes: changes))
      }
      return try ReadWebhooks.find(id, caller, writer.read)
    }
  }
}

/// With all that it still waits for. Who: as for `AddWebhook`.
package enum RemoveWebhook {
  /// - Throws: `not_found`, `version_conflict`.
  package static func run(_ id: Int64, version: Int64?, caller: Caller, app: AppContext) async throws {
    try caller.must(.manageWebhooks)
    try await app.store.write { writer in
      let held = try ReadWebhooks.find(id, caller, writer.read)
      if let version, version != held.version {
        throw Problem(.conflict, "version_conflict", "这条记录已被他人修改，请重新读取后再改。")
      }
      try writer.removeWebhook(id)
      try writer.audit(
        caller,
        AuditEntry(
          "webhooks.delete", subject: .webhooks, id: id,
          changes: [AuditEntry.Change("name", before: held.draft.name, after: nil)]))
    }
  }
}

/// Puts a call into the outbox that says nothing, to see whether the other end is there. Who: as for `AddWebhook`.
package enum TestWebhook {
  /// - Returns: the call, which is made at once but not waited for.
  /// - Throws: `not_found`, `webhook_inactive`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> DeliveryRow {
    try caller.must(.manageWebhooks)
    return try await app.store.write { writer in
      let held = try ReadWebhooks.find(id, caller, writer.read)
      guard held.draft.isActive else { throw Problem(.conflict, "webhook_inactive", "这个回调已经停用。") }
      try writer.announce(.ping, ["webhook_id": .number(Double(id))], to: [id])
      try writer.audit(caller, AuditEntry("webhooks.test", subject: .webhooks, id: id))
      guard let made = try writer.read.deliveries(webhook: id, state: nil, before: nil, limit: 1).first else {
        throw ReadWebhooks.unknown
      }
      return made
    }
  }
}
