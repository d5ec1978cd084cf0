import Kernel

/// Which hot spots are asked for.
package struct HotSpotQuestion: Sendable {
  /// The last day that counts.
  package var asOf: Day
  /// How many days back tickets are looked at; what lies before says what is usual.
  package var days: Int
  /// Tickets of one hot spot lie within so many days.
  package var within: Int
  package var limit: Int

  package init(asOf: Day, days: Int = 30, within: Int = 30, limit: Int = 20) {
    (self.asOf, self.days, self.within, self.limit) = (asOf, days, min(within, days), limit)
  }

  /// Days of the past from which the usual is learnt, those asked for included.
  static let horizon = 365
  /// So many tickets before those asked for say enough.
  static let enough = 100_000
}
