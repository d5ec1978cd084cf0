import Foundation

/// Counts by hash, in a table that does not grow: for finding out cheaply what is rare.
struct CountTable {
  private var counts: [UInt32]
  private let mask: UInt64

  /// - Parameter slots: a power of two.
  init(slots: Int) {
    counts = [UInt32](repeating: 0, count: slots)
    mask = UInt64(slots - 1)
  }

  @inline(__always)
  mutating func add(_ key: UInt64) { counts[Int(key & mask)] &+= 1 }
  @inline(__always)
  subscript(key: UInt64) -> Int { Int(counts[Int(key & mask)]) }
  /// About how many different keys were counted (linear counting: some share a slot).
  var different: Int {
    let slots = Double(counts.count)
    let empty = Double(max(1, counts.count { $0 == 0 }))
    return Int(slots * log(slots / empty))
  }
}

/// Numbers for keys, from 0, by open addressing.
struct KeyTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private(set) var count = 0

  init() {
    (keys, values, mask) = ([UInt64](repeating: 0, count: 1024), [Int32](repeating: -1, count: 1024), 1023)
  }

  @inline(__always)
  subscript(key: UInt64) -> Int? {
    var at = Int(truncatingIfNeeded: key >> 7) & mask
    while values[at] >= 0 {
      if keys[at] == key { return Int(values[at]) }
      at = (at + 1) & mask
    }
    return nil
  }

  /// The number of a key, a new one where it is new.
  mutating func number(of key: UInt64) -> Int {
    if let known = self[key] { return known }
    if count * 2 > mask { grow() }
    place(key, Int32(count))
    count += 1
    return count - 1
  }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    var at = Int(truncatingIfNeeded: key >> 7) & mask
    while values[at] >= 0 { at = (at + 1) & mask }
    (keys[at], values[at]) = (key, value)
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    mask = mask * 4 + 3
    keys = [UInt64](repeating: 0, count: mask + 1)
    values = [Int32](repeating: -1, count: mask + 1)
    for (key, value) in zip(oldKeys, oldValues) where value >= 0 { place(key, value) }
  }
}
