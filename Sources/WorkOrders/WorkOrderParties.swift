import Platform

extension WorkOrderAccessPolicy {
  /// What the caller is to an order that it sees; nothing for those that only read.
  ///
  /// Whoever has handled the order, or belongs to the unit that leads, handles it and is nothing else to it: who holds an order
  /// neither rules on it nor rates it.
  package func parties(_ place: WorkOrderPlace) -> Set<WorkOrderParty> {
    let all = allParties(place)
    return holds(place) ? all.intersection(WorkOrderParty.holding) : all
  }

  /// What the caller would be to the order, had it or its unit no hand in it.
  package func withheld(_ place: WorkOrderPlace) -> Set<WorkOrderParty> {
    allParties(place).subtracting(parties(place))
  }

  private func allParties(_ place: WorkOrderPlace) -> Set<WorkOrderParty> {
    guard caller.may(.handleOrders), sees(place) else { return [] }
    var parties: Set<WorkOrderParty> = []
    if let id = caller.id, id == place.pushedBy { parties.insert(.source) }
    switch caller.role {
    case .admin, .street: parties.formUnion([.street, .secretary, .handler])
    case .secretary:
      if areas.contains(place.area) { parties.insert(.secretary) }
      if leads(place) { parties.insert(.handler) } else if assists(place) { parties.insert(.assistant) }
    case .worker, .department:
      if leads(place) { parties.insert(.handler) } else if assists(place) { parties.insert(.assistant) }
    case .integration, .auditor, .resident, .wall: break
    }
    return parties
  }

  /// A worker of the place without a unit of their own handles what lies there, whichever unit leads, unless it was given to
  /// another committee.
  private func leads(_ place: WorkOrderPlace) -> Bool {
    if isOfCommittee, let given = place.unitArea { return areas.contains(given) }
    if let unit = caller.unit { return place.unit == unit }
    return caller.role != .department && areas.contains(place.area)
  }

  private func assists(_ place: WorkOrderPlace) -> Bool {
    concerns(place) || (isOfCommittee && !areas.isDisjoint(with: place.assistingAreas))
  }

  private var isOfCommittee: Bool { caller.role == .secretary || caller.role == .worker }

  /// Whether the caller has handled the order, or belongs to the unit or committee that leads. To have been asked for help is
  /// not yet to hold it: whoever leads would choose by it who may not judge.
  private func holds(_ place: WorkOrderPlace) -> Bool {
    if place.handledBy.contains(caller.name) { return true }
    if let unit = caller.unit, place.unit == unit { return true }
    return isOfCommittee && place.unitArea.map(areas.contains) == true
  }
}
