import Kernel

/// A part of a question, made ready for one frame.
protocol Node: AnyObject {
  /// What asking costs, for the order within an `and`.
  var cost: Cost { get }
  /// Whether it holds for one row. `link` is the occupancy that led to the row, 0 where none did.
  func holds(_ id: UInt32, _ link: UInt32) -> Bool
  /// The rows among `candidates` for which it holds, as a set of the caller's own; as far as the budget lasts.
  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap
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
  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap {
    candidates.filter(budget) { holds($0, 0) }
  }
}

final class EverythingNode: Node {
  let cost = Cost.set
  func holds(_ id: UInt32, _ link: UInt32) -> Bool { true }
  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap { candidates.copy() }
}

/// A set that is there, or is made when it is first asked for: a question that is only made ready touches no rows.
final class SetNode: Node {
  let cost = Cost.set
  private var make: (() -> Bitmap)?
  private(set) lazy var set: Bitmap = {
    let made = make?() ?? Bitmap()
    make = nil
    return made
  }()

  init(_ set: @autoclosure @escaping () -> Bitmap) { make = set }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { set.contains(id) }
  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap { candidates.and(set) }
}

final class NotNode: Node {
  let inner: any Node
  init(_ inner: any Node) { self.inner = inner }
  var cost: Cost { inner.cost }
  func holds(_ id: UInt32, _ link: UInt32) -> Bool { !inner.holds(id, link) }
  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap {
    if let inner = inner as? SetNode { return candidates.andNot(inner.set) }
    let rest = inner.select(within: candidates, budget)
    return candidates.andNot(rest)
  }
}

/// All parts, the cheapest first and of sets the smallest, so that walks are made only for what is left.
final class AndNode: Node {
  private let unordered: [any Node]
  private lazy var parts = unordered.map { ($0, AndNode.rank($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  let cost: Cost
  init(_ parts: [any Node]) {
    unordered = parts
    cost = parts.map(\.cost).max() ?? .set
  }

  private static func rank(_ node: any Node) -> (Int, Int) {
    (node.cost.rawValue, (node as? SetNode)?.set.count ?? (node is NotNode ? Int.max : Int.max - 1))
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool {
    for part in parts where !part.holds(id, link) { return false }
    return true
  }

  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap {
    var left = candidates
    var rest = parts[...]
    if let first = rest.first as? SetNode, let second = rest.dropFirst().first as? SetNode {
      left = first.set.and(second.set)
      left.formAnd(candidates)
      rest = rest.dropFirst(2)
    }
    for part in rest {
      if left !== candidates, left.isEmpty { return left }
      guard budget.spend(Cost.ofSets(left)) else { break }
      left = part.select(within: left, budget)
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

  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap {
    let found = Bitmap()
    var left = candidates
    for (index, part) in parts.enumerated() {
      guard budget.spend(Cost.ofSets(left)) else { break }
      let hit = part.select(within: left, budget)
      found.formOr(hit)
      if part.cost >= .row || parts.dropFirst(index + 1).contains(where: { $0.cost >= .row }) {
        left = left.andNot(hit)
      }
    }
    return found
  }
}

extension Cost {
  /// Steps that joining a set with another counts for: 64 rows at once.
  static func ofSets(_ set: Bitmap) -> Int { 1 + set.count >> 6 }
}

/// Asks a dear part once a row (once a link, where it is about links) and remembers: what stands under several relations,
/// or under one that meets the same row again and again, costs no more than there are rows.
final class MemoNode: Node {
  private let inner: any Node
  private let isOfLinks: Bool
  /// Two bits a row: whether it was asked, and what came. A page is there once one of its rows was asked.
  private var pages: [[UInt8]] = []
  let cost: Cost

  private static let rowsInPage = 4096

  init(_ inner: any Node, isOfLinks: Bool = false) {
    (self.inner, self.isOfLinks, cost) = (inner, isOfLinks, inner.cost)
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool {
    let key = Int(isOfLinks ? link : id)
    let (page, place) = (key / Self.rowsInPage, key % Self.rowsInPage)
    while pages.count <= page { pages.append([]) }
    if pages[page].isEmpty { pages[page] = [UInt8](repeating: 0, count: Self.rowsInPage / 4) }
    let shift = UInt8(place & 3) * 2
    let known = pages[page][place >> 2] >> shift & 3
    if known != 0 { return known == 3 }
    let holds = inner.holds(id, link)
    pages[page][place >> 2] |= (holds ? 3 : 1) << shift
    return holds
  }

  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap { inner.select(within: candidates, budget) }
}
