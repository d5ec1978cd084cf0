/// When a ticket goes out by itself and when a person decides.
package struct DispatchPolicy: Sendable, Equatable {
  /// Proposals at or above this confidence go out by themselves.
  package var threshold: Double

  package init(threshold: Double) { self.threshold = threshold }

  /// Before there is anything to measure by: only what the rules of the duty list leave hardly any doubt about.
  package static let untried = DispatchPolicy(threshold: 0.9)

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
      if index + 1 >= least, lowerBound(right / sum, of: sum * sum / squares, doubt) >= precision - 1e-9 {
        best = DispatchPolicy(threshold: outcome.confidence)
      }
    }
    return best
  }

  /// Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 1927.
  private static func lowerBound(_ share: Double, of count: Double, _ doubt: Double) -> Double {
    let square = doubt * doubt
    let spread = (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
    return (share + square / (2 * count) - doubt * spread) / (1 + square / count)
  }

  /// Whether the first candidate may go out by itself.
  package func sends(_ proposal: Proposal) -> Bool {
    (proposal.candidates.first?.confidence ?? 0) >= threshold
  }
}
