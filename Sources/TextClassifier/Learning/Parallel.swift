import Dispatch
import FilterLanguage
import Synchronization

/// Work on all cores whose results do not depend on who did it.
enum Parallel {
  static func map<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
    let done = Mutex<[Int: Value]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let value = work(index)
      done.withLock { $0[index] = value }
    }
    return done.withLock { done in (0..<count).compactMap { done[$0] } }
  }
}
