/// What the lists say of a task (事项准入).
package enum Verdict: String, Sendable, CaseIterable, Codable {
  case own, assisted
  /// Nothing in the lists speaks for it.
  case noBasis = "no_basis"
  /// A list says that it must not be asked for.
  case forbidden
}

/// One row of a list that a task falls under.
package struct AdmissionMatch: Hashable, Sendable, Codable {
  /// The code of the duty or matter.
  package let duty: String
  /// Its name.
  package let subcategory: String
  /// own, assisted, forbidden; elsewhere: a duty that neither the street nor its committees have a part in.
  package let kind: String
  /// Who leads; nil for a matter.
  package let unit: String?
  package let basis: String
  /// The words that decided.
  package let reasons: [String]
}

/// A task as a department puts it forward.
package struct AdmissionDraft: Hashable, Sendable, Codable {
  package var title: String
  package var text: String
  /// Who wants to hand it down.
  package var fromUnit: String
  /// Who should do it, where it says so.
  package var proposedUnit: String?
  /// The basis that it claims.
  package var basis: String?

  package init(title: String, text: String, fromUnit: String, proposedUnit: String? = nil, basis: String? = nil) {
    (self.title, self.text, self.fromUnit) = (title, text, fromUnit)
    (self.proposedUnit, self.basis) = (proposedUnit, basis)
  }
}

package struct Admission: Hashable, Sendable, Codable {
  package enum Decision: String, Sendable, CaseIterable, Codable { case accept, refuse }

  package let id: Int64
  package let draft: AdmissionDraft
  package let verdict: Verdict
  package let matches: [AdmissionMatch]
  /// What the lists advise, in Chinese.
  package let advice: String
  package let decision: Decision?
  package let reason: String?
  package let decidedBy: String?
  package let decidedAt: String?
  /// The row in `callers` of who asked; nil for the operator at the console.
  package let callerID: Int64?
  package let by: String
  package let madeAt: String
  package let version: Int64
}
