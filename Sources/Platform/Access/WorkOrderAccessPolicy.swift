import Kernel

/// Which work orders exist for a caller, and what the caller is to each.
package struct WorkOrderAccessPolicy: Sendable {
  package let caller: Caller
  /// The caller's areas with all below them. Not read for a role that sees everything.
  package let areas: Set<UInt32>
  /// What lies above the caller's areas: an order of which no more is known may lie in them.
  private let above: Set<UInt32>

  package init(_ caller: Caller, _ areas: Set<UInt32>, above: Set<UInt32> = []) {
    (self.caller, self.areas, self.above) = (caller, areas, above)
  }

  /// Admin and auditor see all; a department those that its unit leads or helps with, in its areas where it has any, and those
  /// whose place is not known closely enough to lie elsewhere; everybody else those of their areas, and those that were given
  /// to a committee of theirs. Who is bound to a unit alone sees as a department does.
  package func sees(_ place: WorkOrderPlace) -> Bool {
    if caller.role.seesAllAreas { return true }
    guard caller.may(.read) else { return false }
    let lies = areas.contains(place.area)
    guard caller.seesAsUnit else { return lies || !areas.isDisjoint(with: place.givenTo) }
    return concerns(place) && (caller.areas.isEmpty || lies || above.contains(place.area))
  }

  package func concerns(_ place: WorkOrderPlace) -> Bool {
    guard let unit = caller.unit else { return false }
    return place.unit == unit || place.assisting.contains(unit)
  }
}
