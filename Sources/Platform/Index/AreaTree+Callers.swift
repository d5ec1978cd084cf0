import Kernel

extension AreaTree {
  /// The caller's areas with all below and all above them; everything for the unbound.
  package func visible(to caller: Caller) -> Set<UInt32> {
    guard !caller.role.seesAllAreas else { return Set(byID.keys) }
    let own = caller.areas.map { UInt32(truncatingIfNeeded: $0) }
    return within(own).union(own.flatMap { path($0).map(\.id) })
  }

  /// Whether the area is one of the caller's or below one.
  package func isOwn(_ area: AreaFacts, _ caller: Caller) -> Bool {
    caller.role.seesAllAreas || path(area.id).contains { caller.areas.contains(Int64($0.id)) }
  }

  /// The areas that lie in both, each list with all that is below; nil is everything.
  package func meet(_ left: [Int64]?, _ right: [Int64]?) -> [Int64]? {
    guard let left else { return right }
    guard let right else { return left }
    func within(_ areas: [Int64]) -> Set<UInt32> { self.within(areas.map { UInt32(truncatingIfNeeded: $0) }) }
    let (first, second) = (within(left), within(right))
    let both =
      left.filter { second.contains(UInt32(truncatingIfNeeded: $0)) }
      + right.filter { first.contains(UInt32(truncatingIfNeeded: $0)) }
    return Set(both).sorted()
  }

  /// The committees and grids among these areas and all below them.
  package func placed(within areas: [Int64]) -> [UInt32] {
    within(areas.map { UInt32(truncatingIfNeeded: $0) }).filter { (byID[$0]?.level ?? .city) >= .committee }.sorted()
  }
}
