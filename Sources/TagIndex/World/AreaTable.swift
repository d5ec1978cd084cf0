import Kernel

/// The tree of areas, with what is directly below each, and whom a name means: both are asked once a term of a question.
struct AreaTable {
  private(set) var rows: [UInt32: AreaFacts] = [:]
  private var children: [UInt32: Set<UInt32>] = [:]
  private var words: [Word: Set<UInt32>] = [:]

  private struct Word: Hashable {
    let level: AreaFacts.Level
    let text: String
  }

  mutating func put(_ facts: AreaFacts) {
    drop(facts.id)
    rows[facts.id] = facts
    if let parent = facts.parent { children[parent, default: []].insert(facts.id) }
    for word in Self.words(facts) { words[word, default: []].insert(facts.id) }
  }

  mutating func drop(_ id: UInt32) {
    guard let old = rows.removeValue(forKey: id) else { return }
    if let parent = old.parent { children[parent]?.remove(id) }
    for word in Self.words(old) { words[word]?.remove(id) }
  }

  private static func words(_ area: AreaFacts) -> Set<Word> {
    [Word(level: area.level, text: area.code), Word(level: area.level, text: AreaName.bare(area.name, area.level))]
  }

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
    var found: Set<UInt32> = []
    var open = Array(roots)
    while let id = open.popLast() {
      if found.insert(id).inserted, let children = children[id] { open += children }
    }
    return found
  }

  /// The areas of a level that a person means by a name, with or without its suffix, or by a code.
  func named(_ text: String, _ level: AreaFacts.Level) -> Set<UInt32> {
    let code = (words[Word(level: level, text: text)] ?? []).filter { rows[$0]?.code == text }
    return code.union(
      (words[Word(level: level, text: AreaName.bare(text, level))] ?? []).filter { id in
        rows[id].map { AreaName.bare($0.name, level) } == AreaName.bare(text, level)
      })
  }
}
