/// What an office made of a hot spot.
package struct HotSpotNote: Sendable {
  package let id: Int64
  package let key: String
  package let title: String
  package let text: String
  /// Ids of the tickets that it was found by, as a JSON array.
  package let orders: String
  package let area: UInt32
  package let workOrder: Int64?
  package let by: String
  package let at: String

  package init(
    id: Int64, key: String, title: String, text: String, orders: String, area: UInt32, workOrder: Int64?, by: String,
    at: String
  ) {
    (self.id, self.key, self.title, self.text, self.orders) = (id, key, title, text, orders)
    (self.area, self.workOrder, self.by, self.at) = (area, workOrder, by, at)
  }
}
