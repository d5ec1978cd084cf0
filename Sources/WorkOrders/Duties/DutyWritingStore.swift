import GRDB
import Kernel
import Storage
import TextClassifier

extension Writer {
  /// Makes a duty. The code must be free: the caller of this has looked.
  ///
  /// - Parameters:
  ///   - isNews: false while a new database is filled: nobody follows it yet.
  ///   - owner: the area whose duty it is; nil for the whole database's.
  package func insertDuty(
    _ duty: Duty, since: Day, by caller: String, owner: Int64? = nil, isNews: Bool = true
  ) throws -> Int64 {
    let id = try insert(
      "INSERT INTO duties (code, owner_id, updated_at) VALUES (?, ?, ?)", [duty.code, owner, now.description])
    try insertVersion(duty, of: id, since: since, by: caller, isNews: isNews)
    if isNews { try recordChange(.duties, id, .create) }
    return id
  }

  /// Ends the newest version and begins one with these values. A change that begins on the same day as the newest version
  /// takes its place: a duty has one version a day.
  ///
  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `version_conflict`; `duty_order` when `since` lies before the newest version's beginning or end.
  package func changeDuty(_ row: DutyRow, to duty: Duty, since: Day, by caller: String, version: Int64?) throws {
    try mustBeCurrent(row, version)
    guard let newest = row.versions.last else { return }
    guard since >= newest.since, newest.until.map({ since >= $0 }) ?? true else {
      throw Problem(
        .conflict, "duty_order", "这一条的最新版本自 \((newest.until ?? newest.since).description) 起，新版本不能早于它。",
        notes: [.init(.pointer("/since"), "不能早于 \((newest.until ?? newest.since).description)。")])
    }
    if since == newest.since {
      try execute("DELETE FROM duty_versions WHERE duty_id = ? AND since = ?", [row.id, since.description])
    } else if newest.until == nil {
      try execute(
        "UPDATE duty_versions SET until = ? WHERE duty_id = ? AND since = ?",
        [since.description, row.id, newest.since.description])
    }
    try insertVersion(duty, of: row.id, since: since, by: caller)
    try touchDuty(row.id, .update)
  }

  /// Ends a duty: from `day` on it holds no more. What it was stays; what it was to become is dropped.
  ///
  /// - Throws: `version_conflict`, `duty_ended`.
  package func endDuty(_ row: DutyRow, on day: Day, version: Int64?) throws {
    try mustBeCurrent(row, version)
    guard let newest = row.versions.last, newest.until == nil else {
      throw Problem(.conflict, "duty_ended", "这一条已经终止。")
    }
    // One that has not begun at all keeps its version, which then holds on no day.
    let last = row.versions.last { $0.since <= day } ?? newest
    try execute("DELETE FROM duty_versions WHERE duty_id = ? AND since > ?", [row.id, last.since.description])
    try execute(
      "UPDATE duty_versions SET until = ? WHERE duty_id = ? AND since = ?",
      [max(day, last.since).description, row.id, last.since.description])
    try touchDuty(row.id, .delete)
  }

  private func mustBeCurrent(_ row: DutyRow, _ version: Int64?) throws(Problem) {
    if let version, version != row.version {
      throw Problem.changedMeanwhile
    }
  }

  private func touchDuty(_ id: Int64, _ action: Action) throws {
    try execute("UPDATE duties SET version = version + 1, updated_at = ? WHERE id = ?", [now.description, id])
    try recordChange(.duties, id, action)
  }

  private func insertVersion(_ duty: Duty, of id: Int64, since: Day, by caller: String, isNews: Bool = true) throws {
    try knowUnits([duty.unit] + duty.coUnits, isNews: isNews)
    try execute(
      """
      INSERT INTO duty_versions (duty_id, since, category, subcategory, keywords, unless, unit, co_units, basis,
        basis_kind, level, deadline_days, urgent_hours, by_caller, made_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id, since.description, duty.category, duty.subcategory, TextList.encode(duty.writtenKeywords),
        TextList.encode(duty.unless), duty.unit, TextList.encode(duty.coUnits), duty.basis, duty.basisKind.rawValue,
        duty.level.rawValue, duty.deadlineDays,
        duty.urgentHours, caller, now.description,
      ])
  }
}
