import Kernel
import Platform
import Server

/// The areas by which figures are counted: committees, each with its grids behind it; where these are too many for one document
/// the committees alone, or what lies above them.
package struct DashboardAreas: Sendable, Equatable {
  struct Group: Sendable, Equatable {
    /// Nil: of the whole.
    let parent: Int?
    let members: [Int]
  }

  let list: [AreaFacts]
  /// What adds up to what: those without a parent to the whole, grids to their committee. Parents come first.
  let groups: [Group]

  private static let most = 600

  init(_ policy: AccessPolicy) {
    let areas = policy.areas?.compactMap { policy.tree.byID[$0] } ?? Array(policy.tree.byID.values)
    let choices: [Set<AreaFacts.Level>] = [[.committee, .grid], [.committee], [.subdistrict], [.district]]
    let found = choices.lazy.map { levels in areas.filter { levels.contains($0.level) } }
      .first { (1...Self.most).contains($0.count) }
    self.init((found ?? []).sorted { ($0.level, $0.code) < ($1.level, $1.code) })
  }

  /// - Parameter sorted: by level and code.
  init(_ sorted: [AreaFacts]) {
    let upper = sorted.filter { area in !sorted.contains { $0.id == area.parent } }
    let lower = Dictionary(grouping: sorted, by: \.parent)
    list = upper.flatMap { [$0] + (lower[$0.id] ?? []) }
    let places = Dictionary(list.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let groups = Dictionary(grouping: list.indices) { [list] index in list[index].parent.flatMap { places[$0] } ?? -1 }
    self.groups = groups.sorted { $0.key < $1.key }.map { Group(parent: $0.key < 0 ? nil : $0.key, members: $0.value) }
  }

  var levels: Set<AreaFacts.Level> { Set(list.map(\.level)) }

  func json(_ tree: AreaTree) -> JSONValue {
    .array(
      list.map { area in
        [
          "code": .string(area.code), "name": .string(area.name), "level": .string(area.level.rawValue),
          "parent": .optional(area.parent.flatMap { tree.byID[$0]?.code }),
        ]
      })
  }
}
