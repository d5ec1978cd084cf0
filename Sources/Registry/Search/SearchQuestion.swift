import FilterLanguage
import Kernel
import Platform

/// A question as it arrives from any door, before it is understood.
package struct SearchQuestion: Sendable {
  package enum Condition: Sendable {
    case text(String)
    case json(JSONValue)
  }

  package var subject: Subject
  package var condition: Condition
  /// nil: today in Asia/Shanghai.
  package var asOf: Day?

  package init(_ subject: Subject, where condition: Condition, asOf: Day? = nil) {
    self.subject = subject
    self.condition = condition
    self.asOf = asOf
  }
}

extension AppContext {
  /// The question understood, in the words that the caller may use.
  package func understand(_ question: SearchQuestion, for caller: Caller) throws(Problem) -> Expression {
    let vocabulary = try index.vocabulary(for: caller)
    return switch question.condition {
    case .text(let text): try FilterParser.parse(text, about: question.subject, vocabulary: vocabulary)
    case .json(let value): try FilterJSON.decode(value, about: question.subject, vocabulary: vocabulary)
    }
  }
}
