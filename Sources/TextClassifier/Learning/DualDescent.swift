/// A linear support vector machine with squared hinge loss, by dual coordinate descent.
///
/// Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008,
/// algorithms 1 and 3 (shrinking). The order of rows comes from a seed, so that training twice gives the same.
enum DualDescent {
  /// - Parameters:
  ///   - positive: which rows are of the class.
  ///   - costs: the price of an error at each row; 0 leaves the row out.
  /// - Returns: a weight a column, and last the bias.
  static func train(_ rows: SparseRows, positive: [Bool], costs: [Float], passes: Int = 60) -> [Float] {
    var weights = [Float](repeating: 0, count: rows.width + 1)
    var alphas = [Float](repeating: 0, count: rows.count)
    var order = (0..<rows.count).filter { costs[$0] > 0 }
    var random = SplitMix(state: 20_261_121)
    weights.withUnsafeMutableBufferPointer { weights in
      alphas.withUnsafeMutableBufferPointer { alphas in
        rows.withSpans { starts, positions, values in
          let data = Rows(starts: starts, positions: positions, values: values, bias: rows.width)
          var table = [(square: Float, slack: Float)](repeating: (1, 1), count: rows.count)
          for row in order { table[row] = (data.square(row) + 1, 0.5 / costs[row]) }
          descend(data, positive, table, &weights, &alphas, &order, &random, passes)
        }
      }
    }
    return weights
  }

  private struct Rows {
    let starts: UnsafeBufferPointer<Int>
    let positions: UnsafeBufferPointer<Int32>
    let values: UnsafeBufferPointer<Float>
    let bias: Int

    @inline(__always) func square(_ row: Int) -> Float {
      var sum: Float = 0
      var at = starts[row]
      while at < starts[row + 1] {
        sum += values[at] * values[at]
        at += 1
      }
      return sum
    }

    @inline(__always) func dot(_ row: Int, _ weights: UnsafeMutableBufferPointer<Float>) -> Float {
      var sum = weights[bias]
      var at = starts[row]
      let end = starts[row + 1]
      while at < end {
        sum += weights[Int(positions[at])] * values[at]
        at += 1
      }
      return sum
    }

    @inline(__always) func add(_ row: Int, _ factor: Float, to weights: UnsafeMutableBufferPointer<Float>) {
      weights[bias] += factor
      var at = starts[row]
      let end = starts[row + 1]
      while at < end {
        weights[Int(positions[at])] += factor * values[at]
        at += 1
      }
    }
  }

  private static func descend(
    _ rows: Rows, _ positive: [Bool], _ table: [(square: Float, slack: Float)],
    _ weights: inout UnsafeMutableBufferPointer<Float>, _ alphas: inout UnsafeMutableBufferPointer<Float>,
    _ order: inout [Int], _ random: inout SplitMix, _ passes: Int
  ) {
    let all = order
    var ceiling = Float.infinity
    for _ in 0..<passes {
      var (highest, lowest) = (-Float.infinity, Float.infinity)
      order.shuffle(using: &random)
      var kept: [Int] = []
      kept.reserveCapacity(order.count)
      for row in order {
        let sign: Float = positive[row] ? 1 : -1
        let gradient = sign * rows.dot(row, weights) - 1 + alphas[row] * table[row].slack
        if alphas[row] == 0, gradient > ceiling { continue }
        kept.append(row)
        let projected = alphas[row] == 0 ? min(gradient, 0) : gradient
        highest = max(highest, projected)
        lowest = min(lowest, projected)
        guard abs(projected) > 1e-6 else { continue }
        let before = alphas[row]
        alphas[row] = max(0, before - gradient / (table[row].square + table[row].slack))
        rows.add(row, (alphas[row] - before) * sign, to: weights)
      }
      order = kept
      if highest - lowest < tolerance {
        if kept.count == all.count { return }
        // Near enough with those left: once more with all.
        (order, ceiling) = (all, .infinity)
      } else {
        ceiling = highest <= 0 ? .infinity : highest
      }
    }
  }

  private static let tolerance: Float = 0.01
}

/// Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
