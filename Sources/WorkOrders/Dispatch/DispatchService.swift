import Kernel
import Platform
import Storage
import Synchronization
import TextClassifier

/// Who proposes units: the dispatcher with the duties of the day and all that people have taught it, and from when on it
/// is believed.
///
/// What it knows is a function of the database alone: the duty list of the day, the newest model, and the lessons after
/// that model in their order. A restart, or another process on the same file, comes to the same proposals.
package final class DispatchService: CommitFollower {
  private struct Held {
    var dispatcher = Dispatcher(duties: [])
    var policy = DispatchPolicy.untried
    var lessons = 0
    /// Set by hand: what is learnt does not change it.
    var pinned: DispatchPolicy?
    var duties: [String: Duty] = [:]
    /// What the list was when `duties` was last read.
    var list: DutyListMark?
  }

  private let held = Mutex(Held())
  /// One learns at a time; proposals go on meanwhile with what was known.
  private let learnt = Mutex(DispatchMemory())

  package init() {}

  /// Reads the responsibility list where it has changed, or the day has; costs one small look-up where it has not. Enough
  /// for deadlines; usable inside a write, which learns nothing, for it may yet be rolled back.
  func knowDuties(_ reader: Reader, today: Day) throws {
    let mark = try reader.dutyListMark(on: today)
    guard held.withLock({ $0.list }) != mark else { return }
    let duties = try reader.duties(on: today)
    held.withLock { held in
      held.duties = Self.byCode(duties)
      held.list = mark
    }
  }

  /// The same, and learns what has been committed since: lessons, a new model. Three small look-ups where there is nothing.
  package func catchUp(_ reader: Reader, today: Day) throws {
    try knowDuties(reader, today: today)
    try learnt.withLock { memory in
      guard try memory.catchUp(reader, today: today) else { return }
      let (dispatcher, policy, count) = (memory.dispatcher, memory.policy, memory.count)
      held.withLock { ($0.dispatcher, $0.policy, $0.lessons) = (dispatcher, policy, count) }
    }
  }

  /// Works with these duties from now on, until the list changes; orders that are there already keep theirs.
  package func replace(_ duties: [Duty]) {
    let dispatcher = learnt.withLock { $0.replace(duties) }
    held.withLock { held in
      held.duties = Self.byCode(duties)
      held.dispatcher = dispatcher
    }
  }

  /// From when on a proposal is dispatched without a person, whatever is learnt.
  package func trust(_ policy: DispatchPolicy) { held.withLock { $0.pinned = policy } }

  /// From when on a proposal is dispatched without a person.
  package var policy: DispatchPolicy { held.withLock { $0.pinned ?? $0.policy } }

  /// How many lessons it has learnt since its model was trained.
  package var lessons: Int { held.withLock { $0.lessons } }

  package func duty(_ code: String) -> Duty? { held.withLock { $0.duties[code] } }

  /// What to do with an order of this text.
  ///
  /// - Parameters:
  ///   - category: what the source itself calls it, where it does.
  ///   - tellsPast: whether the reasons may say what was done with other orders.
  package func propose(
    title: String?, text: String, category: String?, tellsPast: Bool = true
  ) -> WorkOrderDispatch {
    let (dispatcher, policy) = held.withLock { ($0.dispatcher, $0.pinned ?? $0.policy) }
    let whole = title.map { text.hasPrefix($0) ? text : "\($0)。\(text)" } ?? text
    let proposal = dispatcher.propose(whole, category: category, tellsPast: tellsPast)
    let candidates = proposal.candidates.prefix(3).map {
      WorkOrderDispatch.Candidate(
        duty: $0.duty, unit: $0.unit, confidence: Self.shown($0.confidence), reasons: $0.reasons)
    }
    return WorkOrderDispatch(policy.sends(proposal) ? .auto : .queue, candidates)
  }

  private static func byCode(_ duties: [Duty]) -> [String: Duty] {
    Dictionary(duties.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// To three places: more would say more than is known.
  private static func shown(_ confidence: Double) -> Double { (min(max(confidence, 0), 1) * 1000).rounded() / 1000 }
}

extension AppContext {
  /// Proposes units for work orders.
  package var dispatchService: DispatchService { service(DispatchService.self) }
}
