import Domain
import Store

/// Who reported an order and what they said in full, for a reason. Who: callers with `reveal` for whom the order exists;
/// it is in the audit log before it is answered.
package enum RevealWorkOrder {
  /// - Throws: `reason_missing`, `not_found`, `too_many_reveals` with the seconds to wait.
  package static func run(
    _ id: Int64, reason: String, caller: Caller, office: Office
  ) async throws -> PlainOrder {
    try caller.must(.reveal)
    let reason = CallerRules.folded(reason)
    guard (4...500).contains(reason.count) else {
      throw Problem(
        .invalid, "reason_missing", "请写明查看原因，4 至 500 个字。", notes: [.init(.pointer("/reason"), "4 至 500 个字。")])
    }
    // Hidden ones count as well: whoever tries ids at random is stopped by the same limit.
    if let caller = caller.id, let wait = office.security.reveals.admit(caller, at: office.clock.now()) {
      throw Problem(.tooMuch, "too_many_reveals", "查看明文过于频繁，请稍后再试。", retryAfter: wait)
    }
    try await office.mustSee(.workOrders, id, caller)
    return try await office.store.write { writer in
      guard let plain = try writer.read.plainOrder(id) else {
        throw Problem(.notFound, "not_found", "没有这条记录。")
      }
      try writer.audit(
        caller,
        AuditEntry(
          "work_orders.reveal", subject: .workOrders, id: id, reason: reason,
          changes: ["reporter", "phone", "title", "text", "result"].map {
            AuditEntry.Change($0, before: "sealed", after: "revealed")
          }))
      return plain
    }
  }
}
