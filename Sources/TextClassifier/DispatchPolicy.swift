/// When a ticket goes out by itself and when a person decides.
package struct DispatchPolicy: Sendable, Equatable {
  /// Proposals at or above this confidence go out by themselves.
  package var threshold: Double
  /// The same for units that need a higher one than all together.
  package var units: [String: Double]

  package init(threshold: Double, units: [String: Double] = [:]) {
    (self.threshold, self.units) = (threshold, units)
  }

  /// Before there is anything to measure by: only what the rules of the duty list leave hardly any doubt about.
  package static let untried = DispatchPolicy(threshold: 0.9)

  /// Above every confidence.
  private static let never = 2.0
  /// What is no likelier than not waits for a person, however well such guesses have done.
  private static let lowest = 0.5
  /// So many proposals must be known before they speak against a threshold.
  private static let leastAgainst = 10

  /// What experience allows, on the safe side: a threshold that proved right often enough; where there is too little to
  /// prove it by, that of the untried; nothing goes out where experience speaks against that. A unit whose own proposals
  /// do worse has a higher one of its own, or none.
  ///
  /// - Parameter outcomes: of proposals that were made without knowing the answer, returned tickets as wrong.
  package static func learnt(_ outcomes: [Outcome], precision: Double = 0.95) -> DispatchPolicy {
    var policy = DispatchPolicy(threshold: bar(outcomes, precision) ?? untried.threshold)
    for (unit, own) in Dictionary(grouping: outcomes, by: \.unit) where !unit.isEmpty {
      if let bar = bar(own, precision, from: policy.threshold), bar > policy.threshold { policy.units[unit] = bar }
    }
    return policy
  }

  /// nil where there is too little to say anything by.
  private static func bar(_ outcomes: [Outcome], _ precision: Double, from start: Double = untried.threshold) -> Double?
  {
    if let chosen = choose(outcomes, precision: precision) { return max(chosen.threshold, lowest) }
    let sent = outcomes.filter { $0.confidence >= start }
    guard sent.count >= leastAgainst else { return nil }
    let share = Double(sent.count { $0.right }) / Double(sent.count)
    return bound(share, of: Double(sent.count), usualDoubt) < precision ? never : nil
  }

  /// The lowest threshold above which these proposals proved right often enough.
  ///
  /// - Parameters:
  ///   - outcomes: of proposals that were made without knowing the answer; returned tickets as wrong.
  ///   - precision: the share that must be right.
  ///   - least: so many must be above it, for a share of a handful says nothing.
  ///   - doubt: how far the true share may lie below the one that was seen, in standard errors; 0 takes what was seen
  ///     for the truth, the usual value is wrong once in ten (Wilson's lower bound).
  /// - Returns: nil where no threshold is good enough: then everything waits for a person.
  package static func choose(
    _ outcomes: [Outcome], precision: Double = 0.95, least: Int = 30, doubt: Double = 1.28
  ) -> DispatchPolicy? {
    let surest = outcomes.filter { $0.confidence.isFinite && $0.weight > 0 }.sorted { $0.confidence > $1.confidence }
    var (right, sum, squares) = (0.0, 0.0, 0.0)
    var best: DispatchPolicy?
    for (index, outcome) in surest.enumerated() {
      right += outcome.right ? outcome.weight : 0
      sum += outcome.weight
      squares += outcome.weight * outcome.weight
      // Proposals of the same confidence go out together or not at all.
      if index + 1 < surest.count, surest[index + 1].confidence == outcome.confidence { continue }
      if index + 1 >= least, bound(right / sum, of: sum * sum / squares, -doubt) >= precision - 1e-9 {
        best = DispatchPolicy(threshold: outcome.confidence)
      }
    }
    return best
  }

  private static let usualDoubt = 1.28

  /// How high, or with a negative `doubt` how low, the true share may lie: Wilson, Probable Inference, the Law of
  /// Succession, and Statistical Inference, JASA 1927.
  private static func bound(_ share: Double, of count: Double, _ doubt: Double) -> Double {
    let square = doubt * doubt
    let spread = (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
    return (share + square / (2 * count) + doubt * spread) / (1 + square / count)
  }

  /// Whether the first candidate may go out by itself.
  package func sends(_ proposal: Proposal) -> Bool {
    guard let first = proposal.candidates.first else { return false }
    return first.confidence >= max(threshold, units[first.unit] ?? 0)
  }
}
