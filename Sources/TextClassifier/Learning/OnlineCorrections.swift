/// What corrections have changed since the last training: small numbers by run of characters and duty, on top of all else.
///
/// Passive-aggressive (Crammer et al., Online Passive-Aggressive Algorithms, JMLR 2006, PA-I): no change where the right
/// duty leads by a margin, and no more than needed or `boldness` allows where it does not. The same corrections in the same
/// order give the same numbers.
struct OnlineCorrections: Sendable, Equatable {
  private struct Change: Sendable, Equatable {
    let duty: Int
    var amount: Float
  }

  private var changes: [UInt32: [Change]] = [:]
  private var count = 0

  /// Some four thousand corrections; beyond that, only what has been corrected before still changes.
  private static let limit = 1 << 19
  /// So many runs of a text carry a correction: the rarest of it.
  private static let featuresATime = 64
  /// In log odds: what is right should be twelve times as likely as anything else.
  private static let margin = 2.5
  /// At most twice this is what one correction moves.
  private static let boldness: Float = 3
  /// A share that nothing speaks for, so that a correction has something to lift.
  private static let floor = 0.01

  var isEmpty: Bool { changes.isEmpty }

  /// Runs of two and three characters with their weights, of length 1 together, the weightiest first.
  static func features(_ scalars: [Unicode.Scalar], _ likeness: DutySimilarity) -> [(key: UInt32, value: Float)] {
    let grams = Grams.distinct(Grams.folded(String(String.UnicodeScalarView(scalars)))).filter { $0.value > 1 }
    var weighted = grams.keys.map { (key: $0, value: likeness.rarity($0)) }
    weighted.sort { ($1.value, $0.key) < ($0.value, $1.key) }
    weighted = Array(weighted.prefix(featuresATime))
    let square = weighted.reduce(Float(0)) { $0 + $1.value * $1.value }
    guard square > 0 else { return [] }
    let scale = 1 / square.squareRoot()
    return weighted.map { ($0.key, $0.value * scale) }
  }

  /// The shares as the corrections make them; what is missing to 1 stays no duty's.
  func applied(to shares: [Double], _ text: [(key: UInt32, value: Float)]) -> [Double] {
    guard let moves = moves(text) else { return shares }
    let logits = Self.logits(shares, moves)
    var moved = logits
    Calibration.normalize(&moved)
    return Array(moved.dropLast())
  }

  /// Whether corrections speak for a duty here.
  func speak(for duty: Int, _ text: [(key: UInt32, value: Float)]) -> Bool {
    !isEmpty && text.contains { changes[$0.key]?.contains { $0.duty == duty && $0.amount > 0.05 } ?? false }
  }

  /// Learns that `right` is right, or at least that `wrong` is not.
  ///
  /// - Parameters:
  ///   - shares: before any correction.
  ///   - rivals: the duties that may not win; the last position stands for none.
  mutating func learn(
    _ text: [(key: UInt32, value: Float)], shares: [Double], right: Int?, wrong: Int?, rivals: (Int) -> Bool
  ) {
    let logits = Self.logits(shares, moves(text) ?? [:])
    func highest(_ isMeant: (Int) -> Bool) -> Int? {
      logits.indices.filter(isMeant).max { (logits[$0], $1) < (logits[$1], $0) }
    }
    guard let lower = right == nil ? wrong : highest(rivals), let upper = right ?? highest({ $0 != lower }) else {
      return
    }
    let square = text.reduce(Float(0)) { $0 + $1.value * $1.value }
    let loss = Float(Self.margin - (logits[upper] - logits[lower]))
    guard loss > 0, square > 0 else { return }
    let sides: Float = (right != nil && lower < shares.count) ? 2 : 1
    let step = min(Self.boldness, loss / (square * sides))
    for (key, value) in text {
      if lower < shares.count { change(key, lower, by: -step * value) }
      // Who knows only what is wrong pushes that down and nothing up.
      if right != nil { change(key, upper, by: step * value) }
    }
  }

  private mutating func change(_ key: UInt32, _ duty: Int, by amount: Float) {
    if let index = changes[key]?.firstIndex(where: { $0.duty == duty }) {
      changes[key]?[index].amount += amount
    } else if count < Self.limit {
      changes[key, default: []].append(Change(duty: duty, amount: amount))
      count += 1
    }
  }

  /// By duty; nil where no correction is about this text.
  private func moves(_ text: [(key: UInt32, value: Float)]) -> [Int: Double]? {
    guard !isEmpty else { return nil }
    var moves: [Int: Double] = [:]
    for (key, value) in text {
      for change in changes[key] ?? [] { moves[change.duty, default: 0] += Double(change.amount * value) }
    }
    return moves.isEmpty ? nil : moves
  }

  /// Of all duties, and of none as the last.
  private static func logits(_ shares: [Double], _ moves: [Int: Double]) -> [Double] {
    let rest = max(0, 1 - shares.reduce(0, +))
    return (shares + [rest]).enumerated().map { index, share in
      // A duty that neither words nor corrections name stays out.
      guard share > 0 || moves[index] != nil || index == shares.count else { return -40 }
      return Calibration.log(max(share, floor)) + (moves[index] ?? 0)
    }
  }
}
