import Kernel

/// Whose figures: callers of the same areas share one dashboard, walls one of their own.
package struct DashboardScope: Hashable, Sendable {
  private let areas: [Int64]
  private let seesAllAreas: Bool
  /// Of who sees work orders as a unit.
  private let unit: String?
  /// Whether small figures are hidden: a wall hangs where everybody passes.
  let hidesSmall: Bool

  package init(_ caller: Caller) {
    areas = caller.role.seesAllAreas ? [] : caller.areas.sorted()
    seesAllAreas = caller.role.seesAllAreas
    unit = caller.seesAsUnit ? caller.unit : nil
    hidesSmall = caller.role == .wall
  }

  /// Who asks for the figures in everybody's name: sees what they see, and no restricted tag.
  var reader: Caller {
    let role: Role = seesAllAreas ? .auditor : unit != nil ? .department : .worker
    return Caller(id: nil, name: "dashboard", role: role, areas: areas, unit: unit, origin: "server")
  }
}
