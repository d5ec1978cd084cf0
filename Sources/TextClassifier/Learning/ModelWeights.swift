/// The numbers of a model without names and calibration: several learners whose weights add up to one linear model.
///
/// Two support vector machines a label, one on the plain features, one on features scaled by how much likelier they are
/// under the label (Wang, Manning: Baselines and Bigrams, ACL 2012); on categories alone also a logistic regression.
struct ModelWeights: Sendable {
  let space: FeatureSpace
  /// Feature by feature, one number a label.
  private(set) var weights: [Float]
  private(set) var biases: [Float]

  /// So many numbers at most: 16 MB in memory, 8 MB as bytes.
  private static let limit = 1 << 22
  /// A support vector machine's scores are about a third of log odds.
  private static let softmaxPart: Float = 0.3

  var hasText: Bool { space.rarity.contains { $0 > 0 } }

  init(_ documents: [Counts], _ targets: [Int], _ costs: [Float], classes: Int) {
    space = FeatureSpace(documents, limit: Self.limit / classes)
    let (space, width) = (space, space.keys.count)
    weights = [Float](repeating: 0, count: width * classes)
    biases = [Float](repeating: 0, count: classes)
    let rows = SparseRows(documents.map(space.vector), width: width)
    let presence = Presence(rows, targets, classes)
    let hasText = space.rarity.contains { $0 > 0 }
    let machines = Parallel.map(classes) { label in
      Self.machine(rows, positive: targets.map { $0 == label }, presence.ratios(of: label), costs, hasText: hasText)
    }
    for (label, machine) in machines.enumerated() {
      biases[label] = machine[width]
      for feature in 0..<width { weights[feature * classes + label] = machine[feature] }
    }
    guard !hasText else { return }
    let softmax = SoftmaxDescent.train(rows, targets, costs, classes: classes, cost: 10)
    for index in weights.indices { weights[index] += Self.softmaxPart * softmax[index] }
    for label in 0..<classes { biases[label] += Self.softmaxPart * softmax[width * classes + label] }
  }

  func scores(_ document: Counts) -> [Float] {
    LinearModel.scores(space.vector(document), weights: weights, biases: biases)
  }

  /// The weights of one label against all others, the bias last.
  private static func machine(
    _ rows: SparseRows, positive: [Bool], _ ratios: [Float], _ costs: [Float], hasText: Bool
  ) -> [Float] {
    guard positive.contains(true) else {
      return [Float](repeating: 0, count: rows.width) + [-2]
    }
    var sum = DualDescent.train(rows, positive: positive, costs: hasText ? costs : costs.map { 0.3 * $0 })
    let scaled = DualDescent.train(
      rows.scaled(ratios), positive: positive, costs: hasText ? costs : costs.map { 0.1 * $0 })
    for feature in 0..<rows.width { sum[feature] += scaled[feature] * ratios[feature] }
    sum[rows.width] += scaled[rows.width]
    return sum
  }
}
