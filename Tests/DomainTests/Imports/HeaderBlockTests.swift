import FilterLanguage
import Imports
import Testing

@Suite struct HeaderBlockTests {
  private func map(_ rows: [[String]], spans: [Int: [Int: Int]] = [:]) throws -> (row: Int, map: ColumnMap) {
    let lines = rows.enumerated().map {
      HeaderBlock.Line(number: $0 + 1, cells: $1, spans: spans[$0] ?? [:])
    }
    let block = try #require(HeaderBlock.find(among: lines, subject: .people, overrides: [:]))
    return (block.index, try ColumnMap.make(header: block, subject: .people))
  }

  @Test func find_addressOverTwoColumns_takesTheOneWherePeopleLive() throws {
    let found = try map([
      ["姓名", "性别", "住址", "", "联系电话"], ["", "", "户籍地址", "现住地址", ""], ["褚一", "男", "山东路1号", "长乐路1号", ""],
    ])
    #expect(found.row == 1)
    #expect(found.map.columns[.address] == 3)
    #expect(found.map.columns[.name] == 0 && found.map.columns[.phone] == 4)
  }

  @Test func find_groupsOfTwoPeople_takesTheRowsOwn() throws {
    let found = try map(
      [["户主信息", "", "成员信息", "", ""], ["姓名", "电话", "姓名", "性别", "现住地址"], ["褚一", "1", "褚二", "男", "长乐路1号"]],
      spans: [0: [0: 2, 2: 3]])
    #expect(found.row == 1)
    #expect(found.map.columns[.name] == 2 && found.map.columns[.phone] == nil)
  }

  @Test func find_titleAbove_groupsNothing() throws {
    let found = try map([["户主名册", "", ""], ["姓名", "性别", "地址"], ["褚一", "男", "长乐路1号"]])
    #expect(found.row == 1 && found.map.columns[.name] == 0)
  }

  @Test(arguments: ["\u{200E}姓名\u{200E}", "姓\u{AD}名", "姓名\u{2060}", "姓名；", "姓 名 *", "⼥姓名"])
  func make_headerWithOddSigns_isRead(header: String) throws {
    let known = header.hasPrefix("⼥") ? "女姓名" : "姓名"
    let map = try ColumnMap.make(
      headers: [header, "地址"], subject: .people, overrides: known == "姓名" ? [:] : [known: "name"])
    #expect(map.columns[.name] == 0)
  }

  @Test(arguments: [
    (["合计", "", "12"], LeftOutKind.totals), (["小计：12人", "", ""], .totals), (["姓 名", "地址", "电话"], .repeatedHeader),
    (["  ", "\u{3000}", "\u{200B}"], .blank), (["填表人：褚一", "", ""], .footnote),
    (["【示例】张三", "长乐路372弄5号101室", "13800000000"], .example),
  ])
  func leftOut_rowsOfNobody(cells: [String], kind: LeftOutKind) throws {
    let map = try ColumnMap.make(headers: ["姓名", "地址", "电话"], subject: .people)
    #expect(LeftOutKind.of(cells, map) == kind)
  }

  @Test(arguments: [["合计", "长乐路372弄5号101室", ""], ["褚一", "", ""], ["", "长乐路1号", ""]])
  func leftOut_rowsThatMayBeSomebody_stay(cells: [String]) throws {
    let map = try ColumnMap.make(headers: ["姓名", "地址", "电话"], subject: .people)
    #expect(LeftOutKind.of(cells, map) == nil)
  }
}
