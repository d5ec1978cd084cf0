/// One line of the audit log: who, when, from where, what, and the fields before and after.
package struct AuditEntry: Sendable, Equatable {
  /// A field's value before and after; sealed fields say only that they changed.
  package struct Change: Sendable, Equatable, Codable {
    package let field: String
    package let before: String?
    package let after: String?

    package init(_ field: String, before: String?, after: String?) {
      self.field = field
      self.before = before
      self.after = after
    }

    /// What became of a value that the log does not hold.
    package enum SealedEvent: String, Sendable, CaseIterable { case changed, revealed, asked }

    /// What stands in the log for an identity number, phone, or a name that was shown.
    package static func sealed(_ field: String, _ event: SealedEvent = .changed) -> Change {
      Change(field, before: "sealed", after: event.rawValue)
    }

    /// Whether these are words of the log's own, in which there is nothing to mask.
    package var isOfSealed: Bool { SealedEvent.allCases.contains { self == .sealed(field, $0) } }
  }

  /// `people.update`, `login.refused`: the subject and what was done.
  package let action: String
  package let subject: SubjectKind?
  package let subjectID: Int64?
  /// Why, in the caller's words; a reveal must have one.
  package let reason: String?
  package let changes: [Change]

  package init(
    _ action: String, subject: SubjectKind? = nil, id: Int64? = nil, reason: String? = nil, changes: [Change] = []
  ) {
    self.action = action
    self.subject = subject
    subjectID = id
    self.reason = reason
    self.changes = changes
  }
}
