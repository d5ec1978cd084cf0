import Kernel

/// Several tickets of different categories that meet in one place, more than is usual there.
package struct HotSpot: Sendable {
  package struct Evidence: Sendable {
    package var ticket: UInt32
    /// What ties the ticket to the others, the closest first; never empty.
    package var ties: [Anchor]
  }

  /// Where the tickets meet most surprisingly.
  package var anchor: Anchor
  /// All that they meet at.
  package var anchors: [Anchor]
  /// By day.
  package var evidence: [Evidence]
  package var score: Double
  /// Tickets that this anchor has in such a time, as a rule.
  package var expected: Double
  package var first: Day
  package var last: Day
  /// The most frequent first.
  package var categories: [(category: UInt16, count: Int)]
  package var reporters: Int
}
