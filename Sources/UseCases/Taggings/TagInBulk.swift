import Domain
import Store

/// Many taggings at once, item by item: one that fails takes nothing of the others with it. Who: as for `AssignTag`.
package enum TagInBulk {
  package enum Item: Sendable {
    case assign(AssignTag.Request)
    case end(TagTarget, tag: String)
    /// What could not even be read.
    case bad(Problem)
  }

  package enum Outcome: Sendable, Equatable, Codable {
    case assigned(AssignTag.Answer)
    case ended
    case failed(Problem)
  }

  /// The most items in one call.
  package static let limit = 1000

  /// - Returns: an outcome for each item, in their order.
  /// - Throws: `too_many_items`; everything about one item is in its outcome.
  package static func run(_ items: [Item], caller: Caller, office: Office) async throws -> [Outcome] {
    try caller.must(.read)
    guard items.count <= limit else {
      throw Problem(
        .invalid, "too_many_items", "一次最多 \(limit) 项，请分批提交。",
        notes: [.init(.pointer("/items"), "一次最多 \(limit) 项。")])
    }
    var plans: [Result<TaggingPlan, Problem>] = []
    for item in items { plans.append(try await plan(item, caller, office)) }
    return try await office.store.write { [plans] writer in
      try zip(items, plans).map { item, plan in
        do {
          return try writer.inSavepoint { try write(item, try plan.get(), caller, writer) }
        } catch let problem as Problem {
          return .failed(problem)
        }
      }
    }
  }

  private static func plan(
    _ item: Item, _ caller: Caller, _ office: Office
  ) async throws -> Result<TaggingPlan, Problem> {
    do {
      switch item {
      case .assign(let request):
        return .success(try await TaggingPlan.make(request.tag, request.target, caller, office))
      case .end(let target, let tag): return .success(try await TaggingPlan.make(tag, target, caller, office))
      case .bad(let problem): return .failure(problem)
      }
    } catch let problem as Problem {
      return .failure(problem)
    }
  }

  private static func write(
    _ item: Item, _ plan: TaggingPlan, _ caller: Caller, _ writer: Writer
  ) throws -> Outcome {
    switch item {
    case .assign(let request): return .assigned(try AssignTag.write(request, plan, caller, writer))
    case .end:
      try EndTag.write(plan, caller, writer)
      return .ended
    case .bad(let problem): throw problem
    }
  }
}
