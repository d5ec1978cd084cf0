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
}
