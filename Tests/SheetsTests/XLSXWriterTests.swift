import CZip
import FilterLanguage
import Foundation
import Kernel
import TagIndex
import Testing
@testable import Sheets

@Suite struct XLSXWriterTests {
  private static let columns: [SheetLayout.Column] = [
    .init("姓名", width: 10), .init("证件号码", width: 20, kind: .code), .init("周岁", width: 6, kind: .number),
    .init("出生日期", kind: .date), .init("已发放", width: 8, kind: .tick), .init("签收", kind: .note),
  ]

  private func part(_ name: String, of path: String) throws -> String {
    let zip = try #require(zip_open(path, ZIP_RDONLY, nil))
    defer { zip_discard(zip) }
    let file = try #require(zip_fopen(zip, name, 0))
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while case let count = zip_fread(file, &chunk, 64 << 10), count > 0 { bytes += chunk[..<Int(count)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func xlsx_hasWhatPaperNeeds() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.xlsx")
    var layout = SheetLayout(columns: Self.columns, title: "牛奶发放", subtitle: "截至 2026-11-21 · 共 2 条")
    (layout.sheet, layout.hasFilter) = ("名单", true)
    let writer = try XLSXWriter(path: path, layout: layout)
    try writer.write([.text("张三"), .text("310199193602031234"), .number(90), .date(Day(number: 0))])
    try writer.write([.text("=1+1")])
    try writer.finish()
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains(#"<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>"#))
    #expect(sheet.contains(#"<autoFilter ref="A3:F5"/>"#))
    #expect(sheet.contains("<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>"))
    #expect(sheet.contains(#"paperSize="9""#) && sheet.contains(#"fitToHeight="0""#))
    #expect(sheet.contains("<t>310199193602031234</t>") && sheet.contains("<t>=1+1</t>") && !sheet.contains("<f>"))
    // The empty cells of a row have borders too, so that they can be filled in by hand.
    #expect(sheet.contains(#"r="F5""#))
    let book = try part("xl/workbook.xml", of: path)
    #expect(book.contains(">名单!$A$1:$F$5<") || book.contains(">'名单'!$A$1:$F$5<"))
    #expect(book.contains("_xlnm.Print_Titles"))
    #expect(try part("xl/styles.xml", of: path).contains("年"))
  }

  /// Not that of the machine's clock, by which the same file would be another one a second later.
  @Test func xlsx_momentOfItsMaking_isTheOneGiven() throws {
    let scratch = try Scratch()
    let moment = Instant("2026-11-21T09:00:00.000+08:00")
    for (moment, written) in [(moment, "2026-11-21T01:00:00Z"), (nil, "2000-01-01T00:00:00Z")] {
      let path = scratch.path("a.xlsx")
      var layout = SheetLayout(columns: Self.columns)
      layout.madeAt = moment
      let writer = try XLSXWriter(path: path, layout: layout)
      try writer.finish()
      let properties = try part("docProps/core.xml", of: path)
      #expect(properties.components(separatedBy: written).count == 3, "created and modified: \(properties)")
    }
  }

  @Test func xlsx_overflowingRows_goOnInTheNextSheet() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.xlsx")
    let layout = SheetLayout(columns: [.init("号", kind: .number)], title: "长名单")
    let writer = try XLSXWriter(path: path, layout: layout, rowLimit: 12)
    for number in 0..<25 { try writer.write([.number(Double(number))]) }
    try writer.finish()
    for (tab, numbers) in [("Sheet1", 0..<10), ("Sheet1 (2)", 10..<20), ("Sheet1 (3)", 20..<25)] {
      let back = try rows(SheetFile.open(path: path, sheet: tab))
      #expect(back[0].cells == [.text("长名单")] && back[1].cells == [.text("号")])
      #expect(back.dropFirst(2).map { $0[0] } == numbers.map { .number(Double($0)) })
    }
  }

  @Test func xlsx_heading_standsBetweenRows() throws {
    let scratch = try Scratch()
    let writer = try XLSXWriter(path: scratch.path("a.xlsx"), layout: SheetLayout(columns: Self.columns))
    try writer.heading("延中居委会")
    try writer.write([.text("张三")])
    try writer.finish()
    let back = try rows(SheetFile.open(path: scratch.path("a.xlsx")))
    #expect(back.map { $0[0] } == [.text("姓名"), .text("延中居委会"), .text("张三")])
  }

  @Test func xlsx_isReadableByNobodyElse() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.xlsx")
    let writer = try XLSXWriter(path: path, layout: SheetLayout(columns: Self.columns))
    try writer.write([.text("张三")])
    try writer.finish()
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["a.xlsx"])
  }

  @Test func xlsx_abandoned_keepsNoFileOpen() throws {
    let scratch = try Scratch()
    let files = { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
    let before = try files()
    for _ in 0..<400 {
      let writer = try XLSXWriter(path: scratch.path("a.xlsx"), layout: SheetLayout(columns: Self.columns), rowLimit: 2)
      for _ in 0..<4 { try writer.write([.text("张三")]) }
    }
    // Other tests open some at the same time.
    #expect(try files() < before + 200)
  }

  @Test func xlsx_unwritablePath_isAProblem() throws {
    #expect(throws: Problem.self) { try XLSXWriter(path: "/nowhere/a.xlsx", layout: SheetLayout(columns: [])) }
  }

  @Test(
    arguments: [
      ("a/b:c", "abc"), ("", "Sheet"), (String(repeating: "名", count: 40), String(repeating: "名", count: 31)),
    ])
  func xlsx_tabName_isMadeFit(name: String, tab: String) throws {
    let scratch = try Scratch()
    var layout = SheetLayout(columns: [.init("a")])
    layout.sheet = name
    let writer = try XLSXWriter(path: scratch.path("a.xlsx"), layout: layout)
    try writer.finish()
    #expect(try part("xl/workbook.xml", of: scratch.path("a.xlsx")).contains("name=\"\(tab)\""))
  }
}
