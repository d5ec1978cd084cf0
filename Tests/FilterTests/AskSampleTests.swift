import FilterLanguage
import Foundation
import Testing

/// The folder with sample questions, where there is one.
private let samples = ProcessInfo.processInfo.environment["MENPAI_SAMPLES"]

@Suite(.enabled(if: samples != nil)) struct AskSampleTests {
  @Test func filters_ofTheSampleQuestions_parseAndRoundTrip() throws {
    let text = try String(contentsOfFile: "\(samples ?? "")/data/ask_dev.csv", encoding: .utf8)
    let vocabulary = try ReferenceCatalogue.vocabulary()
    var count = 0
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", maxSplits: 2).map(String.init)
      guard cells.count == 3, let subject = Subject(word: cells[1]) else { continue }
      let expression = try FilterParser.parse(cells[2], about: subject, vocabulary: vocabulary)
      let printed = FilterPrinter.text(expression, vocabulary: vocabulary)
      #expect(try FilterParser.parse(printed, about: subject, vocabulary: vocabulary) == expression)
      let json = FilterJSON.encode(expression, vocabulary: vocabulary)
      #expect(try FilterJSON.decode(json, about: subject, vocabulary: vocabulary) == expression)
      count += 1
    }
    #expect(count >= 30)
  }
}
