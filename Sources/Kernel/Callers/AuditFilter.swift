/// Which lines of the audit log are wanted; nil asks for nothing.
package struct AuditFilter: Sendable, Equatable {
  package var subject: SubjectKind?
  package var subjectID: Int64?
  /// The caller's name.
  package var caller: String?
  /// `login.refused`, or `login` for it and everything below it.
  package var action: String?
  /// What an exported file calls itself.
  package var mark: String?

  package init(
    subject: SubjectKind? = nil, subjectID: Int64? = nil, caller: String? = nil, action: String? = nil,
    mark: String? = nil
  ) {
    self.subject = subject
    self.subjectID = subjectID
    self.caller = caller
    self.action = action
    self.mark = mark
  }
}
