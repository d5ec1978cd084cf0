/// A trained model: from evidence to a share a label. Immutable; what is learnt after the training is `OnlineCorrections`.
package struct LinearModel: Sendable {
  /// One answer: labels with their shares, the likeliest first, together 1.
  package struct Answer: Sendable {
    package let ranked: [(label: String, share: Double)]
  }

  /// What it tells apart.
  package let labels: [String]
  /// The weight of all samples that it was trained on.
  package let support: Double
  package let space: FeatureSpace
  /// Feature by feature, one number a label.
  package let weights: [Float]
  let biases: [Float]
  let calibration: Calibration

  /// The same model where units have other names now: labels of units (`@城管中队`) follow, codes of duties stay.
  package func renamed(_ names: [String: String]) -> LinearModel {
    guard labels.contains(where: { $0.hasPrefix("@") && names[String($0.dropFirst())] != nil }) else { return self }
    let new = labels.map { label in
      label.hasPrefix("@") ? names[String(label.dropFirst())].map { "@\($0)" } ?? label : label
    }
    guard Set(new).count == labels.count else { return self }
    return LinearModel(
      labels: new, space: space, weights: weights, biases: biases, calibration: calibration, support: support)
  }

  package var stride: Int { labels.count }

  package init(
    labels: [String], space: FeatureSpace, weights: [Float], biases: [Float], calibration: Calibration, support: Double
  ) {
    (self.labels, self.space, self.weights) = (labels, space, weights)
    (self.biases, self.calibration, self.support) = (biases, calibration, support)
  }

  /// The labels by share; a text of which no feature is known gets the mix of the samples.
  package func answer(_ evidence: Evidence) -> Answer {
    let shares = shares(evidence)
    let order = shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
    return Answer(ranked: order.map { (labels[$0], shares[$0]) })
  }

  /// One share a label, in the order of `labels`.
  package func shares(_ evidence: Evidence) -> [Double] { calibration.shares(scores(Counts(evidence))) }

  func scores(_ document: Counts) -> [Float] {
    Self.scores(space.vector(document), weights: weights, biases: biases)
  }

  static func scores(_ vector: SparseVector, weights: [Float], biases: [Float]) -> [Float] {
    var scores = biases
    let stride = biases.count
    scores.withUnsafeMutableBufferPointer { scores in
      weights.withUnsafeBufferPointer { weights in
        for (position, value) in zip(vector.positions, vector.values) {
          let start = Int(position) * stride
          for label in 0..<stride { scores[label] += weights[start + label] * value }
        }
      }
    }
    return scores
  }
}
