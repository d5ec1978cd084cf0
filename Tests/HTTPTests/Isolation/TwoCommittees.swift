import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Support
@testable import Accounts
@testable import Admissions
@testable import Analytics
@testable import Assembly
@testable import Campaigns
@testable import ChangeFeed
@testable import DataRequests
@testable import Exports
@testable import Imports
@testable import Kernel
@testable import Ledgers
@testable import Merges
@testable import Open311
@testable import Platform
@testable import Questions
@testable import Registry
@testable import Reminders
@testable import Reveals
@testable import Server
@testable import Webhooks
@testable import WorkOrders

/// One street, two committees with the same kinds of rows in different words, behind a door that logs into memory.
///
/// 丙共有 lives in both. 丁搬走 lived in the first and lives in the second now.
struct TwoCommittees: Sendable {
  let app: AppContext
  let client: any TestClientProtocol
  let routes: [Route]
  let log: MemoryLog
  let first: Side
  let second: Side

  static func run(_ body: @escaping @Sendable (TwoCommittees) async throws -> Void) async throws {
    try await withTemporaryStore { store, _ in
      var settings = SecuritySettings()
      settings.webhookReach = try WebhookReach(allowed: ["127.0.0.1"])
      settings.passwordCost = .init(logN: 4)
      settings.triesPerMinute = 1000
      let app = AppContext(store: store, security: settings, questions: .patient, followers: API.followers)
      try await app.open()
      let street = try await area(.subdistrict, "瑞金二路街道", app)
      let elsewhere = try await area(.subdistrict, "打浦桥街道", app)
      var sides: [Side] = []
      for side in [Side.first, .second] { sides.append(try await build(side, street, app)) }
      let (first, second) = (sides[0], sides[1])
      try await share(first, second, app)
      for (role, name, code) in [
        (Role.street, "街道", street.code), (.secretary, "外街道", elsewhere.code), (.admin, "管理", nil),
        (.auditor, "审计", nil),
      ] {
        try await user(name, role, code, app)
      }
      let log = MemoryLog()
      let door = API.door(app: app, pages: [], log: log.logger())
      try await Application(router: door.router()).test(.router) { client in
        try await body(
          TwoCommittees(
            app: app, client: DescribedClient(client), routes: door.routes, log: log, first: first, second: second))
      }
      await app.imports.settle()
    }
  }

  /// A token of whoever logs in by the name.
  func logIn(_ name: String) async throws -> String {
    try await LogIn(name: name, password: HTTPOffice.password).run(in: app, origin: "local").token
  }

  func send(_ probe: Probe, _ token: String?) async throws -> TestResponse {
    var fields = HTTPFields()
    if let token { fields[.authorization] = "Bearer \(token)" }
    if probe.body != nil { fields[.contentType] = probe.type }
    for (name, value) in probe.headers { if let name = HTTPField.Name(name) { fields[name] = value } }
    let allowed = CharacterSet.urlQueryAllowed.subtracting(["+", "\""])
    let path = probe.path.addingPercentEncoding(withAllowedCharacters: allowed) ?? probe.path
    return try await client.executeRequest(
      uri: path, method: HTTPRequest.Method(rawValue: probe.method) ?? .get, headers: fields,
      body: probe.body.map { ByteBuffer(string: $0) })
  }
}

/// Building it.
extension TwoCommittees {
  private static func area(_ level: AreaFacts.Level, _ name: String, _ app: AppContext) async throws -> AreaFacts {
    guard
      let area = try await app.store.read({ try $0.areas() }).first(where: { $0.level == level && $0.name == name })
    else { throw Problem(.notFound, "no_area", name) }
    return area
  }

  @discardableResult
  private static func user(_ name: String, _ role: Role, _ code: String?, _ app: AppContext) async throws -> Int64 {
    try await AddUser(
      name: name, role: role, areas: code.map { [$0] } ?? [], unit: role == .department ? "民政" : nil,
      password: HTTPOffice.password
    ).run(in: app, by: .operatorAtConsole).account.id
  }

