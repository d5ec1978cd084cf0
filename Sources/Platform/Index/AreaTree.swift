import Kernel

/// The areas as a tree: who is above and below whom.
package struct AreaTree: Sendable {
  package let byID: [UInt32: AreaFacts]
  private let children: [UInt32: [UInt32]]

  package init(_ areas: [AreaFacts]) {
    byID = Dictionary(areas.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var children: [UInt32: [UInt32]] = [:]
    for area in areas { if let parent = area.parent { children[parent, default: []].append(area.id) } }
    self.children = children
  }

  /// These areas and everything below them.
  package func within(_ ids: some Sequence<UInt32>) -> Set<UInt32> {
    var found: Set<UInt32> = []
    var open = Array(ids)
    while let id = open.popLast() {
      if found.insert(id).inserted { open += children[id] ?? [] }
    }
    return found
  }

  /// An area and those above it, from the lowest to the highest.
  package func path(_ id: UInt32) -> [AreaFacts] {
    var path: [AreaFacts] = []
    var next: UInt32? = id
    while let id = next, let area = byID[id] {
      path.append(area)
      next = area.parent
    }
    return path
  }

  package func area(code: String) -> AreaFacts? { byID.values.first { $0.code == code } }
}
