import Foundation
import Support
import Testing
@testable import Analytics
@testable import ChangeFeed
@testable import FilterLanguage
@testable import Imports
@testable import Kernel
@testable import Ledgers
@testable import Platform
@testable import Registry
@testable import Reminders
@testable import Server
@testable import TagIndex
@testable import menpai

/// One operation after the other, by the same seed always the same, and what must hold whatever they were.
struct RandomOperations {
  let street: LedgerStreet
  let houses: [Int64]
  let callers: [Caller]
  let readers: [Caller]
  private(set) var done = 0
  private(set) var refused: [String: Int] = [:]
  private var dice: Dice
  private var people: [Int64]
  private var shops: [Int64] = []
  private var links: [Int64] = []
  private var records: [Int64] = []
  private var runs: [RunView] = []
  private var told: [Int: (since: Int64, rows: Set<String>)] = [:]
  private static let tags = ["WM002", "GA013", "DJ003"]

  var app: AppContext { street.app }

  init(_ street: LedgerStreet, seed: UInt64) async throws {
    self.street = street
    let (one, two) = (street.street.yanzhong, street.street.julu)
    houses = [one.house, two.house]
    people = [one.person, two.person]
    let fixture = street.street
    callers = [
      fixture.worker, fixture.secretary, fixture.caller(.worker, at: two.committee), fixture.caller(.street),
      fixture.admin,
    ]
    readers = [
      fixture.caller(.integration, at: one.committee), fixture.caller(.integration, at: two.committee),
      fixture.caller(.integration), fixture.caller(.street),
    ]
    dice = Dice(state: seed)
    let ledger = try await street.ledger("age >= 1", by: fixture.admin) { wish in
      wish.notes = .set([
        LedgerNote(name: "active", title: "积极分子", kind: .tick, writes: .tag("DJ003")),
        LedgerNote(name: "visited", title: "已走访", kind: .tick, writes: .visit("走访")),
      ])
    }
    _ = try await SetSchedule.run(
      ledger, ScheduleRule(.daily), existing: false, seen: .nothing, caller: fixture.admin, app: app)
    runs = [try await street.run(ledger, by: fixture.admin)]
  }

  /// Does something, and takes a refusal for an answer. Anything but a `Problem` ends the test.
  mutating func step() async throws {
    do {
      try await operate()
      done += 1
    } catch let problem as Problem {
      refused[problem.code, default: 0] += 1
    }
  }

  private mutating func operate() async throws {
    let caller = dice.pick(callers)
    switch dice.below(20) {
    case 0, 1: try await addPerson(caller)
    case 2: try await changePerson(caller)
    case 3, 4: try await link(caller)
    case 5, 6: try await end(caller)
    case 7:
      shops.append(
        try await AddShop.run(
          ShopDraft(name: "店\(dice.below(5))", source: "manual"), house: dice.pick(houses),
          since: dice.day(near: today),
          caller: caller, app: app))
    case 8, 9: try await tag(caller)
    case 10:
      try await EndTag.run(
        TagTarget(.person, dice.pick(people)), tag: dice.pick(Self.tags), caller: caller, app: app)
    case 11, 12:
      _ = try await Visits.add(
        VisitDraft(
          house: dice.pick(houses), person: dice.chance(70) ? dice.pick(people) : nil,
          on: dice.day(near: today) ?? today), caller: caller, app: app)
    case 13: try await record(caller)
    case 14, 15: try await roster()
    case 16, 17: try await mark(caller)
    case 18: try await freeze(caller)
    default:
      street.street.clock.advance(seconds: dice.chance(50) ? 3600 : 86_400)
      _ = try await app.keepUp()
      try await RunSchedules.run(app: app)
    }
  }

  private var today: Day { app.clock.today }

  private mutating func addPerson(_ caller: Caller) async throws {
    let draft = PersonDraft(
      name: "某\(dice.below(9))", sex: dice.pick(["男", "女"]), birth: dice.chance(80) ? dice.birth(today) : nil,
      source: "manual")
    people.append(
      try await AddPerson.run(
        .init(
          draft, house: dice.pick(houses), role: dice.pick(["owner", "family", "tenant"]), since: dice.day(near: today)),
        caller: caller, app: app))
  }

  private mutating func changePerson(_ caller: Caller) async throws {
    var patch = PersonPatch()
    if dice.chance(50) { patch.death = .set(dice.chance(60) ? dice.day(near: today) : nil) }
    if dice.chance(30) { patch.birth = .set(dice.birth(today)) }
    patch.education = .set("第\(dice.below(99))种")
    try await ChangePerson.run(dice.pick(people), patch, version: nil, caller: caller, app: app)
  }

