import GRDB
import Kernel
import Synchronization

/// Writes that wait while one transaction runs go together into the next: one flush to the disk for all of them.
///
/// Several run in savepoints of their own, so that one that throws takes nothing of the others with it.
package actor WriteQueue {
  private let pool: DatabasePool
  private let keys: KeyRing
  private let clock: WallClock
  private let health: StoreHealth
  private var observer: (any CommitObserver)?
  private var waiting: [any QueuedWrite] = []
  private var isRunning = false

  init(pool: DatabasePool, keys: KeyRing, clock: WallClock, health: StoreHealth) {
    self.health = health
    self.pool = pool
    self.keys = keys
    self.clock = clock
  }

  var length: Int { waiting.count }

  func follow(_ observer: any CommitObserver) { self.observer = observer }

  func run<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      waiting.append(TypedWrite(body: body, continuation: continuation))
      guard !isRunning else { return }
      isRunning = true
      Task { await drain() }
    }
  }

  private func drain() async {
    while !waiting.isEmpty {
      let group = waiting
      waiting = []
      let failure = await commit(group)
      for write in group { write.finish(failure) }
    }
    isRunning = false
  }

  /// Commits the group; what it returns is why nothing of it has happened.
  private func commit(_ group: [any QueuedWrite]) async -> (any Error)? {
    let (keys, clock, observer) = (keys, clock, observer)
    do {
      try health.requireSameFile()
      let afterCommit = try await pool.write { db in
        try keys.keepUp(db)
        let writer = Writer(db: db, keys: keys, now: clock.now())
        if group.count == 1, let only = group.first {
          // The transaction itself is its savepoint. An open savepoint keeps a copy of every page that is written, and
          // SQLite walks all of them at each row's savepoint inside: a roster would spend a fifth of its time there.
          try only.runAlone(writer)
        } else {
          for write in group {
            write.runAmongOthers(writer)
            // A full disk ends the whole transaction; what follows would be written outside of any.
            guard db.isInsideTransaction else { throw DatabaseError(resultCode: .SQLITE_FULL) }
          }
        }
        return try observer?.prepare(writer.read)
      }
      health.wrote()
      afterCommit?()
      return nil
    } catch {
      return health.met(error)
    }
  }
}

private protocol QueuedWrite: Sendable {
  /// Runs, and throws so that the transaction is rolled back.
  func runAlone(_ writer: Writer) throws
  /// Runs so that nothing of it stays when it throws; the others do not notice.
  func runAmongOthers(_ writer: Writer)
  /// Tells the waiting caller: its own result, or why the commit failed.
  func finish(_ failure: (any Error)?)
}

private final class TypedWrite<T: Sendable>: QueuedWrite {
  private let body: @Sendable (Writer) throws -> T
  private let continuation: CheckedContinuation<T, any Error>
  private let result = Mutex<Result<T, any Error>?>(nil)

  init(body: @escaping @Sendable (Writer) throws -> T, continuation: CheckedContinuation<T, any Error>) {
    self.body = body
    self.continuation = continuation
  }

  func runAlone(_ writer: Writer) throws {
    let value = try body(writer)
    result.withLock { $0 = .success(value) }
  }

  func runAmongOthers(_ writer: Writer) {
    let outcome = Result { try writer.inSavepoint { try body(writer) } }
    result.withLock { $0 = outcome }
  }

  package func finish(_ failure: (any Error)?) {
    if let failure { return continuation.resume(throwing: failure) }
    let outcome = result.withLock { $0 } ?? .failure(Problem(.internalFault, "write_lost", "写入未执行。"))
    continuation.resume(with: outcome)
  }
}
