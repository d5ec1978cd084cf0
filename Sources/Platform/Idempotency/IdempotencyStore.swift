import Foundation
import Kernel
import Storage
import Synchronization

/// Gives the same answer to the same request with the same key, so that whoever lost an answer may simply ask again.
///
/// The key is written in the first transaction of the work (`KeyedWork`), the answer after it. A crash between the two leaves
/// a key without an answer: the request that comes again goes on behind what is committed, and its answer is made anew.
package final class IdempotencyStore: Sendable {
  package struct Answer: Sendable, Equatable {
    package let status: Int
    package let location: String?
    package let content: Data

    package init(status: Int, location: String?, content: Data) {
      (self.status, self.location, self.content) = (status, location, content)
    }
  }

  private struct Place: Hashable {
    let callerID: Int64
    let key: String
  }

  private static let keptSeconds = 48 * 3600
  private let gate = KeyedLock<Place>()
  private let forgottenAt = Mutex<Instant?>(nil)

  package init() {}

  /// The kept answer, or what `work` answers. Several at once with one key wait for the first.
  ///
  /// - Parameter keepsContent: false for an answer with a secret in it, which is given once only.
  /// - Throws: `conflict`: `idempotency_key_reused` for another request with the key, `already_done` where the content
  ///   was not kept or cannot be made again; and what `work` throws, which is not kept.
  package func run(
    _ request: KeyedRequest, keepsContent: Bool, store: Store, _ work: @Sendable () async throws -> Answer
  ) async throws -> Answer {
    try await gate.alone(Place(callerID: request.callerID, key: request.key)) { [self] in
      let (id, key, now) = (request.callerID, request.key, store.clock.now())
      let since = now.adding(seconds: -Self.keptSeconds)
      var earlier: [Int: Data?] = [:]
      if let kept = try await store.read({ try $0.keptAnswer(callerID: id, key: key, since: since) }) {
        try Self.mustBeSame(kept, request)
        if kept.isAnswered { return try Self.again(kept) }
        // A secret is made before it is written: made again it would be another one.
        guard keepsContent else { throw KeyedWork.answerLost }
        earlier = try await store.read { try $0.keyedSteps(callerID: id, key: key) }
      }
      let keyed = KeyedWork(
        callerID: id, key: key, requestHash: request.hash, forgottenBefore: since, earlier: earlier)
      let answer = try await Self.perform(keyed, resumed: !earlier.isEmpty, work)
      guard (200..<300).contains(answer.status) || keyed.hasWritten else { return answer }
      let kept = StoredAnswer(
        requestHash: request.hash, status: answer.status, location: answer.location,
        content: keepsContent ? answer.content : nil)
      let isTimeToForget = isTimeToForget(at: now)
      try await store.write { writer in
        if isTimeToForget { try writer.forgetAnswers(before: since) }
        try writer.keep(kept, callerID: id, key: key)
      }
      return answer
    }
  }

  /// - Parameter resumed: whether some of the work was committed before. What then stands in its way is that work itself.
  private static func perform(
    _ keyed: KeyedWork, resumed: Bool, _ work: @Sendable () async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await keyed.perform(work)
    } catch let problem as Problem where resumed && [.conflict, .notFound, .forbidden].contains(problem.kind) {
      throw KeyedWork.answerLost
    }
  }

  private static func mustBeSame(_ kept: StoredAnswer, _ request: KeyedRequest) throws(Problem) {
    guard kept.requestHash == request.hash else {
      throw Problem(
        .conflict, "idempotency_key_reused", "这个 Idempotency-Key 已用于另一个请求，请换一个。",
        notes: [.init(.parameter("Idempotency-Key"), "已用于另一个请求。")])
    }
  }

  private static func again(_ kept: StoredAnswer) throws(Problem) -> Answer {
    guard let content = kept.content else {
      throw Problem(.conflict, "already_done", "该操作已经完成；结果含有只显示一次的内容，不再重复给出。")
    }
    return Answer(status: kept.status, location: kept.location, content: content)
  }

  /// True at first, and then once an hour.
  private func isTimeToForget(at now: Instant) -> Bool {
    forgottenAt.withLock { last in
      if let last, now < last.adding(seconds: 3600) { return false }
      last = now
      return true
    }
  }
}
