import Kernel
import Platform
import Storage

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
  package static func run(_ items: [Item], caller: Caller, app: AppContext) async throws -> [Outcome] {
    try caller.must(.read)
    guard items.count <= limit else { throw Problem.tooManyItems(limit) }
    return try await app.write(as: caller) { writer, access in
      try items.map { item in
        do {
          return try writer.inSavepoint { try write(item, caller, writer, access) }
        } catch let problem as Problem {
          return .failed(problem)
        }
      }
    }
  }

  private static func write(
    _ item: Item, _ caller: Caller, _ writer: Writer, _ access: WriteAccess
  ) throws -> Outcome {
    switch item {
    case .assign(let request):
      let plan = try TaggingPlan.make(request.tag, request.target, access)
      return .assigned(try AssignTag.write(request, plan, caller, writer))
    case .end(let target, let tag):
      try EndTag.write(TaggingPlan.make(tag, target, access), caller, writer)
      return .ended
    case .bad(let problem): throw problem
    }
  }
}
