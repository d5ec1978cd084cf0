import Kernel
import Platform

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
