import GRDB
import Storage

/// What goes by a unit's name, carried along when it gets another one: orders and who helps with them, what dispatch proposed and
/// learnt, the responsibility list, callers, reminders, and what the unit asked for. Timelines and the audit log stay as they were
/// written.
extension Writer {
  /// - Parameter committee: the area whose name it is, where it is a committee: others of that name keep theirs.
  /// - Returns: the callers that belong to the unit.
  package func carryUnit(from old: String, to new: String, committee: Int64? = nil) throws -> [Int64] {
    try carryOrders(from: old, to: new, committee: committee)
    guard committee == nil else { return [] }
    try execute("UPDATE work_orders SET proposed_unit = ? WHERE proposed_unit = ?", [new, old])
    let (was, becomes) = ("\"unit\":\"\(old)\"", "\"unit\":\"\(new)\"")
    try execute(
      "UPDATE work_orders SET proposal = replace(proposal, ?, ?) WHERE instr(proposal, ?) > 0", [was, becomes, was])
    for column in ["unit", "wrong_unit", "proposed_unit"] {
      try execute("UPDATE dispatch_lessons SET \(column) = ? WHERE \(column) = ?", [new, old])
    }
    try carryDuties(from: old, to: new)
    for table in ["reminders", "data_requests"] {
      try execute("UPDATE \(table) SET unit = ?, version = version + 1 WHERE unit = ?", [new, old])
    }
    for column in ["from_unit", "proposed_unit"] {
      try execute("UPDATE admissions SET \(column) = ?, version = version + 1 WHERE \(column) = ?", [new, old])
    }
    let callers = try Int64.fetchAll(db, sql: "SELECT id FROM callers WHERE unit = ?", arguments: [old])
    for id in callers {
      try execute(
        "UPDATE callers SET unit = ?, version = version + 1, updated_at = ? WHERE id = ?", [new, now.description, id])
      try recordChange(.callers, id, .update)
    }
    return callers
  }

  /// In all versions of the list: it is the same unit under another name, not another duty.
  private func carryDuties(from old: String, to new: String) throws {
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT duty_id FROM duty_versions v WHERE unit = :old
          OR EXISTS (SELECT 1 FROM json_each(v.co_units) j WHERE j.value = :old)
        """, arguments: ["old": old])
    guard !ids.isEmpty else { return }
    let marked = try DutySeeding.untouched(read)
    try execute("UPDATE duty_versions SET unit = ? WHERE unit = ?", [new, old])
    try execute(
      """
      UPDATE duty_versions SET co_units = (
          SELECT json_group_array(DISTINCT iif(j.value = ?, ?, j.value)) FROM json_each(duty_versions.co_units) j)
        WHERE EXISTS (SELECT 1 FROM json_each(duty_versions.co_units) j WHERE j.value = ?)
      """, [old, new, old])
    for id in ids {
      try execute("UPDATE duties SET version = version + 1, updated_at = ? WHERE id = ?", [now.description, id])
      try recordChange(.duties, id, .update)
    }
    try DutySeeding.remark(marked, self)
  }
}
