import Kernel
import Platform

/// How well dispatch has done, measured on the orders themselves: what it dispatched by itself is right unless somebody
/// reassigned it, the unit returned it (until that is overruled), or its duty became one of another unit.
/// Who: callers that may read; over their own orders only.
package enum DispatchQuality {
  package struct Answer: Sendable {
    package let from: Day
    package let to: Day
    package let whole: DispatchFigures
    package let months: [DispatchFigures]
    package let confusion: [(proposed: String, unit: String?, count: Int)]
    /// From which confidence on orders go out by themselves now; nil where none do. By unit where that is higher.
    package let threshold: Double?
    package let units: [String: Double]
    /// How many lessons have been learnt since the model was trained; for those who do not run dispatch, from the orders that they
    /// see.
    package let lessons: Int
  }

  /// - Parameters:
  ///   - from: the first day that orders came on; nil: a year before `to`.
  ///   - to: the last one; nil: today.
  /// - Throws: `bad_period`.
  package static func run(from: Day?, to: Day?, caller: Caller, app: AppContext) async throws -> Answer {
    try caller.must(.read)
    let to = to ?? app.clock.today
    let from = from ?? to.adding(years: -1)
    guard from <= to else {
      throw Problem(.invalid, "bad_period", "起始日期不能晚于截止日期。", notes: [.init(.parameter("from"), "晚于 to。")])
    }
    let bounds = try bounds(caller, app)
    let (dispatchService, today) = (app.dispatchService, app.clock.today)
    let isWhole = runsDispatch(caller)
    let (months, confusion, lessons) = try await app.store.read { reader in
      try dispatchService.catchUp(reader, today: today)
      return (
        try reader.dispatchFigures(from: from, to: to, bounds),
        try reader.dispatchConfusion(from: from, to: to, bounds),
        isWhole ? dispatchService.lessons : try reader.dispatchLessonCount(bounds)
      )
    }
    func sum(_ path: KeyPath<DispatchFigures, Int>) -> Int { months.reduce(0) { $0 + $1[keyPath: path] } }
    let whole = DispatchFigures(
      month: "", total: sum(\.total), auto: sum(\.auto), right: sum(\.right), returned: sum(\.returned),
      decided: sum(\.decided), firstRight: sum(\.firstRight))
    let policy = dispatchService.policy
    return Answer(
      from: from, to: to, whole: whole, months: months, confusion: confusion,
      threshold: policy.threshold > 1 ? nil : policy.threshold,
      units: policy.units.filter { isWhole || $0.key == caller.unit }, lessons: lessons)
  }

  /// Those for whom dispatch works: what it has learnt of all orders is theirs to know.
  static func runsDispatch(_ caller: Caller) -> Bool { caller.role.seesAllAreas || caller.role == .street }

  /// As `WorkOrderAccessPolicy` bounds single orders; what a department helps with is not its own to be measured on.
  private static func bounds(_ caller: Caller, _ app: AppContext) throws -> OrderBounds {
    let areas = try CallerAreas.within(caller, app.index.areas)?.sorted()
    guard caller.seesAsUnit else { return OrderBounds(areas: areas, unit: nil) }
    return OrderBounds(areas: caller.areas.isEmpty ? nil : areas, unit: caller.unit ?? "")
  }
}
