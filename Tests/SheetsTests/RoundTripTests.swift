import FilterLanguage
import Foundation
import Kernel
import TagIndex
import Testing
@testable import Sheets

@Suite struct RoundTripTests {
  private static let pieces = [
    "张", "三", "a", "\"", ",", "\n", "\r\n", "'", "=", "+", "-", "@", "\t", ";", "𠮷", "é", " ", "1", "_x0041_", "_x",
    "_x0042", "_",
    "<&>", "0", "·",
  ]

  private static func text(_ random: inout Seeded) -> String {
    (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func table(_ random: inout Seeded, rows: Int) -> [[Cell]] {
    (0..<rows).map { _ in
      [.text("k")]
        + (0..<6).map { _ -> Cell in
          switch Int.random(in: 0..<5, using: &random) {
          case 0: .number(Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 4)
          case 1: .date(Day(number: Int32.random(in: -20_000...60_000, using: &random)))
          case 2: .empty
          default: .text(text(&random))
          }
        } + [.text("end")]
    }
  }

  @Test func csv_writtenIsRead() throws {
    var random = Seeded(state: 7)
    let table = Self.table(&random, rows: 4_000)
    var bytes: [UInt8] = []
    let writer = CSVWriter { bytes += $0 }
    try writer.write((0..<8).map { .text("列\($0)") })
    for row in table { try writer.write(row) }
    try writer.finish()
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) && bytes.count > 3 * 65_536)
    let back = try rows(SheetFile.open(csv: bytes))
    #expect(back.count == table.count + 1 && back.allSatisfy { $0.fault == nil })
    for (row, expected) in zip(back.dropFirst(), table) {
      #expect(row.cells.map(\.text) == expected.map(\.text))
    }
  }

  @Test func xlsx_writtenIsRead() throws {
    let scratch = try Scratch()
    var random = Seeded(state: 11)
    let table = Self.table(&random, rows: 2_000)
    let columns = (0..<8).map { SheetLayout.Column("列\($0)") }
    let layout = SheetLayout(columns: columns, title: "花名册")
    let writer = try XLSXWriter(path: scratch.path("a.xlsx"), layout: layout)
    for row in table { try writer.write(row) }
    try writer.finish()
    let back = try rows(SheetFile.open(path: scratch.path("a.xlsx")))
    #expect(back[0].cells == [.text("花名册")] && back[1].cells.map(\.text) == columns.map(\.name))
    #expect(back.dropFirst(2).map(\.number) == Array(3..<(table.count + 3)))
    for (row, expected) in zip(back.dropFirst(2), table) {
      #expect(row.cells.map { $0.text } == expected.map { $0.text }, "\(row.number)")
      for (cell, wanted) in zip(row.cells, expected) {
        if case .date(let day) = wanted, day >= Day(number: -25_508) { #expect(cell == wanted) }
        if case .number = wanted { #expect(cell == wanted) }
      }
    }
  }

  @Test(arguments: [
    "=1+1", "+cmd", "-cmd", "-1+1", "@x", "\tx", "\rx", "\nx", "'=x", "  =x", "＝1", "＋1", "－1", "＠x", "+8613812345678",
  ])
  func csv_formula_isDefused(text: String) throws {
    var bytes: [UInt8] = []
    let writer = CSVWriter { bytes += $0 }
    try writer.write([.text(text)])
    try writer.finish()
    let shown = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(shown.hasPrefix("'") || shown.hasPrefix("\"'"))
  }

  @Test(arguments: ["-5", "-1.25", "310199199002031234", "？x"])
  func csv_number_staysBare(text: String) throws {
    var bytes: [UInt8] = []
    let writer = CSVWriter { bytes += $0 }
    try writer.write([.text(text)])
    try writer.finish()
    #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self) == text + "\r\n")
  }

  @Test func cell_text() {
    #expect(Cell.number(12).text == "12" && Cell.number(1.5).text == "1.5" && Cell.number(-0.0).text == "0")
    #expect(Cell.empty.text == "" && Cell.number(1e300).text == "1e+300")
  }
}
