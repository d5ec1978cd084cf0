import GRDB
import Kernel
import Storage

/// What of an account may change.
package struct AccountState: Sendable, Equatable {
  package var title: String
  package var role: Role
  package var unit: String?
  package var areas: [AreaFacts]
  package var isDisabled: Bool

  package init(title: String, role: Role, unit: String?, areas: [AreaFacts], isDisabled: Bool = false) {
    self.title = title
    self.role = role
    self.unit = unit
    self.areas = areas
    self.isDisabled = isDisabled
  }
}

extension Writer {
  /// Makes an account. The name must be free, and is folded by whoever calls.
  package func insertAccount(
    name: String, kind: Account.Kind, _ state: AccountState, passwordHash: String?
  ) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO callers (name, kind, title, role, unit, password_hash, disabled, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        name, kind.rawValue, state.title, state.role.rawValue, state.unit, passwordHash, state.isDisabled,
        now.description,
      ])
    try bind(id, to: state.areas)
    try recordChange(.callers, id, .create)
    return id
  }

  /// Writes the new state and counts the version up.
  package func updateAccount(_ id: Int64, to state: AccountState) throws {
    try execute(
      """
      UPDATE callers SET title = ?, role = ?, unit = ?, disabled = ?, version = version + 1, updated_at = ?
      WHERE id = ?
      """,
      [state.title, state.role.rawValue, state.unit, state.isDisabled, now.description, id])
    try execute("DELETE FROM caller_areas WHERE caller_id = ?", [id])
    try bind(id, to: state.areas)
    try recordChange(.callers, id, .update)
  }

  package func setPassword(_ id: Int64, hash: String) throws {
    try execute("UPDATE callers SET password_hash = ? WHERE id = ?", [hash, id])
  }

  /// Wrong passwords in a row, and until when the name is locked. Not a new version: nobody edited anything.
  package func setFailures(_ id: Int64, count: Int, lockedUntil: Instant?) throws {
    try execute(
      "UPDATE callers SET failures = ?, locked_until = ? WHERE id = ?", [count, lockedUntil?.description, id])
  }

  private func bind(_ id: Int64, to areas: [AreaFacts]) throws {
    for area in areas {
      try execute(
        "INSERT OR IGNORE INTO caller_areas (caller_id, area_id) VALUES (?, ?)", [id, Int64(area.id)])
    }
  }
}
