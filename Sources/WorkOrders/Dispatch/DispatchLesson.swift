/// What a person found out about dispatch: a line of the list that it learns from.
package struct DispatchLesson: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Somebody chose unit or duty.
    case decided
    /// 退单 that the street upheld: only what was wrong is known.
    case returned
    /// Dispatched by itself, and it stayed with its unit.
    case confirmed
    /// A line of a labelled history.
    case seeded
  }

  package let id: Int64
  package let kind: Kind
  package let order: Int64?
  /// Title and text with their numbers starred out.
  package let text: String
  package let category: String?
  package let duty: String?
  package let unit: String?
  package let wrongUnit: String?
  /// What dispatch had proposed first, how sure it was, and whether that was right; nil where it had not been asked.
  package let proposal: (unit: String, confidence: Double, isRight: Bool)?
}

/// What tells one state of what dispatch knows from another: the newest model and the newest lesson, 0 where there is none.
package struct DispatchMark: Sendable, Equatable {
  package let model: Int64
  /// The model has learnt lessons up to this one.
  package let modelLessons: Int64
  package let lesson: Int64
}

/// A trained model as the database keeps it.
package struct StoredModel: Sendable {
  package let content: [UInt8]
  /// How much it weighs, 0 to 1.
  package let share: Double
  /// Lessons that it was trained on end here.
  package let lessonsTo: Int64
  /// How it did on lessons that it had not seen.
  package let outcomes: [(confidence: Double, isRight: Bool, unit: String)]
}
