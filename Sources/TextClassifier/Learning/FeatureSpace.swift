import Foundation

/// Which features a model knows and how rare each is, so that frequent ones weigh less (tf-idf, length 1).
package struct FeatureSpace: Sendable {
  /// Rising; a feature's position here is its row in the model.
  let keys: [UInt32]
  /// Inverse document frequency; 0 marks a category feature, which always weighs the same.
  let rarity: [Float]
  private let rows: [UInt32: Int32]

  init(keys: [UInt32], rarity: [Float]) {
    (self.keys, self.rarity) = (keys, rarity)
    rows = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, Int32($0)) })
  }

  /// The features of these, text features only where two share them; at most `limit`, rare ones left out first.
  init(_ documents: [Counts], limit: Int) {
    var frequency: [UInt32: Int32] = [:]
    var crosses: Set<UInt32> = []
    for document in documents {
      for key in document.keys { frequency[key, default: 0] += 1 }
      crosses.formUnion(document.crosses)
    }
    var least: Int32 = 2
    var kept = frequency.filter { $0.value >= least }
    while kept.count + crosses.count > limit, !kept.isEmpty {
      least += 1
      kept = kept.filter { $0.value >= least }
    }
    let count = Double(documents.count)
    var known: [(UInt32, Float)] = kept.filter { !crosses.contains($0.key) }.map { key, frequency in
      (key, Float(log((1 + count) / (1 + Double(frequency))) + 1))
    }
    known += crosses.sorted().prefix(limit).map { ($0, 0) }
    known.sort { $0.0 < $1.0 }
    self.init(keys: known.map(\.0), rarity: known.map(\.1))
  }

  func row(of key: UInt32) -> Int32? { rows[key] }

  /// Text and categories each with length 1; unknown features are left out.
  func vector(_ document: Counts) -> SparseVector {
    var entries: [(Int32, Float)] = []
    var square: Float = 0
    for (key, count) in zip(document.keys, document.counts) {
      guard let row = rows[key], case let rarity = rarity[Int(row)], rarity > 0 else { continue }
      let value = (1 + log(count)) * rarity
      square += value * value
      entries.append((row, value))
    }
    if square > 0 {
      let scale = 1 / square.squareRoot()
      for index in entries.indices { entries[index].1 *= scale }
    }
    if !document.crosses.isEmpty {
      let value = 1 / Float(document.crosses.count).squareRoot()
      entries += document.crosses.compactMap { key in rows[key].map { ($0, value) } }
    }
    return SparseVector(entries)
  }
}
