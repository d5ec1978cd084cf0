import Foundation
import GRDB
import Kernel
import Storage

/// A token's row with its holder, before anybody has judged whether it is valid.
package struct StoredToken: Sendable {
  package let info: TokenInfo
  package let account: Account
}

extension Reader {
  private static let tokenColumns = """
    SELECT t.id, t.caller_id, c.name, t.session, t.made_at, t.expires_at, t.revoked_at, t.device_name
    FROM tokens t JOIN callers c ON c.id = t.caller_id
    """

  /// The token with this hash, valid or not.
  package func token(hash: Data) throws -> StoredToken? {
    let statement = try db.cachedStatement(sql: Self.tokenColumns + " WHERE t.hash = ?")
    guard let row = try Row.fetchOne(statement, arguments: [hash]), let account = try account(id: row.value(1)) else {
      return nil
    }
    return try StoredToken(info: Self.info(row), account: account)
  }

  package func token(id: Int64) throws -> TokenInfo? {
    try Row.fetchOne(db, sql: Self.tokenColumns + " WHERE t.id = ?", arguments: [id]).map(Self.info)
  }

  /// Tokens after the id, in order of their ids, of one caller or of all.
  package func tokens(of callerID: Int64?, after id: Int64, limit: Int) throws -> [TokenInfo] {
    var (condition, arguments): (String, StatementArguments) = ("t.id > ?", [id])
    if let callerID {
      condition += " AND t.caller_id = ?"
      arguments += [callerID]
    }
    arguments += [limit]
    return try Row.fetchAll(
      db, sql: Self.tokenColumns + " WHERE \(condition) ORDER BY t.id LIMIT ?", arguments: arguments
    ).map(Self.info)
  }

  package func tokenCount(of callerID: Int64?) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM tokens WHERE ? IS NULL OR caller_id = ?", arguments: [callerID, callerID]) ?? 0
  }

  private static func info(_ row: Row) throws -> TokenInfo {
    try TokenInfo(
      id: row.value(0), callerID: row.value(1), caller: row.value(2), isLogIn: row.value(3), madeAt: row.instant(4),
      expiresAt: (row.value(5) as String?).flatMap { Instant($0) },
      revokedAt: (row.value(6) as String?).flatMap { Instant($0) }, deviceName: row.value(7))
  }
}

extension Writer {
  /// Keeps a token by its hash and returns its id.
  package func insertToken(
    _ hash: Data, callerID: Int64, isLogIn: Bool, expiresAt: Instant?, deviceName: String? = nil
  ) throws -> Int64 {
    try insert(
      "INSERT INTO tokens (caller_id, hash, session, made_at, expires_at, device_name) VALUES (?, ?, ?, ?, ?, ?)",
      [callerID, hash, isLogIn, now.description, expiresAt?.description, deviceName])
  }

  /// Ends the long log-in of a device, and of the oldest ones so many that `limit` are left.
  package func revokeKept(of callerID: Int64, device: String, limit: Int) throws {
    try execute(
      """
      UPDATE tokens SET revoked_at = ? WHERE caller_id = ? AND session = 1 AND revoked_at IS NULL
        AND (device_name = ? OR id IN (
          SELECT id FROM tokens WHERE caller_id = ? AND session = 1 AND revoked_at IS NULL AND device_name IS NOT NULL
          ORDER BY id DESC LIMIT -1 OFFSET ?))
      """, [now.description, callerID, device, callerID, limit])
  }

  /// Ends a token; one that has ended already keeps its time.
  package func revokeToken(_ id: Int64) throws {
    try execute("UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", [now.description, id])
  }

  /// Ends all log-ins of a caller, but for the one that asks.
  package func revokeSessions(of callerID: Int64, except tokenID: Int64? = nil) throws {
    try execute(
      """
      UPDATE tokens SET revoked_at = ?
      WHERE caller_id = ? AND session = 1 AND revoked_at IS NULL AND id IS NOT ?
      """,
      [now.description, callerID, tokenID])
  }

  /// Forgets a caller's log-ins that are over; the audit log still tells of them.
  package func deleteExpiredSessions(of callerID: Int64) throws {
    try execute(
      "DELETE FROM tokens WHERE caller_id = ? AND session = 1 AND expires_at <= ?", [callerID, now.description])
  }
}
