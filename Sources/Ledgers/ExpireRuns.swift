import Kernel
import Platform

/// Deletes frozen rows whose time is over: of runs that were made once (`RunOnce`), of answers to requests for data, and of
/// kept ledgers, which say for how many days they keep them or have the usual (`RunRetention`). The
/// server calls it; what is due is a function of tables and clock alone.
package enum ExpireRuns {
  /// How many go into one transaction.
  private static let group = 5

  private static let system = Caller(id: nil, name: "system", role: .admin, origin: "system")

  /// - Returns: how many runs lost their rows.
  @discardableResult
  package static func run(app: AppContext) async throws -> Int {
    var count = 0
    while true {
      let today = app.clock.today
      let due = try await app.store.read { try $0.overdueRuns(on: today, limit: group) }
      guard !due.isEmpty else { return count }
      try await app.store.write { writer in
        for id in due {
          try writer.expireRun(id)
          try writer.audit(system, AuditEntry("runs.expire", subject: .runs, id: id))
        }
      }
      for id in due { try await ClearRunRows.run(id, app: app) }
      count += due.count
    }
  }
}
