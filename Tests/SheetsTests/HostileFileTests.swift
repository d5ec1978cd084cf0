import FilterLanguage
import Foundation
import Testing
@testable import Sheets

@Suite struct HostileFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func failure(_ path: String, limits: SheetLimits = SheetLimits()) -> String? {
    code { try rows(SheetFile.open(path: path, limits: limits)) }
  }

  @Test func open_zipBomb() throws {
    let spaces = String(repeating: " ", count: 8 << 20)
    #expect(failure(try scratch.workbook("<row><c><v>1</v></c></row>\(spaces)")) == "file_too_large")
    #expect(failure(try scratch.workbook("", extra: ["xl/media/x": spaces])) == "file_too_large")
  }

  @Test func next_sizesThatLie_areCountedWhileUnpacking() throws {
    var data = try Data(
      contentsOf: URL(fileURLWithPath: scratch.workbook("<row/>" + String(repeating: " ", count: 8 << 20))))
    let (real, claimed) = (
      withUnsafeBytes(of: UInt32(8 << 20)) { Array($0) }, withUnsafeBytes(of: UInt32(900)) { Array($0) }
    )
    // The sheet's size stands in its local header and in the directory; only its two upper bytes are the same as `real`.
    for index in 0..<(data.count - 4)
    where data[index + 2] == real[2] && data[index + 3] == real[3] && data[index + 2] != 0 {
      if data[index + 1] < 2 { data.replaceSubrange(index..<(index + 4), with: claimed) }
    }
    let result = failure(try scratch.file("lie.xlsx", data))
    #expect(["file_too_large", "file_broken"].contains(result))
  }

  @Test func open_totalBeyondTheLimit() throws {
    var limits = SheetLimits()
    limits.archiveBytes = 5_000
    let noise = (0..<3_000).map { _ in String(UInt64.random(in: 0...UInt64.max)) }.joined()
    #expect(failure(try scratch.workbook("<row/><!--\(noise)-->"), limits: limits) == "file_too_large")
  }

  @Test func next_entities() throws {
    let bomb = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\
      <worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>
      """
    #expect(failure(try scratch.workbook("", extra: ["xl/worksheets/sheet2.xml": bomb])) == "xml_entities")
    #expect(failure(try scratch.workbook("", extra: ["xl/sharedStrings.xml": bomb])) == "xml_entities")
  }

  @Test func next_deepNestingAndLongTags() throws {
    #expect(failure(try scratch.workbook(String(repeating: "<a>", count: 5_000))) == "xml_broken")
    var random = Seeded(state: 3)
    let noise = (0..<200_000).map { _ in String(UInt64.random(in: 0...UInt64.max, using: &random)) }.joined()
    #expect(failure(try scratch.workbook("<a b=\"\(noise)\"/>")) == "xml_broken")
  }

  @Test func next_longCells() throws {
    let long = String(repeating: "张", count: 30_000)
    #expect(failure(try scratch.workbook("<row><c t=\"str\"><v>\(long)</v></c></row>")) == "cell_too_long")
    #expect(failure(try scratch.workbook("", sharedText: "<si><t>\(long)</t></si>")) == "cell_too_long")
  }

  @Test func next_sharedTextBeyondTheLimit() throws {
    var limits = SheetLimits()
    limits.sharedTextBytes = 100
    let path = try scratch.workbook("", sharedText: String(repeating: "<si><t>一二三</t></si>", count: 20))
    #expect(failure(path, limits: limits) == "file_too_large")
  }

  @Test func next_rowNumberBeyondTheLimit() throws {
    #expect(failure(try scratch.workbook("<row r=\"2000001\"><c><v>1</v></c></row>")) == "too_many_rows")
  }

  @Test func next_oneRowTooLong() throws {
    var random = Seeded(state: 9)
    let noise = (0..<3_200).map { _ in String(UInt64.random(in: 0...UInt64.max, using: &random)) }.joined()
    let cell = "<c t=\"str\"><v>\(noise.prefix(60_000))</v></c>"
    #expect(failure(try scratch.workbook("<row>\(String(repeating: cell, count: 20))</row>")) == "row_too_long")
  }

  @Test func open_otherFiles_sayWhatTheyAre() throws {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 70_000)
    #expect(failure(try scratch.file("a.xlsx", ole)) == "old_format")
    let name = "EncryptedPackage".utf8.flatMap { letter -> [UInt8] in [letter, 0] }
    #expect(failure(try scratch.file("b.xlsx", ole + name + [0, 0])) == "file_encrypted")
    #expect(failure(try scratch.file("c.xls", Array("<html><table><tr><td>姓名".utf8))) == "not_a_sheet")
    #expect(failure(try scratch.file("d.csv", Array("%PDF-1.7".utf8))) == "not_a_sheet")
    #expect(failure(try scratch.zip(["content.xml": Array("<x/>".utf8)])) == "not_a_sheet")
    #expect(failure(try scratch.file("e.csv", [])) == "file_empty")
    #expect(failure(scratch.path("missing.csv")) == "file_unreadable")
    #expect(failure(scratch.folder) == "file_unreadable")
  }

  @Test func open_damagedFile_neverTraps() throws {
    let whole = try Array(
      Data(
        contentsOf: URL(
          fileURLWithPath: scratch.workbook("<row><c t=\"s\"><v>0</v></c></row>", sharedText: "<si><t>张</t></si>"))))
    #expect(failure(try scratch.file("cut.xlsx", whole.prefix(whole.count / 2))) == "file_broken")
    var random = Seeded(state: 5)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<4 {
        bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let result = failure(try scratch.file("broken.xlsx", bytes))
      #expect(result == nil || result?.contains(" ") == false)
    }
  }

  @Test func next_damagedXML_neverTraps() throws {
    let whole = Array(
      """
      <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>32907</v></c><c r="ZZ1" t="inlineStr"><is><t>_x000D_</t>\
      </is></c></row><row r="2"><c r="A2"><v>1E+17</v></c><c r="B2" t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/>\
      </mergeCells></worksheet>
      """.utf8)
    let alphabet = Array("0159AZz<>\"/ :+-.E&;_x张".utf8)
    var random = Seeded(state: 13)
    for _ in 0..<1_000 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = alphabet.randomElement(using: &random) ?? 0
      }
      let sheet = String(decoding: bytes, as: UTF8.self)
      let path = try scratch.workbook("", sharedText: "<si><t>张</t></si>", extra: ["xl/worksheets/sheet2.xml": sheet])
      #expect([nil, "xml_broken", "xml_entities", "too_many_rows"].contains(failure(path)))
    }
  }
}
