import Kernel

/// Which reminders exist for a caller.
///
/// Admin and auditor see all; a department, and whoever is bound to a unit alone, what is for the unit or for the caller, in
/// its areas where it has any; everybody else what lies in their areas or is for one of them. What a restricted tag led to is
/// for callers with the right, and what a ledger of its owner alone led to for whom it is for.
package struct ReminderAccessPolicy: Sendable {
  package enum Bounds: Sendable, Equatable {
    case none
    case areas(Set<UInt32>)
    /// - Parameter areas: empty for any.
    case unit(String?, areas: Set<UInt32>)
  }

  package let bounds: Bounds
  package let caller: Int64?
  package let seesRestricted: Bool

  /// - Parameter areas: the caller's areas with all below them. Not read for a role that sees everything.
  package init(_ caller: Caller, _ areas: Set<UInt32>) {
    self.caller = caller.id
    seesRestricted = caller.may(.restrictedTags)
    if caller.role.seesAllAreas {
      bounds = .none
    } else if caller.seesAsUnit {
      bounds = .unit(caller.unit, areas: areas)
    } else {
      bounds = .areas(areas)
    }
  }

  /// - Parameter isPrivate: `ReminderRow.isPrivate`.
  package func sees(
    place: Int64?, _ recipient: ReminderRecipient, isRestricted: Bool, isPrivate: Bool
  ) -> Bool {
    guard seesRestricted || !isRestricted else { return false }
    let isTheirs = caller != nil && caller == recipient.caller
    func lies(_ area: Int64?, _ areas: Set<UInt32>) -> Bool {
      area.map { areas.contains(UInt32(truncatingIfNeeded: $0)) } ?? false
    }
    switch bounds {
    case .none: return true
    case .areas(let areas):
      return (isTheirs || !isPrivate) && (lies(place, areas) || lies(recipient.area, areas))
    case .unit(let unit, let areas):
      guard isTheirs || (!isPrivate && unit != nil && unit == recipient.unit) else { return false }
      return areas.isEmpty || place == nil || lies(place, areas)
    }
  }
}

/// Who is to see to it: at most one of the three. None: whoever is bound to nothing.
package struct ReminderRecipient: Sendable, Equatable, Codable {
  /// Everybody who is bound to it or above it.
  package var area: Int64?
  package var unit: String?
  /// One caller.
  package var caller: Int64?

  package init(area: Int64? = nil, unit: String? = nil, caller: Int64? = nil) {
    (self.area, self.unit, self.caller) = (area, unit, caller)
  }
}
