/// A work order as evidence shows it; the numbers of people are starred out.
package struct EvidenceRow: Sendable {
  package let id: UInt32
  package let number: String
  package let title: String
  package let text: String
  package let address: String
  package let reportedAt: String
  package let state: String
  /// Where it lies.
  package let area: UInt32
}
