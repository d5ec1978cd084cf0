import Kernel
import Platform
import Server
import Storage

/// The dashboards of a running office. Each is made when it is asked for, kept, and made anew only after a commit, a minute or a
/// day that concerns it, and at most once a second: whoever asks in between is told what is there, and no table is touched.
package actor LiveDashboards: FeatureService {
  /// What changes for different reasons and is made apart.
  private enum Part: CaseIterable { case registry, orders, causes }

  /// What a part was made of: as long as this stays, so does the part.
  private struct Stamp: Equatable {
    var commits: UInt64
    var places: UInt64
    /// The minute or the day that it was made in.
    var time: Int64
  }

  private struct MadePart {
    var stamp: Stamp
    var at: Instant
    /// Milliseconds until it may be made again: what is dear to make is made less often, so that no rush of commits has the server
    /// do nothing else.
    var pause: Int64
    var members: [JSONValue.Member]
  }

  private struct Board {
    var parts: [Part: MadePart] = [:]
    var document: SpooledFile?
    var making: Task<SpooledFile, any Error>?
    var askedAt: UInt64 = 0
  }

  /// Milliseconds.
  private static let pause: Int64 = 1000
  /// Of the processor's time, at most this part goes into making one kind of figures.
  private static let share: Int64 = 10
  private static let most = 64

  private var boards: [DashboardScope: Board] = [:]
  private var asked: UInt64 = 0
  private var places: (commits: UInt64, list: [BuildingPlace])?
  /// How many documents have been made.
  package private(set) var made = 0

  package init() {}

  /// The figures as they are now; what was kept when nothing has changed or a second has not passed.
  package func current(_ scope: DashboardScope, _ app: AppContext) async throws -> SpooledFile {
    let now = app.clock.now()
    let stamps = try stamps(app, now)
    asked += 1
    boards[scope, default: Board()].askedAt = asked
    if let document = boards[scope]?.document, due(scope, stamps, now).isEmpty { return document }
    if let making = boards[scope]?.making { return try await making.value }
    let making = Task { try await make(scope, stamps, app) }
    boards[scope]?.making = making
    defer { boards[scope]?.making = nil }
    forgetOldest()
    return try await making.value
  }

  private func stamps(_ app: AppContext, _ now: Instant) throws -> [Part: Stamp] {
    let commits = try app.index.commits
    let (day, minute) = (Int64(now.day.number), now.milliseconds / 60_000)
    return [
      .registry: Stamp(commits: commits.registry, places: commits.places, time: day),
      .orders: Stamp(commits: commits.orders, places: commits.places, time: minute),
      .causes: Stamp(commits: commits.orders, places: commits.places, time: day),
    ]
  }

  private func due(_ scope: DashboardScope, _ stamps: [Part: Stamp], _ now: Instant) -> [Part] {
    Part.allCases.filter { part in
      guard let made = boards[scope]?.parts[part] else { return true }
      // A clock that was set back makes nothing wait.
      return made.stamp != stamps[part] && abs(now.milliseconds - made.at.milliseconds) >= made.pause
    }
  }

  private func make(_ scope: DashboardScope, _ stamps: [Part: Stamp], _ app: AppContext) async throws -> SpooledFile {
    let board = try BoardRequest(scope, app)
    let places = try await places(app)
    for part in due(scope, stamps, board.now) {
      let start = ContinuousClock.now
      let members: [JSONValue.Member] =
        switch part {
        case .registry: try await RegistryFigures.members(board)
        case .orders: try await OrderFigures.members(board, places)
        case .causes: try await CauseFigures.members(board, places)
        }
      let cost = Int64((ContinuousClock.now - start) / .milliseconds(1))
      boards[scope]?.parts[part] = MadePart(
        stamp: stamps[part] ?? Stamp(commits: 0, places: 0, time: 0), at: board.now,
        pause: max(Self.pause, cost * Self.share), members: members)
    }
    return finish(scope, board)
  }

  /// The same figures are the same document, however often they were counted.
  private func finish(_ scope: DashboardScope, _ board: BoardRequest) -> SpooledFile {
    let parts = Part.allCases.flatMap { boards[scope]?.parts[$0]?.members ?? [] }
    let figures =
      [
        .init("as_of", .string(board.today.description)),
        .init("hides_below", scope.hidesSmall ? .integer(SmallCells.least) : .null),
        .init("areas", board.areas.json(board.policy.tree)),
      ] + parts
    let print = Fingerprint.of(Self.bytes(figures))
    if let kept = boards[scope]?.document, kept.eTag == "\"\(print)\"" { return kept }
    let document = SpooledFile(
      bytes: Self.bytes([.init("made_at", .string(board.now.description))] + figures), contentType: Response.json,
      fingerprint: print, headers: [.cacheControl: "private, no-cache"])
    boards[scope]?.document = document
    made += 1
    return document
  }

  private static func bytes(_ members: [JSONValue.Member]) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONValue.object(members).write(to: &bytes)
    return bytes
  }

  /// Every building of the office, read again once any has changed.
  private func places(_ app: AppContext) async throws -> [BuildingPlace] {
    let commits = try app.index.commits.places
    if let places, places.commits == commits { return places.list }
    let list = try await app.store.read { try $0.buildingPlaces() }
    places = (commits, list)
    return list
  }

  private func forgetOldest() {
    guard boards.count > Self.most, let oldest = boards.min(by: { $0.value.askedAt < $1.value.askedAt })?.key else {
      return
    }
    boards[oldest] = nil
  }
}

extension AppContext {
  package var dashboards: LiveDashboards { service(LiveDashboards.self) }
}
