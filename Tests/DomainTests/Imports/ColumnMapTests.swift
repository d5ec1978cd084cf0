import FilterLanguage
import Imports
import Kernel
import Testing
import TextClassifier

struct ColumnMapTests {
  @Test func make_headersWithMarksAndBrackets_areKnown() throws {
    let map = try ColumnMap.make(
      headers: ["序号", " 姓 名*", "出生日期（年月日）", "居民身份证号码", "户主姓名", "现住址"], subject: .people)
    #expect(map.columns == [.name: 1, .birth: 2, .idNumber: 3, .address: 5])
    #expect(map.ignored == ["序号", "户主姓名"])
  }

  @Test func make_twoColumnsOfTelephones_areTheFirstAndTheSecond() throws {
    let map = try ColumnMap.make(headers: ["电话", "姓名", "手机", "地址", "联系方式"], subject: .people)
    #expect(map.columns[.phone] == 0 && map.columns[.phone2] == 2)
    #expect(map.ignored == ["联系方式"])
  }

  @Test func make_mapping_goesFirstAndMayIgnore() throws {
    let map = try ColumnMap.make(
      headers: ["姓名", "曾用名", "地址", "备注"], subject: .people, overrides: ["曾用名": "name", "备注": ""])
    #expect(map.columns == [.name: 1, .address: 2])
    #expect(throws: Problem.self) {
      try ColumnMap.make(headers: ["姓名", "地址"], subject: .people, overrides: ["姓名": "nonsense"])
    }
  }

  @Test func headerRow_underTitles_isFound() {
    let rows = [["延中居民区名册"], [], ["姓名", "地址"], ["张三", "长乐路1号"]]
    let lines = rows.enumerated().map { HeaderBlock.Line(number: $0 + 1, cells: $1) }
    #expect(HeaderBlock.find(among: lines, subject: .people, overrides: [:])?.index == 2)
  }
}

struct LikenessTests {
  @Test(arguments: [
    ("1950-03-12", "1950-03-17", true), ("1950-03-12", "1950-12-03", true), ("1950-03-12", "1950-03-21", true),
    ("1950-03-12", "1951-04-12", false), ("310199", "31099", true), ("310199", "310199", false),
  ])
  func isOneSlip_pairs(left: String, right: String, expected: Bool) {
    #expect(SlipOfThePen.isOneSlip(Array(left.utf8), Array(right.utf8)) == expected)
  }
}
