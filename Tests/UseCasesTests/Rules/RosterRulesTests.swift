import FilterLanguage
import Foundation
import Imports
import Kernel
import Operations
import Registry
import Support
import Testing

private let head = "姓名,出生日期,住址,角色,入住日期,迁出日期,死亡日期,备注"
private let lane = "长乐路372弄5号"

/// The same rules as by hand, where rows come from a file; a dry run says the same as the import.
struct RosterRulesTests {
  private func load(_ bench: ImportBench, _ rows: String...) async throws -> ImportReport {
    let dry = try await bench.load(.people, [head] + rows, dryRun: true)
    let report = try await bench.load(.people, [head] + rows)
    #expect(dry.counts.all == report.counts.all)
    return report
  }

  private func end(_ bench: ImportBench, person: Int64, _ until: String) async throws {
    let day = Day(until)
    _ = try await bench.app.store.write { writer in
      for link in try writer.read.occupancies(ofPerson: person) where link.until == nil {
        _ = try writer.endOccupancy(link.id, until: day)
      }
    }
  }

  /// Merges the one row of a roster, which waits for it, with the person, and applies it.
  private func bringBack(_ bench: ImportBench, _ row: String) async throws {
    let report = try await load(bench, row)
    #expect(report.counts.review == 1)
    let doubtful = try #require(try await bench.rows(report.id).first)
    #expect(doubtful.reasons.map(\.code) == ["listed_after_moving_out"])
    #expect(doubtful.candidates.map(\.subjectID) == [1])
    _ = try await DecideImportRow.run(
      report.id, row: doubtful.row, RowDecision(.merge), caller: .operatorAtConsole, app: bench.app)
    #expect(try await bench.apply(report.id).counts.updated == 1)
  }

