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

/// One of them. Who: see `ListAdmissions`.
package enum GetAdmission {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> Admission {
    try caller.must(.read)
    return try await app.store.read { reader in try find(id, sight(of: caller), reader) }
  }

  package static func sight(of caller: Caller) -> AdmissionAccessPolicy {
    if caller.role.seesAllAreas || caller.may(.manageDuties) { return .all }
    return .own(caller: caller.id, unit: caller.role == .department ? caller.unit : nil)
  }

  static func find(_ id: Int64, _ sight: AdmissionAccessPolicy, _ reader: Reader) throws -> Admission {
    guard let found = try reader.admission(id), sees(found, sight) else {
      throw Problem(.notFound, "not_found", "没有这条记录。")
    }
    return found
  }

  private static func sees(_ admission: Admission, _ sight: AdmissionAccessPolicy) -> Bool {
    guard case .own(let caller, let unit) = sight else { return true }
    return (caller != nil && admission.callerID == caller) || (unit != nil && admission.draft.fromUnit == unit)
  }
}

/// The matters that tasks are held against beside the responsibility list. Who: any caller that may read.
package enum ListMatters {
  package static func run(kind: Matter.Kind?, caller: Caller) throws -> [Matter] {
    try caller.must(.read)
    return try ReferenceCatalogue.matters().filter { matter in kind.map { $0 == matter.kind } ?? true }
  }
}
