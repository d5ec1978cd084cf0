import Foundation
import GRDB
import Kernel
import Storage

extension Reader {
  /// The order that a source pushed under its own number.
  package func workOrderID(source: String, externalID: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM work_orders WHERE source = ? AND external_id = ?"),
      arguments: [source, externalID])
  }

  /// What the rules need of an order.
  package func workOrder(_ id: Int64) throws -> WorkOrderRow? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT number, version, kind, urgent, state, returned, extended, supervised, extension_requested_at IS NOT NULL,
            reported_at, duty, iif(mode = 'auto', proposed_unit, NULL), house_id, responsible_unit, worker, contacted_at,
            resolved_at, solved, satisfaction, merged_into
          FROM work_orders WHERE id = ?
          """), arguments: [id])
    guard let row, let place = try workOrderSight(id), let clock = try workOrderClock(id) else { return nil }
    var order = WorkOrderRow(
      id: id, number: row[0], version: row[1], kind: try row.word(2, in: "work_orders") as WorkOrderKind,
      standing: WorkOrderStanding(
        try row.word(4, in: "work_orders") as WorkOrderState, isReturned: row[5], isExtended: row[6],
        isSupervised: row[7],
        isUrgent: row[3], asksForTime: row[8]), place: place, reportedAt: row.instant(9), clock: clock)
    (order.duty, order.autoUnit, order.house) = (row[10], row[11], row[12])
    (order.responsibleUnit, order.worker) = (row[13], row[14])
    (order.contactedAt, order.resolvedAt) = (Self.moment(row[15]), Self.moment(row[16]))
    (order.isSolved, order.satisfaction, order.mergedInto) = (row[17], row[18], row[19])
    return order
  }

  private static func moment(_ text: String?) -> Instant? { text.flatMap { Instant($0) } }

  /// Since when whoever has an order has it: from the report on where it went out as it came, else since it was dispatched, and
  /// never longer than the round goes on.
  package static let heldSince = """
    max(iif(coalesce(dispatched_at, '') <= received_at, reported_at, dispatched_at), coalesce(round_at, ''))
    """

  /// Where an order's clock stands.
  package func workOrderClock(_ id: Int64) throws -> WorkOrderClock? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT pace, counted_from, first_contact_due_at, due_at, allowance_ms, due_days, suspended_at, pauses, rounds,
            round_at, iif(unit IS NULL, NULL, \(Self.heldSince)), late_at, missed, contact_missed, own_clock
          FROM work_orders WHERE id = ?
          """), arguments: [id])
    guard let row else { return nil }
    var clock = WorkOrderClock(
      Deadline(
        pace: try row.word(0, in: "work_orders") as Deadline.Pace, countedFrom: row.instant(1),
        firstContactDueAt: row.instant(2), dueAt: row.instant(3), allowance: row[4], days: row[5]))
    clock.suspendedAt = Self.moment(row[6])
    (clock.pauses, clock.rounds) = (try ClockText.pauses(row[7]), row[8])
    (clock.roundAt, clock.heldSince, clock.lateAt) = (Self.moment(row[9]), Self.moment(row[10]), Self.moment(row[11]))
    (clock.isMissed, clock.isContactMissed) = (row[12], row[13])
    clock.own = try (row[14] as String?).flatMap { try ClockText.own($0) }
    return clock
  }

  /// Where an order lies.
  package func workOrderLocation(_ id: Int64) throws -> WorkOrderLocation? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT area_id, house_id, building_id, shop_id, committee_id, grid_id, candidates FROM work_orders WHERE id = ?
          """), arguments: [id])
    guard let row else { return nil }
    var location = WorkOrderLocation(area: row[0])
    (location.house, location.building, location.shop) = (row[1], row[2], row[3])
    (location.committee, location.grid) = (row[4], row[5])
    location.candidates = try JSONDecoder().decode([Int64].self, from: Data((row[6] as String).utf8))
    return location
  }

  /// What a push is answered with.
  package func pushedOrder(_ id: Int64) throws -> PushedOrder? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT w.number, w.state, w.house_id, h.address, w.candidates, w.mode, w.proposal, w.first_contact_due_at,
            w.due_at, w.pushed_by, w.version, w.due_provisional
          FROM work_orders w LEFT JOIN houses h ON h.id = w.house_id WHERE w.id = ?
          """), arguments: [id])
    guard let row else { return nil }
    let house = (row[2] as Int64?).map { PushedOrder.House(id: $0, address: row[3] ?? "") }
    let candidates = try JSONDecoder().decode([Int64].self, from: Data((row[4] as String).utf8))
    return PushedOrder(
      id: id, number: row[0], state: row[1], house: house,
      candidates: try candidates.compactMap { house in
        try address(ofHouse: house).map { PushedOrder.House(id: house, address: $0) }
      },
      dispatch: WorkOrderDispatch(
        try row.word(5, in: "work_orders") as WorkOrderDispatch.Mode,
        try JSONDecoder().decode([WorkOrderDispatch.Candidate].self, from: Data((row[6] as String).utf8))),
      firstContactDueAt: row[7], dueAt: row[8], isProvisional: row[11], pushedBy: row[9], version: row[10])
  }
}
