import Kernel

/// A work order as it comes in, before anything is known of where it lies and whose it is.
package struct WorkOrderDraft: Sendable {
  /// Who says it: 12345, 巡检, 书记求助, 一网统管.
  package var source: String
  /// The source's own number; nil for a matter that a worker raises, which gets one.
  package var externalID: String?
  package var kind: WorkOrderKind
  package var title: String
  package var text: String
  package var address: String?
  package var house: Int64?
  package var shop: Int64?
  /// An area that it lies in for sure, where the source says so.
  package var area: Int64?
  /// Degrees, WGS 84 as the source has it.
  package var place: (lat: Double, lon: Double)?
  package var reportedAt: Instant?
  package var reporterName: String?
  package var reporterPhone: String?
  package var isUrgent: Bool
  /// The source's own category, in its words.
  package var category: String?

  package init(
    source: String, externalID: String?, kind: WorkOrderKind, title: String, text: String, address: String? = nil,
    house: Int64? = nil, shop: Int64? = nil, place: (lat: Double, lon: Double)? = nil, reportedAt: Instant? = nil,
    reporterName: String? = nil, reporterPhone: String? = nil, isUrgent: Bool = false, category: String? = nil
  ) {
    (self.source, self.externalID, self.kind, self.title) = (source, externalID, kind, title)
    (self.text, self.address, self.house, self.shop) = (text, address, house, shop)
    (self.place, self.reportedAt) = (place, reportedAt)
    (self.reporterName, self.reporterPhone) = (reporterName, reporterPhone)
    (self.isUrgent, self.category) = (isUrgent, category)
  }
}
