import Glibc
import Synchronization

/// What one question may still cost. Whoever walks rows tells it (`spend`), and stops when it says no: a question is
/// bounded by what it touches and by the time that it takes, and ends when its caller hangs up.
///
/// Belongs to the thread that made it, whose processor time it counts: a question that waits for a busy machine is not
/// called costly for it. Loops that were stopped end with less than the truth, so whatever they made must not be kept or
/// shown before `check` has been asked.
package final class WorkBudget {
  /// The most that a question may cost.
  package struct Limits: Sendable {
    /// Rows, links and texts looked at.
    package var steps: Int
    /// Processor time, in nanoseconds.
    package var processor: Int64
    /// Time on the clock, in nanoseconds.
    package var elapsed: Int64

    package init(steps: Int, processor: Duration, elapsed: Duration) {
      (self.steps, self.processor, self.elapsed) = (steps, processor.nanoseconds, elapsed.nanoseconds)
    }

    /// The same without an end by the clock.
    package var withoutClock: Limits {
      var limits = self
      limits.elapsed = .max
      return limits
    }

    /// Of what people ask: an answer in a second or none.
    package static let question = Limits(
      steps: 400_000_000, processor: .milliseconds(1000), elapsed: .milliseconds(1800))
    /// Of a tag's rule when it is written: half of a question, since it will be a part of others.
    package static let rule = Limits(steps: 200_000_000, processor: .milliseconds(500), elapsed: .milliseconds(1800))
    /// Of what the server does by itself.
    package static let unbounded = Limits(steps: .max, processor: .seconds(1 << 31), elapsed: .seconds(1 << 31))
  }

  private enum End { case costly, busy, cancelled }

  private let limits: Limits
  private let stop: StopFlag?
  private let began: (processor: Int64, elapsed: Int64)
  private var end: End?
  /// Steps so far, and at how many the clocks are looked at next.
  private var steps = 0
  private var nextLook = WorkBudget.stride

  /// Steps between two looks at the clocks: a few microseconds of cheap ones, some milliseconds of dear ones.
  private static let stride = 2048

  package init(_ limits: Limits = .question, stop: StopFlag? = nil) {
    (self.limits, self.stop) = (limits, stop)
    began = (WorkBudget.clock(CLOCK_THREAD_CPUTIME_ID), WorkBudget.clock(CLOCK_MONOTONIC))
  }

  /// Counts steps. False once the question must end; from then on always.
  package func spend(_ count: Int = 1) -> Bool {
    steps &+= count
    return steps < nextLook || look()
  }

  /// What was spent so far: steps, and nanoseconds of processor time.
  package var spent: (steps: Int, processor: Int64) {
    (steps, WorkBudget.clock(CLOCK_THREAD_CPUTIME_ID) - began.processor)
  }

  private func look() -> Bool {
    guard end == nil else { return false }
    let processor = WorkBudget.clock(CLOCK_THREAD_CPUTIME_ID) - began.processor
    if steps > limits.steps || processor > limits.processor {
      end = .costly
    } else if stop?.isSet == true {
      end = .cancelled
    } else if WorkBudget.clock(CLOCK_MONOTONIC) - began.elapsed > limits.elapsed {
      end = .busy
    }
    // Without an end the next look comes later; with one, every step looks and is refused.
    nextLook = end == nil ? steps + WorkBudget.stride : 0
    return end == nil
  }

  /// - Throws: `too_costly`; `too_busy`, which may be tried again; `cancelled`, which nobody waits for any more.
  package func check() throws(Problem) {
    _ = look()
    switch end {
    case nil: return
    case .costly:
      throw Problem(
        .invalid, "too_costly",
        "这个问题要查的内容太多，查了 \(limits.processor / 1_000_000) 毫秒还没有查完，已停下，没有给出结果。请先用标签、居委会等条件缩小范围，少套几层关系（any、count），或少写几项再试。")
    case .busy: throw Problem(.unavailable, "too_busy", "系统正忙，这个问题没有查完。请稍后再试。", retryAfter: 2)
    case .cancelled: throw Problem(.conflict, "cancelled", "提问的人已经离开，没有查完。")
    }
  }

  private static func clock(_ id: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(id, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

/// Tells work on another thread that nobody waits for it any more.
package final class StopFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  package var isSet: Bool { flag.load(ordering: .relaxed) }
  package func set() { flag.store(true, ordering: .relaxed) }
}

extension Duration {
  fileprivate var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return Int64(clamping: seconds).multipliedReportingOverflow(by: 1_000_000_000).partialValue
      &+ attoseconds / 1_000_000_000
  }
}