  private static func build(_ plan: Side, _ street: AreaFacts, _ app: AppContext) async throws -> Side {
    var side = plan
    let operating = Caller.operatorAtConsole
    let committee = try await AddArea.run(
      name: side.word("committee"), level: .committee, parent: street.code, caller: operating, app: app
    ).area
    let grid = try await AddArea.run(
      name: side.word("grid"), level: .grid, parent: committee.code, caller: operating, app: app
    ).area
    side.codes = ["committee_code": committee.code, "grid_code": grid.code]
    for role in [Role.secretary, .worker, .department, .integration, .resident] {
      side.ids["user"] = try await user("\(side.mark)\(role.rawValue)", role, committee.code, app)
      if role == .integration { side.ids["webhook"] = try await webhook(of: side, app) }
    }
    side.ids["admission"] = try await task(of: side, app)
    side.ids["token"] = try await CreateToken(name: "\(side.mark)系统", role: .integration, areas: [committee.code])
      .run(in: app, by: operating).info.id
    for (kind, id) in try await rows(of: side, street, committee, grid, app) { side.ids[kind] = id }
    let secretary = Caller(
      id: nil, name: "\(side.mark)secretary", role: .secretary, areas: [Int64(committee.id)], origin: "local")
    side.ids["import"] = try await roster(of: side, secretary, app)
    (side.ids["ledger"], side.ids["run"]) = try await ledger(of: side, secretary, app)
    (side.ids["listed_ledger"], side.ids["listed_run"]) = try await listed(of: side, app)
    (side.ids["request"], side.ids["answer"]) = try await request(of: side, secretary, app)
    side.ids["reminder"] = try await reminder(of: side, Int64(committee.id), secretary, app)
    side.ids["approval"] = try await approval(of: side, Int64(committee.id), app)
    side.ids["merge"] = try await merge(of: side, app)
    side.ids["campaign"] = try await campaign(of: side, secretary, app)
    return side
  }

  /// Somebody who was there three times and is there twice.
  private static func merge(of side: Side, _ app: AppContext) async throws -> Int64 {
    var rows: [Int64] = []
    for _ in 0..<3 {
      rows.append(
        try await AddPerson.run(
          .init(
            PersonDraft(name: "\(side.mark)小红", birth: Day("1950-03-04"), source: "manual"), house: side.id("house"),
            role: "family", since: Day("2001-05-01")), caller: .operatorAtConsole, app: app))
    }
    var request = MergePeople.Request()
    request.other = rows[2]
    return try await MergePeople.run(rows[1], request, version: nil, caller: .operatorAtConsole, app: app).id
  }

  /// Of whoever was made last, with a call that waits.
  private static func webhook(of side: Side, _ app: AppContext) async throws -> Int64 {
    try await app.store.write { writer in
      let draft = WebhookDraft(name: "\(side.mark)大屏", url: "http://127.0.0.1:9/", events: [.reminderCreated])
      let id = try writer.insertWebhook(draft, owner: side.id("user")).id
      try writer.announce(.ping, ["mark": .string(side.mark)], to: [id])
      return id
    }
  }

  /// Of the committee's person, from its ledger, which has a schedule.
  private static func reminder(
    of side: Side, _ committee: Int64, _ caller: Caller, _ app: AppContext
  ) async throws -> Int64? {
    _ = try await SetSchedule.run(
      side.id("ledger"), ScheduleRule(.daily), existing: true, seen: .nothing, caller: caller, app: app)
    let draft = ReminderDraft(
      ledger: side.id("ledger"), run: side.id("run"), subject: "people", subjectID: side.id("person"),
      occurrence: TestClock.start.day, due: nil, title: "\(side.mark)某", text: "\(side.mark)某", isRestricted: false,
      place: committee, recipient: ReminderRecipient(area: committee))
    return try await app.store.write { try $0.insertReminder(draft, besidesOpen: false) }
  }

  /// A task that the committee's secretary has put forward.
  private static func task(of side: Side, _ app: AppContext) async throws -> Int64 {
    let account = try await ListCallers.run(in: app, by: .operatorAtConsole, limit: 500).items
      .first { $0.name == "\(side.mark)secretary" }
    let secretary = Caller(
      id: account?.id, name: "\(side.mark)secretary", role: .secretary,
      areas: (account?.areas ?? []).map { Int64($0.id) }, origin: "local")
    let draft = AdmissionDraft(title: "\(side.mark)任务", text: "\(side.mark)要求填报", fromUnit: "\(side.mark)局")
    return try await CheckAdmission.run(draft, caller: secretary, app: app).id
  }

  /// What somebody of the committee asks a second person to allow.
  private static func approval(of side: Side, _ committee: Int64, _ app: AppContext) async throws -> Int64 {
    let asker = Caller(
      id: side.id("user"), name: "\(side.mark)某人", role: .worker, areas: [committee], origin: "local")
    let draft = RevealApprovalDraft(
      subject: .run(side.id("run")), fields: ["name"], purpose: "\(side.mark)发放", people: 3,
      until: TestClock.start.day)
    return try await app.store.write { try $0.insertRevealApproval(draft, by: asker, id: asker.id ?? 0) }
  }

