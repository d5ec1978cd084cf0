import FilterLanguage
import Kernel

/// What a second person is asked to allow: more people in full than an hour has room for.
package struct RevealApprovalDraft: Sendable, Equatable, Codable {
  package enum Subject: Sendable, Equatable, Codable {
    /// One frozen answer.
    case run(Int64)
    /// Every run of a ledger, as long as it asks this question: who allowed some people did not allow others.
    case ledger(Int64, question: String)
    /// Every run of this question, as ledgers keep it: about whom, and the filter.
    case question(about: String, String)
  }

  package var subject: Subject
  /// Names of the columns that may be shown in full.
  package var fields: [String]
  /// What for; stands in the audit log and is shown to whoever decides.
  package var purpose: String
  /// The most people that may be shown in all, however often it is used.
  package var people: Int
  /// The last day on which it may be used.
  package var until: Day

  package init(subject: Subject, fields: [String], purpose: String, people: Int, until: Day) {
    (self.subject, self.fields, self.purpose, self.people, self.until) = (subject, fields, purpose, people, until)
  }

  /// The longest that an approval may last, in days.
  package static let longest = 31
  /// The most people that one approval may name.
  package static let mostPeople = 100_000
}

package enum RevealApprovalState: String, Sendable, CaseIterable, Codable {
  case waiting, approved, refused, revoked
}

package struct RevealApproval: Sendable, Equatable, Codable {
  package let id: Int64
  package let draft: RevealApprovalDraft
  package let callerID: Int64
  package let caller: String
  package let role: Role
  /// The areas of whoever asks; nil for everything.
  package let areas: [Int64]?
  package let madeAt: String
  package let state: RevealApprovalState
  package let decidedByID: Int64?
  package let decidedBy: String?
  package let decidedAt: String?
  /// What whoever decided said.
  package let note: String?
  package let revokedBy: String?
  package let revokedAt: String?
  /// People that have been shown by it.
  package let used: Int
  package let version: Int64

  /// Whether it may be used on that day.
  package func holds(on day: Day) -> Bool { state == .approved && day <= draft.until }
}
