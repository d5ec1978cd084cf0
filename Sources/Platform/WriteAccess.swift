import Kernel
import Storage

/// What exists for a caller inside a write, asked of the tables in the transaction itself: what other writes have changed
/// since the request came in, and before this one, counts.
///
///     try await office.write(as: caller) { writer, access in
///       try access.requireVisible(.houses, draft.house)
///       let id = try writer.insertVisit(draft, by: caller)
///       …
///     }
package struct WriteAccess {
  package let caller: Caller
  package let reader: Reader
  private let app: AppContext

  fileprivate init(_ caller: Caller, _ reader: Reader, _ app: AppContext) {
    (self.caller, self.reader, self.app) = (caller, reader, app)
  }

  package var today: Day { app.clock.today }

  /// The index as of the last commit: its vocabulary, never its rows.
  package var index: LiveIndex { get throws(Problem) { try app.index } }

  /// Whether a row exists for the caller: it lies in the caller's areas. Dependent rows follow what they hang on.
  package func sees(_ kind: SubjectKind, _ id: Int64) throws -> Bool {
    // The index counts in 32 bits; a longer id must not become somebody else's.
    guard (1...Int64(UInt32.max)).contains(id) else { return false }
    if kind == .workOrders {
      guard let place = try reader.workOrderSight(id) else { return false }
      return try caller.role.seesAllAreas || app.index.orderAccess(of: caller).sees(place)
    }
    if let (kind, id) = try reader.anchor(of: kind, id) { return try sees(kind, id) }
    guard let places = try reader.places(of: kind, id, on: today) else { return false }
    return try caller.role.seesAllAreas || places.contains { try reader.lies($0, within: caller.areas) }
  }

  /// Throws `not_found` for what does not exist for the caller, whether or not it is there.
  package func requireVisible(_ kind: SubjectKind, _ id: Int64) throws {
    guard try sees(kind, id) else { throw Problem.noSuchRow }
  }
}

extension AppContext {
  /// Runs a caller's write in a transaction, with what exists for the caller there. Whatever changes rows of houses, people,
  /// shops, links, tags, visits, records and assets goes through here.
  package func write<T: Sendable>(
    as caller: Caller, _ body: @escaping @Sendable (Writer, WriteAccess) throws -> T
  ) async throws -> T {
    try requireIndex()
    return try await store.write { [self] writer in try body(writer, WriteAccess(caller, writer.read, self)) }
  }
}
