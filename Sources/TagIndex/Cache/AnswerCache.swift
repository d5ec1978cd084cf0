import Domain
import Filter
import Synchronization

/// Answers kept with the generation they were right for; the least recently used go first.
final class AnswerCache: Sendable {
  struct Key: Hashable {
    let subject: Subject
    let expression: Expression
    let asOf: Day
    let scope: Scope
  }

  struct Answer {
    let ids: Bitmap
    let generation: UInt64
  }

  private struct Entry {
    var answer: Answer
    var used: UInt64
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var clock: UInt64 = 0
  }

  private let capacity: Int
  private let state = Mutex(State())

  init(capacity: Int) { self.capacity = capacity }

  func find(_ key: Key) -> Answer? {
    state.withLock { state in
      guard let index = state.entries.index(forKey: key) else { return nil }
      state.clock += 1
      state.entries.values[index].used = state.clock
      return state.entries.values[index].answer
    }
  }

  func keep(_ answer: Answer, for key: Key) {
    guard capacity > 0 else { return }
    state.withLock { state in
      state.clock += 1
      state.entries[key] = Entry(answer: answer, used: state.clock)
      guard state.entries.count > capacity else { return }
      // A quarter at once, so that finding the oldest is paid seldom.
      let oldest = state.entries.sorted { $0.value.used < $1.value.used }.prefix(max(1, capacity / 4))
      for (key, _) in oldest { state.entries[key] = nil }
    }
  }

  /// Forgets what names one of these tags.
  func forget(about tags: Set<String>) {
    guard !tags.isEmpty else { return }
    state.withLock { state in
      for key in state.entries.keys where !key.expression.tags.isDisjoint(with: tags) { state.entries[key] = nil }
    }
  }

  func clear() { state.withLock { $0.entries = [:] } }
}
