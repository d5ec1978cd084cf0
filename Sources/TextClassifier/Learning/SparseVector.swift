/// Numbers by position, most of them zero and left out. Positions rise.
struct SparseVector: Sendable {
  var positions: [Int32]
  var values: [Float]

  init(_ entries: [(Int32, Float)]) {
    let sorted = entries.sorted { $0.0 < $1.0 }
    positions = sorted.map(\.0)
    values = sorted.map(\.1)
  }
}

/// How often each feature is in one piece of evidence, before it is known which features a model keeps.
struct Counts {
  /// Rising, each once.
  private(set) var keys: [UInt32] = []
  private(set) var counts: [Float] = []
  /// Single categories and pairs of them, rising, each once.
  let crosses: [UInt32]

  init(_ evidence: Evidence) {
    var text = Grams.of(evidence.text).map(\.key)
    text.sort()
    for key in text {
      if keys.last == key {
        counts[counts.count - 1] += 1
      } else {
        keys.append(key)
        counts.append(1)
      }
    }
    crosses = Self.crosses(evidence.categories)
  }

  /// Which unit acts depends on matter and place together, so that pairs count as features of their own.
  private static func crosses(_ categories: [String]) -> [UInt32] {
    let named = categories.enumerated().filter { !$0.element.isEmpty }
    var keys: [UInt32] = []
    for (index, (column, value)) in named.enumerated() {
      keys.append(Grams.key(of: "\(column)=\(value)", kind: 7))
      for (other, second) in named[(index + 1)...] {
        keys.append(Grams.key(of: "\(column)=\(value)\u{1F}\(other)=\(second)", kind: 8))
      }
    }
    return Array(Set(keys)).sorted()
  }
}
