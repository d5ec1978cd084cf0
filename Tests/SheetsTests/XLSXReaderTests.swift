import FilterLanguage
import Foundation
import Kernel
import Testing
@testable import Sheets

@Suite struct XLSXReaderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ rows: String, sharedText: String = "", styles: String = "", properties: String = "") throws
    -> [Row]
  {
    let path = try scratch.workbook(rows, sharedText: sharedText, styles: styles, properties: properties)
    return try SheetsTests.rows(SheetFile.open(path: path))
  }

  private static let styles = """
    <numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>\
    <numFmt numFmtId="177" formatCode="[h]:mm"/><numFmt numFmtId="178" formatCode="0.00&quot;d&quot;"/></numFmts>\
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="20"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs>
    """

  @Test func next_firstVisibleSheet_orTheOneNamed() throws {
    let path = try scratch.workbook("<row><c><v>2</v></c></row>")
    #expect(try texts(SheetFile.open(path: path)) == [["2"]])
    #expect(try texts(SheetFile.open(path: path, sheet: "藏")) == [["1"]])
    #expect(detail { try SheetFile.open(path: path, sheet: "无") } == "没有名为 无 的工作表,有:藏、花名册")
  }

  @Test func next_kindsOfCells() throws {
    let row = try read(
      """
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>yi</t></rPh></is></c>\
      <c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#N/A</v></c><c r="F3" t="str"><f>A1&amp;B1</f><v>算得</v></c><c r="G3"><f>1+1</f><v>2</v></c>\
      <c r="H3" t="d"><v>1990-02-03T00:00:00</v></c><c r="I3" s="1"/><c r="J3" t="s"><v>99</v></c></row>
      """,
      sharedText:
        "<si><t>零</t></si><si><r><t>张</t></r><r><t xml:space=\"preserve\"> 三</t></r><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></si>"
    )
    #expect(row.map(\.number) == [3])
    #expect(
      row[0].cells == [
        .text("张 三"), .empty, .text("甲乙"), .text("TRUE"), .text("#N/A"), .text("算得"), .number(2),
        .date(Day(number: 7338)),
      ])
    #expect(row[0].notes == [4: .formulaError])
  }

  @Test func next_formulaWithoutValue_isNoted() throws {
    let row = try read(
      """
      <row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>B1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><v>1</v></c></row>
      """)
    #expect(row[0].notes == [0: .formulaUncalculated, 1: .formulaUncalculated])
  }

  @Test func next_numberOfSixteenDigits_isNoted() throws {
    let row = try read(
      """
      <row><c><v>310199194102042000</v></c><c><v>3.10199194102042E+17</v></c><c t="str"><v>310199194102042000</v></c><c><v>310199410204203</v></c></row>
      """)
    #expect(row[0].notes == [0: .longNumber, 1: .longNumber])
  }

  @Test func book_inMemory_knowsItsSheetsAndReadsEachAgain() throws {
    let path = try scratch.workbook("<row><c><v>2</v></c></row>")
    let book = try SheetFile.book([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    #expect(book.sheets.map(\.name) == ["藏", "花名册"] && book.sheets.map(\.isHidden) == [true, false])
    for _ in 0..<2 {
      #expect(try texts(book.rows(of: nil)) == [["2"]])
      #expect(try texts(book.rows(of: "藏")) == [["1"]])
    }
  }

  @Test func next_mergeToTheRight_isRemembered() throws {
    let sheet = """
      <worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData><mergeCells>\
      <mergeCell ref="B1:D1"/></mergeCells></worksheet>
      """
    let all = try rows(SheetFile.open(path: scratch.workbook("", extra: ["xl/worksheets/sheet2.xml": sheet])))
    #expect(all[0].spans == [1: 3])
  }

  @Test func next_withoutReferences_countsOn() throws {
    let all = try read(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r=\"B3\"><v>3</v></c><c><v>4</v></c></row>")
    #expect(
      all == [
        Row(number: 1, cells: [.number(1), .number(2)]), Row(number: 3, cells: [.empty, .number(3), .number(4)]),
      ])
  }

  @Test func next_styledNumbers() throws {
    let cells = try read(
      """
      <row><c s="1"><v>32907</v></c><c s="2"><v>32907.5</v></c><c s="3"><v>0.91666666666</v></c><c s="4"><v>1.0833333333</v></c>\
      <c s="5"><v>1.5</v></c><c s="0"><v>32907</v></c><c s="1"><v>60</v></c><c s="99"><v>7</v></c></row>
      """, styles: Self.styles)[0].cells
    let day = Cell.date(Day(number: 7338))
    #expect(cells == [day, day, .text("22:00"), .text("26:00"), .number(1.5), .number(32907), .number(60), .number(7)])
  }

  @Test func next_from1904() throws {
    let all = try read(
      "<row><c s=\"1\"><v>31445</v></c></row>", styles: Self.styles, properties: "<workbookPr date1904=\"1\"/>")
    #expect(all[0].cells == [.date(Day(number: 7338))])
  }

  @Test func next_longNumbers_stayAsStored() throws {
    let cells = try read(
      "<row><c><v>310199199002031234</v></c><c><v>3.1019919900203101E+17</v></c><c><v>13812345678</v></c></row>")[0]
      .cells
    #expect(cells.map(\.text) == ["310199199002031234", "3.1019919900203101E+17", "13812345678"])
  }

  @Test func next_mergedDownwards_holdsForAllItsRows() throws {
    let merges = ["A1:B1", "A2:A4", "B3:C4", "A6:A9"]
    let path = try scratch.workbook(
      "",
      extra: [
        "xl/worksheets/sheet2.xml": """
        <worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="D2"><v>7</v></c></row>\
        <row r="3"><c r="B3"><v>3</v></c></row><row r="4"><c r="A4"/><c r="D4"><v>4</v></c></row><row r="5"><c r="B5"><v>5</v></c></row>\
        <row r="7"><c r="B7"><v>6</v></c></row></sheetData><mergeCells count="4">\
        \(merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells></worksheet>
        """
      ])
    #expect(
      try texts(SheetFile.open(path: path)) == [
        ["1"], ["2", "", "", "7"], ["2", "3"], ["2", "3", "", "4"], ["", "5"], ["", "6"],
      ])
  }

  @Test func next_manyMerges_acrossChunks() throws {
    let count = 20_000
    let rows = (1...count).map {
      "<row r=\"\($0)\">\($0 % 2 == 1 ? "<c r=\"A\($0)\"><v>\($0)</v></c>" : "")<c r=\"B\($0)\"><v>0</v></c></row>"
    }
    let merges = stride(from: 1, to: count, by: 2).map { "<mergeCell ref=\"A\($0):A\($0 + 1)\"/>" }.joined()
    let sheet = "<worksheet><sheetData>\(rows.joined())</sheetData><mergeCells>\(merges)</mergeCells></worksheet>"
    let all = try texts(SheetFile.open(path: scratch.workbook("", extra: ["xl/worksheets/sheet2.xml": sheet])))
    #expect(all.count == count && all.enumerated().allSatisfy { $1[0] == String($0 / 2 * 2 + 1) })
  }

  @Test func next_prefixedNames() throws {
    let sheet =
      "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    let path = try scratch.workbook("", extra: ["xl/worksheets/sheet2.xml": sheet])
    #expect(try texts(SheetFile.open(path: path)) == [["5"]])
  }

  @Test func next_escapedCharacters() throws {
    #expect(XLSXText.plain(Array("a_x000D_b_x005F_x0041_ _xZZZZ_ _x".utf8)[...]) == "a\rb_x0041_ _xZZZZ_ _x")
  }

  @Test func next_columnBeyondTheLimit_isAFault() throws {
    let all = try read(
      "<row><c r=\"A1\"><v>1</v></c><c r=\"ZZZ1\"><v>2</v></c></row><row><c r=\"A2\"><v>3</v></c><c r=\"ZZZ2\" s=\"1\"/></row>"
    )
    #expect(all.map { $0.fault != nil } == [true, false] && all[0].cells == [.number(1)])
  }
}
