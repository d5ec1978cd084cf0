import Kernel
import Storage

extension FactsQueries {
  /// Units that help come joined by U+001F. A clock stands still since the moment that ended it, or that suspended it.
  static let workOrders = FactsQuery(
    sql: """
      SELECT w.id, w.source, w.kind, w.category, w.state, w.unit,
        (SELECT group_concat(a.unit, char(31)) FROM work_order_assists a WHERE a.order_id = w.id AND a.unit <> ''),
        w.duty, w.urgent, w.supervised, w.reported_at, w.due_at, w.closed_at,
        CASE WHEN w.state IN ('received', 'dispatched', 'accepted', 'in_progress', 'returned') THEN NULL
          WHEN w.state = 'suspended' THEN w.suspended_at
          ELSE coalesce(w.resolved_at, w.closed_at, w.updated_at) END,
        w.satisfaction, w.house_id, w.building_id, w.shop_id, w.area_id, w.updated_at, w.unit_area_id,
        (SELECT group_concat(a.area_id) FROM work_order_assists a WHERE a.order_id = w.id AND a.area_id IS NOT NULL)
      FROM work_orders w
      """, id: "w.id"
  ) { row in
    let helping = row.bytes(21).split(separator: UInt8(ascii: ",")).compactMap {
      UInt32(String(decoding: $0, as: UTF8.self))
    }
    return WorkOrderFacts(
      id: row.id(0), source: row.value(1), kind: row.value(2), category: row.value(3), state: row.value(4),
      unit: row.value(5),
      assisting: row.bytes(6).split(separator: 31).map { String(decoding: $0, as: UTF8.self) },
      givenTo: (row.optionalID(20).map { [$0] } ?? []) + helping, duty: row.value(7),
      isUrgent: row.isTrue(8), isSupervised: row.isTrue(9), reportedAt: row.instant(10), dueAt: row.instant(11),
      closedAt: row.optionalInstant(12), stoppedAt: row.optionalInstant(13),
      satisfaction: row.optionalID(14).map { UInt8(truncatingIfNeeded: $0) }, house: row.optionalID(15),
      building: row.optionalID(16), shop: row.optionalID(17), area: row.id(18), updatedAt: row.instant(19))
  }
}

extension RawRow {
  fileprivate func isTrue(_ index: Int) -> Bool { (value(index) as Int64) != 0 }
  fileprivate func optionalInstant(_ index: Int) -> Instant? { Instant(bytes: bytes(index)) }
}
