import Foundation
import GRDB
import Identity
import Kernel
import Platform
import Storage

extension Writer {
  /// Makes an order with the first lines of its timeline. (source, external_id) must be free.
  package func insertWorkOrder(_ new: NewWorkOrder, by caller: Caller) throws -> Int64 {
    let number = try nextOrderNumber()
    let (draft, chosen) = (new.draft, new.dispatch.chosen)
    let row = try nextID("work_orders")
    let title = try MaskedText(draft.title, keys, at: SealedPlace("work_orders", "title_sealed", row: row))
    let text = try MaskedText(draft.text, keys, at: SealedPlace("work_orders", "text_sealed", row: row))
    let phone = try SealedValue("phone", draft.reporterPhone, keys, at: "work_orders", row: row, mask: Masking.phone)
    let state: WorkOrderState = chosen == nil ? .received : .dispatched
    let (place, deadline) = (new.location, new.deadline)
    let id = try insert(
      Self.insertOrder,
      [
        row, number, draft.source, draft.externalID ?? number, draft.kind.rawValue, title.masked, title.sealed,
        text.masked, text.sealed, draft.category.map(shown), state.rawValue, draft.isUrgent, chosen?.duty, chosen?.unit,
        new.dispatch.mode.rawValue, new.dispatch.candidates.first?.confidence,
        try Self.json(new.dispatch.candidates), new.dispatch.candidates.first?.duty,
        new.dispatch.candidates.first?.unit, draft.address.map(shown), Reader.list(place.candidates), place.house,
        place.building,
        place.shop, place.committee, place.grid, place.area, draft.place?.lat, draft.place?.lon,
        draft.reporterName.map(shown),
        phone.sealed, phone.key, phone.masked, new.reportedAt.description, now.description, deadline.pace.rawValue,
        deadline.countedFrom.description, deadline.allowance, deadline.firstContactDueAt.description,
        deadline.dueAt.description, new.warnAt.description, chosen == nil ? nil : now.description, caller.id,
        now.description, new.unitArea.map { Int64($0) }, deadline.days, new.isProvisional,
      ])
    try seal(draft.address, "address", of: .workOrders, id)
    try seal(draft.reporterName, "reporter", of: .workOrders, id)
    try seal(draft.category, "category", of: .workOrders, id)
    try insertEvent(order: id, by: caller.name, "created", from: nil, to: .received)
    if let chosen {
      let detail: JSONValue = [
        "mode": "auto", "unit": .string(chosen.unit), "duty": .string(chosen.duty),
        "confidence": .number(chosen.confidence),
      ]
      try insertEvent(
        order: id, by: "system", WorkOrderAction.dispatch.rawValue, from: .received, to: .dispatched, detail: detail)
    }
    try recordChange(.workOrders, id, .create)
    return id
  }

  /// `20261121-000123`: the day, and a running number of that day.
  private func nextOrderNumber() throws -> String {
    let day = now.day.description.filter { $0 != "-" }
    let last = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT number FROM work_orders WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT 1"),
      arguments: [day + "-", day + "."])
    let count = (last?.split(separator: "-").last).flatMap { Int($0) } ?? 0
    let digits = String(count + 1)
    return "\(day)-\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits)"
  }

  package static func json(_ candidates: [WorkOrderDispatch.Candidate]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(candidates), as: UTF8.self)
  }

  private static let insertOrder = """
    INSERT INTO work_orders (id, number, source, external_id, kind, title, title_sealed, text, text_sealed, category, state,
      urgent, duty, unit, mode, confidence, proposal, proposed_duty, proposed_unit, address, candidates, house_id,
      building_id, shop_id, committee_id, grid_id, area_id, lat, lon, reporter, phone_sealed, phone_key, phone_masked,
      reported_at, received_at, pace, counted_from, allowance_ms, first_contact_due_at, due_at, warn_at, dispatched_at,
      pushed_by, updated_at, unit_area_id, due_days, due_provisional)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
      ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
}
