import Kernel
import Ledgers
import Platform
import Storage

/// When a ledger is made by itself. Who: whoever made the ledger and may write, and callers with `manage_schedules` in whose
/// areas its area lies.
package enum SetSchedule {
  /// What the caller last saw of the schedule.
  package enum Seen: Sendable {
    /// Nothing: there should be none yet.
    case nothing
    /// Whatever there is.
    case anything
    case version(Int64)
  }

  /// Gives a ledger a schedule, or another one. The first occasion is after now; what it has run stays known, so that another
  /// rule does not make old rows new.
  ///
  /// - Parameter existing: whether the first run reminds of all rows.
  /// - Throws: `not_found`, `not_owner`, `ledger_retired`, `bad_field` for a column that the ledger lacks or that holds no
  ///   day; `precondition_required` for one that is there and has not been looked at, `version_conflict`.
  package static func run(
    _ ledger: Int64, _ rule: ScheduleRule, existing: Bool, seen: Seen, caller: Caller, app: AppContext
  ) async throws -> (view: ScheduleView, isNew: Bool) {
    let view = try await maySchedule(ledger, caller, app)
    guard view.row.retiredAt == nil else { throw Problem(.conflict, "ledger_retired", "这个台账已经停用。") }
    try check(rule, view)
    let isNew = try await app.store.write { writer in
      let next = rule.next(after: writer.now)
      guard let held = try writer.read.schedule(ledger: ledger) else {
        if case .version = seen { throw Problem(.conflict, "version_conflict", "这个台账的定时已被他人取消。") }
        let id = try writer.insertSchedule(
          ledger: ledger, rule, existing: existing, nextDueAt: next, by: caller)
        try audit("schedules.create", id, ledger, rule, caller, writer)
        return true
      }
      var version: Int64?
      switch seen {
      case .nothing:
        throw Problem(
          .conflict, "precondition_required", "修改需要 If-Match 请求头：填写读取时得到的 ETag，或 *。",
          notes: [.init(.parameter("If-Match"), "缺少 If-Match 请求头。")])
      case .anything: break
      case .version(let number): version = number
      }
      let changes = try writer.updateSchedule(
        held.id, rule, existing: existing, nextDueAt: next, version: version)
      if !changes.isEmpty {
        try writer.audit(
          caller, AuditEntry("schedules.update", subject: .schedules, id: held.id, changes: changes))
      }
      return false
    }
    return (try await ReadSchedules.one(ledger, caller: caller, app: app), isNew)
  }

  static func maySchedule(_ ledger: Int64, _ caller: Caller, _ app: AppContext) async throws -> LedgerView {
    try caller.must(.write)
    let view = try await ChangeLedger.mayChange(ledger, caller, app)
    guard try LedgerAccessPolicy(caller, app).isOwner(view.row) || caller.may(.manageSchedules) else {
      throw Problem(.forbidden, "not_owner", "只有建立者，或管辖该区划的书记和街道，可以设置这个台账的定时。")
    }
    return view
  }

  private static func check(_ rule: ScheduleRule, _ view: LedgerView) throws(Problem) {
    guard let field = rule.field else { return }
    let days = view.row.draft.columns.filter { $0.kind == .day }.map(\.name)
    guard days.contains(field) else {
      let detail = "「\(field)」不是这个台账里的日期列。"
      throw Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/field"), detail, suggestions: days)])
    }
  }

  private static func audit(
    _ action: String, _ id: Int64, _ ledger: Int64, _ rule: ScheduleRule, _ caller: Caller, _ writer: Writer
  ) throws {
    try writer.audit(
      caller,
      AuditEntry(
        action, subject: .schedules, id: id,
        changes: [
          AuditEntry.Change("ledger", before: nil, after: String(ledger)),
          AuditEntry.Change("rule", before: nil, after: rule.chinese(nil)),
        ]))
  }
}
