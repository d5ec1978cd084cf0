/// xoshiro256** (Blackman and Vigna), seeded through SplitMix64: the same numbers from the same seed on every machine.
struct DemoRandom: RandomNumberGenerator {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameter stream: streams of one seed are independent of each other, so that committees can be made in parallel.
  init(seed: UInt64, stream: UInt64) {
    var mix = seed ^ (stream &* 0xD134_2543_DE82_EF95)
    func next() -> UInt64 {
      mix &+= 0x9E37_79B9_7F4A_7C15
      var z = mix
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (next(), next(), next(), next())
  }

  mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, 45)
    return result
  }

  private func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 { (value << bits) | (value >> (64 - bits)) }

  /// From 0 up to, and not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// Both ends included. The bias of taking the upper bits is below 2^-40 for the ranges in use.
  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
  }

  /// One element; the list is never empty.
  mutating func pick<T>(_ list: [T]) -> T { list[int(0...(list.count - 1))] }

  mutating func pick<T>(_ choices: DemoChoices<T>) -> T { choices.value(at: unit()) }

  /// Fisher and Yates.
  mutating func shuffle<T>(_ list: inout [T]) {
    for index in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(index, int(0...index)) }
  }
}

/// Values with weights, to pick from.
struct DemoChoices<T: Sendable>: Sendable {
  private let values: [T]
  private let bounds: [Double]

  init(_ weighted: [(T, Double)]) {
    values = weighted.map(\.0)
    let total = weighted.reduce(0) { $0 + $1.1 }
    var sum = 0.0
    bounds = weighted.map {
      sum += $0.1
      return sum / total
    }
  }

  /// The value whose share of the line from 0 to 1 has `position`.
  func value(at position: Double) -> T {
    var (low, high) = (0, values.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return values[low]
  }
}
