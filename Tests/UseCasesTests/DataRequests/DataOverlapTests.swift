import DataRequests
import FilterLanguage
import Kernel
import Ledgers
import Support
import Testing

@Suite struct DataOverlapTests {
  private func overlaps(
    _ street: DataStreet, _ filter: String, by caller: Caller? = nil,
    change: (inout DataRequestInput) -> Void = { _ in }
  ) async throws -> [DataOverlap] {
    try await PreviewDataRequest.run(
      street.wish(filter, change: change), caller: caller ?? street.asker, app: street.app
    ).overlaps
  }

  @Test func same_inOtherWords_isToldAndNeedsAReason() async throws {
    try await DataStreet.run { street in
      let first = try await street.ask("age >= 80 and sex = 女").row.id
      let run = try #require(
        try await street.say(.answer, to: first, by: street.yanzhong).committees.first?.answer.run)
      let told = try await overlaps(street, "sex = 女 and age >= 80 and sex = 女")
      #expect(told.map(\.kind) == [.same] && told.map(\.id) == [first])
      #expect(told[0].shareOfRows == 1 && told[0].shareOfColumns == 1 && told[0].isRepeat)
      #expect(told[0].answers.map(\.run) == [run] && told[0].answers.map(\.committee) == ["延中居委会"])
      let problem = try await refusal { try await street.ask("sex = 女 and age >= 80", by: street.department) }
      #expect(problem?.code == "same_data")
      #expect(problem?.notes.map(\.suggestions) == [["/v1/runs/\(run)"]])
      #expect(problem?.detail.contains("despite") == true)
      let again = try await street.ask("sex = 女 and age >= 80", by: street.department) { $0.despite = "要另加一列" }
      #expect(again.row.draft.despite == "要另加一列")
      // The committee is told as well; the earlier one is not told of the later.
      let told2 = try await street.get(again.row.id, by: street.julu)
      #expect(told2.overlaps?.map(\.id) == [first])
      #expect(try await street.get(first, by: street.julu).overlaps?.isEmpty == true)
    }
  }

  @Test func listOfTheFirstFew_holdsNotTheOthers() async throws {
    try await DataStreet.run { street in
      _ = try await street.ledgers.ledger("age >= 60", by: street.ledgers.street.caller(.street)) { wish in
        (wish.sort, wish.limit) = (.set("age.desc"), .set(1))
      }
      #expect(try await overlaps(street, "age >= 60").isEmpty)
    }
  }

  @Test func narrowerAndBroader_areMeasuredByRows() async throws {
    try await DataStreet.run { street in
      for year in 1...8 {
        try await street.ledgers.settle("男\(year)", born: "194\(year)-01-01", in: street.street.yanzhong)
      }
      let id = try await street.ask("age >= 80").row.id
      // 80 and over: two women and those born from 1941 to 1946.
      let narrower = try await overlaps(street, "age >= 80 and sex = 男")
      #expect(narrower.map(\.kind) == [.narrower] && narrower[0].id == id && narrower[0].isRepeat)
      let broader = try await overlaps(street, "age >= 60")
      #expect(broader.map(\.kind) == [.broader] && broader[0].shareOfRows == 0.8 && broader[0].isRepeat)
      let partial = try await overlaps(street, "sex = 男 and age in 78..82")
      #expect(partial.map(\.kind) == [.partial] && !partial[0].isRepeat)
      #expect(try await overlaps(street, "age < 79").isEmpty)
      // Rows alone are not the data: less than half of the columns.
      #expect(
        try await overlaps(street, "age >= 81") { $0.columns = ["education", "hukou", "name"].map { .init($0) } }
          .isEmpty)
    }
  }

  @Test func otherCommittee_otherSubject_orLongAgo_isNoRepeat() async throws {
    try await DataStreet.run { street in
      try await street.ask("age >= 80") { wish in
        wish.areas = (try? street.code(street.street.yanzhong)).map { [$0] }
      }
      let other = try await overlaps(street, "age >= 80") { wish in
        wish.areas = (try? street.code(street.street.julu)).map { [$0] }
      }
      #expect(other.isEmpty)
      #expect(
        try await overlaps(street, "") { wish in
          (wish.subject, wish.columns) = (.houses, nil)
        }.isEmpty)
      // Of both, the half that is asked again.
      let both = try await overlaps(street, "age >= 80")
      #expect(both.map(\.kind) == [.same] && both[0].shareOfRows == 0.5 && both[0].isRepeat)
      street.street.clock.advance(seconds: 181 * 86_400)
      #expect(try await overlaps(street, "age >= 80") { $0.due = Day("2027-06-01") }.isEmpty)
    }
  }

  /// Who has only one committee is told of what was asked there, and of nothing else.
  @Test func othersRequests_areToldWithinOnesAreas() async throws {
    try await DataStreet.run { street in
      try await street.ask("age >= 80") { wish in
        wish.areas = (try? street.code(street.street.yanzhong)).map { [$0] }
      }
      let elsewhere = street.named("巨鹿条线", .department, at: street.street.julu.committee, unit: "房管")
      #expect(try await overlaps(street, "age >= 80", by: elsewhere).isEmpty)
    }
  }

  @Test func ledger_thatHasRun_isToldAsTheSameData() async throws {
    try await DataStreet.run { street in
      let ledger = try await street.ledgers.ledger("age >= 80", by: street.ledgers.streetWorker)
      let idle = try await overlaps(street, "age >= 80")
      #expect(idle.map(\.source) == [.ledger] && idle.map(\.isRepeat) == [false])
      let run = try await street.ledgers.run(ledger, by: street.ledgers.streetWorker)
      let told = try await overlaps(street, "age >= 80")
      let first = try #require(told.first)
      #expect(told.map(\.id) == [ledger] && first.isRepeat && first.answers.map(\.run) == [run.row.id])
      #expect(first.detail.contains("台账"))
      // A list that somebody has printed once is nobody's record.
      _ = try await RunOnce.run(
        street.ledgers.wish(.filter("sex = 女")), caller: street.asker, app: street.app)
      #expect(try await overlaps(street, "sex = 女").filter { $0.kind == .same }.isEmpty)
    }
  }
}
