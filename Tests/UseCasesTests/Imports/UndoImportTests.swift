import Assembly
import Campaigns
import Crypto
import FilterLanguage
import Foundation
import GRDB
import Imports
import Kernel
import Merges
import Operations
import Platform
import Registry
import Storage
import Support
import Synchronization
import Testing

/// What an import has written goes back to what was before, as far as nobody has built on it.
@Suite struct UndoImportTests {
  static let head = "姓名,生日,地址,手机,备注标签,入住日期"
  static let lane = "长乐路372弄5号"

  /// An office with houses and one resident of before, whose roster is import 2.
  static func run(_ body: (ImportBench) async throws -> Void) async throws {
    try await ImportBench.run { bench in
      try await bench.app.open()
      try await bench.loadHouses()
      try await bench.load(.people, [head, "张建国,1950-03-12,\(lane)101室,13800001111,,2001-05-01"])
      try await body(bench)
      #expect(try await CheckOffice.run(app: bench.app) { _ in } == [])
    }
  }

  /// Everything of the registry but what tells that it was written anew.
  static func dump(_ bench: ImportBench) async throws -> [String] {
    try await bench.app.store.read { reader in
      try [
        """
        SELECT id, name, sex, birth_date, death_date, id_number_masked, phone_masked, hex(phone_key), hukou, source
        FROM people
        """, "SELECT id, house_id, person_id, shop_id, role, since, until, source FROM occupancies",
        "SELECT id, tag_id, person_id, house_id, shop_id, since, until, source, evidence FROM taggings",
        "SELECT id, person_id, house_id, shop_id, field, value, source FROM claims",
        "SELECT id, building_id, committee_id, grid_id, address, kind, area_m2, area_source, built FROM houses",
        "SELECT id, committee_id, grid_id, compound_id, address, storeys, built FROM buildings",
        "SELECT id, name, lane FROM compounds", "SELECT id, name, compound_id FROM aliases",
        "SELECT id, name, credit_code, category, status, phone_masked FROM shops",
        "SELECT id, kind, code, building_id, due FROM assets",
      ].flatMap { sql in try Row.fetchAll(reader.db, sql: sql + " ORDER BY id").map { "\($0)" } }
    }
  }

  static func undo(
    _ bench: ImportBench, _ id: Int64, as caller: Caller = .operatorAtConsole
  ) async throws -> ImportUndoReport {
    try await UndoImport.run(id, caller: caller, app: bench.app)
    try await RunUndo.run(id, app: bench.app)
    return try await bench.report(id, caller).undo
  }

  static func preview(
    _ bench: ImportBench, _ id: Int64, as caller: Caller = .operatorAtConsole
  ) async throws -> ImportUndoReport {
    try await GetImport.run(id, tryingUndo: true, caller: caller, app: bench.app).undo
  }

  @Test func undo_ofPeople_putsAllBackAsItWas() async throws {
    try await Self.run { bench in
      let before = try await Self.dump(bench)
      let report = try await bench.load(
        .people,
        [
          Self.head, "张建国,1950-03-12,\(Self.lane)101室,13900002222,党员、低保,",
          "李娜,1981-07-05,\(Self.lane)101室,,独居,2010-01-01",
          "李娜,1981-07-05,\(Self.lane)101室,13700003333,低保,2010-01-01", "周一,1990-01-02,\(Self.lane)201室,,,",
        ])
      #expect(report.counts.created >= 2 && report.counts.updated >= 1)
      let asked = try await Self.preview(bench, report.id)
      #expect(asked.possible && asked.checked == asked.left && asked.blocked.isEmpty)
      let made = try await bench.app.store.read { try Int64.fetchOne($0.db, sql: "SELECT max(id) FROM people") } ?? 0
      let version = try await bench.app.store.read { try $0.person(1)?.version } ?? 0

      let undone = try await Self.undo(bench, report.id)
      #expect(undone.state == .done && undone.undone == asked.left && undone.left == 0 && !undone.possible)
      #expect(try await Self.dump(bench) == before)
      #expect(try await bench.app.store.read { try $0.person(1)?.version } ?? 0 > version)
      // The same again, and the roster anew: ids are nobody's twice.
      #expect(try await Self.undo(bench, report.id) == undone)
      try await bench.load(.people, [Self.head, "李娜,1981-07-05,\(Self.lane)101室,,独居,2010-01-01"])
      let latest = try await bench.app.store.read { try Int64.fetchOne($0.db, sql: "SELECT max(id) FROM people") } ?? 0
      #expect(latest > made)
    }
  }

