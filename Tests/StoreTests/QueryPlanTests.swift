import GRDB
import Support
import Synchronization
import Testing
@testable import Addresses
@testable import Campaigns
@testable import ChineseQuery
@testable import DataRequests
@testable import FilterLanguage
@testable import Kernel
@testable import Ledgers
@testable import Open311
@testable import Platform
@testable import Registry
@testable import Reminders
@testable import Storage
@testable import WorkOrders

/// No statement of the hot paths walks a whole table: each is run on a real database, and SQLite says how.
@Suite struct QueryPlanTests {
  private static let day = Day(number: 20_778)
  private static let large = [
    "people", "houses", "buildings", "shops", "occupancies", "taggings", "records", "visits",
    "duty_versions", "admissions", "work_orders", "work_order_events", "attachments", "runs", "run_chunks",
    "run_marks", "data_requests", "data_request_committees", "reminders", "webhook_deliveries", "schedules",
    "dispatch_lessons", "audit", "campaign_entries", "campaign_counts",
    "campaign_building_counts",
  ]

  private static func sight(_ role: Role, _ areas: [Int64], _ unit: String? = nil) -> ReminderAccessPolicy {
    ReminderAccessPolicy(
      Caller(id: 1, name: "x", role: role, areas: areas, unit: unit, origin: "test"), Set(areas.map { UInt32($0) }))
  }
  private static let (areaSight, unitSight, wholeSight) = (
    sight(.worker, [1, 2]), sight(.department, [1], "x"), sight(.admin, [])
  )

  private static let run = RunRecord(
    id: 1,
    draft: RunDraft(
      ledger: 1, name: "", subject: "people", question: "", columns: [], notes: [], sort: nil, groupBy: [], asOf: day,
      areas: nil, isRestricted: false, total: 0), madeAt: "", finishedAt: nil, callerID: nil, caller: "", state: .done,
    done: 0, groups: [], previous: nil, kind: .kept)

