import Kernel
import Platform

/// With all that it still waits for. Who: as for `AddWebhook`.
package enum RemoveWebhook {
  /// - Throws: `not_found`, `version_conflict`.
  package static func run(_ id: Int64, version: Int64?, caller: Caller, app: AppContext) async throws {
    try caller.must(.manageWebhooks)
    try await app.store.write { writer in
      let held = try ReadWebhooks.find(id, caller, writer.read)
      if let version, version != held.version {
        throw Problem.changedMeanwhile
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
