import Domain
import Store

/// The ordered feed of changes, for other systems. Who: callers with `read_changes`; only changes of subjects in their
/// areas exist for them, of occupancies, visits, taggings and records by what they hang on.
package enum ReadChanges {
  package struct Answer: Sendable, Equatable {
    package let items: [FeedLine]
    /// What to ask for next. It moves on over changes that the caller may not see.
    package let nextSince: Int64
    /// Whether there is more already.
    package let hasMore: Bool
  }

  /// The most lines that one call looks at.
  private static let span = 5000

  package static func run(
    since: Int64, limit: Int, caller: Caller, office: Office
  ) async throws -> Answer {
    try caller.must(.readChanges)
    let lines = try await office.store.read { try $0.changes(after: since, limit: span + 1) }
    guard !lines.isEmpty else { return Answer(items: [], nextSince: since, hasMore: false) }
    // Another process may have written them; where a row lies is known once the index has them too.
    try await office.index.catchUp(office.store)
    let sight = try FeedSight(caller, office)
    let scanned = Array(lines.prefix(span))
    let visible = try await office.store.read { reader in
      try withStates(sight.visible(scanned, reader, limit: limit + 1), reader)
    }
    let items = Array(visible.prefix(limit))
    let last = visible.count > limit ? items.last?.seq : scanned.last?.seq
    return Answer(
      items: items, nextSince: last ?? since, hasMore: visible.count > limit || lines.count > span)
  }

  private static func withStates(_ lines: [FeedLine], _ reader: Reader) throws -> [FeedLine] {
    let orders = Set(lines.filter { $0.subject == .workOrders }.map(\.id))
    guard !orders.isEmpty else { return lines }
    let states = try reader.workOrderStates(orders.sorted())
    return lines.map { line in
      var line = line
      if line.subject == .workOrders { line.state = states[line.id] }
      return line
    }
  }

  /// The newest change there is: where to begin for whoever wants only what comes from now on.
  package static func newest(caller: Caller, office: Office) async throws -> Int64 {
    try caller.must(.readChanges)
    return try await office.store.read { try $0.lastChange() }
  }
}
