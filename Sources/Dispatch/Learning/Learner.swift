/// What a person found out about a proposal: which label was right, or at least that one was wrong (退单).
package struct Correction: Sendable {
  package var evidence: Evidence
  package var right: String?
  package var wrong: String?
  /// 1 for an ordinary correction; at most 4 counts.
  package var weight: Double

  package init(_ evidence: Evidence, right: String?, wrong: String? = nil, weight: Double = 1) {
    (self.evidence, self.right, self.wrong, self.weight) = (evidence, right, wrong, weight)
  }
}

/// Learns from corrections while the program runs, in well under a millisecond each; the next training starts anew.
///
/// Passive-aggressive (Crammer et al., Online Passive-Aggressive Algorithms, JMLR 2006, PA-I): no change where the
/// model is right by a margin, and no more than needed or `boldness` allows where it is not.
package enum Learner {
  private static let boldness: Float = 1.5
  private static let margin: Float = 1

  /// A new model; the one given stays as it is. A label that it does not know yet is added.
  package static func corrected(_ model: LinearModel, by correction: Correction) -> LinearModel {
    var model = model
    let right = correction.right.map { model.position(adding: $0) }
    let document = Counts(correction.evidence)
    let logits = model.calibration.logits(model.scores(document))
    let wrong = correction.wrong.flatMap(model.labels.firstIndex)
    let highest = { (besides: Int?) in
      logits.indices.filter { $0 != besides }.max { logits[$0] < logits[$1] }
    }
    // The strongest rival, which need not be the one that was proposed.
    guard let lower = right == nil ? wrong : highest(right), let upper = right ?? highest(lower), lower != upper else {
      return model
    }
    let features = model.space.weighted(document).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Corrections.featuresATime)
    let square = features.reduce(Float(0)) { $0 + $1.value * $1.value }
    let loss = margin - Float(logits[upper] - logits[lower])
    guard loss > 0, square > 0 else { return model }
    let factor = Float(model.calibration.factor)
    let bound = boldness * Float(min(4, max(0, correction.weight))) / square.squareRoot()
    // Who knows only what is wrong pushes that down and nothing up.
    let step = min(bound, loss / (factor * square * (right == nil ? 1 : 2)))
    for (key, value) in features {
      model.corrections.change(key, lower, by: -step * value)
      if right != nil { model.corrections.change(key, upper, by: step * value) }
    }
    return model
  }
}

extension LinearModel {
  fileprivate mutating func position(adding label: String) -> Int {
    if let known = labels.firstIndex(of: label) { return known }
    labels.append(label)
    biases.append(-2)
    calibration.offsets.append(0)
    return labels.count - 1
  }
}
