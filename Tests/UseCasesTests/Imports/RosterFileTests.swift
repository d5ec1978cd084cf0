import FilterLanguage
import Foundation
import Imports
import Kernel
import Sheets
import Support
import TagIndex
import Testing

private let head = "姓名,性别,出生日期,身份证号,现住地址,联系电话"
private let lane = "长乐路372弄5号"

/// What of a file is read, and what is said of the rest.
struct RosterFileTests {
  @Test func rows_areNumberedAsInTheSheetAndNobodysAreLeftOut() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .people,
        [
          "居民名册,,,,,", head, "尤一,女,1941-02-04,,\(lane)101室,", " ,\u{3000},,,,", "尤二,女,1941-02-05,,没有路1号,", head,
          "尤三,女,1941-02-06,,\(lane)101室,", "合计,,2人,,,",
        ])
      #expect(report.counts.all == [3, 2, 0, 0, 0, 1])
      #expect(try await bench.rows(report.id).map(\.row) == [3, 5, 7])
      #expect(report.headerRow == 2)
      #expect(report.leftOut.map(\.kind) == [.blank, .repeatedHeader, .totals])
      #expect(report.leftOut.map(\.rows) == [[4], [6], [8]])
      #expect(report.reasons.map(\.firstRow) == [5])
    }
  }

  @Test func strayQuotes_loseNoRow() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let given = ["一", "二", "三", "四", "五", "六", "七", "八"]
      var lines = given.indices.map { "沈\(given[$0]),女,1941-02-0\($0 + 1),,\(lane)101室," }
      lines[2] = "\"" + lines[2]
      lines[6] = "\"" + lines[6]
      let report = try await bench.load(.people, [head] + lines)
      #expect(report.counts.all == [8, 6, 0, 0, 2, 0])
      #expect(
        try await bench.rows(report.id, .review).map { $0.reasons.map(\.code) } == [["stray_quote"], ["stray_quote"]])
    }
  }

  @Test func numberCells_ofSixteenDigits_decideNothing() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let file = try Self.workbook([
        [.text("赵一"), .text("女"), .text("1936-12-31"), .number(310_199_193_601_190_000), .text("\(lane)101室"), .empty],
        [.text("钱二"), .text("女"), .text("1936-12-31"), .number(310_199_193_601_190_000), .text("\(lane)101室"), .empty],
      ])
      let report = try await bench.load(.people, file, name: "名册.xlsx")
      #expect(report.counts.all == [2, 0, 0, 0, 2, 0])
      #expect(report.reasons.map(\.code) == ["long_number"])
    }
  }

  @Test func correction_ofARefusedRow_isJudgedAgainAndApplied() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .people, [head, "尤一,女,1941-02-04,,\(lane)101室,", "尤二,女,1941-02-30,,\(lane)101室,"])
      #expect(report.counts.all == [2, 1, 0, 0, 0, 1])
      #expect(report.state == .done)
      func correct(_ values: [String: String]) async throws -> ImportRowReport? {
        try await CorrectImportRow.run(
          report.id, row: 3, values: values, caller: .operatorAtConsole, app: bench.app)
      }
      #expect(try await correct(["birth_date": "1941-02-31"])?.status == .rejected)
      #expect(try await correct(["birth_date": "1941-02-28"])?.status == .create)
      #expect(try await bench.count(.people) == 1)
      #expect(try await bench.apply(report.id).counts.all == [2, 2, 0, 0, 0, 0])
      #expect(try await bench.person(2).birth == Day("1941-02-28"))
      #expect(try await refusal { _ = try await correct(["birth_date": "1941-02-27"]) }?.code == "row_applied")
    }
  }

  @Test func decisions_byReason_leaveTheOthers() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(.people, [head, "尤一,女,1941-02-04,,\(lane)101室,", "尤二,女,1942-02-04,,\(lane)101室,"])
      let report = try await bench.load(
        .people,
        [
          head, "尤一,女,1941-02-05,,\(lane)101室,", "尤二,女,1942-02-05,,\(lane)101室,", "尤三（已故）,女,1943-02-05,,\(lane)101室,",
        ])
      #expect(report.counts.review == 3)
      func decide(_ action: RowDecision.Action, _ reason: String?) async throws -> DecideImportRows.Answer {
        try await DecideImportRows.run(
          report.id, action, reason: reason, caller: .operatorAtConsole, app: bench.app)
      }
      let unreadable = try await decide(.create, "name_deceased")
      #expect(unreadable.decided == 0 && unreadable.left == 1)
      let slips = try await decide(.merge, "birth_one_slip")
      #expect(slips.decided == 2 && slips.left == 0)
      let done = try await bench.apply(report.id)
      #expect(done.counts.all == [3, 0, 2, 0, 1, 0])
    }
  }

  @Test func file_thatIsAWebPage_isRefusedWithItsRemedy() async throws {
    try await ImportBench.run { bench in
      for text in ["<html><table><tr><td>姓名", "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"] {
        let problem = try await refusal { try await bench.load(.people, [text]) }
        #expect(problem?.code == "not_a_sheet")
        #expect(problem?.detail.contains("另存为 XLSX") == true)
      }
    }
  }

  @Test func columns_missing_nameNoFlag() async throws {
    try await ImportBench.run { bench in
      for lines in [["哪位,住哪", "张三,\(lane)101室"], ["居委会,地址", "延中,\(lane)101室"]] {
        let subject: ImportSubject = lines[0].hasPrefix("居") ? .houses : .people
        let problem = try await refusal { try await bench.load(subject, lines) }
        #expect(problem?.detail.contains("--") == false)
      }
    }
  }

  @Test func source_isNeverTakenForThePolice() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(.people, ["姓名,公民身份号码,现住址,户籍", "尤一,,\(lane)101室,本市"])
      #expect(report.source == "committee")
    }
  }

  /// A workbook of one sheet under the usual header.
  static func workbook(_ rows: [[Cell]]) throws -> Data {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let columns = head.split(separator: ",").map { SheetLayout.Column(String($0)) }
    let book = try XLSXWriter(path: path, layout: SheetLayout(columns: columns))
    for row in rows { try book.write(row) }
    try book.finish()
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }
}
