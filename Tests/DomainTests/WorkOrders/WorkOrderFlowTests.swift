import FilterLanguage
import Kernel
import Support
import Testing
import WorkOrders

@Suite struct WorkOrderFlowTests {
  private static let everyone = Set(WorkOrderParty.allCases)

  /// Every action in every state, written by hand a second time. Where nothing stands the action is impossible.
  private static let expected: [WorkOrderState: [WorkOrderAction: WorkOrderState]] = [
    .received: [
      .dispatch: .dispatched, .note: .received, .supervise: .received, .merge: .merged, .reject: .rejected,
    ],
    .dispatched: [
      .accept: .accepted, .contact: .dispatched, .note: .dispatched, .giveBack: .returned, .reassign: .dispatched,
      .assist: .dispatched, .supervise: .dispatched, .merge: .merged, .reject: .rejected,
    ],
    .accepted: [
      .contact: .inProgress, .note: .accepted, .giveBack: .returned, .reassign: .dispatched, .assist: .accepted,
      .extend: .accepted, .suspend: .suspended, .resolve: .resolved, .supervise: .accepted, .merge: .merged,
    ],
    .inProgress: [
      .contact: .inProgress, .note: .inProgress, .giveBack: .returned, .reassign: .dispatched, .assist: .inProgress,
      .extend: .inProgress, .suspend: .suspended, .resolve: .resolved, .supervise: .inProgress, .merge: .merged,
    ],
    .resolved: [.note: .resolved, .verify: .verified, .reopen: .inProgress],
    .verified: [.note: .verified, .reopen: .inProgress, .close: .closed],
    .closed: [.note: .closed, .reopen: .inProgress],
    .returned: [.note: .returned, .rule: .received, .supervise: .returned, .merge: .merged, .reject: .rejected],
    .suspended: [
      .contact: .suspended, .note: .suspended, .rule: .suspended, .extend: .suspended, .resume: .inProgress,
    ],
    .rejected: [.note: .rejected, .reopen: .received],
    .merged: [.note: .merged, .unmerge: .merged],
  ]

  @Test(arguments: WorkOrderState.allCases, WorkOrderAction.allCases)
  func everyAction_inEveryState(_ state: WorkOrderState, _ action: WorkOrderAction) throws {
    let expected = Self.expected[state]?[action]
    do {
      let next = try WorkOrderFlow.next(action, WorkOrderStanding(state), for: Self.everyone, ruling: .upheld)
      #expect(next == expected)
    } catch {
      #expect(expected == nil)
      #expect(error.code == "impossible_action" && error.kind == .conflict)
      let possible = Self.expected[state].map { Set($0.keys) } ?? []
      #expect(Set(error.notes[0].suggestions) == Set(possible.map(\.rawValue)))
    }
  }

  @Test func overruledReturn_goesBackToTheUnit_andMayNotReturnAgain() throws {
    var standing = WorkOrderStanding(.returned, isReturned: true)
    standing.state = try WorkOrderFlow.next(.rule, standing, for: [.street], ruling: .overruled)
    #expect(standing.state == .dispatched)
    #expect(!WorkOrderFlow.possible(standing, for: Self.everyone).contains(.giveBack))
    #expect(throws: Problem.self) { try WorkOrderFlow.next(.giveBack, standing, for: [.handler]) }
  }

  @Test func time_isAskedForByWhoeverHasIt_andGivenByTheDispatchingSide() throws {
    var standing = WorkOrderStanding(.accepted)
    #expect(!WorkOrderFlow.grantsTime(standing, [.handler]) && WorkOrderFlow.grantsTime(standing, [.secretary]))
    #expect(try WorkOrderFlow.next(.extend, standing, for: [.handler]) == .accepted)
    standing.asksForTime = true
    do {
      _ = try WorkOrderFlow.next(.extend, standing, for: [.handler])
      Issue.record("a unit asked twice")
    } catch {
      #expect(error.code == "impossible_action" && !error.notes[0].suggestions.contains("extend"))
    }
    #expect(WorkOrderFlow.possible(standing, for: [.secretary]).contains(.rule))
    #expect(!WorkOrderFlow.possible(standing, for: [.handler]).contains(.rule))
    // What the street supervises only the street gives time for.
    standing.isSupervised = true
    #expect(!WorkOrderFlow.grantsTime(standing, [.secretary]) && WorkOrderFlow.grantsTime(standing, [.street]))
    #expect(!WorkOrderFlow.possible(standing, for: [.secretary]).contains(.rule))
  }

  @Test(arguments: [WorkOrderStanding(.accepted, isSupervised: true), WorkOrderStanding(.accepted, isUrgent: true)])
  func urgentOrSupervised_isNotStoppedByItsUnit(_ standing: WorkOrderStanding) {
    #expect(!WorkOrderFlow.possible(standing, for: [.handler]).contains(.suspend))
    #expect(WorkOrderFlow.possible(standing, for: [.street]).contains(.suspend))
  }

