import Domain

/// The tree of areas; small, so that questions about it are answered by walking it.
struct AreaTable {
  private(set) var rows: [UInt32: AreaFacts] = [:]

  mutating func put(_ facts: AreaFacts) { rows[facts.id] = facts }
  mutating func drop(_ id: UInt32) { rows[id] = nil }

  /// The area itself, or the one above it, of a level.
  func above(_ id: UInt32, _ level: AreaFacts.Level) -> UInt32? {
    var at = rows[id]
    var steps = 0
    while let area = at, steps < 8 {
      if area.level == level { return area.id }
      at = area.parent.flatMap { rows[$0] }
      steps += 1
    }
    return nil
  }

  /// The areas and everything below them.
  func below(_ roots: some Sequence<UInt32>) -> Set<UInt32> {
    var found = Set(roots)
    var grown = true
    while grown {
      grown = false
      for (id, area) in rows where !found.contains(id) {
        if let parent = area.parent, found.contains(parent) {
          found.insert(id)
          grown = true
        }
      }
    }
    return found
  }

  /// The areas of a level that a person means by a name, with or without its suffix, or by a code.
  func named(_ text: String, _ level: AreaFacts.Level) -> Set<UInt32> {
    let bare = AreaName.bare(text, level)
    return Set(
      rows.values.lazy.filter {
        $0.level == level && ($0.code == text || AreaName.bare($0.name, level) == bare)
      }.map(\.id))
  }
}
