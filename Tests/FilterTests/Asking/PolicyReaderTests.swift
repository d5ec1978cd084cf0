import ChineseQuery
import FilterLanguage
import Foundation
import Sheets
import Support
import Testing

@Suite struct PolicyReaderTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let passage: String
    let kinds: String
    let subject: String
    let filter: String
    var testDescription: String { passage }
  }

  static let rows: [Row] = PolicySamples.table.split(separator: "\n").map { line in
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    return Row(
      passage: cells[0].replacing("⏎", with: "\n"), kinds: cells[1], subject: cells[2],
      filter: cells.count > 3 ? cells[3] : "")
  }

  private func reader() throws -> PolicyReader {
    PolicyReader(try AskWorld.asking(), vocabulary: try AskWorld.vocabulary())
  }

  private func read(_ passage: String) throws -> PolicyReading { try reader().read(passage, asOf: AskWorld.today) }

  private func text(_ reading: PolicyReading) -> String {
    reading.clauses.map { "\($0.kind.rawValue) \($0.span.text) \($0.detail ?? "")" }.joined(separator: "\n")
  }

  @Test(arguments: rows)
  func read_passage_isItsClausesAndSelection(_ row: Row) throws {
    let reading = try read(row.passage)
    let kinds = reading.clauses.map { String($0.kind.rawValue.prefix(1)) }.joined()
    #expect(kinds == row.kinds, "\(text(reading))")
    let subject = try #require(Subject(word: row.subject))
    #expect(reading.subject == subject)
    guard row.filter != "-" else {
      #expect(reading.combined == nil && reading.refusal != nil, "\(text(reading))")
      #expect(reading.near.isEmpty)
      return
    }
    let normal = AskNormal(asOf: AskWorld.today)
    let wanted = try FilterParser.parse(row.filter, about: subject, vocabulary: try AskWorld.vocabulary())
    let combined = try #require(reading.combined, "\(reading.refusal ?? "")\n\(text(reading))")
    #expect(normal.text(combined) == normal.text(wanted))
  }

  @Test(arguments: rows)
  func read_passage_coversEveryCharacterOnce(_ row: Row) throws {
    let reading = try read(row.passage)
    var place = 0
    for clause in reading.clauses {
      #expect(clause.span.position == place)
      #expect(clause.span.length == clause.span.text.count && clause.span.length > 0)
      place += clause.span.length
    }
    #expect(reading.clauses.map(\.span.text).joined() == row.passage)
  }

  @Test func read_anyCharacters_areCovered() throws {
    let reader = try reader()
    let pieces = [
      "年满80周岁", "独居", "，", "。", "；", "（一）", "1.", "①", "、", "的", "同时符合下列条件", "之一", "可申请", "（", "）", "\n", " ",
      "除外", "不再享受", "或者", "《办法》", "《", "每月100元", "：", "一、", "甲", "😀", "第一条", "以下", "其中",
    ]
    var random = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      let passage = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      guard passage.contains(where: { !$0.isWhitespace }) else { continue }
      let reading = try reader.read(passage, asOf: AskWorld.today)
      #expect(reading.clauses.map(\.span.text).joined() == passage)
      #expect(reading.clauses.allSatisfy { ($0.kind == .condition) == ($0.expression != nil) }, "\(passage)")
      #expect(reading.clauses.allSatisfy { ($0.kind == .judge) == ($0.detail != nil) }, "\(passage)")
    }
  }

  /// What names who is meant, and is not understood, is nobody's benefit.
  @Test(arguments: [
    "家庭人均月收入低于3000元的老年人", "每月收入不足2000元的", "每月为独居老人送餐", "由低保家庭中的成年人提出", "优先照顾孤老", "根据《办法》年满80周岁", "可自理的老年人",
    "每人名下仅有一套住房", "给予80周岁以上老年人每月50元", "免费乘车的老年人", "发放给本市户籍的残疾人", "提供居住证明的来沪人员",
  ])
  func read_conditionThatIsNotUnderstood_isLeftToAPerson(_ clause: String) throws {
    let reading = try read("\(clause)，可申请补贴。")
    #expect(!reading.clauses.dropLast().contains { $0.kind == .benefit || $0.kind == .frame }, "\(text(reading))")
    #expect(reading.needsJudgement)
  }

  @Test func read_exceptionThatIsPartlyUnderstood_isNotUsed() throws {
    let reading = try read("年满70周岁的老年人可申请。年满90周岁，住在外国的，不再享受。")
    #expect(reading.clauses.map(\.kind) == [.condition, .benefit, .judge, .judge, .judge], "\(text(reading))")
    #expect(reading.combined == .field(.age, .compare(.greaterOrEqual, .number(70))))
  }

  @Test func read_near_leavesOutOneConditionEach() throws {
    let vocabulary = try AskWorld.vocabulary()
    let reading = try read("同时符合下列条件的老年人可申请：（一）年满75周岁；（二）独居；（三）非低保人员。")
    let near = reading.near.map { FilterPrinter.text($0.expression, vocabulary: vocabulary) }
    // Nobody of 75 is under 60.
    #expect(
      near == [
        "tag:独居老人 and not tag:低保人员 and age >= 60 and not age >= 75",
        "age >= 75 and not tag:低保人员 and age >= 60 and not tag:独居老人",
        "age >= 75 and tag:独居老人 and age >= 60 and tag:低保人员",
      ])
    #expect(reading.near.map(\.missing) == [[3], [4], [5]])
  }

  @Test func read_doubtfulWords_areTold() throws {
    #expect(try read("符合下列条件的老年人：（一）本市户籍；（二）独居。").doubts == ["原文没有写明“同时”，按同时符合处理，请核对。"])
    let reading = try read("符合下列条件之一的老年人可申请：（一）独居；（二）家境困难。")
    #expect(reading.doubts.count == 2 && reading.needsJudgement)
  }

  @Test func read_emptyOrTooLong_isRefused() throws {
    let reader = try reader()
    #expect(throws: AskRefusal.self) { try reader.read(" \n", asOf: AskWorld.today) }
    #expect(throws: AskRefusal.self) {
      try reader.read(String(repeating: "年", count: PolicyReader.limit + 1), asOf: AskWorld.today)
    }
  }

  @Test func read_longestPassage_endsSoon() throws {
    let passage = String(repeating: "本市户籍的某类老年人，经认定的，可申请某某补贴；", count: 166)
    let spent = try processorTime {
      let reading = try read(passage)
      #expect(reading.combined == nil)
    }
    #expect(spent < .seconds(20))
  }
}
