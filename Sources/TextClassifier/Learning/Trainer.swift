import Kernel

/// Learns a `LinearModel` from samples. Pure: the same samples in the same order give the same model.
///
/// Confidence is calibrated on samples that were held back in turn.
package enum Trainer {
  private static let folds = 3

  /// At least two labels with a sample each; throws `.invalid`, code `too_few_samples`, otherwise.
  package static func train(_ samples: [Sample]) throws(Problem) -> LinearModel {
    try trainAndTry(samples).model
  }

  /// The plain form for tickets: text, the right duty or unit, and how much it counts.
  package static func train(_ samples: [(text: String, label: String, weight: Double)]) throws(Problem) -> LinearModel {
    try train(samples.map { Sample(Evidence(text: $0.text), label: $0.label, weight: $0.weight) })
  }

  /// The model, and how it would have done on each sample had it not seen it: for `DispatchPolicy.choose`.
  package static func trainAndTry(
    _ samples: [Sample]
  ) throws(Problem) -> (model: LinearModel, outcomes: [Outcome]) {
    let used = samples.filter { $0.weight > 0 && $0.weight.isFinite && !$0.label.isEmpty }
    let labels = Array(Set(used.map(\.label))).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard labels.count > 1 else {
      throw Problem(.invalid, "too_few_samples", "样本太少：至少要有两种不同的标签，才能训练分派模型")
    }
    let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    let documents = used.map { Counts($0.evidence) }
    let targets = used.map { numbers[$0.label] ?? 0 }
    let weights = used.map(\.weight)
    let parts = Folds(targets, count: folds)
    // The last is the model, the others are its witnesses, each blind to a part.
    let weighings = Parallel.map(folds + 1) { fold in
      let seen = used.indices.filter { parts.fold[$0] != fold }
      return ModelWeights(
        seen.map { documents[$0] }, seen.map { targets[$0] }, seen.map { Float(weights[$0]) }, classes: labels.count)
    }
    let whole = weighings[folds]
    let scores = used.indices.map { weighings[parts.fold[$0]].scores(documents[$0]) }
    let flattening = whole.hasText ? Calibration.flattening : 0
    let calibration = Calibration(
      scores: scores, labels: targets, weights: weights, classes: labels.count, flattening: flattening)
    let counts = Calibration.counts(targets, weights, classes: labels.count, flattening: flattening)
    let outcomes = used.indices.map { index in
      let shares = calibration.shares(scores[index])
      let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
      return Outcome(confidence: shares[best], right: best == targets[index], weight: counts[index])
    }
    let model = LinearModel(
      labels: labels, space: whole.space, weights: whole.weights, biases: whole.biases, calibration: calibration,
      support: weights.reduce(0, +))
    return (model, outcomes)
  }
}
