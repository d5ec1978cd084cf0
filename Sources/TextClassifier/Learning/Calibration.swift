import Foundation

/// Turns a model's scores into shares that hold: of what gets 0.9, nine in ten are right.
///
/// One factor for all labels and an offset a label, fitted on scores of samples that the scoring model had not seen
/// (Platt 1999; Guo et al., On Calibration of Modern Neural Networks, 2017, with offsets).
package struct Calibration: Sendable, Equatable {
  var factor: Double
  var offsets: [Double]

  /// The mix of matters tomorrow is not the one of the samples: frequent labels count with this power less.
  static let flattening = 0.6

  /// - Parameters:
  ///   - scores: of each sample, one a label.
  ///   - flattening: 0 keeps the samples' own mix, 1 counts all labels alike.
  init(scores: [[Float]], labels: [Int], weights: [Double], classes: Int, flattening: Double) {
    factor = 2
    offsets = [Double](repeating: 0, count: classes)
    guard !scores.isEmpty else { return }
    let counts = Self.counts(labels, weights, classes: classes, flattening: flattening)
    let sum = max(counts.reduce(0, +), 1e-12)
    fit(scores, labels, counts.map { $0 / sum }, prior: 1 / Double(scores.count))
  }

  init(factor: Double, offsets: [Double]) { (self.factor, self.offsets) = (factor, offsets) }

  /// How much each sample counts where frequent labels count less.
  static func counts(_ labels: [Int], _ weights: [Double], classes: Int, flattening: Double) -> [Double] {
    var sizes = [Double](repeating: 0, count: classes)
    for (label, weight) in zip(labels, weights) { sizes[label] += weight }
    let mean = sizes.reduce(0, +) / Double(max(1, sizes.count { $0 > 0 }))
    return zip(labels, weights).map { label, weight in weight * pow(sizes[label] / mean, -flattening) }
  }

  /// Shares that sum to 1.
  func shares(_ scores: [Float]) -> [Double] {
    var shares = logits(scores)
    Self.normalize(&shares)
    return shares
  }

  func logits(_ scores: [Float]) -> [Double] { scores.indices.map { Double(scores[$0]) * factor + offsets[$0] } }

  static func log(_ share: Double) -> Double { Foundation.log(share) }

  static func normalize(_ logits: inout [Double]) {
    let highest = logits.max() ?? 0
    var sum = 0.0
    for index in logits.indices {
      logits[index] = exp(logits[index] - highest)
      sum += logits[index]
    }
    for index in logits.indices { logits[index] /= sum }
  }

  /// Adam on the weighted log loss; a small prior keeps the offsets of rare labels near nought.
  private mutating func fit(_ scores: [[Float]], _ labels: [Int], _ counts: [Double], prior: Double) {
    let size = offsets.count + 1
    var (first, second) = ([Double](repeating: 0, count: size), [Double](repeating: 0, count: size))
    for step in 1...Self.steps {
      var gradient = [Double](repeating: 0, count: size)
      for (index, row) in scores.enumerated() {
        var shares = shares(row)
        shares[labels[index]] -= 1
        for label in row.indices {
          let slope = counts[index] * shares[label]
          gradient[label] += slope
          gradient[size - 1] += slope * Double(row[label])
        }
      }
      for index in 0..<size {
        if index < size - 1 { gradient[index] += prior * offsets[index] }
        first[index] = 0.9 * first[index] + 0.1 * gradient[index]
        second[index] = 0.999 * second[index] + 0.001 * gradient[index] * gradient[index]
        let rate = 0.1 * (1 - Double(step) / Double(Self.steps + 1))
        let move =
          rate * (first[index] / (1 - pow(0.9, Double(step))))
          / ((second[index] / (1 - pow(0.999, Double(step)))).squareRoot() + 1e-9)
        if index == size - 1 { factor = max(0.1, factor - move) } else { offsets[index] -= move }
      }
    }
  }

  private static let steps = 120
}
