import Kernel

/// New values for some of an order; what is not named stays.
package struct WorkOrderPatch: Sendable {
  package var state: FieldChange<WorkOrderState> = .keep
  package var isSupervised: FieldChange<Bool> = .keep
  package var isExtended: FieldChange<Bool> = .keep
  package var isReturned: FieldChange<Bool> = .keep
  package var duty: FieldChange<String> = .keep
  package var unit: FieldChange<String> = .keep
  /// The committee that leads, where one does.
  package var unitArea: FieldChange<Int64> = .keep
  package var isUrgent: FieldChange<Bool> = .keep
  package var isCorrected: FieldChange<Bool> = .keep
  package var decidedAt: FieldChange<Instant> = .keep
  package var responsibleUnit: FieldChange<String> = .keep
  package var responsible: FieldChange<String> = .keep
  package var worker: FieldChange<String> = .keep
  package var category: FieldChange<String> = .keep
  package var location: WorkOrderLocation?
  package var deadline: (value: Deadline, warnAt: Instant, isProvisional: Bool)?
  package var ownClock: FieldChange<OwnClock> = .keep
  package var rounds: FieldChange<Int> = .keep
  package var roundAt: FieldChange<Instant> = .keep
  package var pauses: FieldChange<[Pause]> = .keep
  package var lateAt: FieldChange<Instant> = .keep
  package var isMissed: FieldChange<Bool> = .keep
  package var isContactMissed: FieldChange<Bool> = .keep
  package var extensionAskedAt: FieldChange<Instant> = .keep
  package var contactedAt: FieldChange<Instant> = .keep
  package var dispatchedAt: FieldChange<Instant> = .keep
  package var acceptedAt: FieldChange<Instant> = .keep
  package var resolvedAt: FieldChange<Instant> = .keep
  package var verifiedAt: FieldChange<Instant> = .keep
  package var closedAt: FieldChange<Instant> = .keep
  package var suspendedAt: FieldChange<Instant> = .keep
  package var outcome: FieldChange<WorkOrderOutcome> = .keep
  package var result: FieldChange<String> = .keep
  package var satisfaction: FieldChange<Int> = .keep
  package var isSolved: FieldChange<Bool> = .keep
  package var mergedInto: FieldChange<Int64> = .keep
  package var isWarned: FieldChange<Bool> = .keep
  package var isOverdue: FieldChange<Bool> = .keep
  package init() {}
}

/// How a matter ended.
package enum WorkOrderOutcome: String, Sendable, CaseIterable, Codable {
  /// 实际解决.
  case solved
  /// 诉求解释: it could not be done, and was said why.
  case explained
}
