import Domain
import GRDB

/// A webhook that wants to hear of something, and whose rights bound what it hears.
package struct Listener: Sendable {
  package let webhook: Int64
  package let owner: Caller
}

extension Reader {
  /// The active webhooks for an event whose owners may still have some.
  package func listeners(_ event: WebhookEvent) throws -> [Listener] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, caller_id FROM webhooks
          WHERE active = 1 AND EXISTS (SELECT 1 FROM json_each(events) e WHERE e.value = ?)
          """), arguments: [event.rawValue]
    ).compactMap { row in
      guard let account = try account(id: row[1]), !account.isDisabled, account.role.rights.contains(.manageWebhooks)
      else { return nil }
      return Listener(webhook: row[0], owner: account.caller(origin: "webhook"))
    }
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

  /// Tells of an order that came or whose state is another. Nothing of what somebody said goes out, only where it stands.
  func announceOrder(_ id: Int64, _ action: String, from: WorkOrderState?, to: WorkOrderState) throws {
    let listeners = try read.listeners(.workOrderState)
    guard !listeners.isEmpty, let order = try read.workOrder(id) else { return }
    let places = Set([order.place.area]).union(order.place.givenTo)
    let paths = try places.map { (area: $0, path: try read.areaPath($0)) }
    let seeing = try listeners.filter { listener in
      let within = Set(paths.filter { !$0.path.isDisjoint(with: listener.owner.areas) }.map(\.area))
      let above = try listener.owner.areas.reduce(into: Set<UInt32>()) { above, area in
        above.formUnion(try read.areaPath(UInt32(truncatingIfNeeded: area)).map { UInt32(truncatingIfNeeded: $0) })
      }
      return OrderSight(listener.owner, within, above: above).sees(order.place)
    }
    let data: JSONValue = [
      "id": .number(Double(id)), "number": .string(order.number), "state": .string(to.rawValue),
      "from": from.map { .string($0.rawValue) } ?? .null, "action": .string(action), "at": .string(now.description),
      "unit": order.unit.map { .string($0) } ?? .null, "due_at": .string(order.deadline.dueAt.description),
    ]
    try announce(.workOrderState, data, to: seeing.map(\.webhook))
  }
}
