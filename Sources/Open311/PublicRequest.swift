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
}

/// A step of a work order from one state to another.
package struct PublicUpdate: Sendable, Equatable {
  package let id: Int64
  package let request: Int64
  package let area: UInt32
  package let at: String
  package let state: WorkOrderState
  package let pushedBy: Int64?
}

extension WorkOrderState {
  /// GeoReport v2 knows two: closed is what nobody works on any more.
  package var isClosed: Bool { !isRunning && self != .suspended }
}
