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

  package init(
    id: UInt32, number: String, title: String, text: String, address: String, reportedAt: String, state: String,
    area: UInt32
  ) {
    (self.id, self.number, self.title, self.text) = (id, number, title, text)
    (self.address, self.reportedAt, self.state, self.area) = (address, reportedAt, state, area)
  }
}