  private static let reads: [(name: String, body: @Sendable (Reader) throws -> Void)] = [
    ("audit of a caller", { _ = try $0.auditLines(AuditFilter(caller: "x"), before: nil, limit: 5) }),
    ("audit of actions", { _ = try $0.auditLines(AuditFilter(action: "people"), before: 9, limit: 5) }),
    ("audit counted", { _ = try $0.auditCount(AuditFilter(caller: "x", action: "people")) }),
    ("rows of people", { _ = try $0.rows(of: .people, ids: [1, 2], columns: nil, asOf: day, scope: [3]) }),
    ("rows of houses", { _ = try $0.rows(of: .houses, ids: [1, 2], columns: nil, asOf: day, scope: nil) }),
    ("rows of buildings", { _ = try $0.rows(of: .buildings, ids: [1], columns: nil, asOf: day, scope: nil) }),
    ("rows of shops", { _ = try $0.rows(of: .shops, ids: [1], columns: nil, asOf: day, scope: [3]) }),
    ("rows of assets", { _ = try $0.rows(of: .assets, ids: [1], columns: nil, asOf: day, scope: nil) }),
    ("address in a district", { _ = try $0.houseIDs(address: "长乐路1号", district: 2) }),
    ("buildings within one", { _ = try $0.buildingIDs(within: "长乐路1号", district: nil) }),
    ("buildings within one in a district", { _ = try $0.buildingIDs(within: "长乐路1号", district: 2) }),
    ("address in any district", { _ = try $0.houseIDs(address: "长乐路1号", district: nil) }),
    ("alias", { _ = try $0.houseIDs(alias: "步高里", district: nil) }),
    ("person by number", { _ = try $0.personID(idNumber: "310199194001011234") }),
    ("person by phone", { _ = try $0.personIDs(phone: "13800000000") }),
    ("person by name", { _ = try $0.personIDs(name: "张三", birth: nil) }),
    ("people of a house", { _ = try $0.personIDs(house: 1) }),
    ("shop by code", { _ = try $0.shopID(creditCode: "x") }),
    ("work order by number", { _ = try $0.workOrderID(number: "20261121-000001") }),
    ("occupancies of a person", { _ = try $0.occupancies(ofPerson: 1) }),
    ("occupancies of a shop", { _ = try $0.occupancies(ofShop: 1) }),
    ("taggings of a person", { _ = try $0.taggings(of: TagTarget(.person, 1)) }),
    ("taggings of a building", { _ = try $0.taggings(of: TagTarget(.building, 1)) }),
    ("claims", { _ = try $0.claims(on: TagTarget(.house, 1)) }),
    ("visits", { _ = try $0.visits(house: 1, limit: 5) }),
    (
      "timeline", { _ = try $0.timeline(house: 1, until: day, withoutTags: [], withoutDatasets: [], skip: 0, limit: 5) }
    ),
    ("states for the feed", { _ = try $0.workOrderStates([1]) }),
    ("requests of 90 days", { _ = try $0.publicRequests(RequestQuestion()) { _ in true } }),
    ("requests by id", { _ = try $0.publicRequests(ids: [1]) }),
    ("steps of requests", { _ = try $0.publicUpdates(ids: [1]) }),
    ("rows of work orders", { _ = try $0.rows(of: .workOrders, ids: [1], columns: nil, asOf: day, scope: nil) }),
    ("order pushed again", { _ = try $0.workOrderID(source: "12345", externalID: "1") }),
    ("order's sight", { _ = try $0.workOrderSight(1) }),
    ("order", { _ = try $0.workOrder(1) }),
    ("order as pushed", { _ = try $0.pushedOrder(1) }),
    ("order's timeline", { _ = try $0.workOrderEvents(1) }),
    ("order's clock", { _ = try $0.workOrderClock(1) }),
    ("order's last merge", { _ = try $0.lastMerge(order: 1) }),
    ("parts of an order", { _ = try $0.partsOfOrder(1) }),
    ("orders beyond the calendar", { _ = try $0.ordersBeyondCalendar(from: day, after: 0, limit: 10) }),
    ("late orders", { _ = try $0.lateOrders(at: Instant(milliseconds: 0), limit: 10) }),
    ("attachments", { _ = try $0.attachments(of: .order(1)) }),
    ("photos of a visit", { _ = try $0.attachments(of: .visit(1)) }),
    ("orders of a house", { _ = try $0.shopNames(house: 1, on: day) }),
    ("lane", { _ = try $0.committees(ofLane: Address.parse("长乐路372弄"), district: nil) }),
    (
      "dispatch figures",
      { _ = try $0.dispatchFigures(from: day, to: day, OrderBounds(areas: [1], unit: nil)) }
    ),
    (
      "dispatch confusion",
      { _ = try $0.dispatchConfusion(from: day, to: day, OrderBounds(areas: [1], unit: "x")) }
    ),
    ("dispatch mark", { _ = try $0.dispatchMark() }),
    ("dispatch lessons", { _ = try $0.dispatchLessons(after: 1, upTo: 9) }),
    ("dispatch model", { _ = try $0.dispatchModel() }),
    ("steps of all orders", { _ = try $0.publicUpdates(RequestQuestion()) { _ in true } }),
    ("tickets after a commit", { try $0.ticketRows(ids: [1]) { _ in } }),
    ("changed tickets", { _ = try $0.changedTickets(after: 0) }),
    ("evidence", { _ = try $0.evidence([1]) }),
    ("notes of hot spots", { _ = try $0.hotSpotNotes(keys: ["x"]) }),
    ("shops that moved", { _ = try $0.shopSeats(ids: [1]) }),
    ("changed shops", { _ = try $0.changedShops(after: 0) }),
    ("names of places", { _ = try $0.placeLabels(shops: [1], houses: [1], buildings: [1], compounds: [1]) }),
    ("compounds in areas", { _ = try $0.compounds([1], in: [1]) }),
    ("duty by code", { _ = try $0.duty(code: "WY01") }),
    ("admission", { _ = try $0.admission(1) }),
    ("admissions", { _ = try $0.admissions(.all, verdict: nil, isOpen: nil, before: nil, limit: 5) }),
    (
      "admissions of a caller",
      { _ = try $0.admissions(.own(caller: 1, unit: "x"), verdict: nil, isOpen: true, before: nil, limit: 5) }
    ),
    (
      "count of a caller's admissions",
      { _ = try $0.admissionCount(.own(caller: 1, unit: "x"), verdict: nil, isOpen: nil) }
    ),
    ("request for data", { _ = try $0.dataRequest(1) }),
    (
      "requests that wait",
      { _ = try $0.dataRequests(DataRequestFilter(committees: [1], isWaiting: true), before: nil, limit: 5) }
    ),
    ("count of requests", { _ = try $0.dataRequestCount(DataRequestFilter(committees: [1], isWaiting: true)) }),
    (
      "requests about people",
      { _ = try $0.dataRequests(about: "people", since: day, before: 9, committees: [1], limit: 5) }
    ),
    ("ledgers about people", { _ = try $0.ledgersInUse(about: "people", since: day, limit: 5) }),
    ("runs in short", { _ = try $0.runBriefs([1]) }),
    ("marks of a run", { _ = try $0.marks(of: run, subjects: [1, 2]) }),
    ("runs of a ledger", { _ = try $0.liveRuns(ledger: 1, upTo: day, limit: 5) }),
    ("whether a run is an answer", { _ = try $0.isAnswer(1) }),
    ("rows reminded of", { _ = try $0.reminded(ledger: 1, among: [1]) }),
    ("runs to expire", { _ = try $0.overdueRuns(on: day, limit: 5) }),
    ("due schedules", { _ = try $0.dueSchedules(at: Instant(milliseconds: 0)) }),
    ("schedules astray", { _ = try $0.schedules(after: Instant(milliseconds: 0)) }),
    ("schedule of a ledger", { _ = try $0.schedule(ledger: 1) }),
    ("reminder", { _ = try $0.reminder(1, areaSight) }),
    (
      "inbox of areas",
      { _ = try $0.reminders(areaSight, states: ReminderState.open, ledger: nil, before: nil, limit: 5) }
    ),
    ("count of areas", { _ = try $0.reminderCount(areaSight, states: ReminderState.open, ledger: nil) }),
    ("inbox of a unit", { _ = try $0.reminders(unitSight, states: [.new], ledger: 1, before: 9, limit: 5) }),
    ("count of a unit", { _ = try $0.reminderCount(unitSight, states: [.new], ledger: 1) }),
    ("everybody's inbox", { _ = try $0.reminders(wholeSight, states: [.new], ledger: nil, before: nil, limit: 5) }),
    ("everybody's count", { _ = try $0.reminderCount(wholeSight, states: [.new], ledger: nil) }),
    ("due webhooks", { _ = try $0.dueWebhooks(at: Instant(milliseconds: 0)) }),
    ("calls of a webhook", { _ = try $0.deliveries(webhook: 1, state: .failed, before: nil, limit: 5) }),
    ("count of a webhook's calls", { _ = try $0.deliveryCount(webhook: 1, state: nil) }),
    ("campaigns", { _ = try $0.campaigns(isOpen: true, before: nil, limit: 5) }),
    (
      "doors of a round", { _ = try $0.entries(campaign: 1, EntryFilter(round: 1, places: [1]), after: 9, limit: 5) }
    ),
    (
      "doors that wait",
      { _ = try $0.entries(campaign: 1, EntryFilter(round: 1, state: .waiting), after: 9, limit: 5) }
    ),
    (
      "doors of a building", { _ = try $0.entries(campaign: 1, EntryFilter(round: 1, building: 1), after: 9, limit: 5) }
    ),
    ("door", { _ = try $0.entry(campaign: 1, round: 1, subject: 1, places: [1]) }),
    ("place of a door", { _ = try $0.position(campaign: 1, round: 1, subject: 1, places: nil) }),
    ("places of all doors", { _ = try $0.positions(campaign: 1) }),
    ("last doors", { try $0.lastEntries(campaign: 1, places: [1]) { _ in } }),
    ("progress", { _ = try $0.campaignCounts(1, CountQuestion(by: .building, places: [1])) }),
    ("doors of a building counted", { _ = try $0.campaignCounts(1, CountQuestion(by: .round, building: 1)) }),
    ("progress of a round", { _ = try $0.campaignCounts(1, CountQuestion(by: .committee, round: 1)) }),
    ("facts after a commit", { _ = try $0.factsDelta(after: 0) }),
  ]

