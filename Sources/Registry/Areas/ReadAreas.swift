import Kernel
import Platform

/// An area and the code of the one above it.
package struct AreaView: Sendable, Equatable {
  package let area: AreaFacts
  package let parent: String?
  /// Changes with the name, which is all that can change: for `If-Match`. FNV-1a of 48 bits.
  package var version: Int64 {
    let hash = area.name.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return Int64(hash >> 16)
  }
}

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

/// One area. Who: see `ListAreas`.
package enum GetArea {
  /// - Throws: `not_found`.
  package static func run(_ code: String, caller: Caller, app: AppContext) async throws -> AreaView {
    try caller.must(.read)
    let tree = try app.index.areas
    return tree.view(try tree.find(code, caller))
  }
}

extension AreaTree {
  /// - Throws: `not_found` for what does not exist for the caller.
  func find(_ code: String, _ caller: Caller) throws(Problem) -> AreaFacts {
    guard let area = area(code: code), visible(to: caller).contains(area.id) else {
      throw Problem(.notFound, "not_found", "没有代码为「\(code)」的区划。")
    }
    return area
  }

  func view(_ area: AreaFacts) -> AreaView { AreaView(area: area, parent: area.parent.flatMap { byID[$0]?.code }) }
}
