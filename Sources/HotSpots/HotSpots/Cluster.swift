import Foundation

/// A burst, and what else belongs to it: tickets that meet some of its tickets at another anchor which is a burst itself.
struct Cluster {
  private(set) var anchors: [Int]
  private(set) var tickets: [Int32]
  let expected: Double
  private var surprises: [Double]

  init(_ burst: Burst) {
    anchors = [burst.anchor]
    tickets = burst.tickets
    expected = burst.expected
    surprises = Array(repeating: burst.each, count: burst.tickets.count)
  }

  func score(_ index: AnchorIndex) -> Double {
    surprises.reduce(0, +) / Double(tickets.count) * weighing(index).weight
  }

  func weighing(_ index: AnchorIndex) -> ClusterWeight {
    var weighing = ClusterWeight()
    for position in tickets {
      weighing.add(index.tickets[Int(position)], oddness: index.oddness[Int(position)])
    }
    return weighing
  }

  /// A few rounds: what comes in may bring in others.
  mutating func grow(_ finder: BurstFinder) {
    for _ in 0..<6 {
      guard let more = bestNeighbour(finder) else { return }
      anchors.append(more.anchor)
      tickets += more.tickets
      surprises += Array(repeating: more.each, count: more.tickets.count)
    }
  }

  private struct Neighbour {
    var anchor: Int
    var tickets: [Int32]
    var each: Double
    var gain: Double { each * Double(tickets.count) }
  }

  private func bestNeighbour(_ finder: BurstFinder) -> Neighbour? {
    let index = finder.index
    var shared: [Int: Int] = [:]
    for position in tickets {
      Anchor.each(of: index.tickets[Int(position)]) { anchor in
        if let number = index.number(of: anchor) { shared[number, default: 0] += 1 }
      }
    }
    let held = Set(tickets)
    var best: Neighbour?
    for (anchor, count) in shared.sorted(by: { $0.key < $1.key }) where !anchors.contains(anchor) {
      guard let more = neighbour(anchor, sharing: count, held, finder) else { continue }
      if more.gain > best?.gain ?? 0 { best = more }
    }
    return best
  }

  private func neighbour(_ anchor: Int, sharing: Int, _ held: Set<Int32>, _ finder: BurstFinder) -> Neighbour? {
    let index = finder.index
    let days = tickets.map { index.tickets[Int($0)].day }
    guard let first = days.min(), let last = days.max() else { return nil }
    let isPlace = !index.anchors[anchor].kind.isWord && index.anchors[anchor].kind != .shop
    let ground = Ground(tickets.map { index.tickets[Int($0)] })
    let around = (last - finder.within + 1)...(first + finder.within - 1)
    let fresh = index.members(of: anchor).filter {
      !held.contains($0) && !finder.taken[Int($0)] && around.contains(index.tickets[Int($0)].day)
        && ground.holds(index.tickets[Int($0)]) && !(isPlace && ground.isAbout(another: index.tickets[Int($0)]))
    }
    guard !fresh.isEmpty else { return nil }
    let usual = finder.surprise.expected(anchor, inWindow: sharing + fresh.count) / Double(finder.within)
    var best: Neighbour?
    for length in [last - first + 3, last - first + 8, finder.within] where length <= finder.within {
      let some = Self.most(fresh, first, last, length, index)
      let (count, expected) = (Double(some.count), usual * Double(length))
      guard let share = share(some.count, sharing, expected, index.anchors[anchor].kind) else { continue }
      let each = share * Surprise.worth(index.anchors[anchor].kind)
      if each * count > best?.gain ?? 0 { best = Neighbour(anchor: anchor, tickets: some, each: each) }
    }
    return best
  }

  /// What one of the new tickets adds, nil where they are chance: there are too many of them, or together with those that
  /// the cluster has there already, where that is more than neighbourhood.
  private func share(_ count: Int, _ sharing: Int, _ expected: Double, _ kind: Anchor.Kind) -> Double? {
    if Surprise.ratio(Double(count), expected) >= Self.least, Double(count) >= 4 * expected {
      return Surprise.share(count, expected)
    }
    let all = count + sharing
    guard kind.isWord || kind == .shop || kind == .house, all >= BurstFinder.fewest,
      Surprise.ratio(Double(all), expected) >= 2 * Self.least, Double(all) >= 6 * expected
    else { return nil }
    return Surprise.share(all, expected)
  }

  /// The most tickets that lie with the cluster's days within so many days.
  private static func most(
    _ fresh: [Int32], _ first: Int32, _ last: Int32, _ length: Int32, _ index: AnchorIndex
  ) -> [Int32] {
    var best: [Int32] = []
    for start in stride(from: last - length + 1, through: first, by: 1) {
      let some = fresh.filter { (start...(start + length - 1)).contains(index.tickets[Int($0)].day) }
      if some.count > best.count { best = some }
    }
    return best
  }

  private static let least = 2.0
}

/// Where a cluster's tickets lie, as far as they say: one that says that it is elsewhere does not belong.
private struct Ground {
  private var compounds: Set<UInt32> = []
  private var roads: Set<UInt16> = []
  private var words: [UInt32: Int] = [:]
  private var numbers: [(road: UInt16, number: UInt16)] = []

  /// Numbers farther apart are another place.
  private static let near = 30

  init(_ tickets: [Ticket]) {
    for ticket in tickets {
      ticket.phrases.each { words[$0, default: 0] += 1 }
      if ticket.compound != 0 { compounds.insert(ticket.compound) }
      if ticket.road != 0 { roads.insert(ticket.road) }
      if ticket.road != 0, ticket.number != 0 { numbers.append((ticket.road, ticket.number)) }
    }
  }

  /// Whether it names things, and none that two of the cluster's tickets name, though they do name some.
  func isAbout(another ticket: Ticket) -> Bool {
    let common = words.filter { $0.value > 1 }
    guard !common.isEmpty else { return false }
    var (names, shares) = (false, false)
    ticket.phrases.each { phrase in
      names = names || !PhraseHash.isInside(phrase)
      shares = shares || common[phrase] != nil
    }
    return names && !shares
  }

  package func holds(_ ticket: Ticket) -> Bool {
    if ticket.compound != 0, compounds.contains(ticket.compound) { return true }
    guard ticket.road != 0, !roads.isEmpty else { return true }
    guard roads.contains(ticket.road) || roads.contains(ticket.crossRoad) else { return false }
    guard ticket.number != 0, !numbers.isEmpty else { return true }
    return numbers.contains { $0.road == ticket.road && abs(Int($0.number) - Int(ticket.number)) <= Self.near }
      || ticket.crossRoad != 0
  }
}
