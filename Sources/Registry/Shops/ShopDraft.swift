import Kernel

/// A shop or company as it comes in; phone plain and normalised.
package struct ShopDraft: Sendable, Equatable {
  package var name: String
  package var creditCode: String?
  package var kind: String
  package var category: String?
  package var status: String?
  package var opened: Day?
  package var licenceUntil: Day?
  /// `22:30`; after midnight counts on: `26:00`.
  package var closes: String?
  package var contact: String?
  package var phone: String?
  package var source: String

  package init(
    name: String, creditCode: String? = nil, kind: String = "storefront", category: String? = nil,
    status: String? = nil, opened: Day? = nil, licenceUntil: Day? = nil, closes: String? = nil,
    contact: String? = nil, phone: String? = nil, source: String
  ) {
    (self.name, self.creditCode, self.kind, self.category) = (name, creditCode, kind, category)
    (self.status, self.opened, self.licenceUntil, self.closes) = (status, opened, licenceUntil, closes)
    (self.contact, self.phone, self.source) = (contact, phone, source)
  }
}

package struct ShopPatch: Sendable, Equatable {
  package var name: FieldChange<String> = .keep
  package var creditCode: FieldChange<String> = .keep
  package var kind: FieldChange<String> = .keep
  package var category: FieldChange<String> = .keep
  package var status: FieldChange<String> = .keep
  package var opened: FieldChange<Day> = .keep
  package var licenceUntil: FieldChange<Day> = .keep
  package var closes: FieldChange<String> = .keep
  package var contact: FieldChange<String> = .keep
  package var phone: FieldChange<String> = .keep
  package init() {}
}