  private static func rows(
    of side: Side, _ street: AreaFacts, _ committee: AreaFacts, _ grid: AreaFacts, _ app: AppContext
  ) async throws -> [String: Int64] {
    let caller = Caller.operatorAtConsole
    let houses = try await app.store.write { writer in
      try ["101室", "102室"].map { room in
        try writer.insertHouse(
          HouseDraft(
            district: Int64(street.parent ?? 0), committee: Int64(committee.id), grid: Int64(grid.id),
            address: side.word("building_address") + room, buildingAddress: side.word("building_address"),
            road: side.word("road"), lane: "1弄", number: "2号", room: room, compoundName: side.word("compound")))
      }
    }
    let building = try await app.store.read {
      try $0.buildingIDs(address: side.word("building_address"), district: nil)
    }
    let person = try await AddPerson.run(
      .init(
        PersonDraft(
          name: side.word("name"), idNumber: side.word("id_number"), phone: side.word("phone"), source: "manual"),
        house: houses[0], role: "owner", since: Day("2001-05-01")), caller: caller, app: app)
    let shop = try await AddShop.run(
      ShopDraft(
        name: side.word("shop_name"), creditCode: side.word("credit_code"), category: side.word("category"),
        contact: side.word("name"), phone: side.word("shop_phone"), source: "manual"), house: houses[0], since: nil,
      caller: caller, app: app)
    let asset = try await AddAsset.run(
      AssetDraft(kind: "elevator", code: side.word("asset_code"), place: .building(building[0]), source: "manual"),
      caller: caller, app: app)
    let visit = try await Visits.add(
      VisitDraft(
        house: houses[0], person: person, on: TestClock.start.day, purpose: side.word("purpose"),
        note: side.word("note")), caller: caller, app: app)
    let record = try await AddRecord.run(
      .init("aid", subject: person, data: ["kind": .string(side.word("kind"))]), caller: caller, app: app)
    _ = try await AssignTag.run(
      .init(TagTarget(.person, person), tag: "DJ003", evidence: side.word("evidence")), caller: caller, app: app)
    let link = try await app.store.read { try $0.occupancies(ofPerson: person) }
    let order = try await order(of: side, caller, app)
    let attachment = try await OrderAttachments.add(
      Data("%PDF-1.7 \(side.mark)".utf8), name: "\(side.mark).pdf", order: order, caller: caller, app: app)
    let photo = try await VisitPhotos.add(
      Data([0xFF, 0xD8, 0xFF] + Array(side.mark.utf8)), name: "\(side.mark).jpg", visit: visit, caller: caller, app: app
    )
    return [
      "photo": photo.row.id,
      "house": houses[0], "empty": houses[1], "building": building[0], "person": person, "shop": shop, "asset": asset,
      "visit": visit, "record": record.row.id, "occupancy": link[0].id,
      "order": order, "attachment": attachment.row.id,
    ]
  }

  private static func order(of side: Side, _ caller: Caller, _ app: AppContext) async throws -> Int64 {
    var draft = WorkOrderDraft(
      source: "12345", externalID: "\(side.mark)-1", kind: .complaint, title: "\(side.mark)来电",
      text: side.word("note") + side.word("phone"))
    draft.address = side.word("address")
    (draft.reporterName, draft.reporterPhone) = (side.word("name"), side.word("shop_phone"))
    let id = try await PushWorkOrder.run(draft, caller: caller, app: app).order.id
    // Of no duty, so that dispatch learns nothing that would tell one side of the other.
    try await app.store.write { writer in
      if try !writer.read.units().contains(where: { $0.name == "测试中队" }) { _ = try writer.insertUnit("测试中队") }
    }
    var deed = WorkOrderActionRequest(.dispatch)
    deed.unit = "测试中队"
    try await ActOnWorkOrder.run(id, deed, caller: caller, app: app)
    return id
  }

  /// A ledger of all people with everything that a row can show, and a run of it.
  private static func ledger(
    of side: Side, _ caller: Caller, _ app: AppContext
  ) async throws -> (ledger: Int64, run: Int64) {
    var wish = LedgerInput()
    (wish.name, wish.about) = (.set(side.word("file")), .set(side.word("note")))
    (wish.subject, wish.source) = (.people, .filter("committee = \(side.word("committee"))"))
    wish.columns = .set(LedgerColumns.names(of: .people).map { .init($0) })
    wish.groupBy = .set(["committee", "road"])
    let ledger = try await AddLedger.run(wish, caller: caller, app: app).row.id
    return (ledger, try await MakeRun.run(ledger, caller: caller, app: app).row.id)
  }

