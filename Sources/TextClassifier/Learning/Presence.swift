import Foundation

/// In how many samples of each label a feature is.
struct Presence: Sendable {
  private let counts: [Int32]
  private let totals: [Int32]
  private let classes: Int
  private let width: Int

  init(_ rows: SparseRows, _ targets: [Int], _ classes: Int) {
    (self.classes, width) = (classes, rows.width)
    var counts = [Int32](repeating: 0, count: rows.width * classes)
    var totals = [Int32](repeating: 0, count: rows.width)
    for row in 0..<rows.count {
      for at in rows.starts[row]..<rows.starts[row + 1] {
        counts[Int(rows.positions[at]) * classes + targets[row]] += 1
        totals[Int(rows.positions[at])] += 1
      }
    }
    (self.counts, self.totals) = (counts, totals)
  }

  /// For each feature the logarithm of how much likelier it is under the label than elsewhere; counts begin at 1.
  func ratios(of label: Int) -> [Float] {
    var (inside, outside) = (0.0, 0.0)
    for feature in 0..<width {
      let count = Double(counts[feature * classes + label])
      inside += count + 1
      outside += Double(totals[feature]) - count + 1
    }
    let shift = log(outside / inside)
    return (0..<width).map { feature in
      let count = Double(counts[feature * classes + label])
      return Float(log((count + 1) / (Double(totals[feature]) - count + 1)) + shift)
    }
  }
}
