import FilterLanguage
import Kernel

/// What a ledger is to ask: exactly one way of saying it.
package enum LedgerSource: Sendable {
  /// A filter and what it is about.
  case filter(String)
  /// Ticked conditions: the JSON form of a filter.
  case json(JSONValue)
  /// An ordinary sentence; it says itself what it is about.
  case sentence(String)
  /// The code of a template.
  case template(String)
}

/// A ledger as somebody wants it, or what is to change of one. What is left at `keep` stays, and in a new ledger is as usual.
package struct LedgerInput: Sendable {
  package var name: FieldChange<String> = .keep
  package var source: LedgerSource?
  package var subject: Subject?
  package var columns: FieldChange<[LedgerColumns.Wish]> = .keep
  package var notes: FieldChange<[LedgerNote]> = .keep
  package var sort: FieldChange<String> = .keep
  package var groupBy: FieldChange<[String]> = .keep
  package var seenBy: LedgerAudience?
  package var about: FieldChange<String> = .keep
  /// Areas by code.
  package var areas: FieldChange<[String]> = .keep
  /// How many rows at most, the first in the order.
  package var limit: FieldChange<Int> = .keep
  /// For how many days the rows of a run are there.
  package var keepDays: FieldChange<Int> = .keep

  package init() {}
}
