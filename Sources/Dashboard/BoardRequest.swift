import FilterLanguage
import HotSpots
import Kernel
import Platform
import Registry
import TagIndex

/// What all figures of one dashboard are made from: whose, of when, counted by which areas.
struct BoardRequest: Sendable {
  let scope: DashboardScope
  let app: AppContext
  let reader: Caller
  let policy: AccessPolicy
  let areas: DashboardAreas
  let now: Instant
  var today: Day { now.day }

  /// Figures are made for everybody who looks and once a second at most, so they may take longer than one question.
  private static let limits = WorkBudget.Limits(steps: .max, processor: .seconds(10), elapsed: .seconds(20))

  init(_ scope: DashboardScope, _ app: AppContext) throws(Problem) {
    (self.scope, self.app, reader) = (scope, app, scope.reader)
    policy = try AccessPolicy(reader, app)
    areas = DashboardAreas(policy)
    now = app.clock.now()
  }

  /// The rule for figures of work orders; nil shows everything.
  var ofOrders: SmallCells? { scope.hidesSmall ? .ofOrders : nil }

  /// Counts in the index, on a thread of the question pool.
  func count<Value: Sendable>(_ body: @escaping @Sendable (BoardCounter) throws -> Value) async throws -> Value {
    try await app.ask(reader, limits: Self.limits) { [self] index, budget in
      try body(BoardCounter(board: self, index: index, budget: budget))
    }
  }

  /// Works over tickets, in the same way.
  func compute<Value: Sendable>(_ body: @escaping @Sendable (WorkBudget) throws -> Value) async throws -> Value {
    try await app.compute(reader, limits: Self.limits, body)
  }

  /// A filter about work orders, in the filter language.
  func orders(_ text: String) throws(Problem) -> Expression {
    try app.understand(SearchQuestion(.workOrders, where: .text(text)), for: reader)
  }

  func areaName(_ id: UInt32) -> String? { policy.tree.byID[id]?.name }
}

/// The index as the figures ask it.
struct BoardCounter {
  let board: BoardRequest
  let index: TagIndex
  let budget: WorkBudget

  private func query(_ subject: Subject, _ expression: Expression) -> Query {
    Query(subject, expression, asOf: board.today, scope: board.policy.scope)
  }

  func total(_ subject: Subject, _ expression: Expression) throws(Problem) -> Int {
    try index.select(query(subject, expression), budget: budget).total
  }

  func ids(_ subject: Subject, _ expression: Expression) throws(Problem) -> Bitmap {
    try index.select(query(subject, expression), budget: budget).ids
  }

  func spread(_ subject: Subject, _ expression: Expression, _ rule: SmallCells?) throws(Problem) -> Spread {
    let query = query(subject, expression)
    var counts: [String: Int] = [:]
    for level in board.areas.levels {
      for facet in try index.facets(query, by: .area(level), budget: budget) { counts[facet.key] = facet.count }
    }
    return Spread(try index.select(query, budget: budget).total, counts, board.areas, rule)
  }
}
