import Domain

/// Proposes duties for what somebody says: by the words of the duty list, and by a model that learnt from tickets.
package struct Dispatcher: Sendable {
  private let duties: [Duty]
  private let rules: RuleSet
  private let positions: [String: Int]
  /// Learnt from tickets whose right duty is known; its labels are codes of duties.
  package let model: LinearModel?

  package init(duties: [Duty], model: LinearModel? = nil) {
    (self.duties, self.model) = (duties, model)
    rules = RuleSet(duties)
    positions = Dictionary(duties.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// At most three units, each with its likeliest duty; its confidence is that of all its duties together. What fits no
  /// duty has the list's fallback, with a confidence that sends nothing out by itself.
  ///
  /// - Parameter category: what the source itself calls it, where it does.
  package func propose(_ text: String, category: String? = nil) -> Proposal {
    let (shares, matches) = shares(text, category: category)
    var units: [(unit: String, share: Double, best: Int)] = []
    for (duty, share) in shares.enumerated() where share > 0.000_1 && !duties[duty].isFallback {
      if let index = units.firstIndex(where: { $0.unit == duties[duty].unit }) {
        units[index].share += share
        if share > shares[units[index].best] { units[index].best = duty }
      } else {
        units.append((duties[duty].unit, share, duty))
      }
    }
    units.sort { ($1.share, $0.best) < ($0.share, $1.best) }
    var candidates = units.prefix(3).map { unit, share, best in
      Proposal.Candidate(
        duty: duties[best].code, unit: unit, confidence: min(1, share), reasons: reasons(best, text, matches))
    }
    if candidates.count < 3, let fallback = duties.first(where: \.isFallback) {
      candidates.append(
        Proposal.Candidate(
          duty: fallback.code, unit: fallback.unit, confidence: Self.fallbackConfidence,
          reasons: ["没有职责条目与来件明显相符，按“\(fallback.subcategory)”处理"]))
    }
    return Proposal(candidates)
  }

  /// Words decide sharply: a whole rule of one four-character word outweighs a two-character one six to one.
  private static let sharpness = 1.9
  /// What nothing in the list accounts for, in the rules' scores.
  private static let nothing = 1.0
  private static let fallbackConfidence = 0.05
  /// From so many tickets on, the model weighs as much as the rules.
  private static let modelHalf = 300.0

  private func shares(_ text: String, category: String?) -> (shares: [Double], matches: [Int: RuleSet.Match]) {
    let scalars = NamedPlaces.blotted(text)
    let matches = rules.matches(scalars + (category.map { ["\n"] + Array($0.unicodeScalars) } ?? []))
    var logits = matches.map { $0.score * Self.sharpness } + [Self.nothing * Self.sharpness]
    Calibration.normalize(&logits)
    var shares = [Double](repeating: 0, count: duties.count)
    for (match, share) in zip(matches, logits) { shares[match.duty] = share }
    if let model {
      let part = model.support / (model.support + Self.modelHalf)
      for index in shares.indices { shares[index] *= 1 - part }
      let evidence = Evidence(text: String(String.UnicodeScalarView(scalars)), categories: category.map { [$0] } ?? [])
      for (label, share) in zip(model.labels, model.shares(evidence)) {
        if let position = positions[label] { shares[position] += share * part }
      }
    }
    return (shares, Dictionary(matches.map { ($0.duty, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  private func reasons(_ index: Int, _ text: String, _ matches: [Int: RuleSet.Match]) -> [String] {
    let duty = duties[index]
    var reasons: [String] = []
    if let words = matches[index]?.words, !words.isEmpty {
      let quoted = words.map { "“\($0)”" }.joined(separator: "、")
      reasons.append("命中关键词\(quoted)，属于“\(duty.category)—\(duty.subcategory)”（\(duty.code)）")
    }
    if let words = model?.words(in: text, for: duty.code), !words.isEmpty {
      let quoted = words.map { "“\($0)”" }.joined(separator: "、")
      reasons.append("以往派作“\(duty.subcategory)”的工单也常见\(quoted)")
    }
    return reasons.isEmpty ? ["与“\(duty.category)—\(duty.subcategory)”（\(duty.code)）略有相近"] : reasons
  }
}
