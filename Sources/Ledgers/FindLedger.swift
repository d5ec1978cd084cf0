import Kernel
import Platform
import Storage

/// One ledger. Who: callers that may read and for whom it exists (`LedgerAccessPolicy`).
package enum GetLedger {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> LedgerView {
    try caller.must(.read)
    let sight = try LedgerAccessPolicy(caller, app)
    guard let row = try await app.store.read({ try $0.ledger(id) }), row.draft.kind != .request,
      let view = sight.view(row)
    else {
      throw Problem(.notFound, "not_found", "没有这个台账。")
    }
    return view
  }
}

/// The ledgers that exist for a caller, the newest first. Who: callers that may read.
package enum ListLedgers {
  /// - Parameter before: the id below which to go on.
  package static func run(
    before: Int64?, limit: Int, withRetired: Bool, caller: Caller, app: AppContext
  ) async throws -> Page<LedgerView> {
    try caller.must(.read)
    let sight = try LedgerAccessPolicy(caller, app)
    let views = try await app.store.read { try $0.ledgers(retired: withRetired) }.compactMap(sight.view)
    let rest = views.filter { view in before.map { view.row.id < $0 } ?? true }
    return Page(total: views.count, items: Array(rest.prefix(limit + 1)), limit: limit) { $0.row.id }
  }
}

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

/// The runs of a ledger that exist for a caller, the newest first. Who: as for `GetLedger`.
package enum ListRuns {
  /// - Throws: `not_found` for the ledger.
  package static func run(
    ledger: Int64, before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page<RunView> {
    _ = try await GetLedger.run(ledger, caller: caller, app: app)
    let sight = try LedgerAccessPolicy(caller, app)
    return try await app.store.read { reader in
      let rows = try reader.runs(ledger: ledger).filter(sight.exists)
      let rest = rows.filter { row in before.map { row.id < $0 } ?? true }.prefix(limit + 1)
      return Page(total: rows.count, items: try rest.compactMap { try sight.view($0, reader) }, limit: limit) {
        $0.row.id
      }
    }
  }
}
