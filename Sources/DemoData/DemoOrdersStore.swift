import GRDB
import Kernel
import Storage
import WorkOrders

/// One invented work order.
package struct DemoOrder: Sendable {
  package var number: String
  package var source: String
  package var externalID: String
  package var kind: WorkOrderKind
  package var title: String
  package var text: String
  package var category: String
  package var duty: String
  package var unit: String
  package var state: WorkOrderState
  package var isUrgent: Bool
  package var isSupervised: Bool
  package var place: DemoOrderPlace
  package var reported: Instant
  package var due: Instant
  package var accepted: Instant?
  package var resolved: Instant?
  package var closed: Instant?
  package var suspended: Instant?
  package var helper: String?
  package var satisfaction: Int?

  package init(
    number: String, source: String, externalID: String, kind: WorkOrderKind, title: String, text: String,
    category: String, duty: String, unit: String, state: WorkOrderState, isUrgent: Bool, isSupervised: Bool,
    place: DemoOrderPlace, reported: Instant, due: Instant
  ) {
    (self.number, self.source, self.externalID, self.kind) = (number, source, externalID, kind)
    (self.title, self.text, self.category, self.duty, self.unit) = (title, text, category, duty, unit)
    (self.state, self.isUrgent, self.isSupervised) = (state, isUrgent, isSupervised)
    (self.place, self.reported, self.due) = (place, reported, due)
  }

  /// Nobody has it yet.
  var isQueued: Bool { state == .received }
}

/// Where an invented order lies, by row ids.
package struct DemoOrderPlace: Sendable {
  package var address: String
  /// Nil where only the building is sure.
  package var house: Int64?
  package var building: Int64?
  package var shop: Int64?
  package var committee: Int64
  package var grid: Int64?
}

/// Writes invented orders. Row ids go on from those that are there.
enum DemoOrderLoader {
  private static let columns = [
    "number", "source", "external_id", "kind", "title", "text", "category", "state", "urgent", "supervised", "duty",
    "unit", "mode", "confidence", "address", "house_id", "building_id", "shop_id", "committee_id", "grid_id", "area_id",
    "reported_at", "received_at", "pace", "counted_from", "allowance_ms", "first_contact_due_at", "due_at", "warn_at",
    "warned", "contacted_at", "dispatched_at", "accepted_at", "resolved_at", "verified_at", "closed_at",
    "suspended_at", "outcome", "satisfaction", "updated_at", "unit_area_id",
  ]

  static func run(_ db: Database, _ orders: [DemoOrder], withEvents: Bool) throws {
    let before = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM work_orders") ?? 0
    var rows = try BulkInsert(db, "work_orders", columns)
    var helpers = try BulkInsert(db, "work_order_assists", ["order_id", "unit", "at", "by_caller", "area_id"])
    for (place, order) in orders.enumerated() {
      let id = before + 1 + Int64(place)
      bind(order, &rows)
      try rows.run()
      if let helper = order.helper {
        helpers.bind(id)
        helpers.bind(helper)
        helpers.bind(order.accepted ?? order.reported)
        helpers.bind(caller)
        helpers.bind(AssignedUnit.isCommitteeOfPlace(helper) ? order.place.committee : nil)
        try helpers.run()
      }
    }
    if withEvents { try events(db, orders, after: before) }
  }

