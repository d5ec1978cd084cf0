import Dispatching
import Domain
import Store
import Synchronization

/// Who proposes units: the dispatcher with the duties of the day, and from when on it is believed.
package final class DispatchDesk: Sendable {
  private struct Held {
    var dispatcher = Dispatcher(duties: [])
    var duties: [String: Duty] = [:]
    var policy = DispatchPolicy.untried
    /// What the list was when it was last read.
    var mark: DutyListMark?
  }
  private let held = Mutex(Held())

  init() {}

  /// Reads the responsibility list where it has changed, or the day has; costs one small look-up where it has not.
  func catchUp(_ reader: Reader, today: Day) throws {
    let mark = try reader.dutyListMark(on: today)
    guard held.withLock({ $0.mark }) != mark else { return }
    replace(try reader.duties(on: today))
    held.withLock { $0.mark = mark }
  }

  /// Works with these duties from now on, until the list changes; orders that are there already keep theirs.
  package func replace(_ duties: [Duty]) {
    let dispatcher = Dispatcher(duties: duties)
    held.withLock { held in
      held.duties = Dictionary(duties.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      held.dispatcher = dispatcher
    }
  }

  /// From when on a proposal is dispatched without a person.
  package func trust(_ policy: DispatchPolicy) { held.withLock { $0.policy = policy } }

  package func duty(_ code: String) -> Duty? { held.withLock { $0.duties[code] } }

  /// What to do with an order of this text.
  ///
  /// - Parameter category: what the source itself calls it, where it does.
  package func propose(title: String?, text: String, category: String?) -> WorkOrderDispatch {
    let (dispatcher, policy) = held.withLock { ($0.dispatcher, $0.policy) }
    let whole = title.map { text.hasPrefix($0) ? text : "\($0)。\(text)" } ?? text
    let proposal = dispatcher.propose(whole, category: category)
    let candidates = proposal.candidates.prefix(3).map {
      WorkOrderDispatch.Candidate(
        duty: $0.duty, unit: $0.unit, confidence: Self.shown($0.confidence), reasons: $0.reasons)
    }
    return WorkOrderDispatch(policy.sends(proposal) ? .auto : .queue, candidates)
  }

  /// To three places: more would say more than is known.
  private static func shown(_ confidence: Double) -> Double { (min(max(confidence, 0), 1) * 1000).rounded() / 1000 }
}
