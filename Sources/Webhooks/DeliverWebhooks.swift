import Kernel
import Platform

/// A call to another system, ready to go out.
package struct WebhookCall: Sendable, Equatable {
  package let url: String
  package let headers: [(name: String, value: String)]
  package let body: String

  package static func == (left: WebhookCall, right: WebhookCall) -> Bool {
    left.url == right.url && left.body == right.body
      && left.headers.elementsEqual(right.headers) { $0.name == $1.name && $0.value == $1.value }
  }
}

/// What came of a call.
package enum WebhookOutcome: Sendable, Equatable {
  case status(Int)
  case timeout
  case unreachable
  /// It was not called: its address is none that this server may call (`WebhookReach`).
  case refused
}

/// Whoever makes the calls; tests have their own.
package protocol WebhookCaller: Sendable {
  /// Makes one POST, follows no redirect, and waits ten seconds at most.
  func post(_ call: WebhookCall) async -> WebhookOutcome
}

/// Makes the calls that are due. The server calls it; a call is tried until the other end has said 2xx (`DeliveryPace`), and
/// carries the same `Menpai-Delivery` each time, so that whoever dies in between is heard again and known again.
package enum DeliverWebhooks {
  /// How long somebody who took a call has to say what came of it.
  private static let lease = 15
  /// Calls to one system in one go, so that others have their turn.
  private static let group = 200
  private static let turn = Duration.seconds(5)
  private static let systemsAtOnce = 8
  private static let kept = 30 * 86_400

  /// - Returns: how many calls were made.
  @discardableResult
  package static func run(by poster: any WebhookCaller, app: AppContext) async throws -> Int {
    let now = app.clock.now()
    let due = try await app.store.read { try $0.dueWebhooks(at: now) }
    return try await withThrowingTaskGroup(of: Int.self) { tasks in
      var (count, waiting) = (0, due[...])
      for webhook in waiting.prefix(systemsAtOnce) {
        waiting.removeFirst()
        tasks.addTask { try await deliver(to: webhook, poster, app) }
      }
      while let made = try await tasks.next() {
        count += made
        if let webhook = waiting.popFirst() { tasks.addTask { try await deliver(to: webhook, poster, app) } }
      }
      return count
    }
  }

  /// Forgets calls that ended long ago. To be called now and then.
  package static func sweep(app: AppContext) async throws {
    try await app.store.write { writer in
      try writer.forgetDeliveries(endedBefore: writer.now.adding(seconds: -kept))
    }
  }

  /// One after the other, in the order in which they are due, until none is or the other end is away.
  private static func deliver(to webhook: Int64, _ poster: any WebhookCaller, _ app: AppContext) async throws -> Int {
    let start = ContinuousClock.now
    for count in 0..<group {
      guard !Task.isCancelled, start.duration(to: .now) < turn,
        let claimed = try await app.store.write({ try $0.claimDelivery(webhook: webhook, lease: lease) })
      else { return count }
      let outcome = await poster.post(call(claimed, at: app.clock.now()))
      // Whoever is stopped in the middle does not know what came of it: the lease will end, and somebody try again.
      if Task.isCancelled, outcome == .timeout || outcome == .unreachable { return count + 1 }
      guard try await note(outcome, claimed, webhook, app) else { return count + 1 }
    }
    return group
  }

  private static func call(_ claimed: ClaimedDelivery, at now: Instant) -> WebhookCall {
    let timestamp = now.milliseconds / 1000
    return WebhookCall(
      url: claimed.url,
      headers: [
        ("Content-Type", "application/json; charset=utf-8"), ("User-Agent", "menpai"),
        ("Menpai-Event", claimed.event), ("Menpai-Delivery", claimed.uid), ("Menpai-Timestamp", String(timestamp)),
        (
          "Menpai-Signature", WebhookSignature.v1(secret: claimed.secret, timestamp: timestamp, body: claimed.body)
        ),
      ], body: claimed.body)
  }

  /// - Returns: whether to go on with the system's other calls.
  private static func note(
    _ outcome: WebhookOutcome, _ claimed: ClaimedDelivery, _ webhook: Int64, _ app: AppContext
  ) async throws -> Bool {
    if case .status(let status) = outcome, (200..<300).contains(status) {
      try await app.store.write { writer in
        try writer.endDelivery(claimed.id, status: status)
        try writer.wakeDeliveries(webhook: webhook)
      }
      return true
    }
    let (status, error): (Int?, String) =
      switch outcome {
      case .status(let status): (status, "status")
      case .timeout: (nil, "timeout")
      case .unreachable: (nil, "unreachable")
      case .refused: (nil, "address_refused")
      }
    // What one call is refused for (4xx) is no reason to hold back the others.
    let isAway = status.map { $0 >= 500 || $0 == 408 || $0 == 429 } ?? true
    try await app.store.write { writer in
      let next = DeliveryPace.next(attempts: claimed.attempts, madeAt: claimed.madeAt, now: writer.now)
      try writer.missDelivery(claimed.id, status: status, error: error, next: next)
      if isAway {
        let pause = next ?? writer.now.adding(seconds: lease)
        try writer.postponeDeliveries(webhook: webhook, until: pause)
      }
    }
    return !isAway
  }
}
