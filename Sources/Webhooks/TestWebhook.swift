import Kernel
import Platform

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
