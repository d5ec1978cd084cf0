import Identity
import Kernel
import Platform
import Registry
import Storage

/// What other sources say of a person, house or shop and the row itself does not hold: values that lost against a better
/// source, further telephones, remarks. Who: callers that may read, in whose areas the subject lies.
package enum ReadClaims {
  /// In the order in which it was said; numbers and names masked, words of tags that the caller does not know of taken out.
  /// - Throws: `not_found`.
  package static func run(_ target: TagTarget, caller: Caller, app: AppContext) async throws -> [Claim] {
    try caller.must(.read)
    try await app.requireVisible(target.subject.kind, target.id, caller)
    return try await app.store.read { reader in
      let words = HiddenWords(try reader.tags(), for: caller, AreaTree(try reader.areas()))
      return try reader.claims(on: target).map { claim in
        let isName =
          claim.field == ImportField.contact.rawValue
          || claim.field == ImportField.name.rawValue && target.subject == .person
        return Claim(
          field: claim.field, value: isName ? Masking.name(claim.value) : words.starred(claim.value),
          source: claim.source, madeAt: claim.madeAt)
      }
    }
  }
}
