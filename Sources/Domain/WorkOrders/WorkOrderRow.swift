/// What of an order the rules need: lists and pages are made in the store.
package struct WorkOrderRow: Sendable, Equatable {
  package let id: Int64
  package let number: String
  package let version: Int64
  package let kind: WorkOrderKind
  package let isUrgent: Bool
  package let standing: WorkOrderStanding
  package let place: WorkOrderPlace
  package let duty: String?
  package let unit: String?
  /// What dispatch decided by itself when the order came; nil where it left that to a person.
  package let autoUnit: String?
  package let house: Int64?
  package let responsibleUnit: String?
  package let reportedAt: Instant
  package let deadline: Deadline
  package let suspendedAt: Instant?
  package let contactedAt: Instant?

  package init(
    id: Int64, number: String, version: Int64, kind: WorkOrderKind, isUrgent: Bool, standing: WorkOrderStanding,
    place: WorkOrderPlace, duty: String?, unit: String?, autoUnit: String?, house: Int64?, responsibleUnit: String?,
    reportedAt: Instant, deadline: Deadline, suspendedAt: Instant?, contactedAt: Instant?
  ) {
    (self.id, self.number, self.version, self.kind, self.isUrgent) = (id, number, version, kind, isUrgent)
    (self.standing, self.place, self.duty, self.unit, self.autoUnit) = (standing, place, duty, unit, autoUnit)
    (self.house, self.responsibleUnit, self.reportedAt) = (house, responsibleUnit, reportedAt)
    (self.deadline, self.suspendedAt, self.contactedAt) = (deadline, suspendedAt, contactedAt)
  }
}

/// A line of an order's timeline.
package struct WorkOrderEvent: Sendable, Equatable {
  package let id: Int64
  package let at: String
  package let by: String
  /// A `WorkOrderAction`, or created, changed, escalated, attached.
  package let action: String
  package let from: String?
  package let to: String
  package let note: String?
  /// A JSON object.
  package let detail: String

  package init(
    id: Int64, at: String, by: String, action: String, from: String?, to: String, note: String?, detail: String
  ) {
    (self.id, self.at, self.by, self.action) = (id, at, by, action)
    (self.from, self.to, self.note, self.detail) = (from, to, note, detail)
  }
}
