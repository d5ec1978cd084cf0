import Kernel
import TagIndex

extension LiveIndex {
  /// The part of the world that exists for a caller.
  ///
  /// Of work orders a department, or whoever is bound to a unit alone, sees those of its unit: as `WorkOrderAccessPolicy` has it.
  package func scope(of caller: Caller) -> Scope {
    guard !caller.role.seesAllAreas else { return .everything }
    let areas = caller.areas.map { UInt32(truncatingIfNeeded: $0) }
    guard caller.seesAsUnit else { return .areas(areas) }
    return .unit(caller.unit ?? "", areas: areas)
  }

  /// The same for SQL: committees and grids, nil for everything.
  package func placedScope(of caller: Caller) -> [UInt32]? {
    let tree = areas
    return CallerAreas.within(caller, tree)?.filter { (tree.byID[$0]?.level ?? .city) >= .committee }.sorted()
  }

  /// Which work orders exist for a caller.
  package func orderAccess(of caller: Caller) -> WorkOrderAccessPolicy { WorkOrderAccessPolicy.of(caller, areas) }
}

extension WorkOrderAccessPolicy {
  package static func of(_ caller: Caller, _ tree: AreaTree) -> WorkOrderAccessPolicy {
    let own = caller.areas.map { UInt32(truncatingIfNeeded: $0) }
    let above = own.reduce(into: Set<UInt32>()) { $0.formUnion(tree.path($1).map(\.id)) }
    return WorkOrderAccessPolicy(caller, CallerAreas.within(caller, tree) ?? [], above: above.subtracting(own))
  }
}
