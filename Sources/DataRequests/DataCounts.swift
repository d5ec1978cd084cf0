import FilterLanguage
import Kernel
import Ledgers
import Platform
import Registry
import TagIndex

/// How many rows of each committee a question has.
enum DataCounts {
  /// - Throws: what the question is refused for.
  static func run(
    _ ledger: LedgerView, _ committees: [AreaFacts], caller: Caller, app: AppContext
  ) async throws -> [Int] {
    let (expression, limit) = (try ledger.answerable(), ledger.row.draft.limit ?? Int.max)
    let query = try await app.query(ledger.subject, expression, asOf: app.clock.today, caller: caller)
    let policy = try AccessPolicy(caller, app)
    return try await app.ask(caller) { index, budget in
      try committees.map { committee in
        var query = query
        query.scope = policy.scope(within: [Int64(committee.id)])
        return min(limit, try index.select(query, budget: budget).total)
      }
    }
  }
}
