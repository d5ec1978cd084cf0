import Kernel
import Storage
import Synchronization

/// A running street office: what every use case works with.
package final class AppContext: Sendable {
  package let store: Store
  package let security: Security
  /// Answers of requests with an `Idempotency-Key`.
  package let answers = IdempotencyStore()
  /// What is counted, for `/metrics`.
  package let metrics = PrometheusMetrics()
  /// Where questions are worked out.
  package let questions: QuestionPool
  package var clock: WallClock { store.clock }
  private let ready = Mutex<LiveIndex?>(nil)
  private let services = Mutex<[ObjectIdentifier: any FeatureService]>([:])
  private let followers: [any CommitFollower.Type]

  /// - Parameter followers: what follows every commit beside the index.
  package init(
    store: Store, security: SecuritySettings = SecuritySettings(), questions: QuestionPool = .shared,
    followers: [any CommitFollower.Type] = []
  ) {
    self.store = store
    self.questions = questions
    self.followers = followers
    self.security = Security(store: store, settings: security)
  }

  /// The index. Throws `not_ready` while it is being built.
  package var index: LiveIndex {
    get throws(Problem) {
      guard let index = ready.withLock({ $0 }) else {
        throw Problem(.unavailable, "not_ready", "系统正在启动，请稍候几秒再试。", retryAfter: 2)
      }
      return index
    }
  }

  /// What a feature keeps in memory; made when it is first asked for.
  package func service<Service: FeatureService>(_ type: Service.Type) -> Service {
    services.withLock { services in
      if let service = services[ObjectIdentifier(type)] as? Service { return service }
      let service = Service()
      services[ObjectIdentifier(type)] = service
      return service
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
    try await tellFollowers(clock.today)
    ready.withLock { $0 = index }
  }

  /// Takes in what other processes have committed, and the new minute (orders become overdue) or day when it has begun.
  /// To be called a few times a second.
  ///
  /// - Returns: whether a new day has begun.
  package func keepUp() async throws -> Bool {
    let index = try index
    try await index.catchUp(store)
    let (before, now) = (index.index.today, clock.now())
    try await tellFollowers(now.day)
    index.index.advance(to: now)
    return before != now.day
  }

  private func tellFollowers(_ today: Day) async throws {
    let followers = followers.map { own(follower: $0) }
    guard !followers.isEmpty else { return }
    try await store.read { reader in for follower in followers { try follower.catchUp(reader, today: today) } }
  }

  private func own<Follower: CommitFollower>(follower type: Follower.Type) -> any CommitFollower { service(type) }
}

/// What a feature keeps in memory as long as the office runs, one of each kind.
package protocol FeatureService: AnyObject, Sendable {
  init()
}

/// A service that is a function of the database and is brought up to date with its commits.
package protocol CommitFollower: FeatureService {
  /// Takes in what has been committed since.
  func catchUp(_ reader: Reader, today: Day) throws
}
