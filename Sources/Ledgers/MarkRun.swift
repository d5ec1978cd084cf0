import Kernel
import Platform

/// Ticks and remarks on the rows of a finished run. Who: callers that may write, for whom the run exists; on rows in their
/// areas. Where the ledger says so, a tick puts a tag on the subject or notes a visit, by the same rules as anywhere.
package enum MarkRun {
  package struct Item: Sendable {
    package var subject: Int64
    /// By the notes' names; null, false and an empty text take away what was noted.
    package var values: [JSONValue.Member]

    package init(_ subject: Int64, _ values: [JSONValue.Member]) { (self.subject, self.values) = (subject, values) }
  }

  package enum Outcome: Sendable, Codable {
    /// All that is noted on the row now.
    case marked([RunMark])
    case failed(Problem)
  }

  /// The most items in one call.
  package static let limit = 1000

  /// - Returns: an outcome for each item, in their order: one that fails takes nothing of the others with it.
  /// - Throws: `not_found` for the run, `run_not_done`, `too_many_items`.
  package static func run(
    _ run: Int64, _ items: [Result<Item, Problem>], caller: Caller, app: AppContext
  ) async throws -> [Outcome] {
    try caller.must(.write)
    guard items.count <= limit else { throw Problem.tooManyItems(limit) }
    let sight = try LedgerAccessPolicy(caller, app)
    let view = try await GetRun.done(run, sight, app)
    let subjects = Set(items.compactMap { try? $0.get().subject }.compactMap { UInt32(exactly: $0) })
    let rows = try await app.store.read { try $0.runRows(run, of: subjects) }.compactMapValues(view.access.seen)
    return try await app.write(as: caller) { writer, access in
      try items.map { item in
        do {
          return .marked(
            view.shown(
              try writer.inSavepoint { try plan(item.get(), rows, view, access).write(caller, writer) }))
        } catch let problem as Problem {
          return .failed(problem)
        }
      }
    }
  }

  private static func plan(
    _ item: Item, _ rows: [UInt32: FrozenRow], _ view: RunView, _ access: WriteAccess
  ) throws -> RowMarkCommand {
    guard UInt32(exactly: item.subject).flatMap({ rows[$0] }) != nil else {
      throw Problem(.notFound, "not_found", "这次台账里没有这一行。")
    }
    return try RowMarkCommand.make(item, view, access)
  }
}
