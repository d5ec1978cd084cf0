import Dispatch
import FilterLanguage
import Kernel
import Platform
import Support
import Testing

@Suite struct QuestionPoolTests {
  /// Holds questions back until the test has seen what it wants to see.
  private final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    func pass() { semaphore.wait() }
    func open(for count: Int) { for _ in 0..<count { semaphore.signal() } }
  }

  @Test func run_oneCallerAsksMuch_othersAreAnsweredMeanwhile() async throws {
    let pool = QuestionPool(threads: 2, queue: .unhurried)
    defer { pool.close() }
    let gate = Gate()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<10 { group.addTask { try await pool.run(for: "greedy") { _ in gate.pass() } } }
      let answer = try await pool.run(for: "other") { _ in 42 }
      #expect(answer == 42)
      gate.open(for: 10)
      try await group.waitForAll()
    }
  }

  @Test func run_tooMuchWaits_isRefusedWithATimeToComeBack() async throws {
    var queue = QuestionPool.Queue()
    queue.patience = nil
    let pool = QuestionPool(threads: 1, queue: queue)
    defer { pool.close() }
    let gate = Gate()
    let refused = try await withThrowingTaskGroup(of: Problem?.self) { group in
      for _ in 0..<200 {
        group.addTask { try await refusal { try await pool.run(for: "greedy") { _ in gate.pass() } } }
      }
      // At most 64 wait and one runs: the others are told at once.
      var refused: [Problem] = []
      while refused.count < 135, let next = try await group.next() { if let next { refused.append(next) } }
      gate.open(for: 200)
      for try await late in group { if let late { refused.append(late) } }
      return refused
    }
    #expect((135...136).contains(refused.count))
    #expect(refused.allSatisfy { $0.code == "too_busy" && $0.retryAfter != nil })
  }

  @Test func run_waitedTooLong_isToldToComeBack() async throws {
    var queue = QuestionPool.Queue()
    queue.patience = .zero
    let pool = QuestionPool(threads: 1, queue: queue)
    defer { pool.close() }
    let problem = try await refusal { _ = try await pool.run(for: "x") { _ in 42 } }
    #expect(problem?.code == "too_busy" && problem?.retryAfter != nil)
  }

  /// The clock ends a question where people wait, and none where nobody hurries.
  @Test func run_overItsTimeOnTheClock_isRefusedUnlessNobodyHurries() async throws {
    let limits = WorkBudget.Limits(steps: 1_000_000, processor: .seconds(60), elapsed: .zero)
    for (queue, code) in [(QuestionPool.Queue(), "too_busy"), (.unhurried, nil)] {
      let pool = QuestionPool(threads: 1, queue: queue)
      defer { pool.close() }
      let problem = try await refusal {
        try await pool.run(for: "x", limits: limits) { budget in
          _ = budget.spend(5_000)
          try budget.check()
        }
      }
      #expect(problem?.code == code)
    }
  }

  @Test func run_callerHangsUp_workEnds() async throws {
    let pool = QuestionPool(threads: 1)
    defer { pool.close() }
    let began = Gate()
    let task = Task {
      try await refusal {
        try await pool.run(for: "x", limits: .unbounded) { budget in
          began.open(for: 1)
          while budget.spend() {}
          try budget.check()
        }
      }
    }
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        began.pass()
        continuation.resume()
      }
    }
    task.cancel()
    #expect(try await task.value?.code == "cancelled")
  }

  @Test func run_overItsLimits_isRefused() async throws {
    let pool = QuestionPool(threads: 1)
    defer { pool.close() }
    let limits = WorkBudget.Limits(steps: 5_000, processor: .seconds(60), elapsed: .seconds(60))
    let problem = try await refusal {
      try await pool.run(for: "x", limits: limits) { budget in
        while budget.spend() {}
        try budget.check()
      }
    }
    #expect(problem?.code == "too_costly" && problem?.kind == .invalid)
  }
}
