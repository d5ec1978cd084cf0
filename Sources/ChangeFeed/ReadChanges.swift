import Kernel
import Platform
import Storage

/// The ordered feed of changes, for other systems. Who: callers with `read_changes`; only changes of subjects in their
/// areas exist for them, of occupancies, visits, taggings and records by what they hang on. A row that has come to lie elsewhere,
/// or an order that others have got, is said to leave; whatever hangs on it goes along.
package enum ReadChanges {
  package struct Answer: Sendable, Equatable {
    package let items: [FeedLine]
    /// What to ask for next. It moves on over changes that the caller may not see.
    package let nextSince: Int64
    /// Whether there is more already.
    package let hasMore: Bool
    /// Which life of the feed this is: kept beside a cursor, it tells a restored database from the one before.
    package let epoch: String
  }

  /// The most lines that one call looks at.
  private static let span = 5000

  /// - Throws: `cursor_from_another_life` for a place that the feed has not reached.
  package static func run(
    since: Int64, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Answer {
    try caller.must(.readChanges)
    let (lines, epoch) = try await app.store.read { reader in
      let lines = try reader.changes(after: since, limit: span + 1)
      if lines.isEmpty, since > 0, try since > reader.lastChange() { throw FeedCursor.fromAnotherLife }
      return (lines, try reader.feedEpoch())
    }
    guard !lines.isEmpty else { return Answer(items: [], nextSince: since, hasMore: false, epoch: epoch) }
    // Another process may have written them; where a row lies is known once the index has them too.
    try await app.index.catchUp(app.store)
    let sight = try FeedAccessPolicy(caller, app)
    let scanned = Array(lines.prefix(span))
    let visible = try await app.store.read { reader in
      try withStates(sight.visible(scanned, reader, limit: limit + 1), reader)
    }
    let items = Array(visible.prefix(limit))
    let last = visible.count > limit ? items.last?.seq : scanned.last?.seq
    return Answer(
      items: items, nextSince: last ?? since, hasMore: visible.count > limit || lines.count > span,
      epoch: epoch)
  }

  private static func withStates(_ lines: [FeedLine], _ reader: Reader) throws -> [FeedLine] {
    let orders = Set(lines.filter { $0.subject == .workOrders && $0.action != FeedAccessPolicy.leave }.map(\.id))
    guard !orders.isEmpty else { return lines }
    let states = try reader.workOrderStates(orders.sorted())
    return lines.map { line in
      var line = line
      if line.subject == .workOrders, line.action != FeedAccessPolicy.leave { line.state = states[line.id] }
      return line
    }
  }

  /// The number that a cursor means. Who: as for the feed.
  ///
  /// - Throws: `cursor_from_another_life`.
  package static func place(of cursor: FeedCursor, caller: Caller, app: AppContext) async throws -> Int64 {
    try caller.must(.readChanges)
    let (newest, epoch) = try await app.store.read { (try $0.lastChange(), try $0.feedEpoch()) }
    if let known = cursor.epoch, known != epoch { throw FeedCursor.fromAnotherLife }
    guard case .after(let seq) = cursor.place else { return newest }
    guard seq <= newest else { throw FeedCursor.fromAnotherLife }
    return seq
  }

  /// The newest change there is: where to begin for whoever wants only what comes from now on.
  package static func newest(caller: Caller, app: AppContext) async throws -> Int64 {
    try caller.must(.readChanges)
    return try await app.store.read { try $0.lastChange() }
  }
}
