import Testing

@testable import Domain

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
    .suspended: [.contact: .suspended, .note: .suspended, .resume: .inProgress],
    .rejected: [.note: .rejected, .reopen: .received],
    .merged: [.note: .merged],
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

  @Test func secondExtension_isTheStreetsToGrant() throws {
    let standing = WorkOrderStanding(.accepted, isExtended: true)
    do {
      _ = try WorkOrderFlow.next(.extend, standing, for: [.handler])
      Issue.record("a unit extended twice")
    } catch {
      #expect(error.code == "not_your_action" && error.kind == .forbidden)
      #expect(!error.notes[0].suggestions.contains("extend"))
    }
    #expect(try WorkOrderFlow.next(.extend, standing, for: [.street, .handler]) == .accepted)
  }

  /// Whose each action is, where the order allows it.
  @Test(arguments: [
    (WorkOrderParty.source, WorkOrderState.resolved, ["note", "verify", "reopen"]),
    (.source, .dispatched, ["note"]),
    (.assistant, .inProgress, ["contact", "note"]),
    (.handler, .dispatched, ["accept", "contact", "note", "return", "assist"]),
    (.handler, .resolved, ["note"]),
    (.secretary, .received, ["dispatch", "note", "merge"]),
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
    var random = SystemRandomNumberGenerator()
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
        if action == .extend { standing.isExtended = true }
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
