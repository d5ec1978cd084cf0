import Kernel
import Ledgers
import Platform

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
  package static func run(pace: RunPace = RunPace(), app: AppContext) async throws -> Int {
    let now = app.clock.now()
    try await correctDueTimes(at: now, app)
    var count = 0
    for schedule in try await app.store.read({ try $0.dueSchedules(at: now) }) {
      if try await run(schedule, pace, app) { count += 1 }
    }
    return count
  }

  /// Takes back occasions that a clock which ran ahead has put too far away.
  private static func correctDueTimes(at now: Instant, _ app: AppContext) async throws {
    let astray = try await app.store.read { reader in
      try reader.schedules(after: now.adding(seconds: 2 * 86_400)).filter { $0.rule.isAstray($0.nextDueAt, at: now) }
    }
    guard !astray.isEmpty else { return }
    try await app.store.write { writer in
      for schedule in astray {
        _ = try writer.advanceSchedule(
          schedule, to: schedule.rule.next(after: writer.now), run: nil, problem: schedule.problem)
      }
    }
  }

  /// Whoever a ledger is for that is its owner's alone; nil where others see it too. Its rows are those that the owner may
  /// see today.
  ///
  /// - Throws: `owner_gone` where nobody would see what comes of it: it stops until the owner is back and may read it, or
  ///   others may see it.
  private static func owner(of ledger: LedgerView, _ app: AppContext) async throws -> Caller? {
    guard ledger.row.draft.seenBy == .owner, let id = ledger.row.ownerID else { return nil }
    let account = try await app.store.read { try $0.account(id: id) }
    guard let account, !account.isDisabled, account.role.rights.isSuperset(of: [.write, .handleReminders]) else {
      throw ScheduleProblem.ownerGone.problem
    }
    let owner = account.caller(origin: "system")
    let own = try app.index.areas.meet(ledger.row.draft.areas, owner.role.seesAllAreas ? nil : owner.areas)
    guard own?.isEmpty != true, try LedgerAccessPolicy(owner, app).view(ledger.held) != nil else {
      throw ScheduleProblem.ownerGone.problem
    }
    return owner
  }

  private static func run(_ schedule: ScheduleRow, _ pace: RunPace, _ app: AppContext) async throws -> Bool {
    do {
      let ledger = try await GetLedger.run(schedule.ledger, caller: scheduler, app: app)
      let owner = try await owner(of: ledger, app)
      let plan = try await RunPlan.make(
        ledger, asOf: app.clock.today, for: owner, keepDays: RunRetention.scheduled(schedule.rule.kind),
        caller: scheduler, app: app)
      let making = ReminderGenerator(schedule: schedule, ledger: ledger, plan: plan, areas: try app.index.areas)
      _ = try await MakeRun.whole(plan, pace: pace, app: app) { run, writer in
        try making.finish(run, writer)
      }
      return true
    } catch let problem as Problem where problem.code == ReminderGenerator.moved.code {
      // Somebody has changed the schedule meanwhile, or another process was here.
      return false
    } catch let problem as Problem where problem.code == "too_busy" {
      // The occasion stays due.
      return false
    } catch let problem as Problem where problem.code != "not_ready" {
      // What the ledger itself is refused for stays so until somebody changes it: said, and tried at the next occasion.
      // Nothing is lost by it, since that is compared with the last run that there was.
      try await app.store.write { writer in
        _ = try writer.advanceSchedule(
          schedule, to: schedule.rule.next(after: writer.now), run: nil, problem: problem.code)
      }
      return false
    }
  }
}
