import FilterLanguage
import Kernel
import Platform
import TagIndex

extension AppContext {
  /// A question made ready for the index: what only the database can find by equality is looked up first. To ask for
  /// somebody's name or number is a reveal, and counts as one (`SealedTermAdmission`).
  ///
  /// - Throws: `unknown_area`, what `SealedTermAdmission.admit` throws.
  package func query(
    _ subject: Subject, _ expression: Expression, asOf: Day, caller: Caller
  ) async throws -> Query {
    try AreaWords.check(expression, caller, index.areas)
    let scope = try index.scope(of: caller)
    try await SealedTermAdmission(caller: caller, app: self, asOf: asOf, scope: scope)
      .admit(expression.sealedTerms(about: subject))
    let tests = SealedTest.all(in: expression)
    guard !tests.isEmpty else { return Query(subject, expression, asOf: asOf, scope: scope) }
    let sealed = try await store.read { reader in
      var found: [SealedTest: [UInt32]] = [:]
      for test in tests { found[test] = try reader.subjects(with: test.value, in: test.field) }
      return found
    }
    return Query(subject, expression, asOf: asOf, scope: scope, sealed: sealed)
  }
}
