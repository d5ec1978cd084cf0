import Kernel
import Synchronization

/// What all requests together may keep of their bodies: bytes in memory, and files that are taken in.
final class BodyBudget: Sendable {
  private struct State {
    var bytes = 0
    var files = 0
  }

  private let byteLimit: Int
  private let fileLimit: Int
  private let state = Mutex(State())

  init(byteLimit: Int = 192 << 20, fileLimit: Int = 32) {
    (self.byteLimit, self.fileLimit) = (byteLimit, fileLimit)
  }

  /// - Throws: `busy` when there is no room; then nothing is taken.
  func take(bytes: Int) throws(Problem) {
    let fits = state.withLock { state in
      guard state.bytes + bytes <= byteLimit else { return false }
      state.bytes += bytes
      return true
    }
    if !fits { throw Self.busy }
  }

  func give(bytes: Int) { state.withLock { $0.bytes -= bytes } }

  /// - Throws: `busy` when too many files are on their way in.
  func takeFile() throws(Problem) {
    let fits = state.withLock { state in
      guard state.files < fileLimit else { return false }
      state.files += 1
      return true
    }
    if !fits { throw Self.busy }
  }

  func giveFile() { state.withLock { $0.files -= 1 } }

  private static let busy = Problem(.unavailable, "busy", "服务器正忙，请稍候几秒再试。", retryAfter: 2)
}
