import Kernel
import NIOCore
import Platform
import ServiceLifecycle

/// The changes feed as server-sent events (WHATWG HTML 9.2), one piece at a time as the connection takes them.
///
/// It ends after some minutes, when the token does, or when the server stops: the other side comes back with the last id.
actor EventFeed {
  private static let lifetime = Duration.seconds(300)
  private static let pause = Duration.seconds(1)
  /// Something is sent at least so often, so that a dead connection is noticed.
  private static let silence = Duration.seconds(15)

  private var since: Int64
  private var epoch = ""
  /// Who is listening, looked up anew at every round: a token that ends, or areas that change, end or change the feed.
  private let caller: @Sendable () async throws -> Caller
  private let app: AppContext
  private let seat: FeedSeats.Seat?
  private let end = ContinuousClock.now + lifetime
  private var spoke: ContinuousClock.Instant?

  init(
    since: Int64, app: AppContext, seat: FeedSeats.Seat? = nil, caller: @escaping @Sendable () async throws -> Caller
  ) {
    (self.since, self.caller, self.app, self.seat) = (since, caller, app, seat)
  }

  /// The next piece; nil at the end.
  func next() async throws -> ByteBuffer? {
    guard spoke != nil else { return say(": 门牌\nretry: 2000\n\n") }
    while ContinuousClock.now < end, !Task.isShuttingDownGracefully, !Task.isCancelled {
      guard let answer = try await read() else { return nil }
      (since, epoch) = (answer.nextSince, answer.epoch)
      if !answer.items.isEmpty { return say(answer.items.map { Self.event($0, answer.epoch) }.joined()) }
      if answer.hasMore { continue }
      if let spoke, ContinuousClock.now - spoke >= Self.silence {
        // An id without data is no event: it only moves the place from which the other side goes on.
        return say(": \nid: \(FeedCursor.text(since, epoch: epoch))\n\n")
      }
      try await Task.sleep(for: Self.pause)
    }
    return nil
  }

  /// nil when the listener may not ask any more.
  private func read() async throws -> ReadChanges.Answer? {
    do {
      return try await ReadChanges.run(since: since, limit: 500, caller: caller(), app: app)
    } catch let problem as Problem
      where [.unauthenticated, .forbidden].contains(problem.kind)
      || problem.code == FeedCursor.otherLifeCode
    {
      return nil
    }
  }

  private func say(_ text: String) -> ByteBuffer {
    spoke = .now
    return ByteBuffer(string: text)
  }

  private static func event(_ line: FeedLine, _ epoch: String) -> String {
    "id: \(FeedCursor.text(line.seq, epoch: epoch))\nevent: \(line.subject.rawValue)\ndata: \(ChangeRoutes.json(line).text)\n\n"
  }
}
