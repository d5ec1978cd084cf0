import FilterLanguage
import Registry

/// Settles a field on which the row and the database differ.
package struct FieldMerge {
  package let source: String
  package let heldSource: String
  /// Whether an earlier row of the same file was about the same subject: then this one corrects nothing, or a file that
  /// contradicts itself would change something each time it is read.
  package let isRepeated: Bool
  package var claims: Set<ExistingClaim>

  /// What the row shall hold. A missing value is filled. The better source wins, and the same source corrects itself;
  /// the other value stays visible as a claim.
  package mutating func settle<Value: Equatable>(
    _ field: ImportField, _ held: Value?, _ said: Value?, shown: (Value) -> String
  ) -> Value? {
    guard let said else { return held }
    guard let held else { return said }
    if held == said { return held }
    if ImportSource.rank(source) > ImportSource.rank(heldSource) || (source == heldSource && !isRepeated) {
      claim(field.rawValue, shown(held), heldSource)
      return said
    }
    claim(field.rawValue, shown(said), source)
    return held
  }

  package mutating func settle(_ field: ImportField, _ held: String?, _ said: String?) -> String? {
    settle(field, held, said) { $0 }
  }

  /// Keeps what was said, once, whoever says it again.
  package mutating func claim(_ field: String, _ value: String, _ source: String) {
    if !claims.has(field, value) { claims.insert(ExistingClaim(field, value, source)) }
  }
}
