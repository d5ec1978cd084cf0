import FilterLanguage
import Kernel
import Platform
import Storage

/// The units that an order can be given to: those of the list, and committees. A name that is neither is refused with the nearest
/// ones, so that no order ever goes to nobody.
struct UnitResolver {
  private let units: [UnitRow]
  /// Those that exist for the caller.
  private let committees: [AreaFacts]
  private let tree: AreaTree

  /// - Parameter area: where the order lies: whoever sees it may name the committee there.
  init(_ reader: Reader, _ tree: AreaTree, for caller: Caller, near area: UInt32) throws {
    units = try reader.units()
    let known = tree.visible(to: caller).union(tree.path(area).map(\.id))
    committees = tree.byID.values.filter { $0.level == .committee && known.contains($0.id) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    self.tree = tree
  }

  /// The unit that somebody means.
  ///
  /// - Parameters:
  ///   - area: where the order lies: 居委会 is the committee there, and of committees of one name the one in the same street.
  ///   - place: the field that names it.
  /// - Throws: `unknown_unit`, `unit_retired`, `committee_missing`, `unit_ambiguous`.
  func unit(_ text: String, for area: UInt32, _ place: String) throws(Problem) -> AssignedUnit {
    if let unit = units.first(where: { $0.isCalled(text) }) {
      guard !unit.isRetired else { throw Self.bad("unit_retired", "单位「\(unit.name)」已停用。", place) }
      guard AssignedUnit.isCommitteeOfPlace(unit.name) else { return AssignedUnit(name: unit.name, area: nil) }
      guard let committee = committee(of: area) else {
        let here = committees.filter { street(of: $0.id) == street(of: area) }.map(\.name).sorted()
        throw Self.bad(
          "committee_missing", "该工单所在的居民区还不确定，请直接写明交给哪个居民区。", place, Array(here.prefix(20)))
      }
      return AssignedUnit(name: unit.name, area: committee)
    }
    return try committee(text, for: area, place)
  }

  private func committee(_ text: String, for area: UInt32, _ place: String) throws(Problem) -> AssignedUnit {
    let wanted = UnitRow.folded(AreaName.bare(text.filter { !$0.isWhitespace }, .committee))
    let named = committees.filter { $0.code == text || UnitRow.folded(AreaName.bare($0.name, .committee)) == wanted }
    let near = named.filter { street(of: $0.id) == street(of: area) }
    let found = named.count > 1 && !near.isEmpty ? near : named
    guard let only = found.first else {
      let names = units.filter { !$0.isRetired }.map(\.name) + committees.map(\.name)
      let nearest = Nearest.first(3, to: text.filter { !$0.isWhitespace }, among: names)
      let hint = nearest.isEmpty ? "" : "您是否要找：\(nearest.joined(separator: "、"))。"
      throw Self.bad("unknown_unit", "单位名单里没有「\(text)」。\(hint)", place, nearest)
    }
    guard found.count == 1 else {
      throw Self.bad("unit_ambiguous", "有几个居民区都叫「\(text)」，请写区划代码。", place, found.map(\.code).sorted())
    }
    return AssignedUnit(name: only.name, area: only.id)
  }

  private func committee(of area: UInt32) -> UInt32? { tree.path(area).first { $0.level == .committee }?.id }
  private func street(of area: UInt32) -> UInt32? { tree.path(area).first { $0.level == .subdistrict }?.id }

  private static func bad(
    _ code: String, _ detail: String, _ place: String, _ suggestions: [String] = []
  ) -> Problem {
    Problem(.invalid, code, detail, notes: [.init(.pointer("/\(place)"), detail, suggestions: suggestions)])
  }
}
