/// Parts of equal size with the same mix of labels, from a fixed seed.
package struct Folds: Sendable {
  package let count: Int
  /// The part of each sample.
  package let fold: [Int]

  package init(_ targets: [Int], count: Int) {
    var random = SplitMix(state: 20_201_001)
    let mixed = targets.indices.shuffled(using: &random).enumerated()
    let order = mixed.sorted { (targets[$0.element], $0.offset) < (targets[$1.element], $1.offset) }
    var fold = [Int](repeating: 0, count: targets.count)
    for (rank, place) in order.enumerated() { fold[place.element] = rank % count }
    (self.count, self.fold) = (count, fold)
  }
}
