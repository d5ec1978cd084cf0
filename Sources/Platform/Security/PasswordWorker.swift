import Dispatch
import Foundation
import Kernel
import Synchronization
import TagIndex

/// Hashes passwords on threads of its own, so that no log-in stalls a request: half as many as there are cores for whoever
/// comes, and one for those who come from where they have come in before, so that a flood of strangers keeps nobody out.
package final class PasswordWorker: Sendable {
  /// Some threads, and how much waits for them.
  private final class Lanes: Sendable {
    private struct State {
      var waiting = 0
      var next = 0
    }

    /// More than these are turned away: they would wait for seconds anyway.
    private static let mostWaiting = 64

    private let queues: [DispatchQueue]
    private let state = Mutex(State())

    init(_ name: String, count: Int) {
      queues = (0..<count).map { DispatchQueue(label: "menpai.passwords.\(name).\($0)", qos: .utility) }
    }

    func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
      let queue = try enter()
      defer { state.withLock { $0.waiting -= 1 } }
      return try await withCheckedThrowingContinuation { continuation in
        queue.async { continuation.resume(with: Result { try work() }) }
      }
    }

    private func enter() throws(Problem) -> DispatchQueue {
      let lane: Int? = state.withLock { state in
        guard state.waiting < Self.mostWaiting else { return nil }
        state.waiting += 1
        state.next = (state.next + 1) % queues.count
        return state.next
      }
      guard let lane else {
        throw Problem(.unavailable, "busy", "登录请求过多，请稍后再试。", retryAfter: 2)
      }
      return queues[lane]
    }
  }

  private let cost: PasswordHash.Cost
  private let decoy: String
  private let strangers: Lanes
  private let known = Lanes("known", count: 1)

  init(cost: PasswordHash.Cost) {
    self.cost = cost
    decoy = PasswordHash.decoy(cost: cost)
    strangers = Lanes("strangers", count: max(1, ProcessInfo.processInfo.activeProcessorCount / 2))
  }

  /// For callers who are in already.
  package func hash(_ password: String) async throws -> String {
    try await known.run { [cost] in try PasswordHash.make(password, cost: cost) }
  }

  /// Whether the password fits the hash. Without a hash it is false after the same time.
  ///
  /// - Parameter isKnown: whether it comes from where its owner has come in before.
  package func verify(_ password: String, against hash: String?, isKnown: Bool) async throws -> Bool {
    try await (isKnown ? known : strangers).run { [decoy] in
      let fits = try PasswordHash.verify(password, against: hash ?? decoy)
      return fits && hash != nil
    }
  }
}
