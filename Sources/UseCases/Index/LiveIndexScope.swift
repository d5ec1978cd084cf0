import Domain
import TagIndex

extension LiveIndex {
  /// The part of the world that exists for a caller.
  package func scope(of caller: Caller) -> Scope {
    caller.role.isUnbound ? .everything : .areas(caller.areas.map { UInt32(truncatingIfNeeded: $0) })
  }

  /// The same for SQL: committees and grids, nil for everything.
  package func placedScope(of caller: Caller) -> [UInt32]? {
    guard !caller.role.isUnbound else { return nil }
    let tree = areas
    return tree.within(caller.areas.map { UInt32(truncatingIfNeeded: $0) })
      .filter { (tree.byID[$0]?.level ?? .city) >= .committee }.sorted()
  }
}
