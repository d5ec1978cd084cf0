import Kernel
import Synchronization

/// How many follow the feed at once. Each asks the database every second, for as long as it is connected.
final class FeedSeats: Sendable {
  private let perCaller: Int
  private let total: Int
  private let taken = Mutex<[Int64?: Int]>([:])

  init(perCaller: Int, total: Int) { (self.perCaller, self.total) = (perCaller, total) }

  /// A place, until it is let go of.
  final class Seat: Sendable {
    private let caller: Int64?
    private let seats: FeedSeats

    fileprivate init(_ caller: Int64?, _ seats: FeedSeats) { (self.caller, self.seats) = (caller, seats) }

    deinit { seats.leave(caller) }
  }

  /// - Throws: `too_many_feeds`.
  func take(_ caller: Caller) throws(Problem) -> Seat {
    let isFree = taken.withLock { taken in
      guard taken[caller.id, default: 0] < perCaller, taken.values.reduce(0, +) < total else { return false }
      taken[caller.id, default: 0] += 1
      return true
    }
    guard isFree else {
      throw Problem(
        .tooMuch, "too_many_feeds", "同时跟踪变更的连接过多：每个调用者最多 \(perCaller) 个。", retryAfter: 30)
    }
    return Seat(caller.id, self)
  }

  private func leave(_ caller: Int64?) {
    taken.withLock { taken in
      let left = taken[caller, default: 1] - 1
      taken[caller] = left > 0 ? left : nil
    }
  }
}
