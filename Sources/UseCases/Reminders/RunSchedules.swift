import Domain
import Store

/// Makes the runs whose occasion has come, and reminders of their new rows. The server calls it, at start and every few
/// seconds; what is due is a function of tables and clock alone.
///
/// An occasion that was missed is made up for once, however many there were: the next one comes after now. A run, its
/// reminders, their calls to other systems and the schedule's next occasion are one transaction: whoever dies in between
/// loses nothing and doubles nothing.
package enum RunSchedules {
  /// Bound to nothing but the ledger's own area; what comes of it is for each reader's rights.
  static let scheduler = Caller(id: nil, name: "scheduler", role: .admin, origin: "system")

  /// - Returns: how many runs were made.
  @discardableResult
  package static func run(pace: RunPace = RunPace(), office: Office) async throws -> Int {
    let now = office.clock.now()
    try await straighten(at: now, office)
    var count = 0
    for schedule in try await office.store.read({ try $0.dueSchedules(at: now) }) {
      if try await run(schedule, pace, office) { count += 1 }
    }
    return count
  }

  /// Takes back occasions that a clock which ran ahead has put too far away.
  private static func straighten(at now: Instant, _ office: Office) async throws {
    let astray = try await office.store.read { reader in
      try reader.schedules(after: now.adding(seconds: 2 * 86_400)).filter { $0.rule.isAstray($0.nextDueAt, at: now) }
    }
    guard !astray.isEmpty else { return }
    try await office.store.write { writer in
      for schedule in astray {
        _ = try writer.advanceSchedule(
          schedule, to: schedule.rule.next(after: writer.now), run: nil, problem: schedule.problem)
      }
    }
  }

  /// A ledger that is its owner's alone is made for nobody else: it rests while the owner's account does, and once the owner
  /// may not read it any more.
  ///
  /// - Throws: `owner_ended`.
  private static func mustHaveOwner(_ ledger: LedgerView, _ office: Office) async throws {
    guard ledger.row.draft.seenBy == .owner, let id = ledger.row.ownerID,
      let account = try await office.store.read({ try $0.account(id: id) })
    else { return }
    let owner = account.caller(origin: "system")
    let mayRead = try owner.may(.write) && LedgerSight(owner, office).view(ledger.held) != nil
    let area = ledger.row.draft.area.flatMap { try? office.index.areas.byID[UInt32(truncatingIfNeeded: $0)] }
    let isOwn = try area.map { try office.index.areas.isOwn($0, owner) } ?? true
    guard account.isDisabled || !mayRead || !isOwn else { return }
    throw Problem(.conflict, "owner_ended", "建立这个台账的人已停用，或不再有权查看它。")
  }

  private static func run(_ schedule: ScheduleRow, _ pace: RunPace, _ office: Office) async throws -> Bool {
    do {
      let ledger = try await GetLedger.run(schedule.ledger, caller: scheduler, office: office)
      try await mustHaveOwner(ledger, office)
      let plan = try await RunPlan.make(ledger, asOf: office.clock.today, caller: scheduler, office: office)
      let making = ReminderMaking(schedule: schedule, ledger: ledger, plan: plan, areas: try office.index.areas)
      _ = try await MakeRun.whole(plan, pace: pace, office: office) { run, writer in
        try making.finish(run, writer)
      }
      return true
    } catch let problem as Problem where problem.code == ReminderMaking.moved.code {
      // Somebody has changed the schedule meanwhile, or another process was here.
      return false
    } catch let problem as Problem where problem.code != "not_ready" {
      // What the ledger itself is refused for stays so until somebody changes it: said, and tried at the next occasion.
      // Nothing is lost by it, since that is compared with the last run that there was.
      try await office.store.write { writer in
        _ = try writer.advanceSchedule(
          schedule, to: schedule.rule.next(after: writer.now), run: nil, problem: problem.code)
      }
      return false
    }
  }
}
