import FilterLanguage
import Foundation
import GRDB
import Kernel
import Storage

extension Writer {
  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Returns: what changed, for the audit log.
  /// - Throws: `not_found`, `version_conflict`.
  package func updateWorkOrder(
    _ id: Int64, _ patch: WorkOrderPatch, version: Int64?
  ) throws -> [AuditEntry.Change] {
    var row = RowPatch(table: "work_orders", kind: .workOrders, id: id)
    row.set("state", patch.state.raw)
    row.set("supervised", patch.isSupervised)
    row.set("extended", patch.isExtended)
    row.set("returned", patch.isReturned)
    row.set("duty", patch.duty)
    row.set("unit", patch.unit)
    row.set("unit_area_id", patch.unitArea)
    row.set("urgent", patch.isUrgent)
    row.set("corrected", patch.isCorrected)
    row.set("decided_at", patch.decidedAt.text)
    row.set("responsible_unit", patch.responsibleUnit)
    row.set("responsible", patch.responsible)
    row.set("worker", patch.worker)
    if case .set(let category) = patch.category { row.set("category", .set(category.map(shown))) }
    row.set("merged_into", patch.mergedInto)
    row.set("warned", patch.isWarned)
    row.set("overdue", patch.isOverdue)
    setTimes(patch, &row)
    setClock(patch, &row)
    try setOutcome(patch, &row)
    if let place = patch.location { Self.set(place, &row) }
    if let deadline = patch.deadline {
      set(deadline.value, warnAt: deadline.warnAt, isProvisional: deadline.isProvisional, &row)
    }
    let moves = patch.unit != .keep || patch.unitArea != .keep || patch.location != nil
    return try tellingLeavings(of: moves ? [(.workOrders, id)] : []) { try row.apply(self, version: version) }
  }

  private func setTimes(_ patch: WorkOrderPatch, _ row: inout RowPatch) {
    row.set("contacted_at", patch.contactedAt.text)
    row.set("dispatched_at", patch.dispatchedAt.text)
    row.set("accepted_at", patch.acceptedAt.text)
    row.set("resolved_at", patch.resolvedAt.text)
    row.set("verified_at", patch.verifiedAt.text)
    row.set("closed_at", patch.closedAt.text)
    row.set("suspended_at", patch.suspendedAt.text)
    row.set("extension_requested_at", patch.extensionAskedAt.text)
  }

  private func setClock(_ patch: WorkOrderPatch, _ row: inout RowPatch) {
    row.set("rounds", patch.rounds)
    row.set("round_at", patch.roundAt.text)
    row.set("late_at", patch.lateAt.text)
    row.set("missed", patch.isMissed)
    row.set("contact_missed", patch.isContactMissed)
    if case .set(let pauses) = patch.pauses { row.columns.append(("pauses", ClockText.text(pauses ?? []))) }
    if case .set(let own) = patch.ownClock { row.columns.append(("own_clock", own.map(ClockText.text))) }
  }

  private func setOutcome(_ patch: WorkOrderPatch, _ row: inout RowPatch) throws {
    row.set("outcome", patch.outcome.raw)
    row.set("satisfaction", patch.satisfaction)
    row.set("solved", patch.isSolved)
    guard case .set(let result) = patch.result else { return }
    let text = try MaskedText(result, keys, at: SealedPlace("work_orders", "result_sealed", row: row.id))
    row.columns.append(("result", text?.masked))
    row.columns.append(("result_sealed", text?.sealed))
  }

  private static func set(_ place: WorkOrderLocation, _ row: inout RowPatch) {
    row.set("house_id", .set(place.house))
    row.set("building_id", .set(place.building))
    row.set("shop_id", .set(place.shop))
    row.set("committee_id", .set(place.committee))
    row.set("grid_id", .set(place.grid))
    row.set("area_id", .set(place.area))
    row.set("candidates", .set(Reader.list(place.candidates)))
  }

  /// A new clock: what was told of the old one may have to be told again.
  private func set(_ deadline: Deadline, warnAt: Instant, isProvisional: Bool, _ row: inout RowPatch) {
    row.set("pace", .set(deadline.pace.rawValue))
    row.set("counted_from", .set(deadline.countedFrom.description))
    row.set("allowance_ms", .set(deadline.allowance))
    row.set("due_days", .set(deadline.days))
    row.set("due_provisional", .set(isProvisional))
    row.set("first_contact_due_at", .set(deadline.firstContactDueAt.description))
    row.set("due_at", .set(deadline.dueAt.description))
    row.set("warn_at", .set(warnAt.description))
    if warnAt > now { row.set("warned", .set(false)) }
    if deadline.dueAt > now { row.set("overdue", .set(false)) }
  }
}

extension Writer {
  /// A new version of an order that has only more to its timeline.
  package func renewWorkOrder(_ id: Int64) throws {
    try execute(
      "UPDATE work_orders SET version = version + 1, updated_at = ? WHERE id = ?", [now.description, id])
    try recordChange(.workOrders, id, .update)
  }
}

extension FieldChange where Value == Instant {
  /// The moment as the column holds it.
  fileprivate var text: FieldChange<String> {
    switch self {
    case .keep: .keep
    case .set(let moment): .set(moment?.description)
    }
  }
}

extension FieldChange where Value: RawRepresentable, Value.RawValue == String {
  fileprivate var raw: FieldChange<String> {
    switch self {
    case .keep: .keep
    case .set(let value): .set(value?.rawValue)
    }
  }
}
