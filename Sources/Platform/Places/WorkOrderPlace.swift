/// Where an order lies, whom it was given to, and who has had a hand in it: what decides who sees it and who may do what.
package struct WorkOrderPlace: Sendable, Equatable {
  /// The smallest area that is sure.
  package let area: UInt32
  package let unit: String?
  package let assisting: Set<String>
  /// The committee that leads, and those that help, where committees do.
  package let unitArea: UInt32?
  package let assistingAreas: Set<UInt32>
  /// The caller who pushed it, by id.
  package let pushedBy: Int64?
  /// Those who have handled it (accepted, contacted, paused, resolved …), by name; names are nobody else's.
  package let handledBy: Set<String>

  package init(
    area: UInt32, unit: String?, assisting: Set<String>, unitArea: UInt32? = nil, assistingAreas: Set<UInt32> = [],
    pushedBy: Int64? = nil, handledBy: Set<String> = []
  ) {
    (self.area, self.unit, self.assisting) = (area, unit, assisting)
    (self.unitArea, self.assistingAreas) = (unitArea, assistingAreas)
    (self.pushedBy, self.handledBy) = (pushedBy, handledBy)
  }

  /// The committees that lead or help.
  package var givenTo: Set<UInt32> { unitArea.map { assistingAreas.union([$0]) } ?? assistingAreas }
}