  /// A ledger of the committee with a column that writes a restricted tag, and a run in which the committee's person is
  /// ticked there.
  private static func listed(of side: Side, _ app: AppContext) async throws -> (ledger: Int64, run: Int64) {
    let caller = Caller.operatorAtConsole
    var wish = LedgerInput()
    (wish.name, wish.areas) = (.set("\(side.mark)列管"), .set(side.codes["committee_code"].map { [$0] }))
    (wish.subject, wish.source) = (.people, .filter("committee = \(side.word("committee"))"))
    wish.columns = .set(["name", "tags"].map { .init($0) })
    wish.notes = .set([
      LedgerNote(name: "listed", title: "列管", kind: .tick, writes: .tag(FieldJudge.restricted[0])),
      LedgerNote(name: "seen", title: "已核实", kind: .tick),
    ])
    let ledger = try await AddLedger.run(wish, caller: caller, app: app).row.id
    let run = try await MakeRun.run(ledger, caller: caller, app: app).row.id
    let item = MarkRun.Item(side.id("person"), [.init("listed", .bool(true)), .init("seen", .bool(true))])
    _ = try await MarkRun.run(run, [.success(item)], caller: caller, app: app)
    return (ledger, run)
  }

  /// What an office has asked the committee for, and its answer.
  private static func request(
    of side: Side, _ secretary: Caller, _ app: AppContext
  ) async throws -> (request: Int64, answer: Int64?) {
    let asker = Caller(
      id: nil, name: "\(side.mark)科长", role: .department, areas: secretary.areas, unit: "\(side.mark)局", origin: "local"
    )
    var wish = DataRequestInput()
    (wish.title, wish.purpose, wish.basis) = ("\(side.mark)要数", "\(side.mark)用途", "\(side.mark)依据")
    (wish.subject, wish.source) = (.people, .filter("committee = \(side.word("committee"))"))
    (wish.due, wish.keptUntil) = (TestClock.start.day, Day("2027-01-01"))
    wish.despite = "\(side.mark)还要"
    let id = try await AskForData.run(wish, caller: asker, app: app).row.id
    let view = try await AnswerDataRequest.run(id, .init(.answer), version: nil, caller: secretary, app: app)
    return (id, view.committees.first?.answer.run)
  }

  /// A campaign of the committee in which somebody else has collected what its person was to get.
  private static func campaign(of side: Side, _ secretary: Caller, _ app: AppContext) async throws -> Int64 {
    let draft = CampaignDraft(
      code: side.mark == "鱻" ? "FIRST" : "SECOND", name: "\(side.mark)发放", item: "\(side.mark)口罩",
      since: TestClock.start.day, until: TestClock.start.day)
    let id = try await StartCampaign.run(
      .init(draft, source: .filter("committee = \(side.word("committee"))"), subject: .people), caller: secretary,
      app: app
    ).row.id
    let delivery = Delivery(
      .collected, note: side.word("note"), collectedBy: side.word("name"), relation: "\(side.mark)邻居")
    _ = try await EnterDeliveries.run(
      id, round: nil, [.success(.init(side.id("person"), delivery))], caller: secretary, app: app)
    return id
  }

  /// A roster that waits for review: its row has a number that cannot be right.
  private static func roster(of side: Side, _ caller: Caller, _ app: AppContext) async throws -> Int64 {
    let lines =
      "姓名,身份证,电话,地址,备注\n\(side.mark)阿姨,31010119550101000A,\(side.word("phone")),\(side.word("address")),\(side.word("note"))；\(FieldJudge.restricted[2])\n"
    let request = StartImport.Request(
      subject: .people, file: Data(lines.utf8), fileName: side.word("file"))
    let id = try await StartImport.run(request, caller: caller, app: app)
    try await RunImport.run(id, app: app)
    return id
  }

  private static func share(_ first: Side, _ second: Side, _ app: AppContext) async throws {
    let caller = Caller.operatorAtConsole
    let shared = try await AddPerson.run(
      .init(PersonDraft(name: "丙共有", source: "manual"), house: first.id("house"), role: "owner", since: nil),
      caller: caller, app: app)
    _ = try await Occupancies.add(
      OccupancyDraft(house: second.id("house"), subject: .person(shared), role: "owner", source: "manual"),
      caller: caller, app: app)
    let moved = try await AddPerson.run(
      .init(
        PersonDraft(name: "丁搬走", phone: "13777778282", source: "manual"), house: first.id("house"), role: "family",
        since: Day("2010-01-01")), caller: caller, app: app)
    let link = try await app.store.read { try $0.occupancies(ofPerson: moved) }
    try await Occupancies.end(link[0].id, until: Day("2020-01-01"), version: nil, caller: caller, app: app)
    _ = try await Occupancies.add(
      OccupancyDraft(
        house: second.id("house"), subject: .person(moved), role: "owner", since: Day("2020-01-01"), source: "manual"),
      caller: caller, app: app)
  }
}
