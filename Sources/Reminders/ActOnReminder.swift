import Kernel
import Platform
import Storage

/// Reads, does or passes on what one is reminded of. Who: callers with `handle_reminders` for whom the reminder exists.
package enum ActOnReminder {
  package struct Answer: Sendable {
    package let row: ReminderRow
    /// The run in which `done` has ticked the row off; nil where it has no column to tick or the caller may not.
    package let tickedRun: Int64?
    /// The code of what the tick was refused for; the reminder is done all the same.
    package let tickProblem: String?
  }

  /// What is so already stays as it is: done twice is done once.
  ///
  /// - Parameter version: what the caller last saw; nil acts on whatever is there.
  /// - Throws: `not_found`, `version_conflict`, `bad_field`, `reminder_done`; for whom it is passed on to `unknown_area`,
  ///   `unknown_unit`, `unknown_caller`, `ledger_private`.
  package static func run(
    _ id: Int64, _ deed: ReminderActionRequest, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> Answer {
    try caller.must(.handleReminders)
    try deed.check()
    let row = try await ReadReminders.one(id, caller: caller, app: app)
    let areas = try app.index.areas
    let sight = ReminderAccessPolicy.of(caller, areas)
    let tick = deed.action == .done ? try await ReminderTick.plan(row, caller, app) : ReminderTick()
    let outcome = try await app.write(as: caller) { writer, access in
      guard let held = try writer.read.reminder(id, sight) else { throw ReadReminders.unknown }
      let changes = try act(held, deed, version, caller, areas, writer)
      guard !changes.isEmpty else { return ReminderTick() }
      try writer.audit(
        caller, AuditEntry("reminders.\(deed.action.rawValue)", subject: .reminders, id: id, changes: changes))
      try tell(id, writer, areas)
      return try tick.write(writer, access)
    }
    // Whoever has passed it on may not see it any more.
    let after = try await app.store.read { [all = ReminderAccessPolicy(RunSchedules.scheduler, [])] in
      try $0.reminder(id, all)
    }
    return Answer(row: after ?? row, tickedRun: outcome.ticked, tickProblem: outcome.problem)
  }

  /// Reads several, all or none.
  ///
  /// - Throws: `not_found` where one of them does not exist for the caller; `too_many_items`.
  package static func read(_ ids: [Int64], caller: Caller, app: AppContext) async throws -> [ReminderRow] {
    try caller.must(.handleReminders)
    guard ids.count <= 500 else {
      throw Problem(
        .invalid, "too_many_items", "一次最多 500 条。", notes: [.init(.pointer("/ids"), "一次最多 500 条。")])
    }
    let areas = try app.index.areas
    let sight = ReminderAccessPolicy.of(caller, areas)
    return try await app.store.write { writer in
      try ids.map { id in
        guard let held = try writer.read.reminder(id, sight) else { throw ReadReminders.unknown }
        let changes = try act(held, ReminderActionRequest(.read), nil, caller, areas, writer)
        if !changes.isEmpty {
          try writer.audit(caller, AuditEntry("reminders.read", subject: .reminders, id: id, changes: changes))
          try tell(id, writer, areas)
        }
        return try writer.read.reminder(id, sight) ?? held
      }
    }
  }

  private static func act(
    _ row: ReminderRow, _ deed: ReminderActionRequest, _ version: Int64?, _ caller: Caller, _ areas: AreaTree,
    _ writer: Writer
  ) throws -> [AuditEntry.Change] {
    if let version, version != row.version {
      throw Problem.changedMeanwhile
    }
    switch (deed.action, row.state) {
    case (.read, .read), (.read, .done), (.done, .done): return []
    case (.read, _): return try writer.readReminder(row.id, by: caller, version: version)
    case (.done, _): return try writer.finishReminder(row.id, note: deed.note, by: caller, version: version)
    case (.pass, .done): throw Problem(.conflict, "reminder_done", "这条提醒已经办好，不能再转交。")
    case (.pass, _):
      let recipient = try ReminderForwarding(row: row, caller: caller, areas: areas).recipient(deed, writer.read)
      return try writer.passReminder(row.id, to: recipient, note: deed.note, by: caller, version: version)
    }
  }

  private static func tell(_ id: Int64, _ writer: Writer, _ areas: AreaTree) throws {
    let listeners = try writer.read.listeners(.reminderState, at: writer.now)
    guard !listeners.isEmpty, let row = try writer.read.reminder(id, ReminderAccessPolicy(RunSchedules.scheduler, []))
    else {
      return
    }
    let seeing = listeners.filter {
      ReminderAccessPolicy.of($0.owner, areas).sees(
        place: row.draft.place, row.draft.recipient, isRestricted: row.draft.isRestricted, isPrivate: row.isPrivate)
    }
    try writer.announce(
      .reminderState, ReminderPresenter.json(id, row.draft, ledger: row.ledgerName, state: row.state, areas),
      to: seeing.map(\.webhook))
  }
}
