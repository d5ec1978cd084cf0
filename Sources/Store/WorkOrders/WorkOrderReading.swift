import Domain
import Foundation
import GRDB

extension Reader {
  /// The order that a source pushed under its own number.
  package func workOrderID(source: String, externalID: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM work_orders WHERE source = ? AND external_id = ?"),
      arguments: [source, externalID])
  }

  /// The order with this number of ours.
  package func workOrderID(number: String) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM work_orders WHERE number = ?"), arguments: [number])
  }

  /// What the rules need of an order.
  package func workOrder(_ id: Int64) throws -> WorkOrderRow? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT number, version, kind, urgent, state, returned, extended, supervised, area_id, unit, duty,
            iif(mode = 'auto', proposed_unit, NULL), house_id, responsible_unit, reported_at, pace, counted_from,
            first_contact_due_at, due_at, allowance_ms, suspended_at, contacted_at
          FROM work_orders WHERE id = ?
          """), arguments: [id])
    guard let row else { return nil }
    return WorkOrderRow(
      id: id, number: row[0], version: row[1], kind: WorkOrderKind(rawValue: row[2]) ?? .request, isUrgent: row[3],
      standing: WorkOrderStanding(
        WorkOrderState(rawValue: row[4]) ?? .received, isReturned: row[5], isExtended: row[6], isSupervised: row[7]),
      place: WorkOrderPlace(area: row.id(8), unit: row[9], assisting: try assistingUnits(id)), duty: row[10],
      unit: row[9], autoUnit: row[11], house: row[12], responsibleUnit: row[13], reportedAt: row.instant(14),
      deadline: Deadline(
        pace: Deadline.Pace(rawValue: row[15]) ?? .workingTime, countedFrom: row.instant(16),
        firstContactDueAt: row.instant(17), dueAt: row.instant(18), allowance: row[19]),
      suspendedAt: (row[20] as String?).flatMap { Instant($0) },
      contactedAt: (row[21] as String?).flatMap { Instant($0) })
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
            w.due_at, w.pushed_by, w.version
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
        WorkOrderDispatch.Mode(rawValue: row[5]) ?? .queue,
        try JSONDecoder().decode([WorkOrderDispatch.Candidate].self, from: Data((row[6] as String).utf8))),
      firstContactDueAt: row[7], dueAt: row[8], pushedBy: row[9], version: row[10])
  }
}
