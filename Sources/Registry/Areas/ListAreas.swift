import Kernel
import Platform

/// The areas, by code. Who: any caller that may read; beside its own areas and what is in them, those above them.
package enum ListAreas {
  /// - Parameters:
  ///   - parent: the code of the area directly above.
  ///   - after: the code after which to go on.
  /// - Throws: `unknown_area` for a parent that does not exist for the caller.
  package static func run(
    level: AreaFacts.Level?, parent: String?, after: String?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> (total: Int, items: [AreaView], next: String?) {
    try caller.must(.read)
    let tree = try app.index.areas
    let visible = tree.visible(to: caller)
    var above: UInt32?
    if let parent {
      guard let area = tree.area(code: parent), visible.contains(area.id) else {
        throw Problem(
          .invalid, "unknown_area", "没有代码为「\(parent)」的区划。",
          notes: [.init(.parameter("parent"), "没有代码为「\(parent)」的区划。")])
      }
      above = area.id
    }
    let found = visible.compactMap { tree.byID[$0] }
      .filter { area in level.map { $0 == area.level } ?? true && above.map { $0 == area.parent } ?? true }
      .sorted { $0.code < $1.code }
    let rest = found.filter { area in after.map { $0 < area.code } ?? true }
    let page = rest.prefix(limit)
    return (found.count, page.map(tree.view), rest.count > page.count ? page.last?.code : nil)
  }
}
