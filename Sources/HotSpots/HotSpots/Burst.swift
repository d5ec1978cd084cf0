/// The time in which an anchor has most more than usual.
struct Burst {
  var anchor: Int
  /// Positions in the index's tickets, by day.
  var tickets: [Int32]
  var expected: Double
  /// What one of its tickets adds to the score.
  var each: Double
  var score: Double
}

/// Finds bursts; tickets that a hot spot has taken count for no other.
struct BurstFinder {
  let index: AnchorIndex
  let surprise: Surprise
  let within: Int32
  var taken: [Bool]

  init(_ index: AnchorIndex, within: Int) {
    self.index = index
    self.within = Int32(within)
    surprise = Surprise(index: index, within: Double(within))
    taken = [Bool](repeating: false, count: index.tickets.count)
  }

  /// Fewer tickets are no hot spot.
  static let fewest = 3
  /// With fewer it cannot even begin.
  private static let seed = 2
  /// Less surprising ones are chance.
  private static let least = 4.0

  /// The best time of an anchor, nil where there is none worth a look. Short times are tried too: five tickets of one
  /// week say more than five of a month.
  func best(of anchor: Int) -> Burst? {
    let all = index.members(of: anchor)
    guard all.count >= Self.seed else { return nil }
    let free = all.filter { !taken[Int($0)] }
    guard free.count >= Self.seed else { return nil }
    var best: Burst?
    for length in [within, within / 2, within / 4] where length > 0 {
      if let burst = self.best(of: anchor, free, length), burst.score > best?.score ?? 0 { best = burst }
    }
    return best
  }

  private func best(of anchor: Int, _ free: [Int32], _ length: Int32) -> Burst? {
    var (start, best) = (0, Burst?.none)
    for end in free.indices {
      let day = index.tickets[Int(free[end])].day
      while day - index.tickets[Int(free[start])].day >= length { start += 1 }
      // Only a time that cannot be longer is weighed.
      if end + 1 < free.count, index.tickets[Int(free[end + 1])].day - index.tickets[Int(free[start])].day < length {
        continue
      }
      guard end - start + 1 >= Self.seed, let burst = weigh(anchor, free[start...end], length) else { continue }
      if burst.score > best?.score ?? 0 { best = burst }
    }
    return best
  }

  private func weigh(_ anchor: Int, _ tickets: ArraySlice<Int32>, _ length: Int32) -> Burst? {
    let expected = surprise.expected(anchor, inWindow: tickets.count) * Double(length) / Double(within)
    guard Surprise.ratio(Double(tickets.count), expected) > Self.least else { return nil }
    var weighing = ClusterWeight()
    for position in tickets {
      weighing.add(index.tickets[Int(position)], oddness: index.oddness[Int(position)])
    }
    guard weighing.people > 1 else { return nil }
    let each = Surprise.share(tickets.count, expected) * Surprise.worth(index.anchors[anchor].kind)
    return Burst(anchor: anchor, tickets: Array(tickets), expected: expected, each: each, score: each * weighing.weight)
  }
}
