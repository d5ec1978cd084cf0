import GRDB
import Kernel
import Storage

extension Reader {
  private static let accountColumns = """
    SELECT id, name, kind, title, role, unit, disabled, failures, locked_until, version, updated_at FROM callers
    """

  package func account(id: Int64) throws -> Account? {
    try Row.fetchOne(db.cachedStatement(sql: Self.accountColumns + " WHERE id = ?"), arguments: [id]).map(account)
  }

  package func account(named name: String) throws -> Account? {
    try Row.fetchOne(db.cachedStatement(sql: Self.accountColumns + " WHERE name = ?"), arguments: [name]).map(account)
  }

  /// Accounts after the id, in order of their ids.
  package func accounts(after id: Int64, limit: Int) throws -> [Account] {
    try Row.fetchAll(db, sql: Self.accountColumns + " WHERE id > ? ORDER BY id LIMIT ?", arguments: [id, limit])
      .map(account)
  }

  /// Those that are not disabled, of a unit or of all.
  package func enabledAccounts(ofUnit unit: String? = nil) throws -> [Account] {
    try Row.fetchAll(
      db, sql: Self.accountColumns + " WHERE disabled = 0 AND (?1 IS NULL OR unit = ?1) ORDER BY id", arguments: [unit]
    ).map(account)
  }

  package func accountCount() throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM callers") ?? 0 }

  /// The password's hash; nil for a system and for an unknown caller.
  package func passwordHash(callerID: Int64) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT password_hash FROM callers WHERE id = ?"), arguments: [callerID])
  }

  /// Whether somebody other than `id` could still log in as admin.
  package func hasAdmin(otherThan id: Int64?) throws -> Bool {
    let count = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM callers WHERE role = 'admin' AND kind = 'user' AND disabled = 0 AND id IS NOT ?
        """, arguments: [id])
    return (count ?? 0) > 0
  }

  private func account(_ row: Row) throws -> Account {
    let id: Int64 = try row.value(0)
    guard let kind = try Account.Kind(rawValue: row.value(2)), let role = try Role(rawValue: row.value(4)) else {
      throw Problem(.conflict, "unreadable_caller", "调用者记录无法读取：数据库版本与程序不符。")
    }
    return try Account(
      id: id, name: row.value(1), kind: kind, title: row.value(3), role: role, unit: row.value(5),
      areas: try boundAreas(id),
      isDisabled: row.value(6), failures: row.value(7), lockedUntil: (row.value(8) as String?).flatMap { Instant($0) },
      version: row.value(9), updatedAt: row.instant(10))
  }

  private func boundAreas(_ callerID: Int64) throws -> [AreaFacts] {
    let sql =
      FactsQueries.areas.sql
      + " WHERE id IN (SELECT area_id FROM caller_areas WHERE caller_id = ?) ORDER BY code"
    var areas: [AreaFacts] = []
    try RawRow.forEach(db, sql, [callerID]) { row in areas.append(try FactsQueries.areas.make(row)) }
    return areas
  }
}
