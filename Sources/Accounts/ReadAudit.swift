import Kernel
import Platform
import Storage

/// The audit log, newest first. Needs `read_audit`. Whoever may not know of restricted tags reads the lines without their
/// words: that something was done, to whom and by whom stays.
package enum ReadAudit {
  /// - Parameter before: the number of a line; nil: from the newest on.
  package static func run(
    _ filter: AuditFilter = AuditFilter(), in app: AppContext, by caller: Caller, before: Int64? = nil, limit: Int = 50
  ) async throws -> Page<AuditLine> {
    try caller.must(.readAudit)
    try Page<AuditLine>.check(limit: limit)
    var filter = filter
    filter.caller = filter.caller.map(CallerRules.folded)
    filter.mark = filter.mark.map { CallerRules.folded($0).uppercased() }
    return try await app.store.read { [filter] reader in
      let words = HiddenWords(try reader.tags()) { caller.may(.restrictedTags) || !$0.isRestricted }
      return Page(
        total: try reader.auditCount(filter),
        items: try reader.auditLines(filter, before: before, limit: limit + 1).map { $0.without(words) }, limit: limit,
        key: \.seq)
    }
  }
}

extension AuditLine {
  fileprivate func without(_ words: HiddenWords) -> AuditLine {
    AuditLine(
      seq: seq, at: at, caller: caller, role: role, origin: origin, action: action, subject: subject,
      subjectID: subjectID, reason: reason.map(words.starred),
      changes: changes.map { change in
        AuditEntry.Change(
          change.field, before: change.before.map(words.starred), after: change.after.map(words.starred))
      })
  }
}
