/// What a question can ask of a work order.
package struct WorkOrderFacts: Sendable, Equatable {
  package var id: UInt32
  package var source: String
  /// `WorkOrderKind` by its English word.
  package var kind: String
  package var category: String?
  /// `WorkOrderState` by its word.
  package var state: String
  /// Who leads, and who helps.
  package var unit: String?
  package var assisting: [String]
  /// The committees that lead or help.
  package var givenTo: [UInt32]
  package var duty: String?
  package var isUrgent: Bool
  package var isSupervised: Bool
  package var reportedAt: Instant
  package var dueAt: Instant
  package var closedAt: Instant?
  /// When its clock stopped: it was resolved, closed or rejected, or stands suspended. Nil while it runs.
  package var stoppedAt: Instant?
  /// 1 to 5.
  package var satisfaction: UInt8?
  package var house: UInt32?
  package var building: UInt32?
  package var shop: UInt32?
  /// The smallest area that is sure.
  package var area: UInt32
  package var updatedAt: Instant

  package init(
    id: UInt32, source: String, kind: String, category: String?, state: String, unit: String?, assisting: [String],
    givenTo: [UInt32] = [], duty: String?, isUrgent: Bool, isSupervised: Bool, reportedAt: Instant, dueAt: Instant,
    closedAt: Instant?,
    stoppedAt: Instant?, satisfaction: UInt8?, house: UInt32?, building: UInt32?, shop: UInt32?, area: UInt32,
    updatedAt: Instant
  ) {
    (self.id, self.source, self.kind, self.category, self.state) = (id, source, kind, category, state)
    (self.unit, self.assisting, self.givenTo, self.duty) = (unit, assisting, givenTo, duty)
    (self.isUrgent, self.isSupervised) = (isUrgent, isSupervised)
    (self.reportedAt, self.dueAt, self.closedAt, self.stoppedAt) = (reportedAt, dueAt, closedAt, stoppedAt)
    (self.satisfaction, self.house, self.building, self.shop) = (satisfaction, house, building, shop)
    (self.area, self.updatedAt) = (area, updatedAt)
  }
}
