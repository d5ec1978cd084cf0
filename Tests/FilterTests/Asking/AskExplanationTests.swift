import ChineseQuery
import FilterLanguage
import Testing

@Suite struct AskExplanationTests {
  /// Whether the explanation tells all: sealed numbers are hidden in it.
  private func isOpen(_ expression: Expression, _ subject: Subject) -> Bool {
    switch expression {
    case .everything, .tag: true
    case .field(let field, _): words.entry(of: field, in: subject)?.type != .sealed
    case .and(let parts), .or(let parts): parts.allSatisfy { isOpen($0, subject) }
    case .not(let inner): isOpen(inner, subject)
    case .related(_, let relation, let inner), .count(let relation, let inner, _, _):
      relation.target(from: subject).map { isOpen(inner, $0) } ?? false
    }
  }

  @Test(arguments: Subject.searchable)
  func read_explanationOfRandomQuestions_isTheSameQuestion(_ subject: Subject) throws {
    var generator = FilterGenerator()
    let asking = Asking(vocabulary: words, gazetteer: Gazetteer())
    let normal = AskNormal(asOf: AskWorld.today)
    var asked = 0
    for _ in 0..<600 {
      let expression = generator.expression(about: subject, depth: 3)
      guard isOpen(expression, subject) else { continue }
      let reading = AskReading(subject: subject, expression: expression)
      let explanation = reading.explanation(words)
      do {
        let again = try asking.read(explanation, asOf: AskWorld.today)
        #expect(again.subject == subject)
        #expect(normal.text(again.expression) == normal.text(expression), "\(explanation)")
      } catch { Issue.record("\(explanation): \(FilterPrinter.text(expression, vocabulary: words))") }
      asked += 1
    }
    #expect(asked > 200)
  }

  @Test func read_everything_isEverything() throws {
    let asking = Asking(vocabulary: words, gazetteer: Gazetteer())
    let reading = AskReading(subject: .houses, expression: .everything)
    #expect(try asking.read(reading.explanation(words), asOf: AskWorld.today) == reading)
  }
}
