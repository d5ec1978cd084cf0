import Domain
import Store

/// The audit log, newest first. Needs `read_audit`.
package enum ReadAudit {
  /// - Parameter before: the number of a line; nil: from the newest on.
  package static func run(
    _ filter: AuditFilter = AuditFilter(), in office: Office, by caller: Caller, before: Int64? = nil, limit: Int = 50
  ) async throws -> Page<AuditLine> {
    try caller.must(.readAudit)
    try Page<AuditLine>.check(limit: limit)
    var filter = filter
    filter.caller = filter.caller.map(CallerRules.folded)
    filter.mark = filter.mark.map { CallerRules.folded($0).uppercased() }
    return try await office.store.read { [filter] reader in
      Page(
        total: try reader.auditCount(filter),
        items: try reader.auditLines(filter, before: before, limit: limit + 1), limit: limit, key: \.seq)
    }
  }
}
