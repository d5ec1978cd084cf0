import FilterLanguage
import Kernel
import Synchronization

/// Answers kept with the generation they were right for; the least recently used go first.
///
/// Bounded in number and in bytes: of two million people one answer may take a quarter of a megabyte.
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
    let bytes: Int
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var clock: UInt64 = 0
    var bytes = 0

    mutating func put(_ entry: Entry?, _ key: Key) {
      let old = entries[key]
      entries[key] = entry
      bytes += (entry?.bytes ?? 0) - (old?.bytes ?? 0)
    }
  }

  private let capacity: Int
  private let byteLimit: Int
  private let state = Mutex(State())

  init(capacity: Int, byteLimit: Int = 64 << 20) { (self.capacity, self.byteLimit) = (capacity, byteLimit) }

  /// What the kept answers take, roughly.
  var bytes: Int { state.withLock { $0.bytes } }

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
      state.put(Entry(answer: answer, used: state.clock, bytes: answer.ids.bytes), key)
      guard state.entries.count > capacity || state.bytes > byteLimit else { return }
      // A quarter at once, so that finding the oldest is paid seldom.
      for (key, _) in state.entries.sorted(by: { $0.value.used < $1.value.used }) {
        guard state.entries.count > capacity - capacity / 4 || state.bytes > byteLimit - byteLimit / 4 else { break }
        state.put(nil, key)
      }
    }
  }

  /// Forgets what names one of these tags.
  func forget(about tags: Set<String>) {
    guard !tags.isEmpty else { return }
    state.withLock { state in
      for key in state.entries.keys where !key.expression.tags.isDisjoint(with: tags) { state.put(nil, key) }
    }
  }

  func clear() { state.withLock { ($0.entries, $0.bytes) = ([:], 0) } }
}