  private mutating func link(_ caller: Caller) async throws {
    let subject: OccupancyDraft.Subject =
      dice.chance(20) && !shops.isEmpty ? .shop(dice.pick(shops)) : .person(dice.pick(people))
    links.append(
      try await Occupancies.add(
        OccupancyDraft(
          house: dice.pick(houses), subject: subject, role: dice.pick(["owner", "family", "tenant", "operator"]),
          since: dice.day(near: today), until: dice.chance(40) ? dice.day(near: today) : nil, source: "manual"),
        caller: caller, app: app))
  }

  private mutating func end(_ caller: Caller) async throws {
    let ids = try await app.store.read { [house = dice.pick(houses)] in try $0.occupancies(ofHouse: house).map(\.id)
    }
    try await Occupancies.end(
      dice.pick(ids), until: dice.chance(80) ? dice.day(near: today) : nil, version: nil, caller: caller, app: app
    )
  }

  private mutating func tag(_ caller: Caller) async throws {
    let request = AssignTag.Request(
      TagTarget(.person, dice.pick(people)), tag: dice.pick(Self.tags), since: dice.day(near: today),
      until: dice.chance(40) ? dice.day(near: today) : nil)
    if dice.chance(50) {
      _ = try await AssignTag.run(request, caller: caller, app: app)
    } else {
      let outcomes = try await TagInBulk.run(
        [.assign(request), .end(request.target, tag: dice.pick(Self.tags))], caller: caller, app: app)
      for case .failed(let problem) in outcomes { refused[problem.code, default: 0] += 1 }
    }
  }

  private mutating func record(_ caller: Caller) async throws {
    if dice.chance(50), !records.isEmpty {
      let id = dice.pick(records)
      return try await RemoveRecord.run(id, version: 1, caller: caller, app: app)
    }
    let made = try await AddRecord.run(
      .init("lease", subject: dice.pick(houses), data: ["rent": .number(Double(dice.below(9000)))]), caller: caller,
      app: app)
    // An id that was given once is not given again.
    #expect(!records.contains(made.row.id))
    records.append(made.row.id)
  }

  private mutating func roster() async throws {
    let addresses = ["南昌路1号201室", "南昌路2号201室"]
    var lines: [String]
    let subject: ImportSubject
    func shown(_ day: Day?) -> String { day?.description ?? "" }
    switch dice.below(3) {
    case 0:
      subject = .people
      lines = ["姓名,出生日期,住址,角色,入住日期,迁出日期,死亡日期,备注"]
      for _ in 0..<3 {
        lines.append(
          "某\(dice.below(9)),\(shown(dice.birth(today))),\(dice.pick(addresses)),\(dice.pick(["户主", "家属", "租客"])),"
            + "\(shown(dice.day(near: today))),\(dice.chance(20) ? shown(dice.day(near: today)) : ""),"
            + "\(dice.chance(10) ? shown(dice.day(near: today)) : ""),\(dice.chance(30) ? "楼组长" : "")")
      }
    case 1:
      subject = .shops
      lines = ["店招名称,经营地址,状态,开业日期"]
      for _ in 0..<2 {
        lines.append(
          "店\(dice.below(5)),\(dice.pick(addresses)),\(dice.pick(["营业中", "歇业"])),\(shown(dice.day(near: today)))")
      }
    default:
      subject = .taggings
      lines = ["标签,姓名,地址,起始,截止"]
      for _ in 0..<3 {
        lines.append(
          "\(dice.pick(Self.tags)),某\(dice.below(9)),\(dice.pick(addresses)),\(shown(dice.day(near: today))),"
            + "\(dice.chance(40) ? shown(dice.day(near: today)) : "")")
      }
    }
    var request = StartImport.Request(
      subject: subject, file: Data(lines.joined(separator: "\n").utf8), fileName: "名册.csv")
    request.apply = true
    let id = try await StartImport.run(request, caller: .operatorAtConsole, app: app)
    try await RunImport.run(id, app: app)
    for row in try await ListImportRows.run(id, status: .rejected, caller: .operatorAtConsole, app: app).rows {
      for reason in row.reasons { refused["roster: " + reason.code, default: 0] += 1 }
    }
  }

  private mutating func mark(_ caller: Caller) async throws {
    let run = dice.pick(runs)
    let item = MarkRun.Item(
      dice.pick(people), [.init(dice.pick(["active", "visited"]), .bool(dice.chance(70)))])
    for case .failed(let problem) in try await MarkRun.run(run.row.id, [.success(item)], caller: caller, app: app) {
      refused[problem.code, default: 0] += 1
    }
  }

