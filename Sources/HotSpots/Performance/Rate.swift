import Foundation

/// How many of those that count did well.
package struct Rate: Sendable, Equatable {
  package private(set) var good = 0
  package private(set) var of = 0

  package init(good: Int = 0, of: Int = 0) { (self.good, self.of) = (good, of) }

  package mutating func add(_ isGood: Bool) {
    of += 1
    if isGood { good += 1 }
  }

  package mutating func merge(_ other: Rate) { (good, of) = (good + other.good, of + other.of) }

  /// 0 to 1; nil where none counts.
  package var share: Double? { of > 0 ? Double(good) / Double(of) : nil }

  /// The lower end of Wilson's 95 % interval: what the rate is at least, so that one ticket of one does not lead the list.
  package var atLeast: Double? {
    guard of > 0 else { return nil }
    let (n, z) = (Double(of), 1.96)
    let p = Double(good) / n
    let middle = p + z * z / (2 * n)
    let width = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0, (middle - width) / (1 + z * z / n))
  }
}
