import Domain
import Store

/// Ticks the row of a reminder that is done off, in the newest run that still has it: by the same rules as a tick by hand.
struct ReminderTick: Sendable {
  private var mark: RunMarkPlan?
  /// The run in which it was ticked.
  private(set) var ticked: Int64?
  private(set) var problem: String?

  init() {}

  /// Nothing where there is nothing to tick, or where the caller may not write there.
  static func plan(_ reminder: ReminderRow, _ caller: Caller, _ office: Office) async throws -> ReminderTick {
    var tick = ReminderTick()
    guard caller.may(.write), let subject = UInt32(exactly: reminder.draft.subjectID) else { return tick }
    let sight = try LedgerSight(caller, office)
    let runs = try await office.store.read { reader -> [RunView] in
      guard let own = try reader.run(reminder.draft.run) else { return [] }
      let newest = try reader.runBefore(nil, ledger: own.draft.ledger, areas: own.draft.areas)
      return try [newest, own.id].compactMap { $0 }.compactMap { id in
        guard let run = try reader.run(id), let row = try reader.runRows(id, of: [subject])[subject],
          let view = try sight.view(run, reader), view.access.seen(row) != nil
        else { return nil }
        return view
      }
    }
    for view in runs {
      guard let note = view.row.draft.notes.first(where: { $0.kind == .tick }) else { continue }
      do {
        let item = MarkRun.Item(reminder.draft.subjectID, [JSONValue.Member(note.name, .bool(true))])
        tick.mark = try await RunMarkPlan.make(item, view, caller, office)
      } catch let problem as Problem {
        tick.problem = problem.code
      }
      return tick
    }
    return tick
  }

  func write(_ caller: Caller, _ writer: Writer) throws -> ReminderTick {
    var tick = self
    guard let mark else { return tick }
    do {
      _ = try writer.inSavepoint { try mark.write(caller, writer) }
      tick.ticked = mark.view.row.id
    } catch let problem as Problem {
      tick.problem = problem.code
    }
    return tick
  }
}
