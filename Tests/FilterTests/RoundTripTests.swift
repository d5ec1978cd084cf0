import FilterLanguage
import Kernel
import Testing

@Suite struct RoundTripTests {
  static let subjects: [Subject] = Subject.searchable + [.visits, .records("lease")]

  @Test(arguments: subjects)
  func text_ofRandomQuestions_readsBackTheSame(_ subject: Subject) throws {
    var generator = FilterGenerator()
    for _ in 0..<1500 {
      let expression = generator.expression(about: subject, depth: 4)
      let text = FilterPrinter.text(expression, vocabulary: words)
      #expect(try parse(text, subject) == expression, "\(text)")
    }
  }

  @Test(arguments: subjects)
  func json_ofRandomQuestions_readsBackTheSame(_ subject: Subject) throws {
    var generator = FilterGenerator()
    for _ in 0..<1500 {
      let expression = generator.expression(about: subject, depth: 4)
      let text = FilterJSON.encode(expression, vocabulary: words).text
      let decoded = try FilterJSON.decode(try JSONReader.read(text), about: subject, vocabulary: words)
      #expect(decoded == expression, "\(text)")
    }
  }

  @Test func explanation_ofRandomQuestions_saysSomething() {
    var generator = FilterGenerator()
    for subject in Self.subjects {
      for _ in 0..<300 {
        let expression = generator.expression(about: subject, depth: 4)
        #expect(!FilterExplanation.chinese(expression, about: subject, vocabulary: words).isEmpty)
      }
    }
  }

  @Test(arguments: [
    ("( (age>=80) and( tag:LL013 ) )", "age >= 80 and tag:独居老人"),
    ("not (tag:独居)", "not tag:独居老人"), ("(age > 1 or age < 3)", "age > 1 or age < 3"),
    ("house()", "any house()"), ("age in [ 1,2 ]", "age in [1, 2]"), ("until < today+0m", "until < today"),
    ("closes >= 9:05", "closes >= 09:05"), ("not (age > 1 and age < 3)", "not (age > 1 and age < 3)"),
    ("tag:DJ004", "tag:\"在职党员(双报到)\""), ("age = 80.0", "age = 80"),
  ])
  func text_usesFewestParentheses(_ text: String, _ canonical: String) throws {
    let subject: Subject = text.hasPrefix("closes") ? .shops : .people
    #expect(try printed(text, subject) == canonical)
    #expect(try printed(canonical, subject) == canonical)
  }
}
