import Dashboard
import Kernel
import NIOCore
import Platform
import ServiceLifecycle

/// What a wall may hear: that its figures have changed, and no row. It asks memory and no table, so that a hundred of them cost
/// next to nothing.
///
/// It ends after some minutes, when the token does, or when the server stops.
actor WallFeed {
  private static let lifetime = Duration.seconds(300)
  private static let pause = Duration.milliseconds(250)
  /// Something is sent at least so often, so that a dead connection is noticed.
  private static let silence = Duration.seconds(15)

  private let caller: @Sendable () async throws -> Caller
  private let app: AppContext
  private let seat: FeedSeats.Seat?
  private let end = ContinuousClock.now + lifetime
  private var spoke: ContinuousClock.Instant?
  private var told: String?

  init(app: AppContext, seat: FeedSeats.Seat? = nil, caller: @escaping @Sendable () async throws -> Caller) {
    (self.app, self.seat, self.caller) = (app, seat, caller)
  }

  /// The next piece; nil at the end. The first event says what there is, so that nothing is missed between two feeds.
  func next() async throws -> ByteBuffer? {
    guard let spoke else { return say(": 门牌\nretry: 2000\n\n") }
    while ContinuousClock.now < end, !Task.isShuttingDownGracefully, !Task.isCancelled {
      guard let caller = try await listener() else { return nil }
      if let tag = await eTag(for: caller), tag != told {
        told = tag
        return say("event: dashboard\ndata: \(JSONValue.object([.init("etag", .string(tag))]).text)\n\n")
      }
      if ContinuousClock.now - spoke >= Self.silence { return say(":\n\n") }
      try await Task.sleep(for: Self.pause)
    }
    return nil
  }

  /// Who is listening; nil once the token has ended.
  private func listener() async throws -> Caller? {
    do {
      return try await caller()
    } catch let problem as Problem where [.unauthenticated, .forbidden].contains(problem.kind) {
      return nil
    }
  }

  /// nil while figures cannot be made: the wall goes on listening.
  private func eTag(for caller: Caller) async -> String? {
    try? await ReadDashboard.run(caller: caller, app: app).eTag
  }

  private func say(_ text: String) -> ByteBuffer {
    spoke = .now
    return ByteBuffer(string: text)
  }
}
