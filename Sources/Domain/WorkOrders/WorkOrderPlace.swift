/// Where an order lies and which units it concerns: what decides who sees it.
package struct WorkOrderPlace: Sendable, Equatable {
  /// The smallest area that is sure.
  package let area: UInt32
  package let unit: String?
  package let assisting: Set<String>

  package init(area: UInt32, unit: String?, assisting: Set<String>) {
    (self.area, self.unit, self.assisting) = (area, unit, assisting)
  }
}
