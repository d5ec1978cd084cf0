import FilterLanguage

/// What a sentence means.
package struct AskReading: Hashable, Sendable {
  package let subject: Subject
  package let expression: Expression
  /// Columns asked for by name; empty for the usual ones.
  package let columns: [String]
  /// Fields to count by.
  package let groupBy: [String]
  /// As the API writes it: `age.desc`; nil where no order was asked for.
  package let sort: String?
  /// Whether a number was asked for (多少), not a list.
  package let wantsCount: Bool
  /// How many rows were asked for (前20名), where a number was said.
  package let limit: Int?
  /// What whoever reads the list should know: a part that changes nothing, a branch that another holds already.
  package var warnings: [String] = []

  package init(
    subject: Subject, expression: Expression, columns: [String] = [], groupBy: [String] = [], sort: String? = nil,
    wantsCount: Bool = false, limit: Int? = nil
  ) {
    (self.subject, self.expression) = (subject, expression)
    (self.columns, self.groupBy, self.sort) = (columns, groupBy, sort)
    (self.wantsCount, self.limit) = (wantsCount, limit)
  }

  /// What was understood, in words that can be asked again: 年龄满90周岁及以上的人员.
  package func explanation(_ vocabulary: Vocabulary) -> String {
    let phrase = FilterExplanation.chinese(expression, about: subject, vocabulary: vocabulary)
    return expression == .everything ? phrase : "\(phrase)的\(subject.title)"
  }
}
