import Foundation

/// How well those who handle tickets did: reached in time, done in time, solved, satisfied.
///
/// What counts is the time in which somebody had a ticket: each unit answers for its own, and a ticket that was opened again counts
/// once more, beside what the round before came to.
package struct Performance: Sendable {
  /// What each rate is worth in the score; only their proportion matters.
  package struct Weights: Sendable, Equatable {
    package var response: Double
    package var onTime: Double
    package var solved: Double
    package var satisfied: Double
    package init(response: Double = 0.2, onTime: Double = 0.2, solved: Double = 0.3, satisfied: Double = 0.3) {
      (self.response, self.onTime, self.solved, self.satisfied) = (response, onTime, solved, satisfied)
    }
  }

  package enum Key: Sendable { case unit, committee, worker, month }

  package private(set) var count = 0
  /// First contact by its time; those whose time has not come leave the denominator.
  package private(set) var response = Rate()
  /// Resolved by its time, pauses not counted.
  package private(set) var onTime = Rate()
  /// 回访: solved, of those that were asked.
  package private(set) var solved = Rate()
  /// Satisfied, of those that rated.
  package private(set) var satisfied = Rate()

  package init() {}

  /// - Parameter now: in minutes, as the ticket's times.
  package mutating func add(_ ticket: Ticket, now: Int32) {
    count += 1
    let moment = ticket.paused == Ticket.never ? now : min(now, ticket.paused)
    if ticket.marks.contains(.contactMissed) {
      response.add(false)
    } else if let met = Self.met(ticket.contacted, ticket.contactDue, moment) {
      response.add(met)
    }
    if ticket.marks.contains(.missed) {
      onTime.add(false)
    } else if let met = Self.met(ticket.resolved, ticket.due, moment) {
      onTime.add(met)
    }
    if ticket.marks.contains(.verified) { solved.add(ticket.marks.contains(.solved)) }
    if ticket.marks.contains(.rated) { satisfied.add(ticket.marks.contains(.satisfied)) }
  }

  package mutating func add(_ stint: Stint) {
    count += 1
    if let met = stint.response { response.add(met) }
    if let met = stint.onTime { onTime.add(met) }
    if let isSolved = stint.solved { solved.add(isSolved) }
    if let isSatisfied = stint.satisfied { satisfied.add(isSatisfied) }
  }

  /// Takes in what others did.
  package mutating func merge(_ other: Performance) {
    count += other.count
    response.merge(other.response)
    onTime.merge(other.onTime)
    solved.merge(other.solved)
    satisfied.merge(other.satisfied)
  }

  /// Whether it was done by its time; nil while it may still be.
  private static func met(_ done: Int32, _ due: Int32, _ now: Int32) -> Bool? {
    guard due != Ticket.never else { return nil }
    if done != Ticket.never, done <= now { return done <= due }
    return now > due ? false : nil
  }

  /// 0 to 1: the rates that there are, weighed; nil where there is none.
  package func score(_ weights: Weights) -> Double? { weigh(weights, \.share) }
  /// The same with what each rate is at least: what lists are ordered by.
  package func sureScore(_ weights: Weights) -> Double? { weigh(weights, \.atLeast) }

  private func weigh(_ weights: Weights, _ value: KeyPath<Rate, Double?>) -> Double? {
    let parts = [
      (weights.response, response), (weights.onTime, onTime), (weights.solved, solved), (weights.satisfied, satisfied),
    ].compactMap { weight, rate in rate[keyPath: value].map { (weight, $0) } }
    let whole = parts.reduce(0) { $0 + $1.0 }
    return whole > 0 ? parts.reduce(0) { $0 + $1.0 * $1.1 } / whole : nil
  }

  /// By unit, committee, worker (their numbers) or month (`202611`) of the report; tickets without one are under 0.
  package static func run(
    _ table: TicketTable, seen: IDSet?, by key: Key, days: ClosedRange<Int32>, now: Int32
  ) -> [UInt32: Performance] {
    var found: [UInt32: Performance] = [:]
    table.each(in: seen) { ticket in
      guard days.contains(ticket.day) else { return }
      found[self.key(key, ticket), default: Performance()].add(ticket, now: now)
    }
    // Also of tickets that became part of others: what was missed before does not go with them.
    for (id, stints) in table.past {
      guard seen?.contains(id) ?? true, let ticket = table[id], days.contains(ticket.day) else { continue }
      for stint in stints { found[self.key(key, ticket, stint), default: Performance()].add(stint) }
    }
    return found
  }
}
