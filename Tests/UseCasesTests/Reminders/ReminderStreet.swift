import Accounts
import Kernel
import Ledgers
import Platform
import Registry
import Reminders
import Support

/// `LedgerStreet` with callers that have accounts, a grid in 延中, and words for schedules and reminders.
struct ReminderStreet: Sendable {
  let ledgers: LedgerStreet
  let grid: Int64
  /// A building in the grid.
  let gridBuilding: Int64
  let secretary: Caller
  let worker: Caller
  /// Of 巨鹿.
  let neighbour: Caller
  /// Bound to the grid.
  let gridWorker: Caller
  let housing: Caller

  var app: AppContext { ledgers.app }
  var street: StreetFixture { ledgers.street }

  static func run(_ body: (ReminderStreet) async throws -> Void) async throws {
    try await LedgerStreet.run { ledgers in
      let (street, app) = (ledgers.street, ledgers.app)
      let (grid, building) = try await app.store.write { writer in
        let grid = try writer.insertArea(name: "第一微网格", level: .grid, parent: street.yanzhong.committee)
        let district = try writer.read.areas().first { $0.id == UInt32(street.street) }?.parent ?? 0
        _ = try writer.insertHouse(
          HouseDraft(
            district: Int64(district), committee: street.yanzhong.committee, grid: grid, address: "南昌路9号101室",
            buildingAddress: "南昌路9号", road: "南昌路", number: "9号", room: "101室"))
        return (grid, try writer.read.buildingIDs(address: "南昌路9号", district: nil).first ?? 0)
      }
      func account(_ name: String, _ role: Role, _ area: Int64?, _ unit: String? = nil) async throws -> Caller {
        let code = try area.flatMap { try app.index.areas.byID[UInt32($0)]?.code }
        let made = try await CreateToken(name: name, role: role, areas: code.map { [$0] } ?? [], unit: unit)
          .run(in: app, by: .operatorAtConsole)
        return made.account.caller(origin: "test")
      }
      try await body(
        ReminderStreet(
          ledgers: ledgers, grid: grid, gridBuilding: building,
          secretary: account("延中书记", .secretary, street.yanzhong.committee),
          worker: account("延中社工", .worker, street.yanzhong.committee),
          neighbour: account("巨鹿社工", .worker, street.julu.committee),
          gridWorker: account("网格员", .worker, grid), housing: account("房管", .department, nil, "房管所")))
    }
  }

  /// A ledger of 延中's people, the secretary's.
  func ledger(
    _ filter: String = "age >= 80", by caller: Caller? = nil, change: (inout LedgerInput) -> Void = { _ in }
  ) async throws -> Int64 {
    try await ledgers.ledger(filter, by: caller ?? secretary, change: change)
  }

  @discardableResult
  func schedule(
    _ ledger: Int64, _ rule: ScheduleRule, existing: Bool = true, by caller: Caller? = nil
  ) async throws -> ScheduleView {
    try await SetSchedule.run(
      ledger, rule, existing: existing, seen: .anything, caller: caller ?? secretary, app: app
    ).view
  }

  func daily(_ ledger: Int64, existing: Bool = true) async throws {
    try await schedule(ledger, ScheduleRule(.daily), existing: existing)
  }

  /// What the server does every few seconds.
  @discardableResult
  func tick() async throws -> Int { try await RunSchedules.run(app: app) }

  /// To a moment of Shanghai's clock, `2026-11-22T08:00`, forward or back.
  func go(to text: String) throws {
    guard let moment = Instant("\(text):00+08:00") else { throw BrokenStreet() }
    street.clock.advance(seconds: Int((moment.milliseconds - street.clock.now.milliseconds) / 1000))
  }

  func inbox(
    _ caller: Caller, _ states: Set<ReminderState> = ReminderState.open
  ) async throws -> [ReminderRow] {
    try await ReadReminders.run(
      states: states, ledger: nil, before: nil, limit: 500, caller: caller, app: app
    ).items.reversed()
  }

  func act(
    _ id: Int64, _ action: ReminderActionRequest.Action, by caller: Caller, version: Int64? = nil, area: String? = nil,
    unit: String? = nil, to name: String? = nil, note: String? = nil
  ) async throws -> ActOnReminder.Answer {
    var deed = ReminderActionRequest(action)
    (deed.area, deed.unit, deed.caller, deed.note) = (area, unit, name, note)
    return try await ActOnReminder.run(id, deed, version: version, caller: caller, app: app)
  }

  func runs(_ ledger: Int64) async throws -> [RunRecord] {
    try await app.store.read { try $0.runs(ledger: ledger) }.filter { $0.state == .done }
  }
}
