import FilterLanguage
import Kernel
import Ledgers
import Platform
import TagIndex

/// Holds a question against those that were asked before it: same subject, and the same filter, or half of the columns and
/// rows in common as the index has them today. Only requests and ledgers that exist for the caller are looked at.
struct DataOverlaps {
  /// Days back.
  static let days = 180
  /// Requests and ledgers, each, that are looked at.
  private static let limit = 200
  /// Time that all comparisons together may take: they are a hint, and a request must not wait for them.
  private static let patience = Duration.seconds(2)
  /// Columns and rows from which on it is worth telling.
  private static let (leastColumns, leastRows) = (0.5, 0.2)

  private let asked: LedgerView
  private let committees: [UInt32]
  private let before: Int64?
  private let caller: Caller
  private let app: AppContext
  private let sight: DataRequestAccessPolicy
  private let ledgers: LedgerAccessPolicy
  private let began = ContinuousClock.now

  /// - Parameter before: the request whose question it is; nil for one that is not written yet.
  init(
    _ asked: LedgerView, _ committees: [UInt32], before: Int64?, _ caller: Caller, _ app: AppContext
  ) throws(Problem) {
    (self.asked, self.committees, self.before) = (asked, committees, before)
    (self.caller, self.app) = (caller, app)
    sight = try DataRequestAccessPolicy(caller, app)
    ledgers = try LedgerAccessPolicy(caller, app)
  }

  /// What comes first has most rows in common.
  func find() async throws -> [DataOverlap] {
    let since = app.clock.today.adding(days: -Self.days)
    let (word, within) = (asked.subject.word, sight.committees?.sorted())
    let (requests, kept, runs) = try await app.store.read { [before, sight] reader in
      let requests = try reader.dataRequests(
        about: word, since: since, before: before, committees: within, limit: Self.limit)
      return (
        requests, try reader.ledgersInUse(about: word, since: since, limit: Self.limit),
        try sight.briefs(requests.flatMap { $0.answers.compactMap(\.run) }, reader)
      )
    }
    guard asked.fault == nil else { return [] }
    let rows = try await select(asked.answerable(), in: committees.map(Int64.init))
    var found: [DataOverlap] = []
    for request in requests {
      if let view = sight.view(request, runs), let overlap = try await compare(view, rows) { found.append(overlap) }
    }
    for ledger in kept {
      if let view = ledgers.view(ledger), let overlap = try await compare(view, rows) { found.append(overlap) }
    }
    return found.sorted { ($0.shareOfRows, $0.madeAt) > ($1.shareOfRows, $1.madeAt) }
  }

  private func compare(_ view: DataRequestView, _ rows: Bitmap) async throws -> DataOverlap? {
    let areas = view.committees.map { Int64($0.area.id) }
    guard !Set(view.committees.map(\.area.id)).isDisjoint(with: committees),
      let (kind, share, columns) = try await compare(view.ledger, rows, in: areas)
    else { return nil }
    let answers = view.committees.compactMap { committee in
      committee.run.flatMap { run in
        run.state == .done
          ? DataOverlap.Answer(run: run.id, asOf: run.asOf, total: run.total, committee: committee.area.name) : nil
      }
    }
    return DataOverlap(
      source: .request, id: view.row.id, name: view.ledger.row.draft.name, by: view.row.draft.unit,
      madeAt: view.row.madeAt, kind: kind, shareOfRows: share, shareOfColumns: columns, answers: answers)
  }

  private func compare(_ view: LedgerView, _ rows: Bitmap) async throws -> DataOverlap? {
    let areas = view.row.draft.areas
    guard let (kind, share, columns) = try await compare(view, rows, in: areas), share > 0 else { return nil }
    let newest = try await app.store.read { [id = view.row.id, ledgers] reader -> RunView? in
      for run in try reader.runs(ledger: id) where run.state == .done {
        if let view = try ledgers.view(run, reader) { return view }
      }
      return nil
    }
    let answer = newest.map { run in
      DataOverlap.Answer(run: run.row.id, asOf: run.row.draft.asOf, total: run.total, committee: nil)
    }
    return DataOverlap(
      source: .ledger, id: view.row.id, name: view.row.draft.name, by: view.row.owner, madeAt: view.row.madeAt,
      kind: kind, shareOfRows: share, shareOfColumns: columns, answers: answer.map { [$0] } ?? [])
  }

  /// Nil where they have too little in common to speak of.
  private func compare(
    _ other: LedgerView, _ rows: Bitmap, in areas: [Int64]?
  ) async throws -> (DataOverlap.Kind, rows: Double, columns: Double)? {
    // What no longer reads has nothing in common that could be counted.
    guard other.fault == nil else { return nil }
    // The first so many of a list do not hold the others.
    guard other.row.draft.limit == nil else { return nil }
    let (wanted, held) = (try asked.answerable(), try other.answerable())
    let names = Set(asked.row.draft.columns.map(\.name))
    let shared = names.intersection(other.row.draft.columns.map(\.name)).count
    let columns = names.isEmpty ? 0 : Double(shared) / Double(names.count)
    let isSame = held.canonical == wanted.canonical
    guard isSame || columns >= Self.leastColumns, held.sealedTerms(about: asked.subject).isEmpty else { return nil }
    // A question that costs too much is none to compare with; the same one is told however long the others took.
    guard isSame || ContinuousClock.now - began < Self.patience, let theirs = try? await select(held, in: areas) else {
      return nil
    }
    let common = rows.andCount(theirs)
    let share = rows.isEmpty ? (isSame ? 1 : 0) : Double(common) / Double(rows.count)
    if isSame { return (.same, share, columns) }
    guard share >= Self.leastRows else { return nil }
    let kind: DataOverlap.Kind = common == rows.count ? .narrower : common == theirs.count ? .broader : .partial
    return (kind, share, columns)
  }

  /// - Parameter areas: nil for everywhere that the caller may look.
  private func select(_ expression: Expression, in areas: [Int64]?) async throws -> Bitmap {
    var query = try await app.query(asked.subject, expression, asOf: app.clock.today, caller: caller)
    query.scope = ledgers.policy.scope(within: areas)
    return try await app.ask(caller) { [query] index, budget in try index.select(query, budget: budget).ids }
  }
}
