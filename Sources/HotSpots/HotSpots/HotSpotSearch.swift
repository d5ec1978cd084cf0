import Kernel

/// Finds hot spots.
package enum HotSpotSearch {
  /// The hottest first. The same tickets and question give the same answer.
  ///
  /// - Parameter seen: the tickets that count, nil for all; what is usual is learnt from no others either.
  /// - Parameter budget: once it is spent the answer is not whole.
  package static func run(
    _ table: TicketTable, seen: IDSet?, _ question: HotSpotQuestion, budget: WorkBudget = WorkBudget(.unbounded)
  ) -> [HotSpot] {
    let index = AnchorIndex(table, seen: seen, question)
    var finder = BurstFinder(index, within: question.within)
    var bursts = index.anchors.indices.compactMap { budget.spend(32) ? finder.best(of: $0) : nil }
    bursts.sort(by: isLess)
    var clusters: [(score: Double, cluster: Cluster)] = []
    // Some that begin small grow: more are looked at than are asked for.
    while clusters.count < question.limit * 2 + 20, budget.spend(256), let top = bursts.popLast() {
      if top.tickets.contains(where: { finder.taken[Int($0)] }) {
        if let again = finder.best(of: top.anchor) { insert(again, &bursts) }
        continue
      }
      var cluster = Cluster(top)
      cluster.grow(finder)
      guard cluster.tickets.count >= BurstFinder.fewest else { continue }
      for position in cluster.tickets { finder.taken[Int(position)] = true }
      clusters.append((cluster.score(index), cluster))
    }
    clusters.sort { ($1.score, $0.cluster.tickets[0]) < ($0.score, $1.cluster.tickets[0]) }
    return clusters.prefix(question.limit).map { spot($0.cluster, $0.score, index) }
  }

  /// The best last, so that it is cheap to take.
  private static func isLess(_ left: Burst, _ right: Burst) -> Bool {
    (left.score, right.anchor) < (right.score, left.anchor)
  }

  private static func insert(_ burst: Burst, _ bursts: inout [Burst]) {
    var (low, high) = (0, bursts.count)
    while low < high {
      let middle = (low + high) / 2
      if isLess(bursts[middle], burst) { low = middle + 1 } else { high = middle }
    }
    bursts.insert(burst, at: low)
  }

  private static func spot(_ cluster: Cluster, _ score: Double, _ index: AnchorIndex) -> HotSpot {
    let anchors = Set(cluster.anchors.map { index.anchors[$0] })
    let tickets = cluster.tickets.sorted().map { index.tickets[Int($0)] }
    var counts: [UInt16: Int] = [:]
    for ticket in tickets { counts[ticket.category, default: 0] += 1 }
    return HotSpot(
      anchor: index.anchors[cluster.anchors[0]], anchors: cluster.anchors.map { index.anchors[$0] },
      evidence: tickets.map { ticket in
        var ties: [Anchor] = []
        Anchor.each(of: ticket) { if anchors.contains($0), !ties.contains($0) { ties.append($0) } }
        return HotSpot.Evidence(ticket: ticket.id, ties: ties)
      },
      score: score, expected: cluster.expected,
      first: Day(number: tickets.first?.day ?? 0), last: Day(number: tickets.last?.day ?? 0),
      categories: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) },
      reporters: cluster.weighing(index).people)
  }
}
