import Domain

/// A part of a question, made ready for one frame.
protocol Node: AnyObject {
  /// What asking costs, for the order within an `and`.
  var cost: Cost { get }
  /// Whether it holds for one row. `link` is the occupancy that led to the row, 0 where none did.
  func holds(_ id: UInt32, _ link: UInt32) -> Bool
  /// The rows among `candidates` for which it holds, as a set of the caller's own.
  func select(within candidates: Bitmap) -> Bitmap
}

enum Cost: Int, Comparable {
  /// A set that is there, or its complement.
  case set
  /// A set that a few unions make.
  case union
  /// A look at the row.
  case row
  /// A look at a text.
  case text
  /// A walk to other rows.
  case walk

  static func < (left: Cost, right: Cost) -> Bool { left.rawValue < right.rawValue }
}

extension Node {
  func select(within candidates: Bitmap) -> Bitmap { candidates.filter { holds($0, 0) } }
}

final class EverythingNode: Node {
  let cost = Cost.set
  func holds(_ id: UInt32, _ link: UInt32) -> Bool { true }
  func select(within candidates: Bitmap) -> Bitmap { candidates.copy() }
}

/// A set that is there.
final class SetNode: Node {
  let cost = Cost.set
  let set: Bitmap
  init(_ set: Bitmap) { self.set = set }
  func holds(_ id: UInt32, _ link: UInt32) -> Bool { set.contains(id) }
  func select(within candidates: Bitmap) -> Bitmap { candidates.and(set) }
}

final class NotNode: Node {
  let inner: any Node
  init(_ inner: any Node) { self.inner = inner }
  var cost: Cost { inner.cost }
  func holds(_ id: UInt32, _ link: UInt32) -> Bool { !inner.holds(id, link) }
  func select(within candidates: Bitmap) -> Bitmap {
    if let inner = inner as? SetNode { return candidates.andNot(inner.set) }
    let rest = inner.select(within: candidates)
    return candidates.andNot(rest)
  }
}

/// All parts, the cheapest first and of sets the smallest, so that walks are made only for what is left.
final class AndNode: Node {
  let parts: [any Node]
  let cost: Cost
  init(_ parts: [any Node]) {
    self.parts = parts.map { ($0, AndNode.rank($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
    cost = parts.map(\.cost).max() ?? .set
  }

  private static func rank(_ node: any Node) -> (Int, Int) {
    (node.cost.rawValue, (node as? SetNode)?.set.count ?? (node is NotNode ? Int.max : Int.max - 1))
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool {
    for part in parts where !part.holds(id, link) { return false }
    return true
  }

  func select(within candidates: Bitmap) -> Bitmap {
    var left = candidates
    var rest = parts[...]
    if let first = rest.first as? SetNode, let second = rest.dropFirst().first as? SetNode {
      left = first.set.and(second.set)
      left.formAnd(candidates)
      rest = rest.dropFirst(2)
    }
    for part in rest {
      if left !== candidates, left.isEmpty { return left }
      left = part.select(within: left)
    }
    return left === candidates ? candidates.copy() : left
  }
}

final class OrNode: Node {
  let parts: [any Node]
  let cost: Cost
  init(_ parts: [any Node]) {
    self.parts = parts.sorted { $0.cost < $1.cost }
    cost = parts.map(\.cost).max() ?? .set
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool {
    for part in parts where part.holds(id, link) { return true }
    return false
  }

  func select(within candidates: Bitmap) -> Bitmap {
    let found = Bitmap()
    var left = candidates
    for (index, part) in parts.enumerated() {
      let hit = part.select(within: left)
      found.formOr(hit)
      if part.cost >= .row || parts.dropFirst(index + 1).contains(where: { $0.cost >= .row }) {
        left = left.andNot(hit)
      }
    }
    return found
  }
}
