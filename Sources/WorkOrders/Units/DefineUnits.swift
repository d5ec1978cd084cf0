import FilterLanguage
import Identity
import Kernel
import Platform
import Storage
import TextClassifier

/// A new unit of the list. Who: callers with `manage_duties` (the street office and admins).
package enum AddUnit {
  /// - Throws: `bad_field`, `unit_taken`.
  package static func run(name: String, caller: Caller, app: AppContext) async throws -> UnitView {
    try caller.must(.manageDuties)
    let name = try UnitRules.checked(name)
    let today = app.clock.today
    return try await app.store.write { writer in
      try UnitRules.isFree(name, besides: nil, writer.read)
      let id = try writer.insertUnit(name)
      try writer.audit(
        caller,
        AuditEntry(
          "units.create", subject: .units, id: id, changes: [AuditEntry.Change("name", before: nil, after: name)]))
      return try UnitView.find(id, on: today, writer.read)
    }
  }
}

/// Another name for a unit, or its retirement. A new name is carried along everywhere: orders, helpers, duties, lessons, callers,
/// reminders; the old one still finds the unit. Who: as for `AddUnit`.
package enum ChangeUnit {
  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `version_conflict`, `bad_field`, `unit_taken`, `unit_in_use` when it is to be retired and duties or
  ///   open orders are still its.
  package static func run(
    _ id: Int64, name: String?, isRetired: Bool?, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> UnitView {
    try caller.must(.manageDuties)
    let name = try name.map { text throws(Problem) in try UnitRules.checked(text) }
    let today = app.clock.today
    let (view, callers) = try await app.store.write { writer -> (UnitView, [Int64]) in
      guard let unit = try writer.read.unit(id) else {
        throw Problem(.notFound, "not_found", "没有这个单位。")
      }
      if let version, version != unit.version {
        throw Problem(.conflict, "version_conflict", "这条记录已被他人修改，请重新读取后再改。")
      }
      if isRetired == true, !unit.isRetired { try UnitRules.isUnused(unit, on: today, writer.read) }
      var callers: [Int64] = []
      var former = unit.former
      if let name, name != unit.name {
        try UnitRules.isFree(name, besides: id, writer.read)
        callers = try writer.carryUnit(from: unit.name, to: name)
        former = former.filter { $0 != name && $0 != unit.name } + [unit.name]
      }
      let changes = try writer.updateUnit(id, name: name, former: former, isRetired: isRetired, version: nil)
      if !changes.isEmpty {
        try writer.audit(caller, AuditEntry("units.update", subject: .units, id: id, changes: changes))
      }
      return (try UnitView.find(id, on: today, writer.read), callers)
    }
    for id in callers { app.security.authenticator.forget(callerID: id) }
    return view
  }
}

/// A unit with what goes by it.
package struct UnitView: Sendable, Equatable {
  package let unit: UnitRow
  /// Duties of the day that it leads, and that it helps with.
  package let leads: Int
  package let helps: Int

  static func find(_ id: Int64, on day: Day, _ reader: Reader) throws -> UnitView {
    guard let unit = try reader.unit(id) else { throw Problem(.notFound, "not_found", "没有这个单位。") }
    let duties = try reader.duties(on: day)
    return UnitView(
      unit: unit, leads: duties.count { $0.unit == unit.name }, helps: duties.count { $0.coUnits.contains(unit.name) })
  }
}

/// One unit of the list. Who: any caller that may read; the list is the whole office's.
package enum GetUnit {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> UnitView {
    try caller.must(.read)
    let today = app.clock.today
    return try await app.store.read { try UnitView.find(id, on: today, $0) }
  }
}

/// The units of the list, by name, with how many duties each leads and helps with. Who: see `GetUnit`.
package enum ListUnits {
  /// - Parameters:
  ///   - day: the day whose duties are counted; nil: today.
  ///   - all: also those that are retired.
  package static func run(asOf day: Day?, all: Bool = false, caller: Caller, app: AppContext) async throws -> [UnitView]
  {
    try caller.must(.read)
    let day = day ?? app.clock.today
    let (units, duties) = try await app.store.read { (try $0.units(), try $0.duties(on: day)) }
    var counts: [String: (leads: Int, helps: Int)] = [:]
    for duty in duties {
      counts[duty.unit, default: (0, 0)].leads += 1
      for unit in duty.coUnits { counts[unit, default: (0, 0)].helps += 1 }
    }
    return units.filter { all || !$0.isRetired }.map { unit in
      let (leads, helps) = counts[unit.name] ?? (0, 0)
      return UnitView(unit: unit, leads: leads, helps: helps)
    }
  }
}

/// What must hold of a unit.
enum UnitRules {
  static func checked(_ text: String) throws(Problem) -> String {
    let name = CallerRules.folded(text)
    guard (1...40).contains(name.unicodeScalars.count), !name.contains(where: { $0.isNewline || "\"\\".contains($0) })
    else {
      let detail = "单位名称应为 1 到 40 个字，不含引号和反斜线。"
      throw Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/name"), detail)])
    }
    try ThingName.check(name, at: .pointer("/name"))
    return name
  }

  /// No other unit and no committee is called so, now or before.
  static func isFree(_ name: String, besides own: Int64?, _ reader: Reader) throws {
    let isUnit = try reader.units().contains { $0.id != own && $0.isCalled(name) }
    let bare = AreaName.bare(name, .committee)
    guard try isUnit || reader.committeeAreas().contains(where: { AreaName.bare($0.name, .committee) == bare }) else {
      return
    }
    let detail = "单位名单里已有「\(name)」。"
    throw Problem(.conflict, "unit_taken", detail, notes: [.init(.pointer("/name"), detail)])
  }

  static func isUnused(_ unit: UnitRow, on day: Day, _ reader: Reader) throws {
    let (duties, orders) = try reader.unitUses(unit.name, on: day)
    guard duties + orders > 0 else { return }
    throw Problem(
      .conflict, "unit_in_use",
      "单位「\(unit.name)」还有 \(duties) 条职责、\(orders) 张未办结工单，请先转给别的单位，再停用。",
      notes: [.init(.pointer("/retired"), "仍在使用。")])
  }

  /// That a duty names only units of the list: a name that is not there is a slip, or a renaming that belongs elsewhere.
  static func areListed(_ duty: Duty, _ reader: Reader) throws {
    let units = try reader.units()
    for (field, names) in [("unit", [duty.unit]), ("co_units", duty.coUnits)] {
      for name in names where !units.contains(where: { $0.name == name && !$0.isRetired }) {
        let near = Nearest.first(3, to: name, among: units.filter { !$0.isRetired }.map(\.name))
        let detail = "单位名单里没有「\(name)」。给单位改名请用 PATCH /v1/units/{id}，新单位请先用 POST /v1/units 加入名单。"
        throw Problem(
          .invalid, "unknown_unit", detail, notes: [.init(.pointer("/\(field)"), detail, suggestions: near)])
      }
    }
  }
}
