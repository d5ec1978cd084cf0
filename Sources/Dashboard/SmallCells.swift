/// A figure as a reader may see it.
package enum Cell: Equatable, Sendable {
  case shown(Int)
  /// Hidden: under five.
  case small
  /// Hidden with others, so that nobody computes a small one from what is shown.
  case withheld

  var isShown: Bool { if case .shown = self { true } else { false } }
}

/// Which figures of a wall are hidden: those under five, and as many beside them as keep them from being computed.
///
/// Whoever knows a total and all parts but one knows that one too. So what the hidden parts add up to must leave each small one
/// free to be anything that small ones are; where it does not, larger parts are hidden as well, the smallest of them first. (The
/// usual name is secondary suppression: Hundepool et al., Statistical Disclosure Control, 2012, chapter 4.)
package struct SmallCells: Sendable {
  /// The least that is shown.
  package static let least = 5

  /// Nothing of people: that nobody is there would tell something of those who live there.
  package static let ofPeople = SmallCells(showsZero: false)
  /// Of work orders: that there is none tells of nobody, and is what an office likes to see.
  package static let ofOrders = SmallCells(showsZero: true)

  private let showsZero: Bool

  package func whole(_ count: Int) -> Cell { isSmall(count) ? .small : .shown(count) }

  /// The parts of a whole, in their order.
  ///
  /// - Parameter whole: as it is shown. Parts may add up to less (what lies in none of them is hidden by nature) or to
  ///   more (rows that lie in two).
  package func parts(_ counts: [Int], of whole: Cell) -> [Cell] {
    guard case .shown(let total) = whole else {
      return counts.map { whole == .withheld ? .withheld : showsZero && $0 == 0 ? .shown(0) : .small }
    }
    // What lies in no part is a part that is never shown.
    let rest = max(0, total - counts.reduce(0, +))
    var hidden = counts.indices.filter { isSmall(counts[$0]) }
    let small = Set(hidden)
    let smallCount = small.count + (rest > 0 && rest < Self.least ? 1 : 0)
    guard smallCount > 0 else { return counts.map { .shown($0) } }
    var larger = counts.indices.filter { counts[$0] >= Self.least }.sorted { counts[$0] > counts[$1] }
    while !isFree(hidden.reduce(rest) { $0 + counts[$1] }, small: smallCount, beside: hidden.count - small.count, rest)
    {
      guard let next = larger.popLast() else { return counts.map { _ in .withheld } }
      hidden.append(next)
    }
    let all = Set(hidden)
    return counts.indices.map { small.contains($0) ? .small : all.contains($0) ? .withheld : .shown(counts[$0]) }
  }

  /// Whether each of the small parts may be anything from the least to the most that small ones are, as far as their sum tells.
  private func isFree(_ sum: Int, small: Int, beside larger: Int, _ rest: Int) -> Bool {
    let (low, high) = (showsZero ? 1 : 0, Self.least - 1)
    guard sum - low * (small - 1) - Self.least * larger >= high else { return false }
    return larger > 0 || rest >= Self.least || sum - high * (small - 1) <= low
  }

  private func isSmall(_ count: Int) -> Bool { count < Self.least && !(showsZero && count == 0) }
}
