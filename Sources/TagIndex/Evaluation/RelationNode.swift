import FilterLanguage
import Kernel

/// `any house(…)`, `all residents(…)`, `no visits(…)`: over links; the inner question holds or not for each link.
final class RelationNode: Node {
  private let quantifier: Quantifier
  private let step: Step
  private let walk: Walk
  private let inner: InnerQuestion
  private let frame: Frame
  let cost = Cost.walk

  init(_ quantifier: Quantifier, _ step: Step, _ inner: InnerQuestion, _ frame: Frame, anyTime: Bool) {
    self.quantifier = quantifier
    self.step = step
    self.inner = inner
    self.frame = frame
    walk = Walk(step, frame, anyTime: anyTime)
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { test(id) { inner.node.holds($0, $1) } }

  @inline(__always)
  private func test(_ id: UInt32, _ passes: (UInt32, UInt32) -> Bool) -> Bool {
    var met = false
    switch quantifier {
    case .any, .no:
      walk.from(id) { target, link in
        if passes(target, link) { met = true }
        return !met
      }
      return met == (quantifier == .any)
    case .all:
      var failed = false
      walk.from(id) { target, link in
        met = true
        if !passes(target, link) { failed = true }
        return !failed
      }
      return met && !failed
    }
  }

  /// With many candidates the inner question is answered once as a set: then links are looked up in it or, when it is the
  /// smaller side, walked back from it.
  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap {
    guard let set = inner.set(for: candidates, frame) else { return candidates.filter(budget) { holds($0, 0) } }
    if quantifier != .all, let back = step.back, set.count < candidates.count {
      let image = Bitmap.image(of: set, Walk(back, frame))
      return quantifier == .any ? candidates.and(image) : candidates.andNot(image)
    }
    let dense = DenseSet(set)
    return candidates.filter(budget) { id in test(id) { target, _ in dense.contains(target) } }
  }
}

/// The question inside of a relation.
struct InnerQuestion {
  let node: any Node
  /// The subject at the other end, when its rows can be asked as a set: it has a universe, and nothing depends on links.
  let target: Subject?

  /// - Parameter isOfLinks: whether it speaks of the occupancy that led to the row.
  init(_ node: any Node, target: Subject?, isOfLinks: Bool) {
    self.node = node.cost == .walk ? MemoNode(node, isOfLinks: isOfLinks) : node
    self.target = target
  }

  /// The rows at the other end for which it holds, where many candidates make that worth its price.
  func set(for candidates: Bitmap, _ frame: Frame) -> Bitmap? {
    guard let target, !(node is EverythingNode) else { return nil }
    let universe = frame.universe(target)
    guard candidates.count * (node.cost == .walk ? 1 : 12) > universe.count else { return nil }
    return node.select(within: universe, frame.budget)
  }
}

extension Bitmap {
  /// The rows that a step leads to from the rows of a set.
  static func image(of set: Bitmap, _ walk: Walk) -> Bitmap {
    var found: [UInt32] = []
    set.each(walk.frame.budget) { id in
      walk.from(id) { target, _ in
        found.append(target)
        return true
      }
    }
    found.sort()
    return Bitmap(found)
  }
}

/// `count(residents(…)) >= 5`: different rows with at least one link for which the inner question holds.
final class CountNode: Node {
  private let walk: Walk
  private let inner: InnerQuestion
  private let op: Operator
  private let number: Int
  let cost = Cost.walk

  init(_ step: Step, _ inner: InnerQuestion, _ op: Operator, _ number: Int, _ frame: Frame, anyTime: Bool) {
    walk = Walk(step, frame, anyTime: anyTime)
    self.inner = inner
    self.op = op
    self.number = number
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { test(id) { inner.node.holds($0, $1) } }

  /// One more than the number decides every comparison with it.
  private func test(_ id: UInt32, _ passes: (UInt32, UInt32) -> Bool) -> Bool {
    op.holds(CountNode.count(id, walk, upTo: number + 1, passes), number)
  }

  /// With many candidates the inner question is answered once as a set.
  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap {
    guard let set = inner.set(for: candidates, walk.frame) else { return candidates.filter(budget) { holds($0, 0) } }
    let dense = DenseSet(set)
    return candidates.filter(budget) { id in test(id) { target, _ in dense.contains(target) } }
  }

  /// How many different rows a walk meets that pass, counting no further than `limit`.
  static func count(
    _ id: UInt32, _ walk: Walk, upTo limit: Int = .max, _ passes: (UInt32, UInt32) -> Bool = { _, _ in true }
  ) -> Int {
    var few: [UInt32] = []
    var many: Set<UInt32> = []
    walk.from(id) { target, link in
      guard passes(target, link) else { return true }
      if many.isEmpty, !few.contains(target) { few.append(target) }
      if few.count > 32 {
        if many.isEmpty { many = Set(few) }
        many.insert(target)
      }
      return max(few.count, many.count) < limit
    }
    return max(few.count, many.count)
  }
}
