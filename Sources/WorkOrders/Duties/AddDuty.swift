import Kernel
import Platform
import TextClassifier

/// A new duty; units that it names come on the list with it. Who: callers with `manage_duties` (the street office and admins);
/// it belongs to the street. Everybody reads the whole list, since orders go by all of it.
package enum AddDuty {
  /// - Parameter since: nil: today.
  /// - Throws: `bad_field`, `duty_taken`.
  package static func run(_ draft: Duty, since: Day?, caller: Caller, app: AppContext) async throws -> DutyView {
    try caller.must(.manageDuties)
    let owner = try Ownership.area(nil, AccessPolicy(caller, app))
    let duty = try DutyRules.checked(draft)
    let today = app.clock.today
    return try await app.store.write { writer in
      guard try writer.read.duty(code: duty.code) == nil else {
        throw Problem(
          .conflict, "duty_taken", "权责清单中已有「\(duty.code)」。",
          notes: [.init(.pointer("/code"), "已有这个代码；改它或恢复它请用 PATCH。")])
      }
      let id = try writer.insertDuty(duty, since: since ?? today, by: caller.name, owner: owner)
      try writer.audit(
        caller,
        AuditEntry(
          "duties.create", subject: .duties, id: id,
          changes: [AuditEntry.Change("since", before: nil, after: (since ?? today).description)]
            + duty.fields.map { AuditEntry.Change($0.name, before: nil, after: $0.text) }))
      return try GetDuty.find(duty.code, asOf: since ?? today, writer.read)
    }
  }
}
