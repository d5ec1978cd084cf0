import ChineseQuery
import FilterLanguage
import Foundation
import Sheets
import Testing

/// The folder with sample questions, where there is one.
private let samples = ProcessInfo.processInfo.environment["MENPAI_SAMPLES"]

@Suite struct AskSentenceTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let sentence: String
    let subject: String
    let filter: String
    let wishes: String
    var testDescription: String { sentence }
  }

  static let rows: [Row] = [
    AskSentences.table, AskMoreSentences.table, AskLayerSentences.table,
  ].joined(separator: "\n").split(separator: "\n").map { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return Row(
      sentence: cells[0], subject: cells[1], filter: cells.count > 2 ? cells[2] : "",
      wishes: cells.count > 3 ? cells[3] : "")
  }

  private func check(_ asking: Asking, _ vocabulary: Vocabulary, _ row: Row) throws {
    let reading = try asking.read(row.sentence, asOf: AskWorld.today)
    let normal = AskNormal(asOf: AskWorld.today)
    guard let subject = Subject(word: row.subject) else {
      Issue.record("no subject \(row.subject)")
      return
    }
    let wanted = try FilterParser.parse(row.filter, about: subject, vocabulary: vocabulary)
    #expect(reading.subject == subject, "\(row.sentence)")
    #expect(normal.text(reading.expression) == normal.text(wanted), "\(row.sentence)")
    // What was understood can be asked again.
    let explanation = reading.explanation(vocabulary)
    let again = try asking.read(explanation, asOf: AskWorld.today)
    #expect(again.subject == subject && normal.text(again.expression) == normal.text(wanted), "\(explanation)")
  }

  @Test func read_whatSocialWorkersSay_isTheirFilter() throws {
    let (asking, vocabulary) = (try AskWorld.asking(), try AskWorld.vocabulary())
    #expect(Self.rows.count >= 600)
    for row in Self.rows {
      do { try check(asking, vocabulary, row) } catch { Issue.record("\(row.sentence): \(error)") }
    }
  }

  @Test func read_wishes_areColumnsGroupsAndOrder() throws {
    let asking = try AskWorld.asking()
    for row in Self.rows where !row.wishes.isEmpty {
      let reading = try asking.read(row.sentence, asOf: AskWorld.today)
      var said: [String] = []
      if !reading.columns.isEmpty { said.append("columns=\(reading.columns.joined(separator: ","))") }
      if !reading.groupBy.isEmpty { said.append("group=\(reading.groupBy.joined(separator: ","))") }
      if let sort = reading.sort { said.append("sort=\(sort)") }
      if reading.wantsCount { said.append("count") }
      if let limit = reading.limit { said.append("limit=\(limit)") }
      #expect(said.joined(separator: " ") == row.wishes, "\(row.sentence)")
    }
  }

  @Test(.enabled(if: samples != nil)) func read_theSampleQuestions_areTheirFilters() throws {
    let text = try String(contentsOfFile: "\(samples ?? "")/data/ask_dev.csv", encoding: .utf8)
    let (asking, vocabulary) = (try AskWorld.asking(), try AskWorld.vocabulary())
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", maxSplits: 2).map(String.init)
      guard cells.count == 3, Subject(word: cells[1]) != nil else { continue }
      do {
        try check(asking, vocabulary, Row(sentence: cells[0], subject: cells[1], filter: cells[2], wishes: ""))
      } catch { Issue.record("\(cells[0]): \(error)") }
    }
  }

  @Test func read_relativeTime_staysRelative() throws {
    let asking = try AskWorld.asking()
    let vocabulary = try AskWorld.vocabulary()
    for (sentence, filter) in [
      ("下个月要年检的电梯", "due in next-month and kind = elevator"), ("明年满18周岁的男性", "turns(18) in next-year and sex = 男"),
      ("30天没有走访的独居老人", "not last_visited >= today-30d and tag:独居老人"),
    ] {
      let reading = try asking.read(sentence, asOf: AskWorld.today)
      #expect(FilterPrinter.text(reading.expression, vocabulary: vocabulary) == filter)
    }
  }
}