  @Test func undo_ofWhomACampaignAsks_leavesThem() async throws {
    try await Self.run { bench in
      let report = try await bench.load(.people, [Self.head, "李娜,1981-07-05,\(Self.lane)101室,,,2010-01-01"])
      let area = try await bench.app.store.read { try $0.areas().first { $0.name == "延中居委会" || $0.name == "延中" }?.id }
      let clerk = Caller(id: nil, name: "书记", role: .secretary, areas: [Int64(try #require(area))], origin: "test")
      let draft = CampaignDraft(
        code: "KZ1", name: "口罩", item: "口罩", since: try #require(Day("2026-11-01")),
        until: try #require(Day("2026-12-31")))
      _ = try await StartCampaign.run(
        .init(draft, source: .filter("age < 60"), subject: .people), caller: clerk, app: bench.app)
      #expect(try await Self.preview(bench, report.id).blocked.map(\.code) == ["used"])
      #expect(try await Self.undo(bench, report.id).undone == 0)
    }
  }

  @Test func undo_ofHouses_takesBuildingsAndCompoundsAlong_andLeavesAreas() async throws {
    try await Self.run { bench in
      let before = try await Self.dump(bench)
      let report = try await bench.load(
        .houses,
        [
          "居委会,微网格,地址,房屋类型,建筑面积,小区,建成年份,总层数", "延中,延中1网格,长乐路372弄5号101室,居住,88.5,长乐小区,1930,6",
          "新居委,新网格,复兴中路9弄1号101室,居住,50,复兴小区,1990,3", "新居委,新网格,复兴中路9弄1号102室,居住,51,复兴小区,1990,3",
        ], area: ImportBench.street)
      #expect(report.counts.all == [3, 2, 1, 0, 0, 0])
      let undone = try await Self.undo(bench, report.id)
      #expect(undone.undone == 3 && undone.blockedCount == 0)
      #expect(try await Self.dump(bench) == before)
      #expect(try await bench.app.store.read { try $0.areas().contains { $0.name == "新居委会" || $0.name == "新居委" } })
    }
  }

  @Test func undo_ofShopsAssetsAndTags_putsAllBackAsItWas() async throws {
    try await Self.run { bench in
      let before = try await Self.dump(bench)
      let shops = try await bench.load(.shops, ["店招名称,经营地址,业态,负责人电话", "小卖部,长乐路400号,零售,13800009999"])
      let again = try await bench.load(.shops, ["店招名称,经营地址,业态,经营状态", "小卖部,长乐路400号,餐饮,营业"])
      let assets = try await bench.load(.assets, ["设备编号,楼栋地址,设备类型,下次检验", "LIFT-1,长乐路372弄5号,电梯,2027-01-01"])
      let tags = try await bench.load(.taggings, ["标签,姓名,出生日期,截止日期", "低保,张建国,1950-03-12,2027-01-01"])
      #expect([shops, again, assets, tags].map { $0.counts.created + $0.counts.updated } == [1, 1, 1, 1])
      for id in [tags.id, assets.id, again.id, shops.id] {
        let undone = try await Self.undo(bench, id)
        #expect(undone.undone == 1 && undone.blocked.isEmpty, "import \(id)")
      }
      #expect(try await Self.dump(bench) == before)
    }
  }

  @Test func undo_afterSomebodyBuiltOnIt_leavesThoseRowsAndSaysWhy() async throws {
    try await Self.run { bench in
      let (app, caller) = (bench.app, Caller.operatorAtConsole)
      let names = ["一", "二", "三", "四", "五", "六", "七"]
      let report = try await bench.load(
        .people, [Self.head] + names.map { "周\($0),1990-01-02,\(Self.lane)201室,,,2010-01-01" })
      let ids = try await app.store.read { reader in
        try Int64.fetchAll(reader.db, sql: "SELECT id FROM people WHERE name LIKE '周%' ORDER BY id")
      }
      let house = try await app.store.read { try $0.occupancies(ofPerson: ids[0]).first?.house } ?? 0
      _ = try await Visits.add(
        VisitDraft(house: house, person: ids[0], on: app.clock.today, note: "看望"), caller: caller, app: app)
      var patch = PersonPatch()
      patch.education = .set("大学")
      try await ChangePerson.run(ids[1], patch, version: nil, caller: caller, app: app)
      _ = try await AssignTag.run(
        .init(TagTarget(.person, ids[2]), tag: "DJ003", evidence: "说明"), caller: caller, app: app)
      _ = try await AddRecord.run(.init("aid", subject: ids[3], data: ["kind": "补助"]), caller: caller, app: app)
      var request = MergePeople.Request()
      request.other = ids[5]
      _ = try await MergePeople.run(ids[4], request, version: nil, caller: caller, app: app)

      let asked = try await Self.preview(bench, report.id)
      let undone = try await Self.undo(bench, report.id)
      #expect(asked.blocked == undone.blocked)
      #expect(undone.blocked.map(\.row) == [2, 3, 4, 5, 6, 7] && undone.undone == 1)
      #expect(
        undone.blocked.map(\.code) == ["visited", "changed", "tagged", "recorded", "said", "out_of_sight"])
      #expect(try await app.sees(.people, ids[6], caller) == false)
      // What stood against it is taken away: the rest follows.
      patch.education = .set(nil)
      try await ChangePerson.run(ids[1], patch, version: nil, caller: caller, app: app)
      let more = try await Self.undo(bench, report.id)
      #expect(more.undone == 2 && more.blocked.map(\.row) == [2, 4, 5, 6, 7])
    }
  }

  @Test func undo_ofALinkInWhichSomebodyWasVisited_leavesIt() async throws {
    try await Self.run { bench in
      let app = bench.app
      let report = try await bench.load(
        .tenancies, ["承租人,出生日期,租住地址,起租日", "张建国,1950-03-12,\(Self.lane)201室,2020-01-01"])
      _ = try await DecideImportRow.run(
        report.id, row: 2, RowDecision(.merge, subjectID: 1), caller: .operatorAtConsole, app: app)
      #expect(try await bench.apply(report.id).counts.updated == 1)
      let house = try await app.store.read { try $0.occupancies(ofPerson: 1).last?.house } ?? 0
      _ = try await Visits.add(
        VisitDraft(house: house, person: 1, on: app.clock.today, note: "看望"), caller: .operatorAtConsole, app: app)
      #expect(try await Self.undo(bench, report.id).blocked.map(\.code) == ["visited"])
    }
  }

  @Test func undo_byWhoMayNot_isRefused() async throws {
    try await StreetFixture.run { street in
      let bench = ImportBench(app: street.app)
      let clerk = street.caller(.street)
      let file = ["姓名,出生日期,地址", "周一,1990-01-02,南昌路1号201室"]
      let report = try await bench.load(.people, file, area: ImportBench.street, caller: clerk)
      let neighbour = street.caller(.secretary, at: street.julu.committee)
      for (caller, code) in [
        (street.worker, "missing_right"), (neighbour, "not_found"), (street.secretary, "not_found"),
      ] {
        let refused = try await refusal { try await UndoImport.run(report.id, caller: caller, app: street.app) }
        #expect(refused?.code == code, "\(caller.role)")
      }
      let trial = try await bench.load(.people, file, apply: false, dryRun: true, caller: clerk)
      let refused = try await refusal { try await UndoImport.run(trial.id, caller: clerk, app: street.app) }
      #expect(refused?.code == "dry_run")
      let open = try await bench.load(.people, file + ["甲1,1990-01-02,南昌路1号201室"], apply: false, caller: clerk)
      let early = try await refusal { try await UndoImport.run(open.id, caller: clerk, app: street.app) }
      #expect(early?.code == "import_open")
    }
  }

  @Test func undo_ofTheStreetsRosterByACommittee_isTheStreets() async throws {
    try await StreetFixture.run { street in
      let bench = ImportBench(app: street.app)
      let code = try await street.app.store.read { reader in
        try reader.areas().first { Int64($0.id) == street.yanzhong.committee }?.code
      }
      let report = try await bench.load(
        .people, ["姓名,出生日期,地址", "周一,1990-01-02,南昌路1号201室"], area: code, caller: street.caller(.street))
      #expect(report.counts.created == 1)
      let seen = try await bench.report(report.id, street.secretary)
      #expect(!seen.undo.possible)
      let refused = try await refusal { try await UndoImport.run(report.id, caller: street.secretary, app: street.app) }
      #expect(refused?.code == "forbidden")
    }
  }

  @Test func undo_ofRowsThatHaveMovedToAnotherCommittee_leavesThem() async throws {
    try await StreetFixture.run { street in
      let bench = ImportBench(app: street.app)
      let report = try await bench.load(
        .people, ["姓名,出生日期,地址", "周一,1990-01-02,南昌路1号201室"], caller: street.secretary)
      #expect(report.counts.created == 1)
      var patch = HousePatch()
      patch.committee = .set(street.julu.committee)
      _ = try await street.app.store.write { [house = street.yanzhong.house, patch] writer in
        try writer.updateHouse(house, patch)
      }
      let undone = try await Self.undo(bench, report.id, as: street.secretary)
      #expect(undone.blocked.map(\.code) == ["out_of_sight"] && undone.undone == 0)
    }
  }

  @Test func undo_ofAnImportWhoseChangesWereNotKept_saysSo() async throws {
    try await Self.run { bench in
      try await bench.app.store.write { try $0.execute("DELETE FROM import_effects WHERE import_id = 2") }
      #expect(try await bench.report(2).undo.reason?.contains("旧版本") == true)
      let refused = try await refusal { try await UndoImport.run(2, caller: .operatorAtConsole, app: bench.app) }
      #expect(refused?.code == "undo_not_recorded")
    }
  }

  @Test func undo_twoAtOnce_andStoppedInTheMiddle_endsAsOne() async throws {
    struct Crash: Error {}
    try await Self.run { bench in
      let before = try await Self.dump(bench)
      let lines = (0..<40).map { n in
        let (name, day) = (String(UnicodeScalar(0x4E00 + n) ?? "一"), Day("1960-01-01")?.adding(days: n * 9))
        return "王\(name),\(day?.description ?? ""),\(Self.lane)\(["101", "102", "201"][n % 3])室,,低保,2010-01-01"
      }
      let report = try await bench.load(.people, [Self.head] + lines)
      #expect(report.counts.created == 40)
      try await UndoImport.run(report.id, caller: .operatorAtConsole, app: bench.app)
      try await UndoImport.run(report.id, caller: .operatorAtConsole, app: bench.app)
      let left = Mutex(2)
      var pace = ImportPace()
      pace.batch = 7
      pace.afterBatch = { _, _ in
        let isLast = left.withLock { left in
          left -= 1
          return left == 0
        }
        if isLast { throw Crash() }
      }
      await #expect(throws: Crash.self) { try await RunUndo.run(report.id, app: bench.app, pace: pace) }
      #expect(try await bench.report(report.id).undo.undone == 14)
      _ = try await ResumeImports.run(app: bench.app)
      async let one: Void = RunUndo.run(report.id, app: bench.app)
      async let two: Void = RunUndo.run(report.id, app: bench.app)
      _ = try await (one, two)
      let undone = try await bench.report(report.id).undo
      #expect(undone.state == .done && undone.undone == 40)
      #expect(try await Self.dump(bench) == before)
    }
  }
}
