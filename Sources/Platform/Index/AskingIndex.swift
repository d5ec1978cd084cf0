import Kernel
import TagIndex

extension AppContext {
  /// Asks the index on a thread of the question pool, within one budget for all that `body` asks.
  ///
  /// - Throws: what `body` throws; `too_costly`, `too_busy`.
  package func ask<Value: Sendable>(
    _ caller: Caller, limits: WorkBudget.Limits = .question,
    _ body: @escaping @Sendable (TagIndex, WorkBudget) throws -> Value
  ) async throws -> Value {
    let index = try index.index
    return try await compute(caller, limits: limits) { budget in try body(index, budget) }
  }

  /// Works something out in memory on a thread of the question pool.
  package func compute<Value: Sendable>(
    _ caller: Caller, limits: WorkBudget.Limits = .question,
    _ body: @escaping @Sendable (WorkBudget) throws -> Value
  ) async throws -> Value {
    try await questions.run(for: caller.id.map(String.init) ?? caller.name, limits: limits) { budget in
      let value = try body(budget)
      try budget.check()
      return value
    }
  }
}
