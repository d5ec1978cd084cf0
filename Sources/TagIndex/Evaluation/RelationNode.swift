import Domain
import Filter

/// `any house(…)`, `all residents(…)`, `no visits(…)`: over links; the inner question holds or not for each link.
final class RelationNode: Node {
  private let quantifier: Quantifier
  private let step: Step
  private let walk: Walk
  private let inner: any Node
  private let frame: Frame
  /// The subject at the other end, when its rows can be asked as a set: it has a universe, and nothing depends on links.
  private let target: Subject?
  let cost = Cost.walk

  init(_ quantifier: Quantifier, _ step: Step, _ inner: any Node, _ frame: Frame, target: Subject?, anyTime: Bool) {
    self.quantifier = quantifier
    self.step = step
    self.inner = inner
    self.frame = frame
    self.target = target
    walk = Walk(step, frame, anyTime: anyTime)
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { test(id) { inner.holds($0, $1) } }

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
  func select(within candidates: Bitmap) -> Bitmap {
    let worth = inner.cost == .walk ? 1 : 12
    guard let target, !(inner is EverythingNode), candidates.count * worth > frame.universe(target).count else {
      return candidates.filter { holds($0, 0) }
    }
    let set = inner.select(within: frame.universe(target))
    if quantifier != .all, let back = step.back, set.count < candidates.count {
      let image = Bitmap.image(of: set, Walk(back, frame))
      return quantifier == .any ? candidates.and(image) : candidates.andNot(image)
    }
    let dense = DenseSet(set)
    return candidates.filter { id in test(id) { target, _ in dense.contains(target) } }
  }
}

extension Bitmap {
  /// The rows that a step leads to from the rows of a set.
  static func image(of set: Bitmap, _ walk: Walk) -> Bitmap {
    var found: [UInt32] = []
    set.each { id in
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
  private let inner: any Node
  private let op: Operator
  private let number: Int
  let cost = Cost.walk

  init(_ step: Step, _ inner: any Node, _ op: Operator, _ number: Int, _ frame: Frame, anyTime: Bool) {
    walk = Walk(step, frame, anyTime: anyTime)
    self.inner = inner
    self.op = op
    self.number = number
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { op.holds(CountNode.count(id, walk, inner), number) }

  static func count(_ id: UInt32, _ walk: Walk, _ inner: any Node) -> Int {
    var few: [UInt32] = []
    var many: Set<UInt32> = []
    walk.from(id) { target, link in
      guard inner.holds(target, link) else { return true }
      if many.isEmpty, !few.contains(target) { few.append(target) }
      if few.count > 32 {
        if many.isEmpty { many = Set(few) }
        many.insert(target)
      }
      return true
    }
    return max(few.count, many.count)
  }
}
