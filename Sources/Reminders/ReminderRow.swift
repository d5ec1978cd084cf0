import Kernel
import Platform

/// What has become of a reminder.
package enum ReminderState: String, Sendable, CaseIterable, Codable {
  case new, read
  /// Somebody else has been given it, and has not read it yet.
  case passed
  case done

  /// Somebody still has to do something.
  package static let open: Set<ReminderState> = [.new, .read, .passed]
}

/// A reminder before it is written.
package struct ReminderDraft: Sendable, Equatable, Codable {
  package var ledger: Int64
  package var run: Int64
  package var subject: String
  package var subjectID: Int64
  /// The day that it is about: with the ledger and the row, what there is one reminder of.
  package var occurrence: Day
  /// The day that the reminder comes before, where it does.
  package var due: Day?
  /// Masked.
  package var title: String
  package var text: String
  /// What is asked, and why the row is there, in Chinese.
  package var why = ""
  /// The day of the run that had the row first.
  package var since: Day?
  package var isRestricted: Bool
  /// Where the row lies: grid, else committee.
  package var place: Int64?
  package var recipient: ReminderRecipient

  package init(
    ledger: Int64, run: Int64, subject: String, subjectID: Int64, occurrence: Day, due: Day?, title: String,
    text: String, isRestricted: Bool, place: Int64?, recipient: ReminderRecipient
  ) {
    (self.ledger, self.run, self.subject, self.subjectID) = (ledger, run, subject, subjectID)
    (self.occurrence, self.due, self.title, self.text) = (occurrence, due, title, text)
    (self.isRestricted, self.place, self.recipient) = (isRestricted, place, recipient)
  }
}

package struct ReminderRow: Sendable, Equatable, Codable {
  package let id: Int64
  package let draft: ReminderDraft
  package let ledgerName: String
  /// Whether only whom it is for may see it: the ledger is its owner's alone.
  package let isPrivate: Bool
  /// The codes of place and area, and the caller's name.
  package let placeCode: String?
  package let areaCode: String?
  package let callerName: String?
  package let state: ReminderState
  package let note: String?
  package let madeAt: String
  package let read: Mark?
  package let passed: Mark?
  package let done: Mark?
  package let version: Int64
  package let updatedAt: String

  /// Who and when.
  package struct Mark: Sendable, Equatable, Codable {
    package let by: String
    package let at: String

    package init(by: String, at: String) { (self.by, self.at) = (by, at) }
  }
}
