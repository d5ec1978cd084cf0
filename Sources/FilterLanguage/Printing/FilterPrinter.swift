/// Writes a question as text, with as few parentheses as it can; `FilterParser` reads it back to the same expression.
package enum FilterPrinter {
  /// What stands around an expression: decides whether it needs parentheses.
  enum Context { case query, or, and, not }

  /// The question as text. Tags stand by name where that is known and leads back, by code otherwise.
  package static func text(_ expression: Expression, vocabulary: Vocabulary) -> String {
    var output = ""
    write(expression, inside: .query, vocabulary, to: &output)
    return output
  }

  static func needsParentheses(_ expression: Expression, inside context: Context) -> Bool {
    switch (expression, context) {
    case (.or, .or), (.or, .and), (.or, .not), (.and, .and), (.and, .not), (.not, .not): true
    default: false
    }
  }

  private static func write(
    _ expression: Expression, inside context: Context, _ vocabulary: Vocabulary, to output: inout String
  ) {
    let parentheses = needsParentheses(expression, inside: context)
    if parentheses { output += "(" }
    switch expression {
    case .everything: break
    case .and(let parts): join(parts, " and ", inside: .and, vocabulary, to: &output)
    case .or(let parts): join(parts, " or ", inside: .or, vocabulary, to: &output)
    case .not(let inner):
      output += "not "
      write(inner, inside: .not, vocabulary, to: &output)
    case .tag(let code): output += "tag:\(FilterWords.written(tagWord(code, vocabulary)))"
    case .field(let field, let test): output += "\(field.text) \(test.text)"
    case .related(let quantifier, let relation, let inner):
      output += "\(quantifier.rawValue) "
      write(relation, inner, vocabulary, to: &output)
    case .count(let relation, let inner, let op, let number):
      output += "count("
      write(relation, inner, vocabulary, to: &output)
      output += ") \(op.rawValue) \(number)"
    }
    if parentheses { output += ")" }
  }

  private static func write(
    _ relation: Relation, _ inner: Expression, _ vocabulary: Vocabulary, to output: inout String
  ) {
    output += "\(relation.name)("
    write(inner, inside: .query, vocabulary, to: &output)
    output += ")"
  }

  private static func join(
    _ parts: [Expression], _ separator: String, inside context: Context, _ vocabulary: Vocabulary,
    to output: inout String
  ) {
    for (index, part) in parts.enumerated() {
      if index > 0 { output += separator }
      write(part, inside: context, vocabulary, to: &output)
    }
  }

  /// The tag's name, if it means this tag and no other of its subject; else the code.
  static func tagWord(_ code: String, _ vocabulary: Vocabulary) -> String {
    guard let tag = vocabulary.tags(named: code).first(where: { $0.code == code }),
      vocabulary.tag(tag.name, for: tag.subject)?.code == code
    else { return code }
    return tag.name
  }
}

extension Field {
  /// The field's word in the language, with its number: `turns(90)`.
  package var text: String {
    switch self {
    case .turns(let years): "turns(\(years))"
    case .attribute(let name): name
    default: Self.words[self] ?? ""
    }
  }

  private static let words: [Field: String] = Dictionary(
    (Subject.searchable + [.visits]).flatMap { Field.entries(of: $0).map { ($0.field, $0.name) } },
    uniquingKeysWith: { first, _ in first })
}

extension Test {
  /// What follows the field's name in a question: `>= 80`, `in today..today+3m`.
  package var text: String {
    switch self {
    case .compare(let op, let value): "\(op.rawValue) \(value.text)"
    case .range(let from, let to): "in \(from?.text ?? "")..\(to?.text ?? "")"
    case .period(let period): "in \(period.text)"
    case .list(let values): "in [\(values.map(\.text).joined(separator: ", "))]"
    }
  }
}
