import FilterLanguage
import Foundation
import Imports
import Support
import Testing

private let head = "姓名,性别,出生日期,身份证号,现住地址,联系电话"
private let lane = "长乐路372弄5号"

/// Rows of one file that contradict each other: neither is taken in because it stands first.
struct RowsDifferTests {
  @Test(arguments: [
    ["张三,男,1950-03-12,,\(lane)101室,", "张三,男,1950-03-13,,\(lane)101室,"],
    ["张三,男,1950-03-12,,\(lane)101室,", "张三,女,1950-03-12,,\(lane)101室,"],
    ["张三,男,,,\(lane)101室,", "张 三,女,,,长乐路 372 弄 5 号 101,"],
    ["林小红,女,1980-05-05,,\(lane)101室,", "林晓红,女,1980-05-05,,\(lane)101室,"],
  ])
  func people_contradictingEachOther_bothWait(rows: [String]) async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      for rows in [rows, rows.reversed()] {
        for isDry in [true, false] {
          let report = try await bench.load(.people, [head] + rows, dryRun: isDry)
          #expect(report.counts.all == [2, 0, 0, 0, 2, 0])
          #expect(try await bench.rows(report.id).allSatisfy { $0.reasons.map(\.code).contains("rows_differ") })
        }
      }
      #expect(try await bench.count(.people) == 0)
    }
  }

  @Test func people_ofOneNumber_withOtherSexOrBirth_bothWait() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let number = DoubtfulRowTests.number("19500312", 203)
      let report = try await bench.load(
        .people, [head, "张三,,,\(number),\(lane)101室,", "张三,,1951-03-12,\(number),\(lane)102室,"])
      #expect(report.counts.all == [2, 0, 0, 0, 2, 0])
    }
  }

  /// The number says when its holder was born; the row without one is the doubtful one, wherever it stands.
  @Test func people_withAndWithoutANumber_leaveTheOneWithoutInDoubt() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let number = DoubtfulRowTests.number("19500312", 203)
      let rows = ["张三,,1951-03-12,,\(lane)101室,", "张三,,,\(number),\(lane)101室,"]
      for rows in [rows, rows.reversed()] {
        let report = try await bench.load(.people, [head] + rows, dryRun: true)
        #expect(report.counts.all == [2, 1, 0, 0, 1, 0])
      }
    }
  }

  @Test func people_thatOnlyLookAlike_areTakenIn() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let (one, two) = (DoubtfulRowTests.number("19500312", 203), DoubtfulRowTests.number("19520312", 203))
      let report = try await bench.load(
        .people,
        [
          head, "张三,,,\(one),\(lane)101室,", "张三,,,\(two),\(lane)101室,", "李四,男,1950-01-01,,\(lane)101室,",
          "李四,男,1960-01-01,,\(lane)102室,", "王五,男,1950-01-01,,\(lane)201室,", "王五,男,1950-01-01,,\(lane)201室,",
        ])
      #expect(report.counts.created == 5)
      #expect(report.counts.unchanged == 1)
    }
  }

  @Test func correction_thatAgreesWithTheOtherRow_isTakenIn() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .people, [head, "张三,男,1950-03-12,,\(lane)101室,", "张三,男,1950-03-13,,\(lane)101室,"])
      func correct(_ birth: String) async throws -> ImportRowReport? {
        try await CorrectImportRow.run(
          report.id, row: 3, values: ["birth_date": birth], caller: .operatorAtConsole, app: bench.app)
      }
      #expect(try await correct("1950-03-14")?.reasons.map(\.code) == ["rows_differ"])
      #expect(try await correct("1950-03-12")?.status == .create)
      #expect(try await bench.apply(report.id).counts.created == 1)
    }
  }

  @Test func shops_contradictingEachOther_bothWait() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .shops, ["店招名称,经营地址,开业日期", "归来面馆,长乐路400号,2020-01-01", "归来面馆,长乐路400号,2021-01-01"])
      #expect(report.counts.all == [2, 0, 0, 0, 2, 0])
      #expect(report.reasons.map(\.code) == ["rows_differ"])
    }
  }
}
