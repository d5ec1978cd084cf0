/// Random choices that a seed repeats.
struct Dice {
  private var state: UInt64
  /// Seeds are spread first: neighbouring ones would else be one stream, a few steps apart.
  init(seed: UInt64) {
    state = seed
    for _ in 0..<3 { state = next() ^ seed << 32 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
  mutating func chance(_ share: Double) -> Bool { unit() < share }
  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }
  mutating func pick<T>(_ items: [T]) -> T { items[int(0...(items.count - 1))] }
  /// The position of a weight, drawn in proportion; `sums` are running sums.
  mutating func draw(_ sums: [Double]) -> Int {
    let aim = unit() * (sums.last ?? 0)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] < aim { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
