import Kernel
import Platform

/// Which street a row of houses lies in: the roster's area says, or the row's own columns.
struct StreetFinder {
  struct Street {
    let id: Int64
    let district: Int64
    let districtName: String
    /// The committee, where the roster is of one.
    let committee: Int64?
  }

  private let context: RosterContext
  private let fixed: Street?
  private var tree: AreaTree { context.tree }

  init(_ context: RosterContext) {
    self.context = context
    fixed = context.area.flatMap { Self.street(at: $0, context.tree) }
  }

  /// Whether rows must name their street themselves; then a roster without a column for it cannot be read.
  static func needsColumn(_ area: AreaFacts?, _ tree: AreaTree) -> Bool {
    area.flatMap { street(at: $0, tree) } == nil
  }

  private static func street(at area: AreaFacts, _ tree: AreaTree) -> Street? {
    let path = tree.path(area.id)
    guard let street = path.first(where: { $0.level == .subdistrict }),
      let district = path.first(where: { $0.level == .district })
    else { return nil }
    return Street(
      id: Int64(street.id), district: Int64(district.id), districtName: district.name,
      committee: path.first { $0.level == .committee }.map { Int64($0.id) })
  }

  func street(_ entry: HouseEntry, _ row: RowCells, _ findings: inout RowFindings) -> Street? {
    guard let found = fixed ?? named(entry, row, &findings) else { return nil }
    if let district = entry.address.district,
      AreaName.bare(district, .district) != AreaName.bare(found.districtName, .district)
    {
      findings.add(.rejected, "district_differs", row.header(.address), "地址里的区与所选区划不符")
      return nil
    }
    return found
  }

  private func named(_ entry: HouseEntry, _ row: RowCells, _ findings: inout RowFindings) -> Street? {
    guard let name = entry.street else {
      findings.add(.rejected, "street_missing", row.header(.street), "没有街道")
      return nil
    }
    let bare = AreaName.bare(name, .subdistrict)
    var streets = tree.byID.values.filter { $0.level == .subdistrict && AreaName.bare($0.name, .subdistrict) == bare }
    if let area = context.area { streets = streets.filter { tree.path($0.id).contains { $0.id == area.id } } }
    if let district = entry.district {
      let bare = AreaName.bare(district, .district)
      streets = streets.filter {
        tree.path($0.id).contains { $0.level == .district && AreaName.bare($0.name, .district) == bare }
      }
    }
    if streets.count == 1, let street = Self.street(at: streets[0], tree) { return street }
    let detail = streets.isEmpty ? "没有这个街道：\(name.prefix(20))" : "有几个同名的街道，请写明区"
    findings.add(.rejected, "unknown_street", row.header(.street), detail)
    return nil
  }
}
