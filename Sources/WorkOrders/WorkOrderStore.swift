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
    var order = try WorkOrderRow(
      id: id, number: row.value(0), version: row.value(1), kind: try row.word(2, in: "work_orders") as WorkOrderKind,
      standing: WorkOrderStanding(
        try row.word(4, in: "work_orders") as WorkOrderState, isReturned: row.value(5), isExtended: row.value(6),
        isSupervised: row.value(7),
        isUrgent: row.value(3), asksForTime: row.value(8)), place: place, reportedAt: row.instant(9), clock: clock)
    (order.duty, order.autoUnit, order.house) = try (row.value(10), row.value(11), row.value(12))
    (order.responsibleUnit, order.worker) = try (row.value(13), row.value(14))
    (order.contactedAt, order.resolvedAt) = try (Self.moment(row.value(15)), Self.moment(row.value(16)))
    (order.isSolved, order.satisfaction, order.mergedInto) = try (row.value(17), row.value(18), row.value(19))
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
    var clock = try WorkOrderClock(
      Deadline(
        pace: try row.word(0, in: "work_orders") as Deadline.Pace, countedFrom: row.instant(1),
        firstContactDueAt: row.instant(2), dueAt: row.instant(3), allowance: row.value(4), days: row.value(5)))
    clock.suspendedAt = try Self.moment(row.value(6))
    (clock.pauses, clock.rounds) = try (ClockText.pauses(row.value(7)), row.value(8))
    (clock.roundAt, clock.heldSince, clock.lateAt) = try (
      Self.moment(row.value(9)), Self.moment(row.value(10)), Self.moment(row.value(11))
    )
    (clock.isMissed, clock.isContactMissed) = try (row.value(12), row.value(13))
    clock.own = try (row.value(14) as String?).flatMap { try ClockText.own($0) }
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
    var location = try WorkOrderLocation(area: row.value(0))
    (location.house, location.building, location.shop) = try (row.value(1), row.value(2), row.value(3))
    (location.committee, location.grid) = try (row.value(4), row.value(5))
    location.candidates = try JSONDecoder().decode([Int64].self, from: Data((row.value(6) as String).utf8))
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
    let house = try (row.value(2) as Int64?).map { try PushedOrder.House(id: $0, address: row.value(3) ?? "") }
    let candidates = try JSONDecoder().decode([Int64].self, from: Data((row.value(4) as String).utf8))
    return try PushedOrder(
      id: id, number: row.value(0), state: row.value(1), house: house,
      candidates: try candidates.compactMap { house in
        try address(ofHouse: house).map { PushedOrder.House(id: house, address: $0) }
      },
      dispatch: WorkOrderDispatch(
        try row.word(5, in: "work_orders") as WorkOrderDispatch.Mode,
        try JSONDecoder().decode([WorkOrderDispatch.Candidate].self, from: Data((row.value(6) as String).utf8))),
      firstContactDueAt: row.value(7), dueAt: row.value(8), isProvisional: row.value(11), pushedBy: row.value(9),
      version: row.value(10))
  }
}
