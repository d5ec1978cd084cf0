import Domain
import Store
import Synchronization

/// A running street office: what every use case works with.
package final class Office: Sendable {
  package let store: Store
  package let security: Security
  /// Works on rosters in the background.
  package let imports = ImportRunner()
  /// Large exports on their way.
  package let exports = ExportDesk()
  /// Makes large runs of ledgers in the background.
  package let runs = RunMaker()
  /// Answers of requests with an `Idempotency-Key`.
  package let answers = AnswerOnce()
  /// Proposes units for work orders.
  package let desk = DispatchDesk()
  /// Names of places that orders' texts are searched for.
  package let places = PlaceNames()
  /// What sentences are understood with.
  let sentences = AskMemory()
  /// Where questions are worked out.
  package let questions: QuestionPool
  /// What analytics counts.
  package let tickets = LiveTickets()
  package var clock: WallClock { store.clock }
  private let ready = Mutex<LiveIndex?>(nil)

  package init(
    store: Store, security: SecuritySettings = SecuritySettings(), questions: QuestionPool = .shared
  ) {
    self.store = store
    self.questions = questions
    self.security = Security(store: store, settings: security)
  }

  /// The index. Throws `not_ready` while it is being built.
  package var index: LiveIndex {
    get throws(Problem) {
      guard let index = ready.withLock({ $0 }) else {
        throw Problem(.conflict, "not_ready", "系统正在启动，请稍候几秒再试。", retryAfter: 2)
      }
      return index
    }
  }

  /// Refuses a write while the index is being built: its caller could not see what they have written.
  ///
  /// - Throws: `not_ready`.
  package func requireIndex() throws(Problem) { _ = try index }

  /// Whether there is no admin who could log in.
  package var needsAdmin: Bool {
    get async throws { try await !store.read { try $0.hasAdmin(otherThan: nil) } }
  }

  package var isReady: Bool { ready.withLock { $0 != nil } }

  /// Builds the index and follows every commit from then on. Questions are answered once it returns.
  package func open() async throws {
    let index = try await LiveIndex.build(store)
    await store.follow(index)
    // What was committed between the building and the following.
    try await index.catchUp(store)
    let (desk, today) = (desk, clock.today)
    try await store.read { try desk.catchUp($0, today: today) }
    ready.withLock { $0 = index }
  }

  /// Takes in what other processes have committed, and the new minute (orders become overdue) or day when it has begun.
  /// To be called a few times a second.
  ///
  /// - Returns: whether a new day has begun.
  package func keepUp() async throws -> Bool {
    let index = try index
    try await index.catchUp(store)
    let (before, now, desk) = (index.index.today, clock.now(), desk)
    try await store.read { try desk.catchUp($0, today: now.day) }
    index.index.advance(to: now)
    return before != now.day
  }
}
