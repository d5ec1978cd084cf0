import Foundation
import Kernel

/// Sessions by the hash of their token, for a second each. When it is full, the quarter that was used least recently
/// goes at once.
struct TokenCache {
  private struct Entry {
    let session: Session
    let readAt: Instant
    var usedAt: Int
  }

  private static let lifetime: Int64 = 1000

  private let capacity: Int
  private var entries: [Data: Entry] = [:]
  /// Counts uses, to know the least recent ones.
  private var uses = 0
  /// Counts `forget`s: what was read before one must not be kept after it.
  private(set) var generation = 0

  init(capacity: Int = 4096) { self.capacity = capacity }

  mutating func use(_ hash: Data, at now: Instant) -> Session? {
    guard let entry = entries[hash] else { return nil }
    let age = now.milliseconds - entry.readAt.milliseconds
    guard (0..<Self.lifetime).contains(age) else { return nil }
    uses += 1
    entries[hash]?.usedAt = uses
    return entry.session
  }

  mutating func keep(_ session: Session, _ hash: Data, at now: Instant) {
    if entries.count >= capacity {
      let quarter = entries.values.map(\.usedAt).sorted()[entries.count / 4]
      entries = entries.filter { $0.value.usedAt > quarter }
    }
    uses += 1
    entries[hash] = Entry(session: session, readAt: now, usedAt: uses)
  }

  mutating func forget(_ callerID: Int64) {
    generation += 1
    entries = entries.filter { $0.value.session.caller.id != callerID }
  }
}
