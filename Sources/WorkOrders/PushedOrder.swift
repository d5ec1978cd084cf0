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

  package init(
    id: Int64, number: String, state: String, house: House?, candidates: [House], dispatch: WorkOrderDispatch,
    firstContactDueAt: String, dueAt: String, isProvisional: Bool, pushedBy: Int64?, version: Int64
  ) {
    (self.id, self.number, self.state, self.house) = (id, number, state, house)
    (self.candidates, self.dispatch) = (candidates, dispatch)
    (self.firstContactDueAt, self.dueAt) = (firstContactDueAt, dueAt)
    (self.isProvisional, self.pushedBy, self.version) = (isProvisional, pushedBy, version)
  }
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

  package init(
    reporter: String?, phone: String?, title: String, text: String, result: String?, address: String?,
    category: String?
  ) {
    (self.reporter, self.phone, self.title) = (reporter, phone, title)
    (self.text, self.result, self.address, self.category) = (text, result, address, category)
  }
}
