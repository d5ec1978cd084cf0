import Kernel
import Platform
import Storage

/// What exists for whoever takes a roster back, by where rows lie now.
struct UndoSight: Sendable {
  let caller: Caller
  /// Committees and grids; nil for all.
  private let areas: Set<UInt32>?
  private let hiddenTags: Set<Int64>
  private let hiddenDatasets: Set<Int64>
  private let orders: WorkOrderAccessPolicy
  private let today: Day

  init(_ caller: Caller, _ live: LiveIndex, today: Day) {
    let policy = AccessPolicy(caller, live)
    (self.caller, areas, self.today) = (caller, policy.areas, today)
    (hiddenTags, hiddenDatasets, orders) = (policy.hiddenTags, policy.hiddenDatasets, policy.orders)
  }

  /// Whether a row of people, houses, shops or assets is there and lies in the caller's areas.
  func sees(_ kind: SubjectKind, _ id: Int64, _ reader: Reader) throws -> Bool {
    guard let places = try reader.places(of: kind, id, on: today) else { return false }
    guard let areas else { return true }
    return places.contains { place in
      [place.committee, place.grid].compactMap(\.self).contains { areas.contains(UInt32(truncatingIfNeeded: $0)) }
    }
  }

  func mayHear(ofTag id: Int64) -> Bool { !hiddenTags.contains(id) }
  func mayHear(ofDataset id: Int64) -> Bool { !hiddenDatasets.contains(id) }

  func mayHear(ofOrder id: Int64, _ reader: Reader) throws -> Bool {
    guard areas != nil else { return true }
    return try reader.workOrderSight(id).map(orders.sees) ?? false
  }
}
