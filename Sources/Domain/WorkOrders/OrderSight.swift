/// Which work orders exist for a caller, and what the caller is to each.
package struct OrderSight: Sendable {
  private let caller: Caller
  /// The caller's areas with all below them. Not read for a role that sees everything.
  private let areas: Set<UInt32>

  package init(_ caller: Caller, _ areas: Set<UInt32>) { (self.caller, self.areas) = (caller, areas) }

  /// Admin and auditor see all; a department those that its unit leads or helps with, in its areas where it has any;
  /// everybody else those of their areas. Who is bound to a unit alone sees as a department does.
  package func sees(_ place: WorkOrderPlace) -> Bool {
    if caller.role.isUnbound { return true }
    guard caller.may(.read) else { return false }
    let lies = areas.contains(place.area)
    guard caller.seesAsUnit else { return lies }
    return concerns(place) && (caller.areas.isEmpty || lies)
  }

  private func concerns(_ place: WorkOrderPlace) -> Bool {
    guard let unit = caller.unit else { return false }
    return place.unit == unit || place.assisting.contains(unit)
  }

  /// What the caller is to an order that it sees; nothing for those that only read.
  package func parties(_ place: WorkOrderPlace) -> Set<WorkOrderParty> {
    guard caller.may(.handleOrders), sees(place) else { return [] }
    switch caller.role {
    case .admin, .street: return [.street, .secretary, .handler]
    case .secretary: return leads(place) ? [.secretary, .handler] : [.secretary]
    case .worker, .department:
      if leads(place) { return [.handler] }
      return concerns(place) ? [.assistant] : []
    case .integration: return [.source]
    case .auditor, .resident: return []
    }
  }

  /// A worker of the place without a unit of their own handles what lies there, whichever unit leads.
  private func leads(_ place: WorkOrderPlace) -> Bool {
    guard let unit = caller.unit else { return caller.role != .department }
    return place.unit == unit
  }
}
