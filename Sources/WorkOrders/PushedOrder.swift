/// An order as whoever pushed it is told of it.
package struct PushedOrder: Sendable, Equatable, Codable {
  package struct House: Sendable, Equatable, Codable {
    package let id: Int64
    package let address: String

    package init(id: Int64, address: String) { (self.id, self.address) = (id, address) }
  }

  package let id: Int64
  package let number: String
  package let state: String
  package let house: House?
  /// The houses that it may be, where there are several.
  package let candidates: [House]
  package let dispatch: WorkOrderDispatch
  package let firstContactDueAt: String
  package let dueAt: String
  /// It reaches into a year whose days off are not published.
  package let isProvisional: Bool
  /// The caller, by id.
  package let pushedBy: Int64?
  package let version: Int64
}

/// What is masked of an order, in full.
package struct PlainOrder: Sendable, Equatable {
  package let reporter: String?
  package let phone: String?
  package let title: String
  package let text: String
  package let result: String?
  /// As it was pushed.
  package let address: String?
  package let category: String?
}
