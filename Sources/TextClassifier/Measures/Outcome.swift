/// How one proposal turned out: with which confidence it was made, and whether the first candidate was right.
///
/// A ticket that the unit returned counts as wrong.
package struct Outcome: Sendable, Hashable {
  package var confidence: Double
  package var right: Bool
  /// How much it counts beside others; 1 is ordinary.
  package var weight: Double
  /// Which unit was proposed; empty where that does not matter.
  package var unit: String

  package init(confidence: Double, right: Bool, weight: Double = 1, unit: String = "") {
    (self.confidence, self.right, self.weight, self.unit) = (confidence, right, weight, unit)
  }
}
