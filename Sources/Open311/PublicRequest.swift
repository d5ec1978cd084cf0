import Kernel

/// A work order as the outside is told of it (Open311 GeoReport v2): what and where, and how far it has come. Nothing of
/// who reported it.
package struct PublicRequest: Sendable, Equatable {
  package let id: Int64
  package let number: String
  package let source: String
  package let state: WorkOrderState
  /// The source's own category, in its words.
  package let category: String?
  /// The duty's code, and the one that dispatch thought of.
  package let duty: String?
  package let proposedDuty: String?
  package let unit: String?
  /// With the numbers of people starred out.
  package let text: String
  package let address: String?
  package let house: Int64?
  package let area: UInt32
  package let lat: Double?
  package let lon: Double?
  package let reportedAt: String
  package let updatedAt: String
  package let dueAt: String
  /// The caller, by id.
  package let pushedBy: Int64?

  package init(
    id: Int64, number: String, source: String, state: WorkOrderState, category: String?, duty: String?,
    proposedDuty: String?, unit: String?, text: String, address: String?, house: Int64?, area: UInt32, lat: Double?,
    lon: Double?, reportedAt: String, updatedAt: String, dueAt: String, pushedBy: Int64?
  ) {
    (self.id, self.number, self.source, self.state, self.category) = (id, number, source, state, category)
    (self.duty, self.proposedDuty, self.unit, self.text) = (duty, proposedDuty, unit, text)
    (self.address, self.house, self.area, self.lat, self.lon) = (address, house, area, lat, lon)
    (self.reportedAt, self.updatedAt, self.dueAt, self.pushedBy) = (reportedAt, updatedAt, dueAt, pushedBy)
  }
}

/// A step of a work order from one state to another.
package struct PublicUpdate: Sendable, Equatable {
  package let id: Int64
  package let request: Int64
  package let area: UInt32
  package let at: String
  package let state: WorkOrderState
  package let pushedBy: Int64?

  package init(id: Int64, request: Int64, area: UInt32, at: String, state: WorkOrderState, pushedBy: Int64?) {
    (self.id, self.request, self.area, self.at, self.state) = (id, request, area, at, state)
    self.pushedBy = pushedBy
  }
}

extension WorkOrderState {
  /// GeoReport v2 knows two: closed is what nobody works on any more.
  package var isClosed: Bool { !isRunning && self != .suspended }
}
