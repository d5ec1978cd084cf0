import FilterLanguage

/// A stretch of a passage, and what it is. The clauses of a passage cover every character of it.
package struct PolicyClause: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Says who is meant, and was understood.
    case condition
    /// Says what is given, how much, and how it is applied for.
    case benefit
    /// Holds the text together: 同时符合下列条件, headings, grounds.
    case frame
    /// Left to a person: not understood, or not in the books.
    case judge
  }

  package let kind: Kind
  package let span: AskSpan
  /// What a condition asks of the subject; an exception is already denied. Nil for other kinds.
  package let expression: Expression?
  /// Why a person must judge; nil for other kinds.
  package let detail: String?
  /// Sentences near to what is written, where there are any.
  package let suggestions: [String]
}

/// Whoever lacks one condition of a policy and meets the others.
package struct PolicyNear: Hashable, Sendable {
  /// The clauses that say the missing condition, by their place in the reading.
  package let missing: [Int]
  /// What is missing, as it is asked for.
  package let condition: Expression
  /// All the others, and not this one.
  package let expression: Expression
}

/// What a passage of a policy says about whom it is for, as far as it was understood. Nothing in it is a decision.
package struct PolicyReading: Hashable, Sendable {
  package let subject: Subject
  package let clauses: [PolicyClause]
  /// All conditions that were understood, joined as the passage says; nil where there is none or it is doubtful how.
  package let combined: Expression?
  /// Why nothing was combined; nil where something was.
  package let refusal: String?
  /// What a reader should look at although something was combined.
  package let doubts: [String]
  package let near: [PolicyNear]

  /// Whether a person has something to judge before the list means anything.
  package var needsJudgement: Bool { clauses.contains { $0.kind == .judge } }
}
