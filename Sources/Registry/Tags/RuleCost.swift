import FilterLanguage
import Kernel
import Platform
import TagIndex

/// Whether a tag's rule can be asked at a price that others can bear, found out by asking it once over the whole street before
/// it is written: everybody pays for it from then on, on the pages of people, in facets and in lists.
enum RuleCost {
  /// - Parameter rule: nil for an assigned tag.
  /// - Throws: what reading and asking the rule throws, with its place in the body; `too_costly`.
  static func check(_ rule: String?, _ subject: TagSubject, _ caller: Caller, _ app: AppContext) async throws {
    guard let rule else { return }
    let expression = try TagRules.expression(rule, subject, try app.index.vocabulary(for: caller))
    // Nobody is looked up for a rule: that names and numbers cannot be in one is said where rules are checked.
    guard SealedTest.all(in: expression).isEmpty, expression.sealedTerms(about: Subject(subject)).isEmpty else {
      return
    }
    let query = Query(Subject(subject), expression, asOf: app.clock.today)
    do {
      _ = try await app.ask(caller, limits: .rule) { index, budget in try index.select(query, budget: budget) }
    } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
      throw TagRules.inRule(problem)
    }
  }
}
