import Accounts
import ChangeFeed
import FilterLanguage
import Kernel
import Support
import Testing
import TextClassifier
import WorkOrders

@Suite struct DutyTests {
  private let draft = Duty(
    code: "ZZ01", category: "测试", subcategory: "测试事项", keywords: [["楼道", "堆物"]], unit: "居委会", coUnits: ["房管所"],
    deadlineDays: 5)

  private func list(_ street: StreetFixture, _ edit: (inout ListDuties.Request) -> Void) async throws -> [String] {
    var request = ListDuties.Request()
    request.category = "测试"
    edit(&request)
    let page = try await ListDuties.run(request, caller: street.worker, app: street.app)
    return page.items.map { "\($0.version.duty.code) \($0.version.duty.deadlineDays)" }
  }

  @Test func duty_lives_andTheListOfEveryDayStaysReadable() async throws {
    try await StreetFixture.run { street in
      let boss = street.caller(.street)
      let first = street.clock.clock.today
      let made = try await AddDuty.run(draft, since: nil, caller: boss, app: street.app)
      #expect(made.row.version == 1 && made.shown.since == first && made.shown.until == nil)
      street.clock.advance(seconds: 10 * 86_400)
      let second = street.clock.clock.today
      var patch = DutyPatch()
      patch.deadlineDays = .set(3)
      let changed = try await ChangeDuty.run(
        "ZZ01", patch, since: nil, version: 1, caller: boss, app: street.app)
      #expect(changed.row.version == 2 && changed.row.versions.map(\.since) == [first, second])
      street.clock.advance(seconds: 10 * 86_400)
      try await EndDuty.run("ZZ01", version: 2, caller: boss, app: street.app)
      #expect(try await list(street) { _ in }.isEmpty)
      #expect(try await list(street) { $0.asOf = second } == ["ZZ01 3"])
      #expect(try await list(street) { $0.asOf = second.adding(days: -1) } == ["ZZ01 5"])
      #expect(try await list(street) { $0.asOf = first.adding(days: -1) }.isEmpty)
      let twice = try await refusal { try await EndDuty.run("ZZ01", version: nil, caller: boss, app: street.app) }
      #expect(twice?.code == "duty_ended")
      // It comes back with what it was.
      let back = try await ChangeDuty.run(
        "ZZ01", DutyPatch(), since: nil, version: nil, caller: boss, app: street.app)
      #expect(back.row.versions.count == 3 && back.shown.duty.deadlineDays == 3 && back.shown.until == nil)
      let log = try await ReadAudit.run(
        AuditFilter(subject: .duties, subjectID: made.row.id), in: street.app, by: street.admin)
      #expect(log.items.map(\.action) == ["duties.update", "duties.end", "duties.update", "duties.create"])
      let feed = try await ReadChanges.run(since: 0, limit: 500, caller: boss, app: street.app)
      #expect(
        feed.items.filter { $0.subject == .duties && $0.id == made.row.id }.map(\.action)
          == ["create", "update", "delete", "update"])
    }
  }

  @Test func change_toCome_holdsFromItsDay() async throws {
    try await StreetFixture.run { street in
      let (boss, today) = (street.caller(.street), street.clock.clock.today)
      _ = try await AddDuty.run(draft, since: nil, caller: boss, app: street.app)
      var patch = DutyPatch()
      patch.deadlineDays = .set(2)
      _ = try await ChangeDuty.run(
        "ZZ01", patch, since: today.adding(days: 5), version: 1, caller: boss, app: street.app)
      #expect(try await list(street) { _ in } == ["ZZ01 5"])
      #expect(try await list(street) { $0.asOf = today.adding(days: 5) } == ["ZZ01 2"])
      _ = try await ChangeDuty.run(
        "WY01", patch, since: today.adding(days: 5), version: nil, caller: boss, app: street.app)
      try await EndDuty.run("WY01", version: nil, caller: boss, app: street.app)
      let ended = try await GetDuty.run("WY01", asOf: today.adding(days: 5), caller: boss, app: street.app)
      #expect(ended.row.versions.map(\.until) == [today])
      for (since, code) in [(today.adding(days: 1), "duty_order"), (today.adding(days: -1), "bad_field")] {
        patch.deadlineDays = .set(1)
        let problem = try await refusal {
          _ = try await ChangeDuty.run("ZZ01", patch, since: since, version: 2, caller: boss, app: street.app)
        }
        #expect(problem?.code == code)
        #expect(problem?.notes.first?.place == .pointer("/since"))
      }
    }
  }

  @Test(arguments: [Role.secretary, .worker, .department, .integration, .auditor])
  func write_withoutTheRight_isForbidden(role: Role) async throws {
    try await StreetFixture.run { street in
      let caller = street.caller(role, unit: role == .department ? "区民政局" : nil)
      let problems = [
        try await refusal { _ = try await AddDuty.run(draft, since: nil, caller: caller, app: street.app) },
        try await refusal {
          _ = try await ChangeDuty.run(
            "WY01", DutyPatch(), since: nil, version: nil, caller: caller, app: street.app)
        },
        try await refusal { try await EndDuty.run("WY01", version: nil, caller: caller, app: street.app) },
      ]
      #expect(problems.map { $0?.code } == ["missing_right", "missing_right", "missing_right"])
    }
  }

  @Test func add_whatIsWrong_saysWhere() async throws {
    try await StreetFixture.run { street in
      func refused(_ edit: (inout Duty) -> Void) async throws -> Problem.Note.Place? {
        var duty = draft
        edit(&duty)
        return try await refusal {
          [duty] in _ = try await AddDuty.run(duty, since: nil, caller: street.admin, app: street.app)
        }?.notes.first?.place
      }
      #expect(try await refused { $0.code = "zz" } == .pointer("/code"))
      #expect(try await refused { $0.unit = "  " } == .pointer("/unit"))
      #expect(try await refused { $0.keywords = [["楼道", ""]] } == .pointer("/keywords"))
      #expect(try await refused { $0.deadlineDays = 366 } == .pointer("/deadline_workdays"))
      #expect(try await refused { $0.urgentHours = 0 } == .pointer("/urgent_hours"))
      #expect(try await refused { $0.code = "WY01" } == .pointer("/code"))
      var patch = DutyPatch()
      patch.unit = .set(nil)
      let emptied = try await refusal { [patch] in
        _ = try await ChangeDuty.run(
          "WY01", patch, since: nil, version: nil, caller: street.admin, app: street.app)
      }
      #expect(emptied?.notes.first?.place == .pointer("/unit"))
      let stale = try await refusal {
        _ = try await ChangeDuty.run(
          "WY01", DutyPatch(), since: nil, version: 9, caller: street.admin, app: street.app)
      }
      #expect(stale?.code == "version_conflict")
    }
  }

  @Test func list_filtersAndPages() async throws {
    try await StreetFixture.run { street in
      for number in 1...3 {
        var duty = draft
        (duty.code, duty.unit) = ("ZZ0\(number)", number == 2 ? "某某所" : "居委会")
        _ = try await AddDuty.run(duty, since: nil, caller: street.admin, app: street.app)
      }
      #expect(try await list(street) { $0.unit = "某某所" } == ["ZZ02 5"])
      #expect(try await list(street) { $0.unit = "房管所" }.count == 3)
      #expect(try await list(street) { $0.text = "楼道+堆" }.count == 3)
      #expect(try await list(street) { $0.text = "没有这样的字" }.isEmpty)
      var request = ListDuties.Request()
      (request.category, request.limit) = ("测试", 2)
      let page = try await ListDuties.run(request, caller: street.worker, app: street.app)
      #expect(page.total == 3 && page.next == "ZZ02")
      #expect(try await list(street) { $0.after = "ZZ02" } == ["ZZ03 5"])
      let units = try await ListUnits.run(asOf: nil, caller: street.worker, app: street.app)
      let unit = units.first { $0.unit.name == "某某所" }
      #expect(unit?.leads == 1 && unit?.helps == 0)
      #expect(units.map(\.unit.name) == units.map(\.unit.name).sorted())
    }
  }
}
