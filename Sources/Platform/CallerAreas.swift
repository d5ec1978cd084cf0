import Kernel

/// Which areas exist for a caller, read from the tables: for work that goes on without the index.
package enum CallerAreas {
  /// The caller's areas with all below them; nil for a caller that sees everything.
  package static func within(_ caller: Caller, _ tree: AreaTree) -> Set<UInt32>? {
    caller.role.seesAllAreas ? nil : tree.within(caller.areas.map { UInt32(truncatingIfNeeded: $0) })
  }

  /// The area of this code, if it exists for the caller: its own, or below.
  package static func area(code: String, for caller: Caller, _ tree: AreaTree) throws(Problem) -> AreaFacts {
    guard let area = tree.area(code: code), within(caller, tree)?.contains(area.id) ?? true else {
      throw Problem(
        .invalid, "unknown_area", "没有区划代码「\(code)」。", notes: [.init(.parameter("area"), "没有这个区划")])
    }
    return area
  }
}
