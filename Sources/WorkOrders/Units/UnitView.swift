import FilterLanguage
import Identity
import Kernel
import Platform
import Storage
import TextClassifier

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
