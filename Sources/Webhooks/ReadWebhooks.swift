import Kernel
import Platform
import Storage

/// The webhooks and what became of their calls. Who: callers with `manage_webhooks`; each their own, admin everybody's.
package enum ReadWebhooks {
  static let unknown = Problem(.notFound, "not_found", "没有这个回调。")

  /// The newest first.
  ///
  /// - Parameter before: the id before which to go on.
  package static func run(
    before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page<WebhookRow> {
    try caller.must(.manageWebhooks)
    // 0 is nobody's: whoever has no account has no webhooks of their own.
    let owner = caller.role == .admin ? nil : caller.id ?? 0
    let rows = try await app.store.read { try $0.webhooks(of: owner) }
    let rest = rows.filter { row in before.map { row.id < $0 } ?? true }
    return Page(total: rows.count, items: Array(rest.prefix(limit + 1)), limit: limit, key: \.id)
  }

  /// - Throws: `not_found`.
  package static func one(_ id: Int64, caller: Caller, app: AppContext) async throws -> WebhookRow {
    try caller.must(.manageWebhooks)
    return try await app.store.read { try find(id, caller, $0) }
  }

  /// The calls of a webhook, the newest first. Those that came through are kept for thirty days.
  ///
  /// - Throws: `not_found`.
  package static func deliveries(
    _ id: Int64, state: DeliveryRow.State?, before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page<DeliveryRow> {
    try caller.must(.manageWebhooks)
    return try await app.store.read { reader in
      _ = try find(id, caller, reader)
      return Page(
        total: try reader.deliveryCount(webhook: id, state: state),
        items: try reader.deliveries(webhook: id, state: state, before: before, limit: limit + 1), limit: limit,
        key: \.id)
    }
  }

  static func find(_ id: Int64, _ caller: Caller, _ reader: Reader) throws -> WebhookRow {
    guard let row = try reader.webhook(id), caller.role == .admin || row.callerID == caller.id else { throw unknown }
    return row
  }
}
