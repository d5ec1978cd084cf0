import Kernel
import Platform
import Storage
import TagIndex

/// Many orders at once, item by item: what is wrong with one stops none of the others. Who: as for `PushWorkOrder`.
package enum PushBatch {
  package enum Item: Sendable {
    case draft(WorkOrderDraft)
    /// What could not even be read.
    case bad(Problem)
  }

  package enum Outcome: Sendable, Codable {
    case pushed(PushWorkOrder.Answer)
    case failed(Problem)
  }

  package static let limit = 5000
  /// How many go into one transaction.
  private static let group = 100

  /// - Returns: an outcome an item, in their order.
  /// - Throws: `too_many_items`.
  package static func run(_ items: [Item], caller: Caller, app: AppContext) async throws -> [Outcome] {
    try caller.must(.pushOrders)
    guard items.count <= limit else {
      throw Problem(.tooMuch, "body_too_large", "一次最多 \(limit) 条，请拆分后再传。")
    }
    let sight = try app.index.orderAccess(of: caller)
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(items.count)
    for start in stride(from: 0, to: items.count, by: group) {
      var steps: [Step] = []
      for item in items[start..<min(start + group, items.count)] {
        steps.append(try await step(item, caller, app))
      }
      let prepared = steps
      outcomes += try await app.store.write { writer in
        try prepared.map { try finish($0, caller, sight, writer) }
      }
    }
    return outcomes
  }

  private enum Step: Sendable {
    case done(Outcome)
    case write(NewWorkOrder)
  }

  private static func step(_ item: Item, _ caller: Caller, _ app: AppContext) async throws -> Step {
    do {
      switch item {
      case .bad(let problem): return .done(.failed(problem))
      case .draft(let draft):
        switch try await PushWorkOrder.prepare(draft, caller: caller, app: app) {
        case .known(let order): return .done(.pushed(PushWorkOrder.Answer(order: order, isNew: false)))
        case .new(let new): return .write(new)
        }
      }
    } catch let problem as Problem {
      return .done(.failed(problem))
    }
  }

  private static func finish(
    _ step: Step, _ caller: Caller, _ sight: WorkOrderAccessPolicy, _ writer: Writer
  ) throws -> Outcome {
    do {
      switch step {
      case .done(let outcome): return outcome
      case .write(let new):
        return .pushed(try writer.inSavepoint { try PushWorkOrder.write(new, caller, sight, writer) })
      }
    } catch let problem as Problem {
      return .failed(problem)
    }
  }
}
