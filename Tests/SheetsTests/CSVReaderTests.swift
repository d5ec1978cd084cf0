import FilterLanguage
import Foundation
import Testing
@testable import Sheets

@Suite struct CSVReaderTests {
  private func read(_ text: String) throws -> [[String]] { try texts(SheetFile.open(csv: Array(text.utf8))) }

  @Test(arguments: [
    "a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d", "\u{FEFF}a,b\nc,d", "a;b\nc;d", "a\tb\nc\td", "\n\na,b\n,\nc,d\n\n",
  ])
  func next_anyLineEndAndDelimiter(text: String) throws { #expect(try read(text) == [["a", "b"], ["c", "d"]]) }

  @Test func next_numbersRowsAsASpreadsheetDoes() throws {
    let all = try rows(SheetFile.open(csv: Array("a,b\n\n\"x\ny\",z\nq,r".utf8)))
    #expect(all.map(\.number) == [1, 3, 4])
  }

  @Test func next_quotes() throws {
    #expect(try read("a,b\n\"x,\"\"y\"\"\r\nz\",\"\"") == [["a", "b"], ["x,\"y\"\r\nz"]])
    #expect(try read("a,b\nx\"y,\"p\"q") == [["a", "b"], ["x\"y", "pq"]])
  }

  @Test func next_spreadsheetsTextMarks() throws {
    #expect(try read("号,名\n=\"310199\",'=1+1\n") == [["号", "名"], ["310199", "=1+1"]])
  }

  @Test func next_gb18030() throws {
    let bytes: [UInt8] = [
      0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB5, 0xD8, 0xD6, 0xB7, 0x0A, 0xD5, 0xC5, 0x95, 0x34, 0xB2, 0x35, 0x2C, 0xB3, 0xA4,
    ]
    #expect(try texts(SheetFile.open(csv: bytes)) == [["姓名", "地址"], ["张𠮷", "长"]])
  }

  @Test func next_gb18030_acrossChunks() throws {
    var bytes: [UInt8] = Array("a,b\n".utf8)
    for index in 0..<30_000 {
      bytes +=
        [0xD5, 0xC5, 0xC8, 0xFD, 0x2C] + Array(repeating: UInt8(ascii: "x"), count: index % 7) + [0xB3, 0xA4, 0x0A]
    }
    let all = try texts(SheetFile.open(csv: bytes))
    #expect(all.count == 30_001 && all.dropFirst().allSatisfy { $0[0] == "张三" && $0[1].hasSuffix("长") })
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func next_utf16WithMark(encoding: String.Encoding) throws {
    let data = try #require("\u{FEFF}姓名\t地址\n𠮷田\t长乐路".data(using: encoding))
    #expect(try texts(SheetFile.open(csv: Array(data))) == [["姓名", "地址"], ["𠮷田", "长乐路"]])
  }

  @Test func next_damagedUTF8_namesTheRow() throws {
    let bytes = Array("姓名,地址\n张三,".utf8) + [0xED, 0xA0, 0x80] + Array("\n".utf8)
    #expect(code { try SheetFile.open(csv: bytes) } == "invalid_text")
    #expect(detail { try SheetFile.open(csv: bytes) }.contains("第 2 行"))
    #expect(
      detail { try SheetFile.open(csv: Array("a,b\nc,".utf8) + [0x80, 0x0A]) }.contains("第 2 行"))
  }

  @Test func next_nul_namesTheRow() {
    #expect(code { try SheetFile.open(csv: Array("a,b\r\nc,\0\n".utf8)) } == "nul_byte")
    #expect(detail { try SheetFile.open(csv: Array("a,b\r\nc,\0\n".utf8)) }.contains("第 2 行"))
  }

  /// A quote without its fellow, and two strays that would swallow what stands between them.
  @Test(arguments: [
    ("a,b,c\ne,\"f,g\nh,i,j\n", 1, [["e", "f", "g"], ["h", "i", "j"]]),
    ("a,b,c\n\"e,f,g\nh,i,j\nk,l,m\n\"n,o,p\nq,r,s\n", 0, [["e,f,g"]]),
    (
      "a,b,c\ne,f,\"g\nh,i,j\nk,l,m\"\nn,o,p\n", 2,
      [["e", "f", "g"], ["h", "i", "j"], ["k", "l", "m\""], ["n", "o", "p"]]
    ),
    ("a,b,c\ne,f,\"g\nh,i,j\nk,l,x\"y\"\n", 2, [["e", "f", "g"], ["h", "i", "j"], ["k", "l", "x\"y\""]]),
  ])
  func next_strayQuote_swallowsNoRow(text: String, column: Int, expected: [[String]]) throws {
    let all = try rows(SheetFile.open(csv: Array(text.utf8)))
    #expect(all.count == text.split(separator: "\n").count)
    #expect(all[1].notes == [column: .strayQuote])
    if expected.count > 1 { #expect(all.dropFirst().map { $0.cells.map(\.text) } == expected) }
  }

  @Test func next_quotedLinesOfAnAddress_stayOneCell() throws {
    let all = try rows(SheetFile.open(csv: Array("a,b,c\n\"d\ne\",\"f\ng, h\",i\nj,k,l\n".utf8)))
    #expect(all.map { $0.cells.map(\.text) } == [["a", "b", "c"], ["d\ne", "f\ng, h", "i"], ["j", "k", "l"]])
    #expect(!all.contains { !$0.notes.isEmpty })
  }

  @Test(arguments: [
    "题;目,二,三\na;b;c;d\ne;f;g;h\n", "题;目;一;二;三;四;五\na,b,c,d\ne,f,g,h\n", "sep=;\na;b;c;d\ne;f;g;h\n",
  ])
  func next_titleOfOtherSigns_doesNotDecideTheDelimiter(text: String) throws {
    let all = try texts(SheetFile.open(csv: Array(text.utf8)))
    #expect(Array(all.dropFirst()) == [["a", "b", "c", "d"], ["e", "f", "g", "h"]])
  }

  @Test func next_shiftedRow_isAFaultAndTheOthersGoOn() throws {
    let all = try rows(SheetFile.open(csv: Array("名册,\na,b\nc,d,e\nf,g,,\nh,i\nj\n".utf8)))
    #expect(all.map { $0.fault != nil } == [false, false, true, false, false, false])
    #expect(all[2].fault?.contains("第 3 行有 3 列") == true)
  }

  @Test func next_tooManyColumns() throws {
    let wide = Array(repeating: "x", count: 600).joined(separator: ",")
    #expect(code { try rows(SheetFile.open(csv: Array(wide.utf8))) } == "too_many_columns")
    let all = try rows(SheetFile.open(csv: Array("a,b\n\(wide)\nc,d".utf8)))
    #expect(all[1].fault != nil && all[2].fault == nil && all[1].cells.count == 512)
  }

  @Test func next_tenMegabyteCell_isRefusedWithItsPlace() throws {
    let scratch = try Scratch()
    let cell = [UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20)
    let path = try scratch.file("big.csv", Array("a,b\nc,\"".utf8) + cell + Array("\"\n".utf8))
    #expect(detail { try rows(SheetFile.open(path: path)) } == "第 2 行第 2 列超过 64 KB(引号可能没有闭合)")
  }

  @Test func next_longRow_isRefused() {
    let row = Array(repeating: String(repeating: "x", count: 60_000), count: 20).joined(separator: ",")
    #expect(code { try rows(SheetFile.open(csv: Array(row.utf8))) } == "row_too_long")
  }

  @Test func next_tooManyRows() {
    var limits = SheetLimits()
    limits.rows = 3
    #expect(code { try rows(SheetFile.open(csv: Array("a\nb\nc\n".utf8), limits: limits)) } == nil)
    #expect(code { try rows(SheetFile.open(csv: Array("a\nb\nc\nd\n".utf8), limits: limits)) } == "too_many_rows")
  }

  @Test func next_anyBytes_neverTraps() {
    var random = Seeded(state: 1)
    let alphabet: [UInt8] = [
      0x22, 0x2C, 0x0A, 0x0D, 0x41, 0xE5, 0xBC, 0xA0, 0xD5, 0xC5, 0xFF, 0xFE, 0x30, 0x81, 0x27, 0x3D,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let failure = code { try rows(SheetFile.open(csv: bytes)) }
      #expect([nil, "invalid_text", "unterminated_quote", "nul_byte"].contains(failure))
    }
  }
}
