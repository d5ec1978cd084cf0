import Kernel
import Platform
import Storage

/// One run, whatever has become of its ledger since. Who: callers for whom its ledger and its areas exist.
package enum GetRun {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> RunView {
    try caller.must(.read)
    return try await find(id, LedgerAccessPolicy(caller, app), app)
  }

  static func find(_ id: Int64, _ sight: LedgerAccessPolicy, _ app: AppContext) async throws -> RunView {
    let found = try await app.store.read { reader -> RunView? in
      guard let run = try reader.run(id), let ledger = try reader.ledger(run.draft.ledger), sight.view(ledger) != nil
      else { return nil }
      return try sight.view(run, reader)
    }
    guard let view = found else { throw Problem(.notFound, "not_found", "没有这次生成的台账。") }
    return view
  }

  /// A run whose rows are there. - Throws: `not_found`, `run_not_done`, `run_expired`.
  package static func done(_ id: Int64, _ sight: LedgerAccessPolicy, _ app: AppContext) async throws -> RunView {
    let view = try await find(id, sight, app)
    if view.row.state == .expired { throw expired(view.row) }
    guard view.row.state == .done else {
      throw Problem(.conflict, "run_not_done", "这次生成还没有完成，或没有成功（\(view.row.state.rawValue)）。")
    }
    return view
  }
}

extension GetRun {
  package static func expired(_ run: RunRecord) -> Problem {
    Problem(.conflict, "run_expired", "这次生成的名单已过保存期限（\(run.draft.keptUntil?.description ?? "")），数据已删除。")
  }

  /// To be asked in each transaction that reads rows: they may expire, or be deleted, while somebody reads.
  ///
  /// - Throws: `run_expired`.
  static func requireRows(_ run: RunRecord, _ reader: Reader) throws {
    guard try reader.hasRows(run.id) else { throw expired(run) }
  }
}
