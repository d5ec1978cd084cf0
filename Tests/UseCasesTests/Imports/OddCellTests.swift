import FilterLanguage
import Foundation
import Imports
import Registry
import Sheets
import Storage
import Support
import Testing

private let lane = "长乐路372弄5号"

/// Cells that say something else than a value: nothing of them is guessed, and nothing is lost unsaid.
struct OddCellTests {
  @Test(arguments: ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!"])
  func error_thatAProgramWroteOut_waits(text: String) async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      for row in ["张三,1950-03-12,\(lane)101室,\(text)", "张三,\(text),\(lane)101室,"] {
        let report = try await bench.load(.people, ["姓名,出生日期,现住地址,联系电话", row])
        #expect(report.counts.review == 1)
        #expect(report.reasons.map(\.code).contains("formula_error"))
      }
    }
  }

  @Test func columns_ofOneName_thatSayTwoThings_wait() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let head = "姓名,出生日期,现住地址,现住地址"
      let report = try await bench.load(
        .people,
        [
          head, "张三,1950-03-12,\(lane)101室,\(lane)102室", "李四,1950-03-12,\(lane)101室,\(lane)101室",
          "王五,1950-03-12,\(lane)101室,", "赵六,1950-03-12,,\(lane)101室",
        ])
      #expect(report.counts.created == 2)
      let codes = try await bench.rows(report.id).map { $0.reasons.map(\.code) }
      #expect(codes[0] == ["column_twice"] && codes[1] == [] && codes[2] == [])
      #expect(codes[3].contains("column_twice"))
    }
  }

  @Test(arguments: [
    ("60㎡", 60.0), ("60平方米", 60), ("60.5 平米", 60.5), ("６０．５", 60.5), ("1,200", 1200), ("1，200.5", 1200.5), ("60m2", 60),
  ])
  func area_withItsUnit_isRead(text: String, area: Double) async throws {
    #expect(try await Self.area(text).area == area)
  }

  @Test(arguments: ["约60", "60-70", "60亩", "60+5", "6/18", "1,20", "60左右", "6.0E+01", "60 70", "六十"])
  func area_thatIsNoNumber_isLeftOutSaidAndKept(text: String) async throws {
    let (area, codes, kept) = try await Self.area(text)
    #expect(area == nil)
    #expect(codes == ["unreadable_number"])
    #expect(kept == [text])
  }

  private static func area(_ text: String) async throws -> (area: Double?, codes: [String], kept: [String]) {
    var answer: (Double?, [String], [String]) = (nil, [], [])
    try await ImportBench.run { bench in
      let report = try await bench.load(
        .houses, ["居委会\t地址\t面积", "延中\t\(lane)101室\t\(text)"], area: ImportBench.street)
      #expect(report.counts.created == 1)
      let codes = try await bench.rows(report.id).flatMap { $0.reasons.map(\.code) }
      answer = try await bench.app.store.read { reader in
        var areas: [Double?] = []
        try reader.houseFacts { areas.append($0.area) }
        return (areas.first ?? nil, codes, try reader.claims(on: TagTarget(.house, 1)).map(\.value))
      }
    }
    return answer
  }

  @Test(arguments: [
    ("021-64370000", "021-64370000"), ("(021)64370000", "021-64370000"), ("+86 13800001111", "13800001111"),
    ("+86-138-0000-1111", "13800001111"), ("0086 13800001111", "13800001111"), ("１３８００００１１１１", "13800001111"),
    ("13800001111 13800002222", "13800001111"), ("13800001111\n13800002222", "13800001111"),
  ])
  func phone_asPeopleWriteIt_isRead(text: String, phone: String) async throws {
    let person = try await Self.person("\"\(text)\"")
    #expect(person.phone == phone)
    if text.contains("2222") { #expect(person.claims.has("phone", "13800002222")) }
  }

  @Test(arguments: ["1.38E+10", "1380000111", "打邻居电话", "138000011112"])
  func phone_thatIsNone_isLeftOutSaidAndKept(text: String) async throws {
    let person = try await Self.person(text)
    #expect(person.phone == nil)
    #expect(person.claims.has("phone_text", text))
  }

  private static func person(_ phone: String) async throws -> ExistingPerson {
    var person: ExistingPerson?
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .people, ["姓名,出生日期,现住地址,联系电话", "张三,1950-03-12,\(lane)101室,\(phone)"])
      #expect(report.counts.created == 1)
      person = try await bench.person(1)
    }
    return try #require(person)
  }

  @Test func numbers_ofSpreadsheets_areReadOrWait() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let number = DoubtfulRowTests.number("19500312", 200)
      let withX = try #require(
        (100..<400).map { DoubtfulRowTests.number("19500313", $0) }.first { $0.hasSuffix("X") })
      let report = try await bench.load(
        .people,
        [
          "姓名,身份证号,现住地址", "张三,3.10101E+17,\(lane)101室", "李四,\(withX.lowercased()),\(lane)101室",
          "王五,'\(number),\(lane)101室",
          "合计,3人,",
        ])
      #expect(report.counts.all == [3, 2, 0, 0, 1, 0])
      #expect(report.leftOut.map(\.kind) == [.totals])
      #expect(try await bench.person(1).idNumber == withX)
    }
  }
}
