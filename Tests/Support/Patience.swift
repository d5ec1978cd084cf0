import Kernel
import Platform

extension QuestionPool {
  /// Of all tests. They run beside one another, some hundred at once, and what one of them asks must not be refused because the
  /// machine is busy with the others.
  package static let patient = QuestionPool(threads: 4, queue: .unhurried)
}

/// The processor time that `work` takes on this thread: what it costs, however busy the machine is.
package func processorTime(_ work: () throws -> Void) rethrows -> Duration {
  let budget = WorkBudget(.unbounded)
  try work()
  return .nanoseconds(budget.spent.processor)
}
