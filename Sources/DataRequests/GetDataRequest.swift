import Kernel
import Platform

/// One request for data: what is asked, by what right, how many rows each committee would give today, and whether the same
/// data was asked for before. Who: callers that may read, in whose areas one of its committees lies.
package enum GetDataRequest {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> DataRequestView {
    var view = try await find(id, caller: caller, app: app)
    if view.isOpen, view.ledger.fault == nil {
      let waiting = view.committees.indices.filter { view.committees[$0].answer.state.isWaiting }
      let counts = try await DataCounts.run(
        view.ledger, waiting.map { view.committees[$0].area }, caller: caller, app: app)
      for (place, count) in zip(waiting, counts) { view.committees[place].now = count }
    }
    view.overlaps = try await DataOverlaps(
      view.ledger, view.committees.map(\.area.id), before: id, caller, app
    ).find()
    return view
  }

  /// The same without what has to be counted.
  static func find(_ id: Int64, caller: Caller, app: AppContext) async throws -> DataRequestView {
    try caller.must(.read)
    let sight = try DataRequestAccessPolicy(caller, app)
    return try await app.store.read { reader in try sight.find(id, reader) }
  }
}
