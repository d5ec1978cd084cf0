/// What a source said and the row does not hold.
package struct ExistingClaim: Sendable, Hashable {
  package let field: String
  package let value: String
  package let source: String

  package init(_ field: String, _ value: String, _ source: String) {
    (self.field, self.value, self.source) = (field, value, source)
  }
}
