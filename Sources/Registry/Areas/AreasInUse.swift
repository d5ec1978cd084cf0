import Kernel
import Platform

/// The areas that have houses, and those above them, by code. For the operator at the console.
package enum AreasInUse {
  /// - Parameter all: areas without houses too.
  package static func run(app: AppContext, all: Bool = false) async throws -> [AreaFacts] {
    let (areas, used) = try await app.store.read { (try $0.areas(), try $0.areasWithHouses()) }
    guard !all else { return areas.sorted { $0.code < $1.code } }
    let tree = AreaTree(areas)
    let wanted = Set(used.flatMap { tree.path($0).map(\.id) })
    return areas.filter { wanted.contains($0.id) }.sorted { $0.code < $1.code }
  }
}
