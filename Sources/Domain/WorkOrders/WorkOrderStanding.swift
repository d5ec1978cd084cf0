/// What of an order decides what can be done with it next.
package struct WorkOrderStanding: Sendable, Hashable {
  package var state: WorkOrderState
  /// It has been returned once; after that no unit may return it again.
  package var isReturned: Bool
  /// Its time has been extended once; again only by the street.
  package var isExtended: Bool
  package var isSupervised: Bool

  package init(
    _ state: WorkOrderState, isReturned: Bool = false, isExtended: Bool = false, isSupervised: Bool = false
  ) {
    (self.state, self.isReturned, self.isExtended, self.isSupervised) = (state, isReturned, isExtended, isSupervised)
  }
}

/// What a caller is to an order. One caller may be several of them.
package enum WorkOrderParty: Sendable, CaseIterable, Hashable {
  /// 街道: it dispatches, rules and supervises.
  case street
  /// 居民区书记 of where the order lies.
  case secretary
  /// Whoever works for the unit that leads: the department of that name, and the workers of the place.
  case handler
  /// A unit that has been asked to help.
  case assistant
  /// The system that orders come from.
  case source
}
