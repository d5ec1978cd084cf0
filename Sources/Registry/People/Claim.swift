/// What a source says and the row does not hold.
package struct Claim: Sendable, Equatable {
  /// A field's name, or `remark`.
  package let field: String
  package let value: String
  package let source: String
  package let madeAt: String

  package init(
    field: String, value: String, source: String, madeAt: String
  ) {
    (self.field, self.value, self.source, self.madeAt) = (field, value, source, madeAt)
  }
}
