import Kernel
import Platform

/// What somebody is reminded of. Who: callers that may read, each what `ReminderAccessPolicy` says.
package enum ReadReminders {
  static let unknown = Problem(.notFound, "not_found", "没有这条提醒。")

  /// The newest first.
  ///
  /// - Parameters:
  ///   - ledger: nil for any.
  ///   - before: the id before which to go on.
  package static func run(
    states: Set<ReminderState>, ledger: Int64?, before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page<ReminderRow> {
    try caller.must(.read)
    let sight = ReminderAccessPolicy.of(caller, try app.index.areas)
    return try await app.store.read { reader in
      Page(
        total: try reader.reminderCount(sight, states: states, ledger: ledger),
        items: try reader.reminders(sight, states: states, ledger: ledger, before: before, limit: limit + 1),
        limit: limit, key: \.id)
    }
  }

  /// - Throws: `not_found`.
  package static func one(_ id: Int64, caller: Caller, app: AppContext) async throws -> ReminderRow {
    try caller.must(.read)
    let sight = ReminderAccessPolicy.of(caller, try app.index.areas)
    guard let row = try await app.store.read({ try $0.reminder(id, sight) }) else { throw unknown }
    return row
  }
}
