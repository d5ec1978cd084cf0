import Accounts
import Assembly
import Exports
import FilterLanguage
import Kernel
import Ledgers
import Platform
import Registry
import Storage
import Support
import TagIndex

/// 延中 with some more people than an hour has room for, and accounts of those who work there. `alone` was made by nobody
/// but the machine's operator, `friend` by the admin.
struct RevealStreet: Sendable {
  static let limit = 4

  let app: AppContext
  let clock: TestClock
  let people: [Int64]
  let callers: [String: Caller]

  subscript(_ name: String) -> Caller { callers[name] ?? .operatorAtConsole }

  static func run(people: Int = 6, _ body: @Sendable (RevealStreet) async throws -> Void) async throws {
    try await StreetFixture.run { street in
      var settings = SecuritySettings()
      settings.passwordCost = .init(logN: 4)
      settings.revealsPerHour = limit
      let app = AppContext(store: street.app.store, security: settings, questions: .patient, followers: API.followers)
      try await app.open()
      var ids: [Int64] = []
      for place in 0..<people {
        ids.append(
          try await AddPerson.run(
            .init(
              PersonDraft(
                name: "陈\(Array("甲乙丙丁戊己庚辛壬癸")[place])国", sex: "男", birth: Day("1940-01-0\(place + 1)"),
                phone: "1390000000\(place)", source: "manual"), house: street.yanzhong.house, role: "family", since: nil
            ),
            caller: .operatorAtConsole, app: app))
      }
      let tree = try app.index.areas
      func code(_ id: Int64) -> String { tree.byID[UInt32(truncatingIfNeeded: id)]?.code ?? "" }
      var callers: [String: Caller] = [:]
      for (name, role, area) in [
        ("worker", Role.worker, street.yanzhong.committee), ("colleague", .worker, street.yanzhong.committee),
        ("secretary", .secretary, street.yanzhong.committee), ("neighbour", .secretary, street.julu.committee),
        ("street", .street, street.street), ("department", .department, street.street), ("admin", .admin, nil),
        ("alone", .admin, nil), ("integration", .integration, street.street), ("auditor", .auditor, nil),
      ] as [(String, Role, Int64?)] {
        callers[name] = try await AddUser(
          name: name, role: role, areas: area.map { [code($0)] } ?? [], password: "correct horse"
        ).run(in: app, by: .operatorAtConsole).account.caller(origin: "test")
      }
      callers["friend"] = try await AddUser(name: "friend", role: .admin, password: "correct horse")
        .run(in: app, by: callers["admin"] ?? .operatorAtConsole).account.caller(origin: "test")
      try await body(RevealStreet(app: app, clock: street.clock, people: ids, callers: callers))
    }
  }

  func make(_ filter: String = "age >= 80", _ columns: [String] = ["name", "phone"], by name: String) async throws
    -> RunView
  {
    var wish = LedgerInput()
    (wish.name, wish.subject, wish.source) = (.set("老人"), .people, .filter(filter))
    wish.columns = .set(columns.map { .init($0) })
    return try await RunOnce.run(wish, caller: self[name], app: app)
  }

  /// The CSV of a run with these columns in full.
  func csv(_ run: Int64, _ columns: Set<String> = ["name"], by name: String) async throws -> String {
    let wish = ExportInput(run: run, format: .csv, reveal: RunReveal(columns: columns, reason: "核对发放名单"))
    let export = try await ExportRun.run(wish, caller: self[name], app: app)
    guard case .feed(let feed) = export.body else { return "" }
    var bytes: [UInt8] = []
    while let piece = try await feed.next() { bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }

  func find(_ filter: String, _ subject: Subject = .people, by name: String) async throws -> Int {
    let request = Search.Request(SearchQuestion(subject, where: .text(filter)))
    return try await Search.run(request, caller: self[name], app: app).total ?? 0
  }

  func lines(_ action: String) async throws -> [AuditLine] {
    try await app.store.read { try $0.auditLines(AuditFilter(action: action), before: nil, limit: 100) }
  }
}