  /// Nobody who has an order decides on its time, its end or what is made of it; a refusal says who does.
  @Test(arguments: WorkOrderState.allCases)
  func holder_neverJudges(_ state: WorkOrderState) throws {
    let standing = WorkOrderStanding(state)
    let judging: [WorkOrderAction] = [
      .dispatch, .rule, .reassign, .verify, .reopen, .close, .supervise, .merge, .unmerge, .reject,
    ]
    #expect(Set(WorkOrderFlow.possible(standing, for: WorkOrderParty.holding)).isDisjoint(with: judging))
    for action in judging where !WorkOrderFlow.who(action, standing).isEmpty {
      do {
        _ = try WorkOrderFlow.next(action, standing, for: [.handler], withheld: [.street], ruling: .upheld)
        Issue.record("\(action) was possible")
      } catch {
        #expect(error.kind == .forbidden && error.detail.contains("街道") && error.detail.contains("承办过"))
      }
    }
  }

  @Test func fields_areTheDispatchingSides_butForThePlace() throws {
    func change(
      _ field: WorkOrderFlow.Field, _ state: WorkOrderState, _ parties: Set<WorkOrderParty>
    ) -> String? {
      do {
        try WorkOrderFlow.mayChange([field], WorkOrderStanding(state), for: parties, withheld: [])
        return nil
      } catch { return error.code }
    }
    for state in WorkOrderState.allCases {
      let isEnded = [.closed, .rejected, .merged].contains(state)
      for field in WorkOrderFlow.Field.allCases {
        #expect(change(field, state, WorkOrderParty.dispatching) == (isEnded ? "impossible_action" : nil))
        #expect(change(field, state, [.source, .assistant]) == (isEnded ? "impossible_action" : "not_your_action"))
      }
      #expect(change(.duty, state, [.handler]) == (isEnded ? "impossible_action" : "not_your_action"))
      #expect(change(.category, state, [.handler]) == (isEnded ? "impossible_action" : "not_your_action"))
    }
    #expect(change(.house, .accepted, [.handler]) == nil && change(.house, .resolved, [.handler]) == "not_your_action")
  }

  /// Whose each action is, where the order allows it.
  @Test(arguments: [
    (WorkOrderParty.source, WorkOrderState.resolved, ["note", "verify", "reopen"]),
    (.source, .dispatched, ["note"]),
    (.assistant, .inProgress, ["contact", "note"]),
    (.handler, .dispatched, ["accept", "contact", "note", "return", "assist"]),
    (.handler, .resolved, ["note"]), (.handler, .verified, ["note"]),
    (.secretary, .received, ["dispatch", "note", "merge"]), (.secretary, .resolved, ["note", "verify"]),
    (.secretary, .merged, ["note", "unmerge"]), (.source, .verified, ["note", "reopen", "close"]),
    (.street, .returned, ["note", "rule", "supervise", "merge", "reject"]),
  ])
  func possible_forAParty(_ party: WorkOrderParty, _ state: WorkOrderState, _ actions: [String]) {
    #expect(WorkOrderFlow.possible(WorkOrderStanding(state), for: [party]).map(\.rawValue) == actions)
  }

  @Test func readers_canDoNothing() {
    for state in WorkOrderState.allCases {
      #expect(WorkOrderFlow.possible(WorkOrderStanding(state), for: []).isEmpty)
    }
  }

  /// 100,000 sequences of twelve actions each, by parties at random: what the table refuses changes nothing, what it
  /// allows leads where the table says, and the timeline has a line for each.
  @Test func randomSequences_neverLeaveTheTable_norLoseALine() {
    var random = SeededRandom(20_261_121)
    let actions = WorkOrderAction.allCases
    let parties: [Set<WorkOrderParty>] = [
      [.street, .secretary, .handler], [.secretary, .handler], [.handler], [.assistant], [.source], [],
    ]
    for sequence in 0..<100_000 {
      var standing = WorkOrderStanding(Bool.random(using: &random) ? .received : .dispatched)
      var (timeline, taken, returns) = ([standing.state], 0, 0)
      for _ in 0..<12 {
        let action = actions[Int(random.next(upperBound: UInt(actions.count)))]
        let who = parties[Int(random.next(upperBound: UInt(parties.count)))]
        let ruling: WorkOrderRuling = Bool.random(using: &random) ? .upheld : .overruled
        let next = try? WorkOrderFlow.next(action, standing, for: who, ruling: ruling)
        // Both answers agree; asked of some only, because the whole list takes long to make.
        if sequence.isMultiple(of: 20),
          WorkOrderFlow.possible(standing, for: who).contains(action) != (next != nil)
        {
          Issue.record("\(action) is possible and refused in \(standing)")
        }
        guard let next else { continue }
        let rules = WorkOrderFlow.table.filter { $0.action == action && $0.from.contains(standing.state) }
        if !rules.contains(where: { ($0.to ?? standing.state) == next }) {
          Issue.record("\(action) led from \(standing) to \(next)")
        }
        if action == .giveBack { (standing.isReturned, returns) = (true, returns + 1) }
        if action == .extend {
          let isGiven = WorkOrderFlow.grantsTime(standing, who)
          (standing.isExtended, standing.asksForTime) = (standing.isExtended || isGiven, !isGiven)
        }
        if action == .rule || action == .reassign || action == .giveBack || action == .resolve {
          standing.asksForTime = false
        }
        if action == .supervise { standing.isSupervised = true }
        if action == .reopen { (standing.isExtended, standing.isSupervised) = (false, false) }
        standing.state = next
        timeline.append(next)
        taken += 1
      }
      if timeline.count != taken + 1 || returns > 1 || timeline.last != standing.state {
        Issue.record("a line was lost: \(timeline)")
      }
    }
  }
}
