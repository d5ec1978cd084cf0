import FilterLanguage
import Kernel
import Storage
import WorkOrders

/// To which units callers belong: those of the list, by their present name, committees, and the lines of work that tags have,
/// which departments go by too.
enum CallerUnits {
  /// - Throws: `unknown_unit`, `unit_retired`.
  static func checked(_ text: String?, _ reader: Reader) throws -> String? {
    guard let text else { return nil }
    let units = try reader.units()
    if let unit = units.first(where: { $0.isCalled(text) }) {
      guard !unit.isRetired else { throw problem("unit_retired", "单位「\(unit.name)」已停用。") }
      return unit.name
    }
    let lines = Set(try reader.tags().map(\.line))
    if lines.contains(text) { return text }
    let committees = try reader.committeeAreas().map(\.name)
    let bare = AreaName.bare(text, .committee)
    if committees.contains(where: { AreaName.bare($0, .committee) == bare }) { return text }
    let names = units.filter { !$0.isRetired }.map(\.name)
    throw problem(
      "unknown_unit", "单位名单里没有「\(text)」。新单位请先加入名单（POST /v1/units，或 menpai unit add）。",
      Nearest.first(3, to: text, among: names + lines.sorted()))
  }

  private static func problem(_ code: String, _ detail: String, _ near: [String] = []) -> Problem {
    Problem(.invalid, code, detail, notes: [.init(.pointer("/unit"), detail, suggestions: near)])
  }
}
