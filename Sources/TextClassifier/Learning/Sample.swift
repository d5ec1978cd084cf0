/// What a source tells about a matter: free text, and what it is filed under there.
package struct Evidence: Hashable, Sendable {
  package var text: String
  /// Category columns beside or instead of the text, always in the same order; empty where unknown.
  package var categories: [String]

  package init(text: String = "", categories: [String] = []) { (self.text, self.categories) = (text, categories) }
}

/// A matter whose right label is known: a duty's code, a unit, a topic.
package struct Sample: Sendable {
  package var evidence: Evidence
  package var label: String
  /// How much it counts; 1 is an ordinary ticket. Not above 0 counts as absent.
  package var weight: Double

  package init(_ evidence: Evidence, label: String, weight: Double = 1) {
    (self.evidence, self.label, self.weight) = (evidence, label, weight)
  }
}