  @Test func returningResident_livesThereAgainByDecision() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let row = "钱归来,1950-03-12,\(lane)101室,,,,,"
      #expect(try await load(bench, row).counts.created == 1)
      #expect(try await load(bench, row).counts.unchanged == 1)
      try await end(bench, person: 1, "2026-10-01")
      try await bringBack(bench, row)
      #expect(try await load(bench, row).counts.unchanged == 1)
      let links = try await bench.person(1).occupancies
      #expect(links.map(\.since) == [nil, Day("2026-11-21")])
      #expect(links.map(\.until) == [Day("2026-10-01"), nil])
    }
  }

  @Test func returningResident_withADay_isBackFromThatDay() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      _ = try await load(bench, "钱归来,1950-03-12,\(lane)101室,家属,2001-05-01,,,")
      try await end(bench, person: 1, "2020-01-01")
      #expect(try await load(bench, "钱归来,1950-03-12,\(lane)101室,家属,2026-11-01,,,").counts.updated == 1)
      #expect(try await bench.person(1).occupancies.map(\.since) == [Day("2001-05-01"), Day("2026-11-01")])
    }
  }

  @Test func residentListedWithTheDayOfAnEndedStay_isForAPersonToDecide() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let row = "钱归来,1950-03-12,\(lane)101室,家属,2001-05-01,,,"
      _ = try await load(bench, row)
      try await end(bench, person: 1, "2020-01-01")
      let report = try await load(bench, row)
      #expect(report.counts.review == 1)
      let doubtful = try #require(try await bench.rows(report.id).first)
      #expect(doubtful.reasons.map(\.code) == ["moved_out"])
      _ = try await DecideImportRow.run(
        report.id, row: doubtful.row, RowDecision(.merge, subjectID: 1), caller: .operatorAtConsole,
        app: bench.app)
      #expect(try await bench.apply(report.id).counts.updated == 1)
      #expect(try await bench.person(1).occupancies.map(\.since) == [Day("2001-05-01"), Day("2026-11-21")])
    }
  }

  @Test func movedAwayAndBack_hasThreeStays() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      _ = try await load(bench, "钱归来,1950-03-12,\(lane)101室,,,,,")
      try await end(bench, person: 1, "2026-01-01")
      _ = try await bench.app.store.write { writer in
        let house = try writer.read.houseIDs(address: "\(lane)102室", district: nil).first ?? 0
        return try writer.insertOccupancy(
          OccupancyDraft(
            house: house, subject: .person(1), role: "family", since: Day("2026-01-01"), until: Day("2026-06-01"),
            source: "manual"))
      }
      try await bringBack(bench, "钱归来,1950-03-12,\(lane)101室,,,,,")
      #expect(try await bench.person(1).occupancies.count == 3)
    }
  }

  @Test func returningShop_isTheSameShopAndBack() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let rows = ["店招名称,经营地址,状态", "归来面馆,长乐路400号,营业中"]
      try await bench.load(.shops, rows)
      _ = try await bench.app.store.write { writer in
        try writer.read.occupancies(ofShop: 1).map { try writer.endOccupancy($0.id, until: Day("2026-10-01")).count }
      }
      #expect(try await bench.load(.shops, ["店招名称,经营地址,状态", "归来面馆,长乐路400号,歇业"]).counts.updated == 1)
      #expect(try await bench.app.store.read { try $0.occupancies(ofShop: 1) }.count == 1)
      #expect(try await bench.load(.shops, rows).counts.updated == 1)
      #expect(try await bench.load(.shops, rows).counts.unchanged == 1)
      let links = try await bench.app.store.read { try $0.occupancies(ofShop: 1) }
      #expect(links.map(\.since) == [nil, Day("2026-11-21")])
      #expect(try await bench.count(.shops) == 1)
    }
  }

  @Test func daysThatCannotBe_areRefusedWithTheirColumn() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await load(
        bench, "甲一,1950-03-12,\(lane)101室,家属,,,2026-11-22,", "乙二,1950-03-12,\(lane)101室,家属,1849-01-01,1849-05-01,,",
        "丙三,1950-03-12,\(lane)101室,家属,2029-01-01,,,", "丁四,1950-03-12,\(lane)101室,家属,2021-01-01,2020-01-01,,",
        "戊五,1950-03-12,\(lane)101室,家属,2027-01-01,,,")
      #expect(report.counts.all == [5, 1, 0, 0, 1, 3])
      let rows = try await bench.rows(report.id, .review) + bench.rows(report.id, .rejected)
      let reasons = rows.compactMap(\.reasons.last)
      #expect(reasons.map(\.code) == ["ends_before_birth", "bad_death_date", "bad_since", "period_reversed"])
      #expect(reasons.map(\.column) == ["迁出日期", "死亡日期", "入住日期", "迁出日期"])
    }
  }

  @Test func childOnALeaseOfBeforeItsBirth_livesThereSinceItsBirth() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let rows = ["承租人,出生日期,租住地址,起租日,到期日", "钱小,2020-06-01,\(lane)102室,2018-01-01,2028-01-01"]
      let report = try await bench.load(.tenancies, rows)
      #expect(report.counts.created == 1)
      #expect(try await bench.rows(report.id).first?.reasons.map(\.code) == ["since_before_birth"])
      #expect(try await bench.person(1).occupancies.map(\.since) == [Day("2020-06-01")])
      #expect(try await bench.person(1).claims.contains { $0.field == "occupancy.since" && $0.value == "2018-01-01" })
      #expect(try await bench.load(.tenancies, rows).counts.unchanged == 1)
    }
  }

  @Test func remarkBesideATagWithValidDays_isOneTagging() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.app.open()
      _ = try await load(bench, "钱甲,1950-03-12,\(lane)101室,,,,,")
      let target = TagTarget(.person, 1)
      let admin = Caller.operatorAtConsole
      let hand = try await AssignTag.run(.init(target, tag: "GA013"), caller: admin, app: bench.app)
      let end = try #require(hand.view.tagging.until)
      #expect(try await load(bench, "钱甲,1950-03-12,\(lane)101室,,,,,\(hand.view.tag.name)").counts.unchanged == 1)
      func rows() async throws -> [TaggingRow] { try await bench.app.store.read { try $0.taggings(of: target) } }
      #expect(try await rows().map(\.until) == [end])
      // A row of taggings says a longer end: the same assignment goes on.
      let tags = ["标签,姓名,出生日期,地址,起始,截止", "GA013,钱甲,1950-03-12,\(lane)101室,2026-12-01,2027-12-01"]
      #expect(try await bench.load(.taggings, tags).counts.updated == 1)
      #expect(try await rows().map(\.until) == [Day("2027-12-01")])
      // Days of long before do not end what is on now.
      let old = ["标签,姓名,出生日期,地址,起始,截止", "GA013,钱甲,1950-03-12,\(lane)101室,2020-01-01,2021-01-01"]
      #expect(try await bench.load(.taggings, old).counts.created == 1)
      #expect(try await rows().map(\.until) == [Day("2021-01-01"), Day("2027-12-01")])
      let wide = ["标签,姓名,出生日期,地址,起始,截止", "GA013,钱甲,1950-03-12,\(lane)101室,2022-01-01,2027-01-01"]
      let report = try await bench.load(.taggings, wide)
      #expect(try await bench.rows(report.id).first?.reasons.map(\.code) == ["tagging_overlap"])
      #expect(try await CheckOffice.run(app: bench.app) { _ in } == [])
    }
  }

  @Test func renewing_doesNotReachIntoTheNext() async throws {
    try await StreetFixture.run { street in
      func assign(_ since: String?, _ until: String?) async throws -> String? {
        try await refusal {
          _ = try await AssignTag.run(
            .init(
              street.ourPerson, tag: "WM002", since: since.flatMap { Day($0) }, until: until.flatMap { Day($0) }),
            caller: street.worker, app: street.app)
        }?.code
      }
      #expect(try await assign(nil, "2026-12-01") == nil)
      #expect(try await assign("2027-01-01", nil) == nil)
      #expect(try await assign(nil, "2027-02-01") == "tagging_overlap")
      #expect(try await assign(nil, "2027-01-01") == nil)
      #expect(try await assign("2028-06-01", nil) == "bad_field")
      #expect(try await assign("1930-01-01", "1930-02-01") == "bad_field")
      let bulk = try await TagInBulk.run(
        [.assign(.init(street.ourPerson, tag: "WM002", until: Day("2027-05-01")))], caller: street.worker,
        app: street.app)
      guard case .failed(let problem) = bulk[0] else { throw BrokenStreet() }
      #expect(problem.code == "tagging_overlap")
    }
  }
}
