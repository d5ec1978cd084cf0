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
}
