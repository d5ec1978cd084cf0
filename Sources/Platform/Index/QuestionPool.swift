import Dispatch
import Foundation
import Kernel
import Synchronization

/// Threads of their own for what is worked out in memory: questions to the index, figures over tickets, sentences. The
/// threads that answer requests only wait for them, so that no question keeps anybody from being answered.
///
/// Callers take turns, and none has more than half of the threads: many questions of one make that one wait. What waits is
/// bounded in number and in time, and each question has a budget.
package final class QuestionPool: Sendable {
  /// The one of this process.
  package static let shared = QuestionPool(threads: max(4, ProcessInfo.processInfo.activeProcessorCount))

  /// What may wait for a thread. Whoever comes beyond it is told to come back.
  package struct Queue: Sendable {
    /// Questions that wait: of one caller, and of all.
    package var (mostOfOne, mostOfAll) = (64, 512)
    /// Whoever has waited this long is told to come back instead of being answered when nobody listens any more. nil: the clock
    /// ends no question, neither one that waits nor one under way; processor time and steps do.
    package var patience: Duration? = .seconds(5)

    package init() {}

    /// Of work that is to have its answer however busy the machine is.
    package static let unhurried: Queue = {
      var queue = Queue()
      (queue.mostOfOne, queue.mostOfAll, queue.patience) = (.max, .max, nil)
      return queue
    }()
  }

  private struct Job: Sendable {
    let caller: String
    let since: ContinuousClock.Instant
    let run: @Sendable (_ isLate: Bool) -> Void
  }

  private struct State {
    var waiting: [String: [Job]] = [:]
    /// Callers with waiting questions, whose turn is next first.
    var turns: [String] = []
    var running: [String: Int] = [:]
    var count = 0
    var hasStarted = false
    var isClosed = false
  }

  private let threads: Int
  private let mostRunning: Int
  private let queue: Queue
  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)

  package init(threads: Int, queue: Queue = Queue()) {
    (self.threads, self.queue, mostRunning) = (threads, queue, max(1, threads / 2))
  }

  /// Runs work on one of the threads, within a budget that it must spend from and that is spent when the caller's task is
  /// cancelled.
  ///
  /// - Throws: `too_busy` when too much waits already; what the work throws.
  package func run<Value: Sendable>(
    for caller: String, limits: WorkBudget.Limits = .question,
    _ work: @escaping @Sendable (WorkBudget) throws -> Value
  ) async throws -> Value {
    let stop = StopFlag()
    let limits = queue.patience == nil ? limits.withoutClock : limits
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let job = Job(caller: caller, since: .now) { isLate in
          guard !isLate else { return continuation.resume(throwing: Self.tooBusy) }
          continuation.resume(with: Result { try work(WorkBudget(limits, stop: stop)) })
        }
        if !accept(job) { continuation.resume(throwing: Self.tooBusy) }
      }
    } onCancel: {
      stop.set()
    }
  }

  /// How many questions wait for a thread.
  package var waiting: Int { state.withLock { $0.count } }

  /// Ends the threads once they have nothing left to do.
  package func close() {
    state.withLock { $0.isClosed = true }
    for _ in 0..<threads { ready.signal() }
  }

  private static let tooBusy = Problem(.unavailable, "too_busy", "系统正忙，排队的问题太多。请稍后再试。", retryAfter: 2)

  private func accept(_ job: Job) -> Bool {
    let (isAccepted, isFirst) = state.withLock { state in
      let mine = state.waiting[job.caller]?.count ?? 0
      guard mine < queue.mostOfOne, state.count < queue.mostOfAll, !state.isClosed else { return (false, false) }
      if mine == 0 { state.turns.append(job.caller) }
      state.waiting[job.caller, default: []].append(job)
      state.count += 1
      defer { state.hasStarted = true }
      return (true, !state.hasStarted)
    }
    if isFirst { start() }
    if isAccepted { ready.signal() }
    return isAccepted
  }

  private func start() {
    for number in 1...threads {
      let thread = Thread { [self] in serve() }
      thread.name = "question \(number)"
      // Rules that stand on rules are asked inside of one another.
      thread.stackSize = 16 << 20
      thread.start()
    }
  }

  private func serve() {
    while true {
      ready.wait()
      while let job = take() {
        job.run(queue.patience.map { ContinuousClock.now - job.since > $0 } ?? false)
        state.withLock { $0.running[job.caller, default: 1] -= 1 }
      }
      if state.withLock({ $0.isClosed }) { return }
    }
  }

  /// The next question of the caller whose turn it is, among those that have a thread left.
  private func take() -> Job? {
    state.withLock { state in
      guard let turn = state.turns.firstIndex(where: { state.running[$0, default: 0] < mostRunning }) else {
        return nil
      }
      let caller = state.turns.remove(at: turn)
      guard var jobs = state.waiting[caller], !jobs.isEmpty else { return nil }
      let job = jobs.removeFirst()
      state.waiting[caller] = jobs.isEmpty ? nil : jobs
      if !jobs.isEmpty { state.turns.append(caller) }
      state.running = state.running.filter { $0.value > 0 }
      state.running[caller, default: 0] += 1
      state.count -= 1
      return job
    }
  }
}
