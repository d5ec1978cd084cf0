import Campaigns
import Kernel
import Platform
import Storage
import Support
import Testing

@Suite struct DeliveryTests {
  @Test func twoWorkers_atTheSameDoor_oneIsToldWhoWasFirst() async throws {
    try await CampaignStreet.run { street in
      let id = try await street.start().row.id
      let door = try await street.doors(id, by: street.worker)[0].subject
      let outcomes = await withTaskGroup(of: Problem?.self) { group in
        for caller in [street.worker, street.other] {
          group.addTask {
            do {
              try await street.enter(Delivery(.given), at: door, in: id, by: caller)
              return nil
            } catch { return error as? Problem }
          }
        }
        return await group.reduce(into: [Problem?]()) { $0.append($1) }
      }
      let refused = outcomes.compactMap(\.self)
      #expect(refused.map(\.code) == ["already_delivered"])
      let held = try await street.doors(id, by: street.worker)[0]
      #expect(held.version == 1)
      #expect(refused.first?.detail.contains(held.by ?? "?") == true)
      #expect(refused.first?.detail.contains("已发放") == true)
      #expect(try await street.progress(id, street.worker).all.quantity == 1)
    }
  }

  @Test func entry_sentTwice_changesNothing_andAnotherNeedsItsVersion() async throws {
    try await CampaignStreet.run { street in
      let id = try await street.start().row.id
      let door = try await street.doors(id, by: street.worker)[0].subject
      let first = try await street.enter(Delivery(.given, note: "交给本人"), at: door, in: id)
      let again = try await street.enter(Delivery(.given, note: "交给本人"), at: door, in: id)
      #expect(first == again && again.version == 1)
      #expect(
        try await street.code { try await street.enter(Delivery(.refused), at: door, in: id) } == "already_delivered")
      let changed = try await street.enter(
        Delivery(.refused), at: door, in: id, by: street.other, expected: .version(1))
      #expect(changed.version == 2 && changed.by == "王社工" && changed.delivery.quantity == nil)
      #expect(
        try await street.code {
          try await street.enter(Delivery(.given), at: door, in: id, expected: .version(1))
        } == "version_conflict")
      // What was entered at the wrong door is taken away, and that somebody had been there stays in the log.
      let empty = try await street.enter(Delivery(.waiting), at: door, in: id, expected: .version(2))
      #expect(empty.delivery == Delivery(.waiting) && empty.by == nil && empty.version == 3)
      #expect(try await street.enter(Delivery(.given), at: door, in: id).version == 4)
      #expect(try await street.progress(id, street.worker).all.done == 1)
    }
  }

  @Test func entry_thatIsNotWhole_saysWhere() async throws {
    try await CampaignStreet.run { street in
      let id = try await street.start { $0.quantity = 3 }.row.id
      let door = try await street.doors(id, by: street.worker)[0].subject
      let cases: [(Delivery, String)] = [
        (Delivery(.partly), "/quantity"), (Delivery(.partly, quantity: 3), "/quantity"),
        (Delivery(.refused, quantity: 1), "/quantity"), (Delivery(.given, quantity: 0), "/quantity"),
        (Delivery(.collected), "/collected_by"), (Delivery(.collected, collectedBy: "李梅"), "/relation"),
        (Delivery(.given, relation: "女儿"), "/relation"), (Delivery(.given, on: Day("2026-11-22")), "/on"),
        (Delivery(.given, on: Day("2026-10-31")), "/on"),
      ]
      for (delivery, pointer) in cases {
        let problem = try await refusal { try await street.enter(delivery, at: door, in: id) }
        #expect(problem?.code == "bad_field" && problem?.notes.first?.place == .pointer(pointer), "\(delivery)")
      }
      let entry = try await street.enter(
        Delivery(.collected, collectedBy: "李梅", relation: "女儿"), at: door, in: id)
      #expect(entry.delivery.quantity == 3 && entry.delivery.on == Day("2026-11-21"))
    }
  }

  @Test func batch_ofWhichOneIsFaulty_keepsTheOthers() async throws {
    try await CampaignStreet.run { street in
      let id = try await street.start().row.id
      let doors = try await street.doors(id, by: street.worker).map(\.subject)
      let items: [Result<EnterDeliveries.Item, Problem>] = [
        .success(.init(doors[0], Delivery(.given), at: "/items/0")),
        .success(.init(doors[1], Delivery(.collected), at: "/items/1")),
        .success(.init(999_999, Delivery(.given), at: "/items/2")), .failure(Problem(.invalid, "bad_field", "")),
        .success(.init(doors[2], Delivery(.nobodyHome), at: "/items/4")),
        .success(.init(doors[0], Delivery(.refused), at: "/items/5")),
      ]
      let outcomes = try await EnterDeliveries.run(id, round: nil, items, caller: street.worker, app: street.app)
      let codes = outcomes.map { outcome in if case .failed(let problem) = outcome { problem.code } else { "" } }
      #expect(codes == ["", "bad_field", "not_found", "bad_field", "", "already_delivered"])
      let all = try await street.progress(id, street.worker).all
      #expect(all[.given] == 1 && all[.nobodyHome] == 1 && all[.waiting] == 3)
    }
  }

  @Test func collectors_whereNamed_enterAlone() async throws {
    try await CampaignStreet.run { street in
      try await street.app.store.write { writer in
        try writer.execute(
          """
          INSERT INTO callers (name, kind, role, updated_at) VALUES
            ('王社工', 'user', 'worker', '2026-11-21T09:00:00.000+08:00')
          """)
      }
      let id = try await street.start { $0.collectors = ["王社工"] }.row.id
      let door = try await street.doors(id, by: street.worker)[0].subject
      #expect(try await street.code { try await street.enter(Delivery(.given), at: door, in: id) } == "not_collector")
      try await street.enter(Delivery(.given), at: door, in: id, by: street.other)
    }
  }

  @Test func followUp_isOfWhatIsMissing_andTheRoundBeforeIsOver() async throws {
    try await CampaignStreet.run { street in
      let id = try await street.start(by: street.yanzhong) { $0.quantity = 3 }.row.id
      let doors = try await street.doors(id, by: street.worker).map(\.subject)
      try await street.enter(Delivery(.given), at: doors[0], in: id)
      try await street.enter(Delivery(.partly, quantity: 1), at: doors[1], in: id)
      try await street.enter(Delivery(.refused), at: doors[2], in: id)
      try await street.enter(Delivery(.nobodyHome), at: doors[3], in: id)
      let view = try await StartRound.run(id, caller: street.yanzhong, app: street.app)
      #expect(view.rounds.map(\.follows) == [nil, 1])
      let second = try await street.doors(id, by: street.worker)
      #expect(second.map(\.subject) == [doors[1], doors[3], doors[4]])
      #expect(second.map(\.expected) == [2, 3, 3] && second.allSatisfy { $0.delivery.state == .waiting })
      #expect(
        try await street.code {
          try await street.enter(Delivery(.given), at: doors[3], in: id, round: 1, expected: .anything)
        } == "round_over")
      // Each counts once, by the last round that has it; what was given in both adds up.
      #expect(view.whole.total == 5 && view.whole[.waiting] == 3 && view.whole.quantity == 4)
      #expect(view.whole.expected == 15)
      #expect(view.tally(of: 1)[.partly] == 1 && view.tally(of: 1).expected == 15)
      for entry in second { try await street.enter(Delivery(.given), at: entry.subject, in: id) }
      let done = try await street.progress(id, street.worker).all
      #expect(done.done == 4 && done.quantity == 12 && done.expected == 15)
      #expect(
        try await street.code {
          _ = try await StartRound.run(id, caller: street.yanzhong, app: street.app)
        } == "nothing_missing")
    }
  }

  @Test func followUp_ofAnUntouchedRound_isRefused() async throws {
    try await CampaignStreet.run { street in
      let id = try await street.start(by: street.yanzhong).row.id
      #expect(
        try await street.code {
          _ = try await StartRound.run(id, caller: street.yanzhong, app: street.app)
        } == "nothing_missing")
    }
  }

  /// The counts that are kept are what counting the entries gives, whatever was done.
  @Test func progress_equalsAPlainCount_afterRandomOperations() async throws {
    try await CampaignStreet.run { street in
      var random = SeededRandom(7)
      let id = try await street.start { $0.quantity = 3 }.row.id
      var round = 1
      for step in 0..<250 {
        let doors = try await street.doors(id, .init(round: round), by: street.office)
        let door = doors[Int.random(in: 0..<doors.count, using: &random)]
        let state = DeliveryState.allCases[Int.random(in: 0..<7, using: &random)]
        var delivery = Delivery(state)
        if state == .partly { delivery.quantity = 1 }
        if state == .collected { (delivery.collectedBy, delivery.relation) = ("李梅", "女儿") }
        let caller = Bool.random(using: &random) ? street.worker : street.office
        _ = try await refusal {
          try await street.enter(delivery, at: door.subject, in: id, by: caller, round: round, expected: .anything)
        }
        if step % 80 == 79 {
          // Where nothing is missing there is none.
          _ = try await refusal { _ = try await StartRound.run(id, caller: street.office, app: street.app) }
          round = try await GetCampaign.run(id, caller: street.office, app: street.app).lastRound
        }
        if step % 60 == 59 {
          try await street.build("\(step)室", beside: street.street.julu)
          _ = try await AddNewcomers.run(id, caller: street.office, app: street.app)
        }
      }
      for caller in [street.office, street.worker, street.julu] {
        var plain: [CountRow] = []
        for number in 1...round {
          for entry in try await street.doors(id, .init(round: number, limit: 500), by: caller) {
            plain.append(
              CountRow(
                key: .id(entry.committee ?? 0), state: entry.delivery.state, isLast: entry.isLast, entries: 1,
                quantity: entry.delivery.quantity ?? 0, expected: entry.expected))
          }
        }
        for dimension in [CampaignDimension.committee, .building, .grid] {
          let counted = try await street.progress(id, by: dimension, caller)
          #expect(counted.all == Tally(plain))
          #expect(counted.lines.reduce(0) { $0 + $1.tally.total } == Tally(plain).total)
        }
        for line in try await street.progress(id, caller).lines {
          #expect(line.tally == Tally(plain.filter { $0.key == .id(line.id ?? 0) }))
        }
      }
    }
  }
}
