import Foundation

/// Proposes duties for what somebody says: by the words of the duty list, by what it sounds like, by a model that learnt
/// from tickets, and by what people have corrected since. One confidence comes of all four.
package struct Dispatcher: Sendable {
  package let duties: [Duty]
  private let rules: RuleSet
  private let likeness: DutySimilarity
  private let positions: [String: Int]
  private let byUnit: [String: [Int]]
  /// Learnt from tickets whose right duty is known. Its labels are codes of duties, or `@` and a unit where only that is
  /// known.
  package private(set) var model: LinearModel?
  /// How much the model weighs beside the rest, 0 to 1.
  private var modelShare = 0.0
  /// What people have corrected.
  var nudges = OnlineCorrections()

  /// - Parameter sayings: how people say what falls under a duty, by its code.
  package init(duties: [Duty], sayings: [String: [String]] = [:]) {
    self.duties = duties
    rules = RuleSet(duties)
    likeness = DutySimilarity(duties, sayings)
    positions = Dictionary(duties.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    byUnit = Dictionary(grouping: duties.indices.filter { !duties[$0].isFallback }) { duties[$0].unit }
  }

  /// The same with a model, and without corrections: those were of what it was before.
  package func with(_ model: LinearModel?, share: Double) -> Dispatcher {
    var changed = self
    (changed.model, changed.modelShare, changed.nudges) = (model, model == nil ? 0 : share, OnlineCorrections())
    return changed
  }

  /// At most three units, each with its likeliest duty; its confidence is that of all its duties together. The list's
  /// fallback is among them where little fits, with a confidence that sends nothing out by itself.
  ///
  /// - Parameters:
  ///   - category: what the source itself calls it, where it does.
  ///   - tellsPast: whether the reasons may say what was done with other orders.
  package func propose(_ text: String, category: String? = nil, tellsPast: Bool = true) -> Proposal {
    let read = read(text, category: category)
    let shares = shares(read)
    let fallback = duties.firstIndex(where: \.isFallback)
    var units: [(unit: String, share: Double, best: Int)] = []
    for (duty, share) in shares.enumerated() where share > 0.000_1 && duty != fallback {
      if let index = units.firstIndex(where: { $0.unit == duties[duty].unit }) {
        units[index].share += share
        if share > shares[units[index].best] { units[index].best = duty }
      } else {
        units.append((duties[duty].unit, share, duty))
      }
    }
    if let fallback { units.append((duties[fallback].unit, Self.fallbackConfidence, fallback)) }
    units.sort { ($1.share, $0.best) < ($0.share, $1.best) }
    return Proposal(
      units.prefix(3).map { unit, share, best in
        Proposal.Candidate(
          duty: duties[best].code, unit: unit, confidence: min(1, share),
          reasons: best == fallback
            ? ["没有职责条目与来件明显相符，按“\(duties[best].subcategory)”处理"] : reasons(best, text, read, tellsPast))
      })
  }

  /// What is less likely than this is no better guess than whoever takes everything.
  private static let fallbackConfidence = 0.05

  package func position(of code: String) -> Int? { positions[code] }

  /// The unit's duty that the text is likeliest about; nil for a unit that leads nothing.
  func likeliest(of unit: String, _ shares: [Double]) -> Int? {
    byUnit[unit]?.max { (shares[$0], $1) < (shares[$1], $0) }
  }

  /// Whether a label of samples is a duty's code or the name of a unit that leads one.
  package func knows(_ label: String) -> Bool { positions[label] != nil || byUnit[label] != nil }
}

/// How shares come about.
extension Dispatcher {
  /// A text as all who judge it see it.
  package struct Reading {
    /// Names of places and companies blotted out.
    let scalars: [Unicode.Scalar]
    package let category: String?
    package let matches: [Int: RuleSet.Match]
    /// Of each duty: whether a word speaks against it.
    let struck: [Bool]
    let features: [(key: UInt32, value: Float)]
  }

  /// Words decide sharply: a whole rule of one four-character word outweighs a two-character one six to one.
  private static let sharpness = 1.9
  /// What nothing in the list accounts for, in the rules' scores.
  private static let nothing = 1.0
  /// What a text sounds like, beside words that are there.
  private static let likenessPart = 0.5
  /// In log odds: how far what is only heard may lie above nothing.
  private static let hearsay = 2.0

  package func read(_ text: String, category: String?) -> Reading {
    let scalars = NamedPlaces.blotted(text)
    let (matches, struck) = rules.matches(scalars + (category.map { ["\n"] + Array($0.unicodeScalars) } ?? []))
    return Reading(
      scalars: scalars, category: category,
      matches: Dictionary(matches.map { ($0.duty, $0) }, uniquingKeysWith: { first, _ in first }),
      struck: struck, features: OnlineCorrections.features(scalars, likeness))
  }

  /// One a duty; what is missing to 1 is no duty's.
  package func shares(_ read: Reading) -> [Double] {
    var shares = heard(read)
    if let model {
      for index in shares.indices { shares[index] *= 1 - modelShare }
      let evidence = Evidence(
        text: String(String.UnicodeScalarView(read.scalars)), categories: read.category.map { [$0] } ?? [])
      for (label, share) in zip(model.labels, model.shares(evidence)) {
        let position = label.hasPrefix("@") ? likeliest(of: String(label.dropFirst()), shares) : positions[label]
        if let position { shares[position] += share * modelShare }
      }
    }
    return nudges.applied(to: shares, read.features)
  }

  /// By the list's words and by what it sounds like.
  private func heard(_ read: Reading) -> [Double] {
    let likeness = likeness.scores(read.scalars)
    var known: [Int] = []
    var logits: [Double] = []
    for duty in duties.indices where !read.struck[duty] && !duties[duty].isFallback {
      guard read.matches[duty] != nil || likeness != nil else { continue }
      known.append(duty)
      logits.append(
        (read.matches[duty]?.score ?? 0) * Self.sharpness + Double(likeness?[duty] ?? 0) * Self.likenessPart)
    }
    // What no word of the list names is never sure, however much it sounds like one thing.
    let named = zip(known, logits).filter { read.matches[$0.0] != nil }.map(\.1).max()
    let best = logits.max() ?? 0
    logits.append(max(Self.nothing * Self.sharpness, named == best ? 0 : best - Self.hearsay))
    Calibration.normalize(&logits)
    var shares = [Double](repeating: 0, count: duties.count)
    for (duty, share) in zip(known, logits) { shares[duty] = share }
    return shares
  }

  private func reasons(_ index: Int, _ text: String, _ read: Reading, _ tellsPast: Bool) -> [String] {
    let duty = duties[index]
    var reasons: [String] = []
    if let words = read.matches[index]?.words, !words.isEmpty {
      let quoted = words.map { "“\($0)”" }.joined(separator: "、")
      reasons.append("命中关键词\(quoted)，属于“\(duty.category)—\(duty.subcategory)”（\(duty.code)）")
    }
    if tellsPast, let words = model?.words(in: text, for: duty.code), !words.isEmpty {
      let quoted = words.map { "“\($0)”" }.joined(separator: "、")
      reasons.append("以往派作“\(duty.subcategory)”的工单也常见\(quoted)")
    }
    if tellsPast, nudges.speak(for: index, read.features) { reasons.append("相似来件曾由人工认定为“\(duty.subcategory)”") }
    return reasons.isEmpty ? ["与“\(duty.category)—\(duty.subcategory)”（\(duty.code)）的说法相近"] : reasons
  }
}
