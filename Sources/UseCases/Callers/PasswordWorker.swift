import Dispatch
import Domain
import Foundation
import Store
import Synchronization

/// Hashes passwords on threads of its own, half as many as there are cores, so that no log-in stalls a request.
final class PasswordWorker: Sendable {
  private struct State {
    var waiting = 0
    var next = 0
  }

  /// More than these are turned away: they would wait for seconds anyway.
  private static let mostWaiting = 64

  private let cost: PasswordHash.Cost
  private let decoy: String
  private let lanes: [DispatchQueue]
  private let state = Mutex(State())

  init(cost: PasswordHash.Cost) {
    self.cost = cost
    decoy = PasswordHash.decoy(cost: cost)
    let count = max(1, ProcessInfo.processInfo.activeProcessorCount / 2)
    lanes = (0..<count).map { DispatchQueue(label: "menpai.passwords.\($0)", qos: .utility) }
  }

  func hash(_ password: String) async throws -> String {
    try await run { [cost] in try PasswordHash.make(password, cost: cost) }
  }

  /// Whether the password fits the hash. Without a hash it is false after the same time.
  func verify(_ password: String, against hash: String?) async throws -> Bool {
    try await run { [decoy] in
      let fits = try PasswordHash.verify(password, against: hash ?? decoy)
      return fits && hash != nil
    }
  }

  private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    let lane = try enter()
    defer { state.withLock { $0.waiting -= 1 } }
    return try await withCheckedThrowingContinuation { continuation in
      lanes[lane].async { continuation.resume(with: Result { try work() }) }
    }
  }

  private func enter() throws(Problem) -> Int {
    let lane: Int? = state.withLock { state in
      guard state.waiting < Self.mostWaiting else { return nil }
      state.waiting += 1
      state.next = (state.next + 1) % lanes.count
      return state.next
    }
    guard let lane else {
      throw Problem(.tooMuch, "busy", "登录请求过多，请稍后再试。", retryAfter: 2)
    }
    return lane
  }
}