  @Test(arguments: reads.indices) func read_scansNoLargeTable(index: Int) async throws {
    let (name, body) = Self.reads[index]
    try await withTemporaryStore { store, _ in
      let caller = Caller.operatorAtConsole
      try await store.write { writer in
        // Something touched, so that the delta has rows to read.
        for kind in [SubjectKind.people, .houses, .shops, .buildings, .occupancies, .taggings] {
          try writer.recordChange(kind, 1, .update)
        }
        try writer.audit(caller, AuditEntry("test"))
      }
      let keys = store.keys
      let scans = try await store.pool.read { db in
        let statements = Mutex<[String]>([])
        db.trace(options: .statement) { event in statements.withLock { $0.append(event.expandedDescription) } }
        try body(Reader(db: db, keys: keys))
        db.trace(options: .statement)
        return try statements.withLock { $0 }.flatMap { sql in
          try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
        }.filter { detail in
          // `USING … INDEX` after a SCAN still walks a whole index.
          detail.hasPrefix("SCAN ") && Self.large.contains { table in Self.isTable(detail, table) }
        }
      }
      #expect(scans == [], "\(name)")
    }
  }

  /// Aliases are one or two letters in the store's SQL, each of one table; `SCAN t` alone is checked through rowid use.
  private static func isTable(_ detail: String, _ table: String) -> Bool {
    detail == "SCAN \(table)" || detail.hasPrefix("SCAN \(table) ")
      || aliases[table, default: []].contains {
        detail == "SCAN \($0)" || detail.hasPrefix("SCAN \($0) ")
      }
  }

  private static let aliases: [String: [String]] = [
    "people": ["p", "t"], "houses": ["h", "h0"], "occupancies": ["o", "o2"], "taggings": ["g"], "visits": ["v"],
    "records": ["r"], "shops": ["s"], "buildings": ["b"], "duty_versions": ["v"],
    "work_orders": ["w", "t"], "runs": ["r"], "data_requests": ["q"], "data_request_committees": ["c"],
    "reminders": ["r"], "webhook_deliveries": ["d"], "work_order_events": ["e"], "dispatch_lessons": ["l", "n"],
  ]
}
