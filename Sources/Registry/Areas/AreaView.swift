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
