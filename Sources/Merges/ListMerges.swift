import Kernel
import Platform
import Registry

/// The merges of people of whom both exist for the caller, or did, the latest first. Who: callers that may write.
package enum ListMerges {
  package static func run(
    before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> (items: [MergeRow], next: Int64?) {
    try caller.must(.write)
    let policy = try AccessPolicy(caller, app)
    var (found, last) = ([MergeRow](), before)
    while found.count <= limit {
      let rows = try await app.store.read { [last] in try $0.merges(before: last, limit: 500) }
      found += rows.filter { row in
        // Both as they were: whoever saw one of them alone would hear of the other.
        policy.exists(.people, row.kept) && policy.sawResident(of: row.goneHouses)
          && policy.sawResident(of: row.keptHouses)
      }
      guard rows.count == 500 else { break }
      last = rows.last?.id
    }
    let page = Array(found.prefix(limit))
    return (page, found.count > limit ? page.last?.id : nil)
  }
}