  private mutating func freeze(_ caller: Caller) async throws {
    runs.append(try await street.run(runs[0].row.draft.ledger, by: caller))
    if runs.count > 6 { runs.remove(at: 1) }
  }
}

/// What must hold whatever happened.
extension RandomOperations {
  mutating func check(_ moment: String) async throws {
    let day = today
    let faults = try await app.store.read { try $0.ruleFaults(on: day) + $0.reusedIDs() + $0.integrityFaults() }
    #expect(faults == [], "\(moment)")
    #expect(try await app.store.read { try $0.auditChain().firstBroken } == nil, "\(moment)")
    try await compareIndex(moment)
    try await compareAccess(moment)
    try await readFeeds(moment)
  }

  /// The index that has followed every commit answers as one that is built anew.
  private func compareIndex(_ moment: String) async throws {
    let built = try await LiveIndex.build(app.store).index
    let live = try app.index
    let questions: [(Subject, String)] = [
      (.people, ""), (.people, "tag:WM002"), (.people, "tag:GA013 or tag:DJ003"), (.people, "age >= 60"),
      (.people, "not last_visited >= today-7d"), (.people, "role = tenant"), (.people, "any house(residents = 1)"),
      (.houses, ""), (.houses, "use = vacant"), (.houses, "use = self"), (.houses, "use = let"),
      (.houses, "residents >= 3"),
      (.houses, "any residents(age >= 60)"), (.houses, "any records.lease(rent >= 3000)"), (.shops, ""),
      (.shops, "any house(use = let)"),
    ]
    for caller in callers {
      let vocabulary = live.vocabulary(for: caller)
      for (subject, text) in questions {
        let expression: FilterLanguage.Expression =
          try text.isEmpty ? .everything : FilterParser.parse(text, about: subject, vocabulary: vocabulary)
        let query = Query(subject, expression, asOf: today, scope: live.scope(of: caller))
        #expect(
          try live.index.select(query).ids.ids() == built.select(query).ids.ids(),
          "\(moment): \(caller.role) \(subject) \(text)")
      }
    }
  }

  /// What a write may touch is what the lists show.
  private func compareAccess(_ moment: String) async throws {
    var rows: [(SubjectKind, Int64)] = houses.map { (.houses, $0) }
    for id in people.suffix(60) { rows.append((.people, id)) }
    for id in shops.suffix(30) { rows.append((.shops, id)) }
    for caller in callers {
      let inside = try await app.write(as: caller) { [rows] _, access in
        try rows.filter { try access.sees($0.0, $0.1) }.map { "\($0.0) \($0.1)" }
      }
      var outside: [String] = []
      for (kind, id) in rows {
        if try await app.sees(kind, id, caller) { outside.append("\(kind) \(id)") }
      }
      #expect(inside == outside, "\(moment): \(caller.role)")
    }
  }

  /// Each reader of the feed has been told of every change of a row that exists for it.
  private mutating func readFeeds(_ moment: String) async throws {
    for (index, reader) in readers.enumerated() {
      let from = told[index]?.since ?? 0
      var (since, hasMore, rows): (Int64, Bool, Set<String>) = (from, true, [])
      while hasMore {
        let answer = try await ReadChanges.run(since: since, limit: 500, caller: reader, app: app)
        rows.formUnion(answer.items.map { "\($0.subject) \($0.id)" })
        (since, hasMore) = (answer.nextSince, answer.hasMore)
      }
      let lines = try await app.store.read { try $0.changes(after: from, limit: 1_000_000) }
      let kinds: Set<SubjectKind> = [.people, .houses, .shops, .occupancies, .visits, .records]
      var missing: Set<String> = []
      for line in lines where kinds.contains(line.subject) && !rows.contains("\(line.subject) \(line.id)") {
        if try await app.sees(line.subject, line.id, reader) { missing.insert("\(line.subject) \(line.id)") }
      }
      #expect(missing == [], "\(moment): feed of \(reader.role) \(reader.areas)")
      told[index] = (since, rows)
    }
  }
}

/// Random numbers that are the same for the same seed (SplitMix64).
struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// A day around today, seldom one that cannot be; nil for none.
  mutating func day(near today: Day) -> Day? {
    switch below(20) {
    case 0: today.adding(days: 3000)
    case 1: Day(year: 206, month: 5, day: 1)
    case 2...6: nil
    case 7...9: today
    default: today.adding(days: below(120) - 90)
    }
  }

  mutating func birth(_ today: Day) -> Day? { today.adding(days: -below(36_000)) }
}
