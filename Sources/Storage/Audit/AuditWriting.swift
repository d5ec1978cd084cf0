import Crypto
import Foundation
import GRDB
import Identity
import Kernel

extension Writer {
  /// Appends to the audit log. Each row's hash covers the row before it, under a key that is not in the database, and the
  /// log's end is said anew: none can be changed, left out or cut off without `check` seeing it.
  package func audit(_ caller: Caller, _ entry: AuditEntry) throws {
    let last = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"))
    let row = AuditRow(
      seq: (try last?.value(0) as Int64? ?? 0) + 1, at: now.description, callerID: caller.id, caller: caller.name,
      role: caller.role.rawValue, origin: caller.origin, action: entry.action, subject: entry.subject?.rawValue,
      subjectID: entry.subjectID, reason: entry.reason.map { Masking.numbers(in: $0) },
      detail: try AuditRow.encode(entry.masked))
    let previous: Data = try last?.value(1) ?? AuditRow.beginning
    let hash = row.hash(after: previous, keys.auditKey(for: row.seq))
    try execute(
      """
      INSERT INTO audit (seq, at, caller_id, caller, role, origin, action, subject, subject_id, reason, detail,
        prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row.seq, row.at, row.callerID, row.caller, row.role, row.origin, row.action, row.subject, row.subjectID,
        row.reason, row.detail, previous, hash,
      ])
    try AuditHead.write(AuditHead(rows: row.seq, hash: hash), db, keys)
  }
}

extension AuditEntry {
  /// The changes as the log has them: it is read by others than the row, and stays for ever. Numbers of people and names
  /// have no place in it.
  fileprivate var masked: [Change] {
    changes.map { change in
      let isName = subject == .people && change.field == "name" || change.field == "contact"
      guard !change.isOfSealed, isName || !Self.isCode(change.field) else { return change }
      let mask = { (text: String) in isName ? Masking.name(text) : Masking.numbers(in: text) }
      return Change(change.field, before: change.before.map(mask), after: change.after.map(mask))
    }
  }

  /// What holds codes, moments and figures, some of them as long as a telephone.
  private static func isCode(_ field: String) -> Bool {
    codes.contains(field) || ["_at", "_id", "_ms"].contains { field.hasSuffix($0) }
  }

  private static let codes: Set<String> = [
    "approval", "areas", "as_of", "candidates", "code", "committee", "committees", "credit_code", "dataset", "due",
    "fields",
    "ledger", "mark", "occupancy", "people", "rows", "rule", "run", "since", "tag", "token", "until",
  ]
}

/// A row of the log as it is hashed.
struct AuditRow {
  let seq: Int64
  let at: String
  let callerID: Int64?
  let caller: String
  let role: String
  let origin: String
  let action: String
  let subject: String?
  let subjectID: Int64?
  let reason: String?
  let detail: String

  /// What the first row follows.
  static let beginning = Data(repeating: 0, count: 32)

  /// HMAC-SHA-256 (SHA-256 for rows of before there was a key) over the previous hash and every column, each with its
  /// length before it, so that no two rows run together.
  func hash(after previous: Data, _ key: SymmetricKey?) -> Data {
    var bytes = previous
    let columns = [
      String(seq), at, callerID.map { String($0) }, caller, role, origin, action, subject,
      subjectID.map { String($0) }, reason, detail,
    ]
    for column in columns {
      let text = Data((column ?? "").utf8)
      bytes += Data((column == nil ? "-" : String(text.count)).utf8) + Data([0])
      bytes += text
    }
    guard let key else { return Data(SHA256.hash(data: bytes)) }
    return Data(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
  }

  static func encode(_ changes: [AuditEntry.Change]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(changes), as: UTF8.self)
  }
}
