import Kernel
import Platform

/// Who reported an order and what they said in full, for a reason. Who: callers with `reveal` for whom the order exists;
/// it is in the audit log before it is answered.
package enum RevealWorkOrder {
  /// - Throws: `reason_missing`, `not_found`, what `RevealQuota` throws.
  package static func run(
    _ id: Int64, reason: String, caller: Caller, app: AppContext
  ) async throws -> PlainOrder {
    try caller.must(.reveal)
    let reason = try RevealQuota.reason(reason, at: .pointer("/reason"))
    let isVisible = try await app.sees(.workOrders, id, caller)
    let plain = try await app.store.write { writer -> PlainOrder? in
      // Hidden ones count as well: whoever tries ids at random is stopped by the same limit.
      try RevealQuota.charge([.row(.workOrders, id)], caller: caller, app: app, writer)
      guard isVisible, let plain = try writer.read.plainOrder(id) else { return nil }
      try writer.audit(
        caller,
        AuditEntry(
          "work_orders.reveal", subject: .workOrders, id: id, reason: reason,
          changes: ["reporter", "phone", "title", "text", "result", "address", "category"].map {
            AuditEntry.Change.sealed($0, .revealed)
          }))
      return plain
    }
    guard let plain else { throw Problem.noSuchRow }
    return plain
  }
}
