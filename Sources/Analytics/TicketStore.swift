import Foundation
import GRDB
import Kernel
import Platform
import Storage
import WorkOrders

/// A work order as analytics reads it: with its text, which is not kept.
package struct TicketRow: Sendable {
  package var id: UInt32 = 0
  package var source = ""
  package var kind = ""
  /// The source's own category, else the duty that holds or was proposed; nil where there is none of them.
  package var category: String?
  package var state = ""
  package var isUrgent = false
  package var isSupervised = false
  package var isExtended = false
  /// Who has it: nobody while it waits in the queue, or for a ruling.
  package var unit: String?
  /// Who leads, or was proposed.
  package var dispatchService: String?
  package var worker: String?
  /// Title and text, the numbers of people starred out.
  package var text = ""
  package var address = ""
  package var house: UInt32?
  package var building: UInt32?
  package var shop: UInt32?
  package var committee: UInt32?
  /// Of the building.
  package var compound: UInt32?
  package var road: String?
  /// The number on the road: of the lane, or of the house where there is no lane.
  package var number: String?
  /// Tells the reporters of one source apart and nothing else; nil for unknown. Of two sources it does not, or whoever pushes an order
  /// with somebody's number would see whether that number had complained.
  package var reporter: UInt32?
  package var reportedAt = Instant(milliseconds: 0)
  package var contactDueAt: Instant?
  package var contactedAt: Instant?
  package var dueAt: Instant?
  package var resolvedAt: Instant?
  package var satisfaction: Int32?
  /// What whoever reported said when asked; nil before.
  package var isSolved: Bool?
  /// Since when whoever has it has it.
  package var heldSince: Instant?
  package var suspendedAt: Instant?
  /// Whoever has it has missed a deadline, or a first contact, that was moved afterwards.
  package var isMissed = false
  package var isContactMissed = false
  /// It was raised from a hot spot.
  package var isDerived = false
  /// The times before, of other units and earlier rounds.
  package var stints: [WorkOrderStint] = []
}

extension Reader {
  /// All orders as analytics reads them, or those with the given ids.
  package func ticketRows(ids: [UInt32]? = nil, _ body: (TicketRow) throws -> Void) throws {
    var arguments: StatementArguments = []
    var sql = Self.ticketSQL
    if let ids {
      sql += " WHERE w.id IN (SELECT value FROM json_each(?))"
      arguments = [Self.list(ids)]
    }
    let stints = try ticketStints(ids)
    try RawRow.forEach(db, sql, arguments) { row in
      var ticket = TicketRow(row)
      ticket.stints = stints[ticket.id] ?? []
      try body(ticket)
    }
  }

  /// By order: few have any.
  private func ticketStints(_ ids: [UInt32]?) throws -> [UInt32: [WorkOrderStint]] {
    let bound = ids == nil ? "" : " WHERE order_id IN (SELECT value FROM json_each(?))"
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT order_id, unit, worker, since, contact_met, due_met, solved, satisfaction FROM work_order_stints\(bound)
        ORDER BY id
        """, arguments: ids.map { [Self.list($0)] } ?? [])
    return try rows.reduce(into: [:]) { stints, row in
      try stints[row.id(0), default: []].append(
        WorkOrderStint(
          unit: row.value(1), worker: row.value(2), since: row.instant(3), contactMet: row.value(4),
          dueMet: row.value(5), isSolved: row.value(6),
          satisfaction: row.value(7)))
    }
  }

  /// Orders that have changed after `seq`, and the newest change.
  package func changedTickets(after seq: Int64) throws -> (ids: [UInt32], seq: Int64) {
    let newest = try lastChange()
    guard newest > seq else { return ([], newest) }
    let ids = try UInt32.fetchAll(
      db.cachedStatement(
        sql: "SELECT DISTINCT subject_id FROM changes WHERE seq > ? AND subject = 'work_orders' ORDER BY 1"),
      arguments: [seq])
    return (ids, newest)
  }

  private static let ticketSQL = """
    SELECT w.id, w.source, w.kind, coalesce(w.category, (SELECT coalesce(nullif(v.subcategory, ''), v.category)
        FROM duties d JOIN duty_versions v ON v.duty_id = d.id WHERE d.code = coalesce(w.duty, w.proposed_duty)
        ORDER BY v.since DESC LIMIT 1), w.duty, w.proposed_duty), w.state, w.urgent, w.supervised,
      w.extended, coalesce(w.unit, w.proposed_unit), w.worker, w.title, w.text, w.address, w.house_id, w.building_id,
      coalesce(w.shop_id, (SELECT o.shop_id FROM occupancies o
        WHERE o.house_id = w.house_id AND o.shop_id IS NOT NULL AND o.until IS NULL LIMIT 1)),
      w.committee_id, b.compound_id, b.road, coalesce(b.lane, b.number),
      nullif(hex(substr(w.phone_key, 1, 4)), '') || '|' || coalesce(w.pushed_by, 0),
      w.reported_at, w.first_contact_due_at, w.contacted_at, w.due_at, w.resolved_at, w.satisfaction, w.solved,
      iif(w.state IN ('received', 'returned', 'rejected'), NULL, w.unit),
      \(heldSince), w.suspended_at, w.missed,
      w.contact_missed, substr(w.external_id, 1, 8) = 'hotspot:'
        AND EXISTS (SELECT 1 FROM hotspot_notes n WHERE n.work_order_id = w.id)
    FROM work_orders w LEFT JOIN buildings b ON b.id = w.building_id
    """
}

extension TicketRow {
  init(_ row: RawRow) {
    (id, source, kind, category, state) = (row.id(0), row.value(1), row.value(2), row.value(3), row.value(4))
    (isUrgent, isSupervised, isExtended) = (row.id(5) != 0, row.id(6) != 0, row.id(7) != 0)
    (dispatchService, worker) = (row.value(8), row.value(9))
    text = row.value(10) + "。" + row.value(11)
    address = row.value(12)
    (house, building, shop) = (row.optionalID(13), row.optionalID(14), row.optionalID(15))
    (committee, compound) = (row.optionalID(16), row.optionalID(17))
    (road, number) = (row.value(18), row.value(19))
    reporter = Self.hash(row.bytes(20))
    reportedAt = row.instant(21)
    (contactDueAt, contactedAt) = (Instant(bytes: row.bytes(22)), Instant(bytes: row.bytes(23)))
    (dueAt, resolvedAt) = (Instant(bytes: row.bytes(24)), Instant(bytes: row.bytes(25)))
    satisfaction = row.value(26)
    isSolved = (row.value(27) as Int32?).map { $0 != 0 }
    (unit, heldSince, suspendedAt) = (row.value(28), Instant(bytes: row.bytes(29)), Instant(bytes: row.bytes(30)))
    (isMissed, isContactMissed, isDerived) = (row.id(31) != 0, row.id(32) != 0, row.id(33) != 0)
  }

  /// FNV-1a.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard !bytes.isEmpty else { return nil }
    var hash: UInt32 = 0x811c_9dc5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return max(1, hash)
  }
}
