import GRDB
import Kernel
import Platform
import Storage

// The rows of a run stay as they were frozen, with what was ticked on them, for a list that was printed stays what it was.
// What was ticked on the other holds for the kept person from then on, as if it had come along from an earlier run.

extension Writer {
  /// Ticks of the other, for the kept person as well, where it has none of its own. What was written stays where it was: it
  /// may be for the eyes of another committee.
  func copyTicks(from gone: Int64, to kept: Int64, _ state: inout MergeState) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT m.run_id, m.note, m.at FROM run_marks m JOIN runs r ON r.id = m.run_id
        WHERE m.subject_id = ? AND r.subject = 'people' AND json_type(m.value) IN ('true', 'false') ORDER BY m.run_id, m.note
        """, arguments: [gone]
    ).map { StoredRow("run_marks", $0) }
    for row in rows {
      let tick = MergeState.Tick(run: try row["run_id"], note: try row["note"], at: try row["at"])
      try execute(
        """
        INSERT OR IGNORE INTO run_marks (run_id, subject_id, note, value, by_caller, at, carried, tagging_id, visit_id)
        SELECT run_id, ?, note, value, by_caller, at, 1, tagging_id, visit_id FROM run_marks
        WHERE run_id = ? AND subject_id = ? AND note = ?
        """, [kept, tick.run, gone, tick.note])
      guard db.changesCount > 0 else { continue }
      state.ticks.append(tick)
    }
  }

  /// Those that nobody has set anew since go again.
  func takeBackTicks(_ ticks: [MergeState.Tick], from kept: Int64) throws {
    for tick in ticks {
      try execute(
        "DELETE FROM run_marks WHERE run_id = ? AND subject_id = ? AND note = ? AND carried = 1 AND at IS ?",
        [tick.run, kept, tick.note, tick.at])
    }
  }
}
