import Kernel
import Platform
import Storage

/// What can be taken back of an import, or has been: `{"state","possible","blocked":[{"row","code","detail"}], …}`.
package struct ImportUndoReport: Sendable, Equatable, Encodable {
  package struct Blocked: Sendable, Equatable, Encodable {
    package let row: Int
    package let code: String
    package let detail: String

    init(_ held: HeldImportRow) {
      (row, code, detail) = (held.n, held.obstacle.rawValue, held.obstacle.detail)
    }
  }

  package enum State: String, Sendable, Encodable { case none, running, done, stopped }

  package var state: State
  /// Whether it can be asked for now; `reason` says why not.
  package var possible: Bool
  package var reason: String?
  /// Rows whose writing can still be tried, and those that have been taken back.
  package var left: Int
  package var undone: Int
  /// How many of the rows were looked through to say what is blocked; null where nobody asked for it, or it is over.
  package var checked: Int?
  /// Rows that stay, or would, with the reason: the first of them, and how many.
  package var blocked: [Blocked] = []
  package var blockedCount = 0
  package var caller: String?
  package var askedAt: String?
  package var doneAt: String?

  private enum CodingKeys: String, CodingKey {
    case state, possible, reason, left, undone, checked, blocked, caller
    case blockedCount = "blocked_count"
    case askedAt = "asked_at"
    case doneAt = "done_at"
  }
}

/// Says of an import what can be taken back.
enum ReadUndo {
  static let shownRows = 200
  /// So many rows are looked through beforehand, and so long.
  static let checkedRows = 5_000
  static let patience = Duration.milliseconds(800)

  static func run(_ job: ImportJob, _ caller: Caller, _ reader: Reader) throws -> ImportUndoReport {
    let undo = try reader.importUndo(job.id)
    let problem = try job.state.isRunning ? nil : UndoRules.problem(job, undo, caller, reader)
    let isRunning = undo?.state == .running
    let held = try undo == nil ? ([], 0) : reader.heldRows(job.id, limit: shownRows)
    return ImportUndoReport(
      state: undo.flatMap { ImportUndoReport.State(rawValue: $0.state.rawValue) } ?? .none,
      possible: problem == nil && !job.state.isRunning && !isRunning, reason: problem?.detail,
      left: try reader.recordedEffects(job.id), undone: undo?.undone ?? 0, checked: nil,
      blocked: held.0.map(ImportUndoReport.Blocked.init), blockedCount: held.1, caller: undo?.callerName,
      askedAt: undo?.askedAt, doneAt: undo?.doneAt)
  }

  /// The same before it happens: what of it would stay.
  static func preview(_ job: ImportJob, _ sight: UndoSight, _ reader: Reader) throws -> ImportUndoReport {
    var report = try run(job, sight.caller, reader)
    guard report.possible else { return report }
    var check = UndoCheck(reader, sight)
    let (clock, start) = (ContinuousClock(), ContinuousClock.now)
    var (checked, next, held) = (0, Int(Int32.max), [HeldImportRow]())
    while checked < checkedRows, clock.now - start < patience,
      case let rows = try reader.importEffects(job.id, before: next, limit: 200), !rows.isEmpty
    {
      for row in rows {
        if let obstacle = try check.obstacle(row.effects) {
          held.append(HeldImportRow(n: row.n, obstacle: obstacle))
        } else {
          check.assume(row.effects)
        }
        (checked, next) = (checked + 1, row.n)
      }
    }
    report.checked = checked
    (report.blocked, report.blockedCount) = (
      held.reversed().prefix(shownRows).map(ImportUndoReport.Blocked.init), held.count
    )
    return report
  }
}
