import FilterLanguage
import Kernel
import Platform
import Storage

/// Tasks that were held against the lists, the newest first. Who: callers that may read; all of them for the street office,
/// admins and auditors, otherwise those that the caller or its unit has put forward.
package enum ListAdmissions {
  package static func run(
    verdict: Verdict?, isOpen: Bool?, before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page<Admission> {
    try caller.must(.read)
    try Page<Admission>.check(limit: limit)
    let sight = GetAdmission.sight(of: caller)
    return try await app.store.read { reader in
      Page(
        total: try reader.admissionCount(sight, verdict: verdict, isOpen: isOpen),
        items: try reader.admissions(sight, verdict: verdict, isOpen: isOpen, before: before, limit: limit + 1),
        limit: limit, key: \.id)
    }
  }
}
