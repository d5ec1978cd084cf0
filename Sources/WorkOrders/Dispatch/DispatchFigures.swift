/// How dispatch did on the orders of a month, or of all together.
package struct DispatchFigures: Sendable, Equatable {
  /// `2026-11`; empty for all together.
  package let month: String
  package let total: Int
  /// Dispatched without a person.
  package let auto: Int
  /// Of these, what nobody had to correct and the unit has not returned.
  package let right: Int
  /// Of the wrong ones, what the unit has returned (退单), ruled upon or not yet.
  package let returned: Int
  /// Decided by a person in the queue.
  package let decided: Int
  /// Of these, how often the first candidate's unit was taken.
  package let firstRight: Int

  /// The right ones among the automatic, 0 to 1; nil where there are none.
  package var precision: Double? { auto == 0 ? nil : Double(right) / Double(auto) }
  /// The automatic ones among all; nil where there are none.
  package var coverage: Double? { total == 0 ? nil : Double(auto) / Double(total) }
}
