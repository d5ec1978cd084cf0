/// Something in a selection that does not make sense, in words that name it.
package struct SenseFinding: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// Parts that nothing can meet together.
    case empty
    /// A choice that leaves nobody out.
    case everybody
    /// A branch of a choice that another branch already holds.
    case swallowed
    /// A bound that another part makes idle.
    case idle
    /// A branch of a choice that the rest of the selection rules out.
    case ruledOut
    /// A number that the field cannot have.
    case outOfRange
    /// A day on which what the field tells of cannot be.
    case impossibleDay
  }

  package enum Severity: String, Hashable, Sendable {
    /// The selection cannot be what is meant: it is not asked.
    case contradiction
    /// It can be asked; whoever reads the list should know.
    case warning
  }

  package let kind: Kind
  /// A sentence, with the parts in 「」.
  package let detail: String
  /// The parts that it is about, in words.
  package let parts: [String]
  /// The same as they stand in the selection.
  package let expressions: [Expression]
  /// What they are about; inside a relation that is where it leads.
  package let subject: Subject

  package var severity: Severity {
    switch kind {
    case .empty, .everybody, .outOfRange, .impossibleDay: .contradiction
    case .swallowed, .idle, .ruledOut: .warning
    }
  }
}
