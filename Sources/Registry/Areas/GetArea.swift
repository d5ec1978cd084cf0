import Kernel
import Platform

/// One area. Who: see `ListAreas`.
package enum GetArea {
  /// - Throws: `not_found`.
  package static func run(_ code: String, caller: Caller, app: AppContext) async throws -> AreaView {
    try caller.must(.read)
    let tree = try app.index.areas
    return tree.view(try tree.find(code, caller))
  }
}
