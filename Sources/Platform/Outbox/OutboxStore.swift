import Crypto
import GRDB
import Kernel
import Storage

/// A webhook that wants to hear of something, and whose rights bound what it hears.
package struct Listener: Sendable {
  package let webhook: Int64
  package let owner: Caller
}

extension Reader {
  /// The active webhooks for an event whose owners may still have some.
  package func listeners(_ event: WebhookEvent, at now: Instant) throws -> [Listener] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM webhooks
          WHERE active = 1 AND EXISTS (SELECT 1 FROM json_each(events) e WHERE e.value = ?)
          """), arguments: [event.rawValue]
    ).compactMap { id in try webhookOwner(id, at: now).map { Listener(webhook: id, owner: $0) } }
  }

  /// Whose rights bound what a webhook is told; nil once it is to be told nothing any more: the account is disabled or has
  /// lost the right, the token that made the webhook has ended, or the system that owns it has no token left.
  package func webhookOwner(_ id: Int64, at now: Instant) throws -> Caller? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT caller_id, token_id FROM webhooks WHERE id = ?"), arguments: [id])
    guard let row, let account = try account(id: row.value(0)), !account.isDisabled,
      account.role.rights.contains(.manageWebhooks)
    else { return nil }
    if let token = try row.value(1) as Int64? {
      guard try self.token(id: token)?.isValid(at: now) == true else { return nil }
    } else if account.kind == .system, try !hasToken(account.id, at: now) {
      return nil
    }
    return account.caller(origin: "webhook")
  }

  private func hasToken(_ caller: Int64, at now: Instant) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM tokens
            WHERE caller_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?))
          """), arguments: [caller, now.description]) ?? false
  }

  /// Whether an order at this place exists for the owner of a webhook.
  package func hears(_ place: WorkOrderPlace, _ owner: Caller) throws -> Bool {
    let within = try place.givenTo.union([place.area]).filter { try !areaPath($0).isDisjoint(with: owner.areas) }
    let above = try owner.areas.reduce(into: Set<UInt32>()) { above, area in
      above.formUnion(try areaPath(UInt32(truncatingIfNeeded: area)).map { UInt32(truncatingIfNeeded: $0) })
    }
    return WorkOrderAccessPolicy(owner, Set(within), above: above).sees(place)
  }

  /// These areas with all below.
  package func areasWithin(_ areas: [Int64]) throws -> Set<UInt32> {
    try Set(
      UInt32.fetchAll(
        db.cachedStatement(
          sql: """
            WITH RECURSIVE found (id) AS (
              SELECT value FROM json_each(?) UNION SELECT a.id FROM areas a JOIN found f ON a.parent_id = f.id)
            SELECT id FROM found
            """), arguments: [Self.list(areas)]))
  }

  /// An area and those above it.
  package func areaPath(_ area: UInt32) throws -> Set<Int64> {
    try Int64.fetchSet(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE path (id) AS (
            SELECT ? UNION SELECT a.parent_id FROM path JOIN areas a ON a.id = path.id WHERE a.parent_id IS NOT NULL)
          SELECT id FROM path
          """), arguments: [area])
  }
}

extension Writer {
  /// Puts an event into the outbox of these webhooks: whatever becomes of this transaction becomes of the calls.
  package func announce(_ event: WebhookEvent, _ data: JSONValue, to webhooks: [Int64]) throws {
    for webhook in webhooks {
      let uid = Self.hex(16)
      let body: JSONValue = [
        "delivery": .string(uid), "event": .string(event.rawValue), "at": .string(now.description), "data": data,
      ]
      _ = try insert(
        "INSERT INTO webhook_deliveries (uid, webhook_id, event, body, made_at, next_at) VALUES (?, ?, ?, ?, ?, ?)",
        [uid, webhook, event.rawValue, body.text, now.description, now.description])
    }
  }

  /// Random bytes in hexadecimal.
  package static func hex(_ bytes: Int) -> String {
    SymmetricKey(size: .init(bitCount: bytes * 8)).withUnsafeBytes { random in
      random.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
