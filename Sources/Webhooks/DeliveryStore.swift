import GRDB
import Kernel
import Storage

/// A call that is to be made now.
package struct ClaimedDelivery: Sendable {
  package let id: Int64
  package let uid: String
  package let event: String
  package let url: String
  package let secret: String
  package let body: String
  /// This one counted.
  package let attempts: Int
  package let madeAt: Instant
}

extension Reader {
  /// The webhooks that have a call due.
  package func dueWebhooks(at now: Instant) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM webhooks WHERE EXISTS (
            SELECT 1 FROM webhook_deliveries d WHERE d.webhook_id = webhooks.id AND d.state = 'pending' AND d.next_at <= ?)
          """),
      arguments: [now.description])
  }

  /// Calls that are still to be made, by all webhooks.
  package func pendingDeliveries() throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM webhook_deliveries WHERE state = 'pending'")) ?? 0
  }

  /// A webhook's calls, the newest first.
  package func deliveries(
    webhook: Int64, state: DeliveryRow.State?, before: Int64?, limit: Int
  ) throws -> [DeliveryRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: Self.deliveryColumns
          + " WHERE webhook_id = ? AND id < ? AND (? IS NULL OR state = ?) ORDER BY id DESC LIMIT ?"),
      arguments: [webhook, before ?? Int64.max, state?.rawValue, state?.rawValue, limit]
    ).map(Self.delivery)
  }

  package func deliveryCount(webhook: Int64, state: DeliveryRow.State?) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM webhook_deliveries WHERE webhook_id = ? AND (? IS NULL OR state = ?)"),
      arguments: [webhook, state?.rawValue, state?.rawValue]) ?? 0
  }

  private static let deliveryColumns = """
    SELECT id, uid, event, state, attempts, made_at, next_at, last_at, last_status, last_error, ended_at
    FROM webhook_deliveries
    """

  private static func delivery(_ row: Row) throws -> DeliveryRow {
    try DeliveryRow(
      id: row.value(0), uid: row.value(1), event: row.value(2),
      state: try row.word(3, in: "webhook_deliveries") as DeliveryRow.State,
      attempts: row.value(4), madeAt: row.value(5), nextAt: row.value(6), lastAt: row.value(7),
      lastStatus: row.value(8), lastError: row.value(9),
      endedAt: row.value(10))
  }
}

extension Writer {
  /// Takes the webhook's call that is due longest, and counts the attempt. Nobody else takes it before the lease is over;
  /// then somebody does, because whoever took it may have died.
  ///
  /// A webhook whose owner may have none any more gives up all that it waits for, and a call about what does not exist for
  /// the owner any more is not made.
  ///
  /// - Parameter lease: in seconds.
  package func claimDelivery(webhook: Int64, lease: Int) throws -> ClaimedDelivery? {
    guard let owner = try read.webhookOwner(webhook, at: now) else {
      try dropDeliveries(webhook: webhook, error: "owner_ended")
      return nil
    }
    var found = try dueDelivery(of: webhook)
    while let row = found, try !read.mayHear(row.value(2), row.value(5), owner) {
      try execute(
        "UPDATE webhook_deliveries SET state = 'failed', last_error = 'not_visible', ended_at = ? WHERE id = ?",
        [now.description, row.value(0) as Int64])
      found = try dueDelivery(of: webhook)
    }
    guard let row = found else { return nil }
    let claimed = try ClaimedDelivery(
      id: row.value(0), uid: row.value(1), event: row.value(2), url: row.value(3),
      secret: try keys.openText(row.value(4), at: SealedPlace("webhooks", "secret_sealed", row: row.value(8))),
      body: row.value(5),
      attempts: (row.value(6) as Int) + 1, madeAt: row.instant(7))
    try execute(
      "UPDATE webhook_deliveries SET attempts = attempts + 1, next_at = ? WHERE id = ?",
      [now.adding(seconds: lease).description, claimed.id])
    return claimed
  }

  private func dueDelivery(of webhook: Int64) throws -> Row? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT d.id, d.uid, d.event, w.url, w.secret_sealed, d.body, d.attempts, d.made_at, w.id
          FROM webhook_deliveries d CROSS JOIN webhooks w ON w.id = d.webhook_id
          WHERE d.webhook_id = ? AND d.state = 'pending' AND d.next_at <= ? ORDER BY d.next_at, d.id LIMIT 1
          """), arguments: [webhook, now.description])
  }

  /// It came through.
  package func endDelivery(_ id: Int64, status: Int) throws {
    try execute(
      """
      UPDATE webhook_deliveries SET state = 'delivered', last_at = ?, last_status = ?, last_error = NULL, ended_at = ?
      WHERE id = ? AND state = 'pending'
      """, [now.description, status, now.description, id])
  }

  /// It did not.
  ///
  /// - Parameter next: when to try again; nil to give up.
  package func missDelivery(_ id: Int64, status: Int?, error: String, next: Instant?) throws {
    try execute(
      """
      UPDATE webhook_deliveries SET state = iif(?1 IS NULL, 'failed', 'pending'), next_at = coalesce(?1, next_at),
        last_at = ?2, last_status = ?3, last_error = ?4, ended_at = iif(?1 IS NULL, ?2, NULL)
      WHERE id = ?5 AND state = 'pending'
      """, [next?.description, now.description, status, error, id])
  }

  /// Nothing of the webhook before this moment: the other end is away.
  package func postponeDeliveries(webhook: Int64, until next: Instant) throws {
    try execute(
      "UPDATE webhook_deliveries SET next_at = ?1 WHERE webhook_id = ?2 AND state = 'pending' AND next_at < ?1",
      [next.description, webhook])
  }

  /// The other end is there again: what waited for it waits no longer, but for what it was refused (4xx) itself.
  package func wakeDeliveries(webhook: Int64) throws {
    try execute(
      """
      UPDATE webhook_deliveries SET next_at = ?1 WHERE webhook_id = ?2 AND state = 'pending' AND next_at > ?1
        AND coalesce(last_status, 500) NOT BETWEEN 400 AND 499
      """, [now.description, webhook])
  }

  /// Ends all that the webhook still waits for.
  package func dropDeliveries(webhook: Int64, error: String) throws {
    try execute(
      """
      UPDATE webhook_deliveries SET state = 'failed', last_error = ?1, ended_at = ?2
      WHERE webhook_id = ?3 AND state = 'pending'
      """, [error, now.description, webhook])
  }

  /// What ended before this moment is of no more interest.
  package func forgetDeliveries(endedBefore moment: Instant) throws {
    try execute(
      "DELETE FROM webhook_deliveries WHERE ended_at IS NOT NULL AND ended_at < ?", [moment.description])
  }
}
