import FilterLanguage
import HotSpots

/// A hot spot in words.
package struct HotSpotView: Sendable {
  package struct Evidence: Sendable {
    package let row: EvidenceRow
    package let category: String
    /// The kinds of what ties it to the others: shop, house, wordOnRoad …
    package let ties: [Anchor.Kind]
    /// The words in its text that do.
    package let words: [String]
  }

  package struct Subject: Sendable {
    package let kind: LikelySubject.Kind
    package let id: UInt32?
    package let name: String
    /// A shop's category.
    package let category: String?
    package let address: String?
    /// Why it is likely, in Chinese.
    package let why: String
  }

  /// Names the hot spot as long as the tickets stay as they are.
  package let key: String
  package let spot: HotSpot
  package let subject: Subject
  package let categories: [(category: String, count: Int)]
  /// By day.
  package let evidence: [Evidence]
  package let notes: [HotSpotNote]
}
