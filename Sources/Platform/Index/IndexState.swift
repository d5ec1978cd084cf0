import FilterLanguage
import Kernel
import TagIndex

/// What the machine's own operator watches of the index.
package struct IndexState: Sendable {
  /// How many commits it has taken.
  package let generation: UInt64
  /// How many rows there are of each kind.
  package let sizes: [(kind: String, count: Int)]

  /// - Parameter caller: sizes are for those who see everything; others get none.
  /// - Returns: nil while the index is being built.
  package static func read(_ app: AppContext, for caller: Caller?) throws -> IndexState? {
    guard app.isReady else { return nil }
    let index = try app.index.index
    let mayCount = caller.map { $0.role.seesAllAreas && $0.may(.read) } ?? false
    let sizes =
      mayCount
      ? Subject.searchable.map { subject in
        (subject.word, index.universe(subject, asOf: app.clock.today, scope: .everything).count)
      } : []
    return IndexState(generation: index.generation, sizes: sizes)
  }
}
