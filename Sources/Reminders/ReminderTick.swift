import Kernel
import Ledgers
import Platform
import Storage

/// Ticks the row of a reminder that is done off, in the newest run that still has it: by the same rules as a tick by hand.
struct ReminderTick: Sendable, Codable {
  /// What of it outlives the transaction: the plan of the tick does not.
  private enum CodingKeys: CodingKey { case ticked, problem }

  private var tick: (item: MarkRun.Item, view: RunView)?
  /// The run in which it was ticked.
  private(set) var ticked: Int64?
  private(set) var problem: String?

  /// So many runs are looked at for the row, the newest first.
  private static let recent = 10

  init() {}

  /// Nothing where there is nothing to tick, or where the caller may not write there.
  static func plan(_ reminder: ReminderRow, _ caller: Caller, _ app: AppContext) async throws -> ReminderTick {
    var tick = ReminderTick()
    guard caller.may(.write), let subject = UInt32(exactly: reminder.draft.subjectID) else { return tick }
    let sight = try LedgerAccessPolicy(caller, app)
    let found = try await app.store.read { [today = app.clock.today] reader -> (RunView, LedgerNote)? in
      var runs = try reader.liveRuns(ledger: reminder.draft.ledger, upTo: today, limit: recent)
      if let own = try reader.run(reminder.draft.run), own.state == .done { runs.append(own) }
      for run in runs {
        guard let row = try reader.runRows(run.id, of: [subject])[subject], let view = try sight.view(run, reader),
          view.access.seen(row) != nil, let note = view.row.draft.notes.first(where: { $0.kind == .tick })
        else { continue }
        return (view, note)
      }
      return nil
    }
    if let (view, note) = found {
      tick.tick = (MarkRun.Item(reminder.draft.subjectID, [JSONValue.Member(note.name, .bool(true))]), view)
    }
    return tick
  }

  func write(_ writer: Writer, _ access: WriteAccess) throws -> ReminderTick {
    var done = self
    guard let (item, view) = tick else { return done }
    do {
      _ = try writer.inSavepoint { try RowMarkCommand.make(item, view, access).write(access.caller, writer) }
      done.ticked = view.row.id
    } catch let problem as Problem {
      done.problem = problem.code
    }
    return done
  }
}
