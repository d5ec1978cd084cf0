import Foundation
import Kernel
import Synchronization

/// The work of one request that bears an `Idempotency-Key`.
///
/// Each write transaction that commits under it keeps what it returned in the transaction itself (`Store.write`), so that
/// there is no moment at which the work is done and the key is not known. When the request comes again after a crash, those
/// transactions give what they gave and do nothing, and the request goes on behind them.
package final class KeyedWork: Sendable {
  /// The request that the current task works for; nil for all that has no key.
  @TaskLocal package static var current: KeyedWork?

  package let callerID: Int64
  package let key: String
  package let requestHash: Data
  /// Keys older than this count as forgotten.
  package let forgottenBefore: Instant
  /// What transactions returned when the request came before, by their number; nil in it where that was not to be kept.
  private let earlier: [Int: Data?]
  private let state: Mutex<State>

  private struct State {
    var next = 0
    var hasWritten: Bool
    var isOver = false
  }

  package init(
    callerID: Int64, key: String, requestHash: Data, forgottenBefore: Instant, earlier: [Int: Data?] = [:]
  ) {
    (self.callerID, self.key, self.requestHash) = (callerID, key, requestHash)
    (self.forgottenBefore, self.earlier) = (forgottenBefore, earlier)
    state = Mutex(State(hasWritten: !earlier.isEmpty))
  }

  /// Whether something of the request has been committed, now or before.
  package var hasWritten: Bool { state.withLock { $0.hasWritten } }

  /// Runs `body` under this key. What goes on in the background afterwards is not its work any more.
  package func perform<T>(_ body: () async throws -> T) async throws -> T {
    defer { state.withLock { $0.isOver = true } }
    return try await Self.$current.withValue(self) { try await body() }
  }

  /// One transaction of the request: run, or what it gave when the request came before.
  package func write<T: Sendable>(
    to queue: WriteQueue, _ body: @escaping @Sendable (Writer) throws -> T
  ) async throws -> T {
    guard let step = takeStep() else { return try await queue.run(body) }
    if let result = earlier[step] { return try StepResult.read(result) }
    let value = try await queue.run { [self] writer in
      let value = try body(writer)
      try writer.keep(StepResult.bytes(of: value), step: step, of: self)
      return value
    }
    state.withLock { $0.hasWritten = true }
    return value
  }

  /// The number of the next transaction; nil when the request is over.
  private func takeStep() -> Int? {
    state.withLock { state in
      guard !state.isOver else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// The work is done, and its answer cannot be made again.
  package static let answerLost = Problem(
    .conflict, "already_done", "该操作已经完成，但答复没有留存。请重新读取，不必再做一次。")
}

/// What a transaction returned, as bytes and back.
private enum StepResult {
  /// nil for what has no stored form.
  package static func bytes<T>(of value: T) -> Data? {
    if T.self == Void.self { return Data([0]) }
    guard let type = T.self as? any Codable.Type else { return nil }
    return encode([value], as: type)
  }

  /// - Throws: `already_done` where it was not kept, or is of another version of the program.
  package static func read<T>(_ data: Data?) throws -> T {
    guard let data else { throw KeyedWork.answerLost }
    if let done = () as? T { return done }
    guard let type = T.self as? any Codable.Type, let values: [T] = decode(data, as: type), values.count == 1 else {
      throw KeyedWork.answerLost
    }
    return values[0]
  }

  // Lists, because a list that is cast stays as it is: a cast of an optional would look into it.

  private static func encode<T, C: Codable>(_ values: [T], as type: C.Type) -> Data? {
    (values as? [C]).flatMap { try? JSONEncoder().encode($0) }
  }

  private static func decode<T, C: Codable>(_ data: Data, as type: C.Type) -> [T]? {
    (try? JSONDecoder().decode([C].self, from: data)) as? [T]
  }
}
