import Accounts
import DataRequests
import FilterLanguage
import Kernel
import Ledgers
import Support
import Testing

@Suite struct DataRequestTests {
  @Test func request_isSeenByEachCommitteeAsItsOwn() async throws {
    try await DataStreet.run { street in
      let asked = try await street.ask("age >= 80")
      #expect(asked.committees.map(\.now) == [1, 1])
      #expect(asked.row.draft.unit.contains("瑞金"))
      let seen = try await street.get(asked.row.id, by: street.yanzhong)
      #expect(seen.committees.map(\.area.name) == ["延中居委会"])
      #expect(seen.committees.map(\.now) == [1])
      #expect(seen.ledger.explanation.contains("80"))
      #expect(seen.ledger.row.draft.columns.map(\.title).contains("姓名"))
      #expect(seen.row.draft.basis.contains("条例"))
      // Its question is no ledger, and stands in no list.
      let ledgers = try await ListLedgers.run(
        before: nil, limit: 9, withRetired: true, caller: street.asker, app: street.app)
      #expect(ledgers.items.isEmpty)
      #expect(
        try await street.code {
          _ = try await GetLedger.run(asked.row.ledger.id, caller: street.asker, app: street.app)
        } == "not_found")
    }
  }

  @Test func answer_isFrozenOfOneCommittee_andTheAskersToRead() async throws {
    try await DataStreet.run { street in
      let id = try await street.ask("age >= 80").row.id
      #expect(try await street.say(.see, to: id, by: street.yanzhong).committees.map(\.answer.state) == [.seen])
      let answered = try await street.say(.answer, to: id, by: street.yanzhong)
      let run = try #require(answered.committees.first?.answer.run)
      try await street.ledgers.settle("后来者", born: "1930-01-01", in: street.street.yanzhong)
      let rows = try await street.ledgers.rows(run, by: street.asker)
      #expect(rows.count == 1 && rows[0].contains("王*"))
      let view = try await street.get(id, by: street.asker)
      #expect(view.committees.map(\.answer.state) == [.answered, .asked])
      #expect(view.committees.map { $0.run?.total } == [1, nil])
      // Of the other committee neither the answer nor that there is one.
      #expect(try await street.code { _ = try await street.ledgers.rows(run, by: street.julu) } == "not_found")
      #expect(try await street.get(id, by: street.julu).committees.map(\.area.name) == ["巨鹿居委会"])
      let audit = try await ReadAudit.run(
        AuditFilter(subject: .dataRequests), in: street.app, by: .operatorAtConsole)
      #expect(
        audit.items.map(\.action) == ["data_requests.answer", "data_requests.see", "data_requests.create"])
    }
  }

  @Test func answer_twice_orAfterTheEnd_isRefused() async throws {
    try await DataStreet.run { street in
      let id = try await street.ask("age >= 80").row.id
      try await street.say(.answer, to: id, by: street.yanzhong)
      #expect(
        try await street.code { try await street.say(.answer, to: id, by: street.yanzhong) } == "already_answered")
      #expect(
        try await street.code { try await street.say(.object, to: id, by: street.julu, reason: "不行") }
          == "reason_missing")
      let objected = try await street.say(.object, to: id, by: street.julu, reason: "上月刚报过")
      #expect(objected.committees.map(\.answer.reason) == ["上月刚报过"])
      // Who has thought again answers after all.
      try await street.say(.answer, to: id, by: street.julu)
      #expect(try await street.get(id, by: street.julu).committees.map(\.answer.reason) == [nil])
      let closed = try await CloseDataRequest.run(id, version: nil, caller: street.asker, app: street.app)
      #expect(!closed.isOpen)
      #expect(try await street.code { try await street.say(.see, to: id, by: street.julu) } == "request_closed")
    }
  }

  @Test func answer_ofAStaleVersion_isRefused() async throws {
    try await DataStreet.run { street in
      let asked = try await street.ask("age >= 80")
      let seen = try await street.get(asked.row.id, by: street.yanzhong)
      try await street.say(.see, to: asked.row.id, by: street.yanzhong)
      #expect(
        try await street.code {
          try await street.say(.answer, to: asked.row.id, by: street.yanzhong, version: seen.version)
        } == "version_conflict")
      let runs = try await street.app.store.read { try $0.runs(ledger: asked.row.ledger.id) }
      #expect(runs.isEmpty)
      // What another committee does is nothing to this one, and is to the asker.
      let before = try await street.get(asked.row.id, by: street.yanzhong).version
      try await street.say(.answer, to: asked.row.id, by: street.julu)
      #expect(try await street.get(asked.row.id, by: street.yanzhong).version == before)
      try await street.say(.answer, to: asked.row.id, by: street.yanzhong, version: before)
      let closed = try await street.code {
        _ = try await CloseDataRequest.run(
          asked.row.id, version: asked.version, caller: street.asker, app: street.app)
      }
      #expect(closed == "version_conflict")
    }
  }

  @Test func rights_areForThoseWhoAskAndThoseWhoAnswer() async throws {
    try await DataStreet.run { street in
      let worker = street.street.worker
      let id = try await street.ask("age >= 80").row.id
      for refused in [
        try await street.code { try await street.ask("age >= 70", by: street.yanzhong) },
        try await street.code { try await street.say(.answer, to: id, by: worker) },
        try await street.code { try await street.say(.answer, to: id, by: street.asker) },
      ] { #expect(refused == "missing_right") }
      #expect(
        try await street.code {
          _ = try await CloseDataRequest.run(id, version: nil, caller: street.department, app: street.app)
        } == "not_owner")
      // A department asks in its own name.
      let own = try await street.ask("age >= 60 and sex = 女", by: street.department) { $0.despite = "口径不同" }
      #expect(own.row.draft.unit == "民政")
      // Whoever has several committees says for which.
      let both = street.named("总书记", .secretary, at: street.street.street)
      #expect(try await street.code { try await street.say(.answer, to: id, by: both) } == "committee_missing")
      let answered = try await street.say(.answer, to: id, by: both, committee: street.code(street.street.julu))
      #expect(answered.committees.map(\.answer.state) == [.asked, .answered])
      let run = try #require(answered.committees.last?.answer.run)
      #expect(try await street.ledgers.rows(run, by: both).count == 1)
    }
  }

  @Test func request_thatIsNotWhole_saysWhere() async throws {
    try await DataStreet.run { street in
      let restricted = try #require(try street.app.index.tags.first { $0.isRestricted && $0.subject == .person })
      let cases: [(change: (inout DataRequestInput) -> Void, code: String, pointer: String)] = [
        ({ $0.basis = nil }, "bad_field", "/basis"), ({ $0.purpose = nil }, "bad_field", "/purpose"),
        ({ $0.title = nil }, "bad_field", "/title"), ({ $0.due = Day("2026-11-20") }, "bad_field", "/due"),
        ({ $0.keptUntil = Day("2026-11-29") }, "bad_field", "/keep_until"),
        ({ $0.keptUntil = Day("2036-11-29") }, "bad_field", "/keep_until"),
        ({ $0.areas = [] }, "bad_field", "/areas"), ({ $0.areas = ["310101"] }, "unknown_area", "/areas/0"),
        ({ $0.areas = ["nosuch"] }, "unknown_area", "/areas/0"), ({ $0.source = nil }, "source_missing", "/where"),
        ({ $0.source = .filter("tag:\(restricted.code)") }, "restricted_question", "/where"),
        ({ $0.source = .filter("committee = 延中居委会") }, "area_in_question", "/where"),
      ]
      for (change, code, pointer) in cases {
        let wish = street.wish("age >= 80", change: change)
        let problem = try await refusal { [wish] in
          _ = try await AskForData.run(wish, caller: street.asker, app: street.app)
        }
        #expect(problem?.code == code)
        #expect(problem?.notes.first?.place == .pointer(pointer))
      }
      // What the committees asked can all read is well.
      let one = try await street.ask("committee = 延中居委会") { wish in
        wish.areas = (try? street.code(street.street.yanzhong)).map { [$0] }
      }
      #expect(one.committees.count == 1)
      #expect(try await street.code { _ = try await street.get(one.row.id, by: street.julu) } == "not_found")
    }
  }

  @Test func list_isOfTheCallersCommittees_andOfWhatWaits() async throws {
    try await DataStreet.run { street in
      let both = try await street.ask("age >= 80").row.id
      let one = try await street.ask("sex = 男") { wish in
        wish.areas = (try? street.code(street.street.julu)).map { [$0] }
      }.row.id
      func list(_ caller: Caller, waiting: Bool = false, open: Bool? = nil) async throws -> [Int64] {
        let page = try await ListDataRequests.run(
          isWaiting: waiting, isOpen: open, before: nil, limit: 9, caller: caller, app: street.app)
        #expect(page.total == page.items.count)
        return page.items.map(\.row.id)
      }
      #expect(try await list(street.asker) == [one, both])
      #expect(try await list(street.yanzhong) == [both])
      try await street.say(.answer, to: both, by: street.yanzhong)
      #expect(try await list(street.yanzhong, waiting: true).isEmpty)
      #expect(try await list(street.julu, waiting: true) == [one, both])
      _ = try await CloseDataRequest.run(one, version: nil, caller: street.asker, app: street.app)
      #expect(try await list(street.julu, waiting: true) == [both])
      #expect(try await list(street.asker, open: false) == [one])
    }
  }

  @Test func answers_areDeleted_whenTheirDayIsOver() async throws {
    try await DataStreet.run { street in
      let id = try await street.ask("age >= 80").row.id
      let run = try #require(try await street.say(.answer, to: id, by: street.yanzhong).committees.first?.answer.run)
      // 2026-12-31 ends, and with it the day until which the answer is kept.
      street.street.clock.advance(seconds: 40 * 86_400 + 15 * 3600 - 1)
      #expect(try await ExpireRuns.run(app: street.app) == 0)
      street.street.clock.advance(seconds: 1)
      #expect(try await ExpireRuns.run(app: street.app) == 1)
      #expect(try await ExpireRuns.run(app: street.app) == 0)
      #expect(try await street.code { _ = try await street.ledgers.rows(run, by: street.asker) } == "run_expired")
      #expect(
        try await street.app.store.read { try $0.runChunks(run, from: 0, scope: nil, limit: 1) }.isEmpty)
      #expect(try await street.get(id, by: street.asker).committees.first?.run?.state == .expired)
    }
  }
}
