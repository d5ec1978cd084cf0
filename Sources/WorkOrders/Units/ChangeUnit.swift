import FilterLanguage
import Identity
import Kernel
import Platform
import Storage
import TextClassifier

/// Another name for a unit, or its retirement. A new name is carried along everywhere: orders, helpers, duties, lessons, callers,
/// reminders; the old one still finds the unit. Who: as for `AddUnit`.
package enum ChangeUnit {
  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `version_conflict`, `bad_field`, `unit_taken`, `unit_in_use` when it is to be retired and duties or
  ///   open orders are still its.
  package static func run(
    _ id: Int64, name: String?, isRetired: Bool?, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> UnitView {
    try caller.must(.manageDuties)
    let name = try name.map { text throws(Problem) in try UnitRules.checked(text) }
    let today = app.clock.today
    let (view, callers) = try await app.store.write { writer -> (UnitView, [Int64]) in
      guard let unit = try writer.read.unit(id) else {
        throw Problem(.notFound, "not_found", "没有这个单位。")
      }
      if let version, version != unit.version {
        throw Problem.changedMeanwhile
      }
      if isRetired == true, !unit.isRetired { try UnitRules.isUnused(unit, on: today, writer.read) }
      var callers: [Int64] = []
      var former = unit.former
      if let name, name != unit.name {
        try UnitRules.isFree(name, besides: id, writer.read)
        callers = try writer.carryUnit(from: unit.name, to: name)
        former = former.filter { $0 != name && $0 != unit.name } + [unit.name]
      }
      let changes = try writer.updateUnit(id, name: name, former: former, isRetired: isRetired, version: nil)
      if !changes.isEmpty {
        try writer.audit(caller, AuditEntry("units.update", subject: .units, id: id, changes: changes))
      }
      return (try UnitView.find(id, on: today, writer.read), callers)
    }
    for id in callers { app.security.authenticator.forget(callerID: id) }
    return view
  }
}
