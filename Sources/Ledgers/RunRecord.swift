import Kernel

package enum RunState: String, Sendable, CaseIterable {
  case making, done, cancelled, failed
  /// The rows are gone, because they were to be kept until a day that is over.
  case expired
}

/// How many rows of one place have the same values in the columns that a run is grouped by.
package struct RunGroup: Sendable, Hashable {
  package var values: [String]
  package var committee: UInt32?
  package var grid: UInt32?
  package var rows: Int
}

/// A run as it begins: what is asked, by whom, about which day.
package struct RunDraft: Sendable, Equatable {
  package var ledger: Int64
  package var name: String
  package var subject: String
  package var question: String
  package var columns: [LedgerColumn]
  package var notes: [LedgerNote]
  package var sort: String?
  package var groupBy: [String]
  package var asOf: Day
  /// The areas that the caller was bound to; nil for everything.
  package var areas: [Int64]?
  package var isRestricted: Bool
  package var total: Int
  /// How many rows at most, the first in the order; nil for all.
  package var limit: Int?
  /// The question in Chinese, as it was understood then.
  package var explanation = ""
  /// The last day on which the rows are there; nil for ever.
  package var keptUntil: Day?

  package init(_ ledger: LedgerRow, asOf: Day, areas: [Int64]?, isRestricted: Bool, total: Int) {
    let draft = ledger.draft
    self.init(
      ledger: ledger.id, name: draft.name, subject: draft.subject, question: draft.question, columns: draft.columns,
      notes: draft.notes, sort: draft.sort, groupBy: draft.groupBy, asOf: asOf, areas: areas,
      isRestricted: isRestricted, total: total)
    (keptUntil, limit, explanation) = (draft.keptUntil, draft.limit, draft.explanation)
  }

  package init(
    ledger: Int64, name: String, subject: String, question: String, columns: [LedgerColumn], notes: [LedgerNote],
    sort: String?, groupBy: [String], asOf: Day, areas: [Int64]?, isRestricted: Bool, total: Int
  ) {
    (self.ledger, self.name, self.subject, self.question) = (ledger, name, subject, question)
    (self.columns, self.notes, self.sort, self.groupBy) = (columns, notes, sort, groupBy)
    (self.asOf, self.areas, self.isRestricted) = (asOf, areas, isRestricted)
    self.total = total
  }
}

/// What a ledger answered on one day.
package struct RunRecord: Sendable, Equatable {
  package let id: Int64
  package let draft: RunDraft
  package let madeAt: String
  package let finishedAt: String?
  package let callerID: Int64?
  package let caller: String
  package let state: RunState
  package let done: Int
  package let groups: [RunGroup]
  /// The finished run of the same ledger and areas that comes before this one by as-of day.
  package let previous: Int64?
  package let kind: LedgerKind
}

/// A tick or remark on a row of a run.
package struct RunMark: Sendable, Equatable, Codable {
  package var subject: Int64
  package var note: String
  /// A flag or a text.
  package var value: JSONValue
  package var by: String
  package var at: String
  /// Whether it was noted in an earlier run, and came along.
  package var isCarried: Bool
  /// What the tick wrote back: exactly these rows are what taking it away takes back.
  package var tagging: Int64?
  package var visit: Int64?
  /// Whether the tag that the tick stands for has been ended since.
  package var isEnded = false

  package init(
    subject: Int64, note: String, value: JSONValue, by: String, at: String, isCarried: Bool = false,
    tagging: Int64? = nil, visit: Int64? = nil
  ) {
    (self.subject, self.note, self.value, self.by, self.at) = (subject, note, value, by, at)
    (self.isCarried, self.tagging, self.visit) = (isCarried, tagging, visit)
  }
}
