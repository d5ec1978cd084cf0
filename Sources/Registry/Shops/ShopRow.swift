import Kernel

/// What is held of a shop, plain.
package struct ShopRow: Sendable, Equatable {
  package let id: Int64
  package let version: Int64
  package let name: String
  package let creditCode: String?
  package let kind: String
  package let category: String?
  package let status: String?
  package let opened: Day?
  package let licenceUntil: Day?
  package let closes: String?
  package let contact: String?
  package let phone: String?
  package let source: String

  package init(
    id: Int64, version: Int64, name: String, creditCode: String?, kind: String, category: String?, status: String?,
    opened: Day?, licenceUntil: Day?, closes: String?, contact: String?, phone: String?, source: String
  ) {
    (self.id, self.version, self.name, self.creditCode) = (id, version, name, creditCode)
    (self.kind, self.category, self.status, self.opened) = (kind, category, status, opened)
    (self.licenceUntil, self.closes, self.contact, self.phone) = (licenceUntil, closes, contact, phone)
    self.source = source
  }
}