  private static func bind(_ order: DemoOrder, _ rows: inout BulkInsert) {
    for text in [
      order.number, order.source, order.externalID, order.kind.rawValue, order.title, order.text, order.category,
      order.state.rawValue,
    ] { rows.bind(text) }
    rows.bind(order.isUrgent ? 1 : 0)
    rows.bind(order.isSupervised ? 1 : 0)
    rows.bind(order.isQueued ? nil : order.duty)
    rows.bind(order.isQueued ? nil : order.unit)
    rows.bind(order.isQueued ? "queue" : "auto")
    rows.bind(order.isQueued ? 0.4 : 0.95)
    rows.bind(order.place.address)
    for id in [order.place.house, order.place.building, order.place.shop, order.place.committee, order.place.grid] {
      rows.bind(id)
    }
    rows.bind(order.place.grid ?? order.place.committee)
    bindTimes(order, &rows)
    rows.bind(order.resolved == nil ? nil : order.isExplained ? "explained" : "solved")
    rows.bind(order.satisfaction.map(Int64.init))
    rows.bind(order.closed ?? order.resolved ?? order.suspended ?? order.accepted ?? order.reported)
    rows.bind(!order.isQueued && AssignedUnit.isCommitteeOfPlace(order.unit) ? order.place.committee : nil)
  }

  private static func bindTimes(_ order: DemoOrder, _ rows: inout BulkInsert) {
    let span = order.due.milliseconds - order.reported.milliseconds
    rows.bind(order.reported)
    rows.bind(order.reported)
    rows.bind("working_time")
    rows.bind(order.reported)
    rows.bind(span)
    rows.bind(Instant(milliseconds: min(order.reported.milliseconds + 86_400_000, order.due.milliseconds)))
    rows.bind(order.due)
    rows.bind(Instant(milliseconds: order.reported.milliseconds + span * 4 / 5))
    // What has ended needs no warning any more; of the rest the first sweep tells.
    rows.bind(order.resolved == nil ? 0 : 1)
    rows.bind(order.accepted)
    rows.bind(order.isQueued ? nil : order.reported)
    rows.bind(order.accepted)
    rows.bind(order.resolved)
    rows.bind(order.closed)
    rows.bind(order.closed)
    rows.bind(order.suspended)
  }

  private static func events(_ db: Database, _ orders: [DemoOrder], after before: Int64) throws {
    var events = try BulkInsert(
      db, "work_order_events", ["order_id", "at", "by_caller", "action", "from_state", "to_state"])
    for (place, order) in orders.enumerated() {
      var state: WorkOrderState?
      func add(_ moment: Instant?, _ action: String, _ to: WorkOrderState) throws {
        guard let moment else { return }
        events.bind(before + 1 + Int64(place))
        events.bind(moment)
        events.bind(caller)
        events.bind(action)
        events.bind(state?.rawValue)
        events.bind(to.rawValue)
        try events.run()
        state = to
      }
      try add(order.reported, "created", .received)
      if order.state == .rejected { try add(order.resolved, "reject", .rejected) }
      guard ![.received, .rejected].contains(order.state) else { continue }
      try add(order.reported, "dispatch", .dispatched)
      try add(order.accepted, "accept", .accepted)
      try add(order.suspended, "suspend", .suspended)
      try add(order.resolved, "resolve", .resolved)
      try add(order.closed, "close", .closed)
    }
  }

  private static let caller = "演示数据"
}

extension DemoOrder {
  fileprivate var isExplained: Bool { [.consultation, .suggestion, .praise].contains(kind) }
}

extension Reader {
  /// The houses and the shops at them that invented orders can be about, in the order of their ids.
  package func demoOrderPlaces() throws -> [DemoOrderPlace] {
    var places: [DemoOrderPlace] = []
    // One sweep over the occupancies: their indexes are gone while a large street is loaded.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH traders AS MATERIALIZED (
          SELECT house_id, min(shop_id) AS shop FROM occupancies WHERE shop_id IS NOT NULL AND until IS NULL
          GROUP BY house_id)
        SELECT h.address, h.id, h.building_id, t.shop, h.committee_id, h.grid_id
        FROM houses h LEFT JOIN traders t ON t.house_id = h.id ORDER BY h.id
        """)
    while let row = try rows.next() {
      try places.append(
        DemoOrderPlace(
          address: row.value(0), house: row.value(1), building: row.value(2), shop: row.value(3),
          committee: row.value(4), grid: row.value(5)))
    }
    return places
  }
}
