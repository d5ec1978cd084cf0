import Foundation

/// How surprising it is that so many tickets meet.
struct Surprise {
  let index: AnchorIndex
  /// Days within which the tickets of a hot spot lie.
  let within: Double

  /// How many tickets an anchor has in such a time as a rule: its own past, drawn towards what anchors like it have where
  /// its past is short (a Poisson rate with an exponential prior).
  func expected(_ number: Int, inWindow: Int) -> Double {
    let anchor = index.anchors[number]
    let windows = max(0, (Double(index.horizonDays) - within) / within)
    let own = Double(max(0, index.members(of: number).count + index.before(number) - inWindow))
    let typical = max(Self.floor(anchor.kind), typical(anchor, inWindow: inWindow))
    return (own + 1) / (windows + 1 / typical)
  }

  /// The log-likelihood ratio of `count` tickets where `expected` are usual; 0 where there are not more than usual.
  static func ratio(_ count: Double, _ expected: Double) -> Double {
    count > expected ? count * log(count / expected) - (count - expected) : 0
  }

  /// What one of `count` tickets adds: its share of the surprise. Beyond a point more surprise says nothing more.
  static func share(_ count: Int, _ expected: Double) -> Double {
    min(4, ratio(Double(count), expected) / Double(count))
  }

  /// What meeting at an anchor of this kind is worth: neighbours who give their own address do not speak of one thing for
  /// that, those who use one word for something close by mostly do.
  static func worth(_ kind: Anchor.Kind) -> Double {
    switch kind {
    case .shop, .wordInBuilding, .wordInStretch: 1
    case .wordOnRoad, .wordInCompound: 0.9
    case .wordInCommittee, .crossing: 0.7
    case .door, .house: 0.5
    case .building, .stretch: 0.35
    case .compound: 0.2
    }
  }

  /// What an anchor of this kind is expected to have at least.
  private static func floor(_ kind: Anchor.Kind) -> Double {
    switch kind {
    case .shop, .house: 0.05
    case .wordInBuilding, .wordInStretch: 0.03
    case .door, .crossing, .wordInCompound: 0.06
    case .wordOnRoad, .wordInCommittee: 0.1
    case .building, .stretch: 0.2
    case .compound: 0.5
    }
  }

  /// What anchors like this one have: for a word in a place, as if the word were said everywhere alike, but no
  /// less than words in such places have that are said there at all.
  private func typical(_ anchor: Anchor, inWindow: Int) -> Double {
    let share = min(1, within / max(1, Double(index.horizonDays)))
    let average = index.average(anchor.kind) * share
    guard anchor.kind.isWord else { return average }
    let (word, place) = index.usual(anchor)
    let others = Double(max(0, word - inWindow))
    let alike = others * Double(place) / Double(max(1, index.total)) * share
    // A word that hardly anybody uses is not usual where it was used once.
    return max(alike, average * min(1, others / 20))
  }
}
