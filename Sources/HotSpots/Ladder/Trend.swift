import Foundation

/// Whether there are more than there were.
enum Trend {
  /// How likely `now` or more of all came in the second of two equal times if nothing had changed: the upper tail of a
  /// binomial with one half.
  static func chance(_ now: Int, _ before: Int) -> Double {
    let all = now + before
    guard all > 0, now > before else { return 1 }
    var tail = 0.0
    for count in now...all { tail += exp(logChoose(all, count) - Double(all) * log(2)) }
    return min(1, tail)
  }

  private static func logChoose(_ all: Int, _ some: Int) -> Double {
    lgamma(Double(all) + 1) - lgamma(Double(some) + 1) - lgamma(Double(all - some) + 1)
  }
}
