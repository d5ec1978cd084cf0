/// Finds the longest known name at a place in a text, over UTF-16 units.
///
/// Nodes are numbers, edges lie in one hash table; the first unit has a table of its own, since at most places of a text
/// no name begins.
struct NameTrie<Meaning: Sendable>: Sendable {
  private var edges: [UInt64: UInt32] = [:]
  private var first = [UInt32](repeating: 0, count: 65_536)
  private var meanings: [UInt32: [Meaning]] = [:]
  private var nodes: UInt32 = 0

  mutating func insert(_ name: String, _ meaning: Meaning) {
    var node: UInt32 = 0
    for (index, unit) in name.utf16.enumerated() {
      if index == 0 {
        if first[Int(unit)] == 0 { first[Int(unit)] = fresh() }
        node = first[Int(unit)]
      } else {
        let edge = UInt64(node) << 16 | UInt64(unit)
        if let known = edges[edge] {
          node = known
        } else {
          let made = fresh()
          edges[edge] = made
          node = made
        }
      }
    }
    if node != 0 { meanings[node, default: []].append(meaning) }
  }

  private mutating func fresh() -> UInt32 {
    nodes += 1
    return nodes
  }

  /// The longest name that begins at `start`: where it ends and all that it may mean.
  func longest(in text: [UInt16], at start: Int) -> (end: Int, meanings: [Meaning])? {
    var node = first[Int(text[start])]
    var found: (Int, [Meaning])?
    var index = start + 1
    while node != 0 {
      if let meanings = meanings[node] { found = (index, meanings) }
      guard index < text.count, let next = edges[UInt64(node) << 16 | UInt64(text[index])] else { break }
      node = next
      index += 1
    }
    return found
  }
}
