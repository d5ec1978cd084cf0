import Crypto
import Foundation
import GRDB
import Kernel
import Platform
import Storage

extension Reader {
  package func webhook(_ id: Int64) throws -> WebhookRow? {
    try Row.fetchOne(
      db.cachedStatement(sql: Self.webhookColumns + " WHERE w.id = ?"), arguments: [id]
    ).map(Self.webhook)
  }

  /// The newest first.
  ///
  /// - Parameter owner: nil for everybody's.
  package func webhooks(of owner: Int64?) throws -> [WebhookRow] {
    try Row.fetchAll(
      db.cachedStatement(sql: Self.webhookColumns + " WHERE ? IS NULL OR w.caller_id = ? ORDER BY w.id DESC"),
      arguments: [owner, owner]
    ).map(Self.webhook)
  }

  private static let webhookColumns = """
    SELECT w.id, w.name, w.url, w.events, w.caller_id, c.name, w.active, w.made_at, w.version, w.updated_at
    FROM webhooks w JOIN callers c ON c.id = w.caller_id
    """

  private static func webhook(_ row: Row) throws -> WebhookRow {
    let events = try StoredJSON.value([String].self, row.value(3)).compactMap(WebhookEvent.init)
    return try WebhookRow(
      id: row.value(0),
      draft: WebhookDraft(name: row.value(1), url: row.value(2), events: events, isActive: row.value(6)),
      callerID: row.value(4),
      caller: row.value(5), madeAt: row.value(7), version: row.value(8), updatedAt: row.value(9))
  }
}

extension Writer {
  /// - Returns: its id, and the secret that calls are signed with: to be shown once.
  ///
  /// - Parameter token: of a system, with whose end the webhook ends.
  package func insertWebhook(
    _ draft: WebhookDraft, owner: Int64, token: Int64? = nil
  ) throws -> (id: Int64, secret: String) {
    let secret = "whsec_" + Self.hex(32)
    let row = try nextID("webhooks")
    let id = try insert(
      """
      INSERT INTO webhooks (id, name, url, secret_sealed, events, caller_id, token_id, active, made_at, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row, draft.name, draft.url, try keys.seal(secret, at: SealedPlace("webhooks", "secret_sealed", row: row)),
        try Self.text(draft.events), owner, token, draft.isActive,
        now.description, now.description,
      ])
    try recordChange(.webhooks, id, .create)
    return (id, secret)
  }

  /// - Throws: `not_found`, `version_conflict`.
  package func updateWebhook(_ id: Int64, _ draft: WebhookDraft, version: Int64?) throws -> [AuditEntry.Change] {
    var row = RowPatch(table: "webhooks", kind: .webhooks, id: id)
    row.columns = [
      ("name", draft.name), ("url", draft.url), ("events", try Self.text(draft.events)), ("active", draft.isActive),
    ]
    // Other systems put keys into their addresses.
    row.sealed = ["url"]
    return try row.apply(self, version: version)
  }

  /// From now on the webhook ends with this token: a system that has been given another one takes its webhooks along.
  package func tieWebhook(_ id: Int64, to token: Int64) throws {
    try execute("UPDATE webhooks SET token_id = ? WHERE id = ?", [token, id])
  }

  /// With all that was to be told to it.
  package func removeWebhook(_ id: Int64) throws {
    try execute("DELETE FROM webhook_deliveries WHERE webhook_id = ?", [id])
    try execute("DELETE FROM webhooks WHERE id = ?", [id])
    try recordChange(.webhooks, id, .delete)
  }

  private static func text(_ events: [WebhookEvent]) throws -> String {
    try StoredJSON.text(events.map(\.rawValue))
  }
}

/// What proves to the other end that a call is ours and of now.
package enum WebhookSignature {
  /// `v1=` and the HMAC-SHA-256 of `timestamp.body` under the secret's text, in hexadecimal.
  ///
  /// - Parameter timestamp: seconds since 1970.
  package static func v1(secret: String, timestamp: Int64, body: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("\(timestamp).\(body)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
    return "v1=" + code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
