import FilterLanguage
import Kernel
import Platform
import Storage

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
      throw Problem.noSuchRow
    }
    return found
  }

  private static func sees(_ admission: Admission, _ sight: AdmissionAccessPolicy) -> Bool {
    guard case .own(let caller, let unit) = sight else { return true }
    return (caller != nil && admission.callerID == caller) || (unit != nil && admission.draft.fromUnit == unit)
  }
}
