import FilterLanguage
import Kernel
import Platform

/// How a filter was understood: in one line, as JSON, and in Chinese. Who: any caller that may read.
package enum ExplainFilter {
  package struct Answer: Sendable {
    /// The filter as Menpai would write it.
    package let text: String
    package let json: JSONValue
    package let explanation: String
  }

  /// - Throws: what the filter is refused for.
  package static func run(_ question: SearchQuestion, caller: Caller, app: AppContext) throws(Problem) -> Answer {
    try caller.must(.read)
    let expression = try app.understand(question, for: caller)
    let vocabulary = try app.index.vocabulary(for: caller)
    return Answer(
      text: FilterPrinter.text(expression, vocabulary: vocabulary),
      json: FilterJSON.encode(expression, vocabulary: vocabulary),
      explanation: FilterExplanation.chinese(expression, about: question.subject, vocabulary: vocabulary))
  }
}
