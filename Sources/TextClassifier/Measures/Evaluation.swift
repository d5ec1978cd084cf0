/// How good proposals are, measured where the right answer is known.
package struct Evaluation: Sendable {
  /// The share of first candidates that are right.
  package let accuracy: Double
  /// The mean over all labels that occur, rare ones as much as frequent ones, of precision and recall combined (F1).
  package let macroF1: Double
  /// The share where the right one is among three.
  package let top3: Double
  /// All proposals, the surest first.
  package let outcomes: [Outcome]

  /// - Parameter answers: the right label, and what was proposed, the likeliest first.
  package init(_ answers: [(right: String, ranked: [(label: String, share: Double)])]) {
    var (hits, near) = (0, 0)
    var tallies: [String: (both: Int, said: Int, was: Int)] = [:]
    var outcomes: [Outcome] = []
    for (right, ranked) in answers {
      let said = ranked.first?.label ?? ""
      let isRight = said == right
      tallies[right, default: (0, 0, 0)].was += 1
      tallies[said, default: (0, 0, 0)].said += 1
      if isRight { tallies[right, default: (0, 0, 0)].both += 1 }
      hits += isRight ? 1 : 0
      near += ranked.prefix(3).contains { $0.label == right } ? 1 : 0
      outcomes.append(Outcome(confidence: ranked.first?.share ?? 0, right: isRight))
    }
    let count = Double(max(1, answers.count))
    (accuracy, top3) = (Double(hits) / count, Double(near) / count)
    let f1 = tallies.values.map { 2 * Double($0.both) / Double($0.said + $0.was) }
    macroF1 = f1.reduce(0, +) / Double(max(1, f1.count))
    self.outcomes = outcomes.enumerated()
      .sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }.map(\.element)
  }

  /// The share that is right among the surest part, 0 to 1, of all.
  package func precision(atCoverage part: Double) -> Double {
    let surest = outcomes.prefix(max(1, Int((Double(outcomes.count) * part).rounded())))
    return Double(surest.count { $0.right }) / Double(max(1, surest.count))
  }

  /// Which part of all goes out by itself at a threshold, and how much of that is right; nil where nothing goes out.
  package func above(_ threshold: Double) -> (coverage: Double, precision: Double?) {
    let sure = outcomes.prefix { $0.confidence >= threshold }
    let precision = sure.isEmpty ? nil : Double(sure.count { $0.right }) / Double(sure.count)
    return (Double(sure.count) / Double(max(1, outcomes.count)), precision)
  }
}
