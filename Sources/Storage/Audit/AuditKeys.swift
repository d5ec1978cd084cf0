import Crypto
import Foundation
import GRDB

/// The key of the audit log's hashes from a row on. Whoever has the database but not the key can neither write a row that
/// fits, nor say that the log ends where it does not.
struct AuditKey: Sendable, Codable {
  /// The first row that it is for.
  let from: Int64
  let secret: Data

  var key: SymmetricKey { SymmetricKey(data: secret) }
}

extension KeyRing {
  private static let place = SealedPlace("settings", "value", key: "audit_keys")

  /// Reads the keys of the log; a log without any gets its first.
  func loadAuditKeys(_ db: Database) throws {
    let text = try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = 'audit_keys'")
    guard let text else { return try beginAuditKey(db) }
    let sealed = Data(base64Encoded: text) ?? Data()
    let held = try JSONDecoder().decode([AuditKey].self, from: open(sealed, at: Self.place))
    state.withLock { $0.audit = held }
    if !isCurrent(sealed) { try save(held, db) }
  }

  /// A new key from the next row on: with every change of the key, so that who knew the old one cannot go on.
  func beginAuditKey(_ db: Database) throws {
    let last = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM audit") ?? 0
    let secret = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    let keys = state.withLock { state in
      state.audit.removeAll { $0.from > last }
      state.audit.append(AuditKey(from: last + 1, secret: secret))
      return state.audit
    }
    try save(keys, db)
    try AuditHead.write(db, self)
  }

  private func save(_ keys: [AuditKey], _ db: Database) throws {
    let sealed = try seal(JSONEncoder().encode(keys), at: Self.place)
    try db.execute(
      sql: "INSERT OR REPLACE INTO settings (name, value) VALUES ('audit_keys', ?)",
      arguments: [sealed.base64EncodedString()])
  }

  /// The key for a row; nil for one of before the log had any.
  func auditKey(for row: Int64) -> SymmetricKey? {
    state.withLock { state in state.audit.last { $0.from <= row }?.key }
  }

  var newestAuditKey: SymmetricKey? { state.withLock { $0.audit.last?.key } }

  /// The first row that is keyed.
  package var auditKeyedFrom: Int64? { state.withLock { $0.audit.first?.from } }
}

/// Where the log ends, written with every row: how many there are and the last one's hash, under the log's key.
///
/// It proves that nobody without the key has cut rows off. Somebody who puts the whole file back to an older state shows
/// only where the end was noted elsewhere: `menpai check` prints it, and takes a noted one to compare.
package struct AuditHead: Sendable, Equatable {
  package let rows: Int64
  package let hash: Data

  /// `12:` and 16 hexadecimal digits: to be noted elsewhere.
  package var text: String {
    "\(rows):" + hash.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func code(_ keys: KeyRing) -> String? {
    keys.newestAuditKey.map { key in
      Data(HMAC<SHA256>.authenticationCode(for: Data("head\u{0}\(rows)\u{0}".utf8) + hash, using: key))
        .base64EncodedString()
    }
  }

  /// Says that the log ends with the row that is the last now.
  package static func write(_ db: Database, _ keys: KeyRing) throws {
    let head = try last(db)
    try write(head, db, keys)
  }

  package static func write(_ head: AuditHead, _ db: Database, _ keys: KeyRing) throws {
    guard let code = head.code(keys) else { return }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO settings (name, value) VALUES ('audit_head', ?)")
      .execute(arguments: ["\(head.rows) \(code)"])
  }

  package static func last(_ db: Database) throws -> AuditHead {
    let row = try Row.fetchOne(db, sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
    return try AuditHead(rows: row?.value(0) ?? 0, hash: row?.value(1) ?? AuditRow.beginning)
  }

  /// Whether the log ends where it was said to end.
  static func fits(_ db: Database, _ keys: KeyRing) throws -> Bool {
    let head = try last(db)
    let said = try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = 'audit_head'")
    return said == head.code(keys).map { "\(head.rows) \($0)" }
  }
}

extension Reader {
  /// Where the log ends now.
  package func auditHead() throws -> AuditHead { try AuditHead.last(db) }

  /// Whether the row that somebody has noted as the last is still there as it was. nil for a note that cannot be read.
  package func holdsAuditHead(_ note: String) throws -> Bool? {
    let parts = note.split(separator: ":")
    guard parts.count == 2, let rows = Int64(parts[0]) else { return nil }
    let hash = try Data.fetchOne(db, sql: "SELECT hash FROM audit WHERE seq = ?", arguments: [rows])
    return hash.map { AuditHead(rows: rows, hash: $0).text == note } ?? false
  }

  /// The first row whose hash needs the key.
  package var auditKeyedFrom: Int64? { keys.auditKeyedFrom }
}
