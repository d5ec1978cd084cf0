import Domain
import NIOCore
import ServiceLifecycle
import UseCases

/// The changes feed as server-sent events (WHATWG HTML 9.2), one piece at a time as the connection takes them.
///
/// It ends after some minutes or when the server stops: the other side comes back with the last id, and its token and
/// areas are looked at anew.
actor EventFeed {
  private static let lifetime = Duration.seconds(300)
  private static let pause = Duration.seconds(1)
  /// Something is sent at least so often, so that a dead connection is noticed.
  private static let silence = Duration.seconds(15)

  private var since: Int64
  private let caller: Caller
  private let office: Office
  private let end = ContinuousClock.now + lifetime
  private var spoke: ContinuousClock.Instant?

  init(since: Int64, caller: Caller, office: Office) {
    (self.since, self.caller, self.office) = (since, caller, office)
  }

  /// The next piece; nil at the end.
  func next() async throws -> ByteBuffer? {
    guard spoke != nil else { return say(": 门牌\nretry: 2000\n\n") }
    while ContinuousClock.now < end, !Task.isShuttingDownGracefully, !Task.isCancelled {
      let answer = try await ReadChanges.run(since: since, limit: 500, caller: caller, office: office)
      since = answer.nextSince
      if !answer.items.isEmpty { return say(answer.items.map(Self.event).joined()) }
      if answer.hasMore { continue }
      if let spoke, ContinuousClock.now - spoke >= Self.silence { return say(":\n\n") }
      try await Task.sleep(for: Self.pause)
    }
    return nil
  }

  private func say(_ text: String) -> ByteBuffer {
    spoke = .now
    return ByteBuffer(string: text)
  }

  private static func event(_ line: FeedLine) -> String {
    "id: \(line.seq)\nevent: \(line.subject.rawValue)\ndata: \(ChangeRoutes.json(line).text)\n\n"
  }
}
