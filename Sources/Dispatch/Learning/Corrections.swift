/// What corrections have changed of a model since it was trained: small numbers by feature and label.
struct Corrections: Sendable, Equatable {
  /// Feature key above, label's position below.
  var changes: [UInt64: Float] = [:]
  /// Features that some change is about.
  private(set) var features: Set<UInt32> = []

  /// About a thousand corrections; beyond that, only features that are known already change until the next training.
  static let limit = 1 << 17
  /// So many features of a text carry a correction: the rarest of it.
  static let featuresATime = 64

  var isEmpty: Bool { changes.isEmpty }

  mutating func change(_ key: UInt32, _ label: Int, by amount: Float) {
    let place = UInt64(key) << 32 | UInt64(label)
    guard changes.count < Self.limit || changes[place] != nil else { return }
    changes[place, default: 0] += amount
    features.insert(key)
  }

  /// Adds to scores what the changes make of a text.
  func add(_ space: FeatureSpace, _ document: Counts, to scores: inout [Float]) {
    guard !isEmpty else { return }
    for (key, value) in space.weighted(document) where features.contains(key) {
      for label in scores.indices {
        if let change = changes[UInt64(key) << 32 | UInt64(label)] { scores[label] += change * value }
      }
    }
  }
}

extension FeatureSpace {
  /// Keys with their weight in this text, unknown ones included as if they were as rare as the rarest.
  func weighted(_ document: Counts) -> [(key: UInt32, value: Float)] {
    let rarest = rarity.max() ?? 1
    var weighted: [(key: UInt32, value: Float)] = []
    var square: Float = 0
    for (key, count) in zip(document.keys, document.counts) {
      let rarity = row(of: key).map { self.rarity[Int($0)] } ?? rarest
      let value = (count > 1 ? 1.5 : 1) * rarity
      square += value * value
      weighted.append((key, value))
    }
    let scale = square > 0 ? 1 / square.squareRoot() : 0
    for index in weighted.indices { weighted[index].value *= scale }
    guard !document.crosses.isEmpty else { return weighted }
    let value = 1 / Float(document.crosses.count).squareRoot()
    return weighted + document.crosses.map { ($0, value) }
  }
}
