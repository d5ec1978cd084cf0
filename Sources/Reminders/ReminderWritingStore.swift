import GRDB
import Identity
import Kernel
import Platform
import Storage

extension Writer {
  /// Writes a reminder, unless the row has one of the same ledger and occurrence.
  ///
  /// - Parameter besidesOpen: whether one that is still open does not count against it.
  /// - Returns: its id; nil where there is one already.
  package func insertReminder(_ draft: ReminderDraft, besidesOpen: Bool) throws -> Int64? {
    try execute(
      """
      INSERT INTO reminders (ledger_id, run_id, subject, subject_id, occurrence, due, title, text, restricted, place_id,
        area_id, unit, caller_id, made_at, updated_at, why, since)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      WHERE ? OR NOT EXISTS (SELECT 1 FROM reminders WHERE ledger_id = ? AND subject_id = ? AND state <> 'done')
      ON CONFLICT (ledger_id, subject_id, occurrence) DO NOTHING
      """,
      [
        draft.ledger, draft.run, draft.subject, draft.subjectID, draft.occurrence.description, draft.due?.description,
        draft.title, draft.text, draft.isRestricted, draft.place, draft.recipient.area, draft.recipient.unit,
        draft.recipient.caller, now.description, now.description, draft.why, draft.since?.description,
        besidesOpen, draft.ledger, draft.subjectID,
      ])
    guard db.changesCount == 1 else { return nil }
    let id = db.lastInsertedRowID
    guard id <= Int64(UInt32.max) else {
      throw Problem(.tooMuch, "ids_exhausted", "编号已用尽，数据库不能再增加记录。")
    }
    try recordChange(.reminders, id, .create)
    return id
  }

  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `version_conflict`.
  package func readReminder(_ id: Int64, by caller: Caller, version: Int64?) throws -> [AuditEntry.Change] {
    try move(id, to: .read, [("read_at", now.description), ("read_by", caller.name)], version)
  }

  /// - Throws: `not_found`, `version_conflict`.
  package func finishReminder(
    _ id: Int64, note: String?, by caller: Caller, version: Int64?
  ) throws -> [AuditEntry.Change] {
    try move(id, to: .done, [("done_at", now.description), ("done_by", caller.name)] + noted(note), version)
  }

  /// Gives it to somebody else, who has not read it yet.
  ///
  /// - Throws: `not_found`, `version_conflict`.
  package func passReminder(
    _ id: Int64, to recipient: ReminderRecipient, note: String?, by caller: Caller, version: Int64?
  ) throws -> [AuditEntry.Change] {
    try move(
      id, to: .passed,
      [
        ("area_id", recipient.area), ("unit", recipient.unit), ("caller_id", recipient.caller),
        ("passed_at", now.description), ("passed_by", caller.name), ("read_at", nil), ("read_by", nil),
      ] + noted(note), version)
  }

  /// Numbers of people have no place in a note that goes from hand to hand.
  private func noted(_ note: String?) -> [(name: String, value: (any DatabaseValueConvertible)?)] {
    note.map { [("note", Masking.numbers(in: $0))] } ?? []
  }

  private func move(
    _ id: Int64, to state: ReminderState, _ columns: [(name: String, value: (any DatabaseValueConvertible)?)],
    _ version: Int64?
  ) throws -> [AuditEntry.Change] {
    var row = RowPatch(table: "reminders", kind: .reminders, id: id)
    row.columns = [("state", state.rawValue)] + columns
    row.sealed = ["note"]
    return try row.apply(self, version: version)
  }
}
