import Foundation

/// Logistic regression over all labels at once, by stochastic gradient descent with a step a weight (AdaGrad).
///
/// Duchi, Hazan, Singer: Adaptive Subgradient Methods, JMLR 2011. Where a support vector machine knows the first place
/// best, this one knows the second and third.
enum SoftmaxDescent {
  private static let passes = 15
  private static let rate: Float = 0.5

  /// - Parameter cost: the price of an error against that of large weights.
  /// - Returns: feature by feature one weight a label, and after the last feature the biases.
  static func train(_ rows: SparseRows, _ targets: [Int], _ costs: [Float], classes: Int, cost: Float) -> [Float] {
    var weights = [Float](repeating: 0, count: (rows.width + 1) * classes)
    var squares = [Float](repeating: 1e-3, count: weights.count)
    let decay = decays(rows, cost)
    var order = Array(0..<rows.count)
    var random = SplitMix(state: 19_491_001)
    var slopes = [Float](repeating: 0, count: classes)
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        slopes.withUnsafeMutableBufferPointer { slopes in
          guard let weights = weights.baseAddress, let squares = squares.baseAddress, let slopes = slopes.baseAddress
          else { return }
          let step = Step(weights: weights, squares: squares, slopes: slopes, classes: classes, bias: rows.width)
          rows.withSpans { starts, positions, values in
            for _ in 0..<passes {
              order.shuffle(using: &random)
              for row in order where costs[row] > 0 {
                let span = starts[row]..<starts[row + 1]
                step.take(positions[span], values[span], target: targets[row], weight: costs[row], decay)
              }
            }
          }
        }
      }
    }
    return weights
  }

  /// A feature's share of the pull to nought at each row that has it, so that a pass over all rows pulls once.
  private static func decays(_ rows: SparseRows, _ cost: Float) -> [Float] {
    var counts = [Float](repeating: 0, count: rows.width)
    for position in rows.positions { counts[Int(position)] += 1 }
    return counts.map { 1 / (cost * max(1, $0)) } + [0]
  }

  private struct Step {
    let weights: UnsafeMutablePointer<Float>
    let squares: UnsafeMutablePointer<Float>
    let slopes: UnsafeMutablePointer<Float>
    let classes: Int
    let bias: Int

    func take(
      _ positions: Slice<UnsafeBufferPointer<Int32>>, _ values: Slice<UnsafeBufferPointer<Float>>, target: Int,
      weight: Float, _ decay: [Float]
    ) {
      slopes.update(from: weights + bias * classes, count: classes)
      for at in positions.indices {
        let (row, value) = (weights + Int(positions[at]) * classes, values[at])
        for label in 0..<classes { slopes[label] += row[label] * value }
      }
      softmax()
      slopes[target] -= 1
      for label in 0..<classes { slopes[label] *= weight }
      for at in positions.indices { move(Int(positions[at]), values[at], decay[Int(positions[at])]) }
      move(bias, 1, 0)
    }

    private func softmax() {
      var highest = slopes[0]
      for label in 0..<classes { highest = max(highest, slopes[label]) }
      var sum: Float = 0
      for label in 0..<classes {
        slopes[label] = expf(slopes[label] - highest)
        sum += slopes[label]
      }
      for label in 0..<classes { slopes[label] /= sum }
    }

    @inline(__always) private func move(_ feature: Int, _ value: Float, _ decay: Float) {
      let (row, square) = (weights + feature * classes, squares + feature * classes)
      for label in 0..<classes {
        let slope = slopes[label] * value + decay * row[label]
        let sum = square[label] + slope * slope
        square[label] = sum
        row[label] -= SoftmaxDescent.rate * slope / sum.squareRoot()
      }
    }
  }
}
