import Kernel

/// Who sees a ledger.
package enum LedgerAudience: String, Sendable, Codable, CaseIterable {
  /// Whoever made it.
  case owner
  /// Whoever is bound within its area or above it.
  case area
}

/// What a saved question is there for.
package enum LedgerKind: String, Sendable, Codable, CaseIterable {
  /// To be kept and run again.
  case kept
  /// For one run only; in no list.
  case once
  /// The question of a data request; in no list.
  case request
}

/// A saved question.
package struct LedgerDraft: Sendable, Equatable {
  package var name: String
  package var about: String
  /// `people`.
  package var subject: String
  /// A filter with tags by code and relative days.
  package var question: String
  /// The sentence it was made from.
  package var sentence: String?
  /// The code of the template it was made from.
  package var template: String?
  package var columns: [LedgerColumn]
  package var notes: [LedgerNote]
  /// `age.desc,address`; nil for the order of addresses.
  package var sort: String?
  /// Names of columns under whose values the rows stand together.
  package var groupBy: [String]
  /// Where it asks, and whose it is; nil for everywhere.
  package var areas: [Int64]?
  package var seenBy: LedgerAudience
  /// Whether the question asks for a restricted tag.
  package var isRestricted: Bool
  package var kind = LedgerKind.kept
  /// How many rows at most, the first in the order (前20名); nil for all.
  package var limit: Int?
  /// For how many days the rows of a run are there; nil for the usual.
  package var keepDays: Int?
  /// The question in Chinese, as it was understood when it was saved.
  package var explanation = ""
  /// The last day on which the rows of its runs are there; nil for ever.
  package var keptUntil: Day?

  package init(
    name: String, about: String, subject: String, question: String, sentence: String?, template: String?,
    columns: [LedgerColumn], notes: [LedgerNote], sort: String?, groupBy: [String], areas: [Int64]?,
    seenBy: LedgerAudience, isRestricted: Bool
  ) {
    (self.name, self.about, self.subject, self.question) = (name, about, subject, question)
    (self.sentence, self.template, self.columns, self.notes) = (sentence, template, columns, notes)
    (self.sort, self.groupBy, self.areas, self.seenBy, self.isRestricted) = (sort, groupBy, areas, seenBy, isRestricted)
  }
}

package struct LedgerRow: Sendable, Equatable {
  package let id: Int64
  package let draft: LedgerDraft
  package let ownerID: Int64?
  package let owner: String
  package let madeAt: String
  package let retiredAt: String?
  package let version: Int64
  package let updatedAt: String

  package init(
    id: Int64, draft: LedgerDraft, ownerID: Int64?, owner: String, madeAt: String, retiredAt: String?, version: Int64,
    updatedAt: String
  ) {
    (self.id, self.draft, self.ownerID, self.owner) = (id, draft, ownerID, owner)
    (self.madeAt, self.retiredAt, self.version, self.updatedAt) = (madeAt, retiredAt, version, updatedAt)
  }
}
