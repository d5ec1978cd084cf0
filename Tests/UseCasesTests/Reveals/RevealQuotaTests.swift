import Exports
import FilterLanguage
import Identity
import Ledgers
import Registry
import Support
import Testing

/// Reveals are counted in people, over all doors, all or nothing.
@Suite struct RevealQuotaTests {
  @Test func export_ofMorePeopleThanAnHourHasRoomFor_showsNobody() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "worker").row.id
      let refused = try await refusal { _ = try await street.csv(run, by: "worker") }
      #expect(refused?.code == "reveal_approval_needed" && refused?.kind == .forbidden)
      #expect(refused?.detail.contains("/v1/reveal_approvals") == true)
      #expect(try await street.lines("runs.reveal").isEmpty)
      #expect(try await street.lines("runs.reveal_refused").map(\.reason) == ["核对发放名单"])
      // Nothing of it was counted.
      #expect(
        try await street.csv(street.make("birth_date in 1940-01-01..1940-01-04", by: "worker").row.id, by: "worker")
          .contains("陈甲国"))
    }
  }

  @Test func export_again_countsNobodyTwice() async throws {
    try await RevealStreet.run { street in
      let small = try await street.make("birth_date >= 1940-01-01 and birth_date <= 1940-01-03", by: "worker").row.id
      for _ in 0..<3 { _ = try await street.csv(small, by: "worker") }
      let two = try await street.make("birth_date >= 1940-01-03 and birth_date <= 1940-01-05", by: "worker").row.id
      let refused = try await refusal { _ = try await street.csv(two, by: "worker") }
      #expect(refused?.code == "too_many_reveals" && refused?.retryAfter == 3600)
      // Somebody else has an hour of their own.
      _ = try await street.csv(
        street.make("birth_date in 1940-01-03..1940-01-06", by: "street").row.id, by: "street")
      street.clock.advance(seconds: 3601)
      _ = try await street.csv(two, by: "worker")
    }
  }

  @Test func doors_shareOneHour() async throws {
    try await RevealStreet.run { street in
      let worker = street["worker"]
      for person in street.people.prefix(2) {
        _ = try await RevealPerson(fields: [.name], reason: "上门走访").run(person, in: street.app, by: worker)
      }
      _ = try await street.find("phone = 13900000002", by: "worker")
      let run = try await street.make("birth_date <= 1940-01-05 and birth_date >= 1940-01-04", by: "worker").row.id
      let refused = try await refusal { _ = try await street.csv(run, by: "worker") }
      #expect(refused?.code == "too_many_reveals")
      // Those three and one more are four.
      let known = try await street.make("birth_date <= 1940-01-04 and birth_date >= 1940-01-01", by: "worker").row.id
      _ = try await street.csv(known, by: "worker")
      let unknown = street.people[5]
      let problem = try await refusal {
        _ = try await RevealPerson(fields: [.name], reason: "上门走访").run(unknown, in: street.app, by: worker)
      }
      #expect(problem?.code == "too_many_reveals")
    }
  }

  @Test func admin_countsAsWell() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "admin").row.id
      let refused = try await refusal { _ = try await street.csv(run, by: "admin") }
      #expect(refused?.code == "reveal_approval_needed")
    }
  }

  @Test func names_ofHousemates_countEach() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make("birth_date = 1940-01-01", ["name", "housemates"], by: "worker").row.id
      let refused = try await refusal { _ = try await street.csv(run, ["housemates"], by: "worker") }
      #expect(refused?.code == "reveal_approval_needed")
      _ = try await street.csv(run, ["name"], by: "worker")
    }
  }

  @Test func backgroundExport_isCountedWhenItBegins() async throws {
    try await RevealStreet.run { street in
      let run = try await street.make(by: "worker").row.id
      let wish = ExportInput(run: run, format: .xlsx, reveal: RunReveal(columns: ["phone"], reason: "核对发放名单"))
      let refused = try await refusal {
        _ = try await BeginExport.run(wish, caller: street["worker"], app: street.app)
      }
      #expect(refused?.code == "reveal_approval_needed")
    }
  }

  @Test func takenNumber_tells_andCounts() async throws {
    try await RevealStreet.run { street in
      let body = "31010119400101001"
      let number = body + String(IdentityNumber.checkDigit(of: body) ?? "0")
      let holder = try await street.app.store.write {
        try $0.insertPerson(PersonDraft(name: "某人", idKind: "resident", idNumber: number, source: "test"))
      }
      #expect(holder > 0)
      let worker = street["worker"]
      func put(_ number: String, on person: Int64) async throws -> String? {
        var patch = PersonPatch()
        patch.idNumber = .set(number)
        return try await refusal {
          try await ChangePerson.run(person, patch, version: nil, caller: worker, app: street.app)
        }?.code
      }
      #expect(try await put(number, on: street.people[0]) == "id_number_taken")
      for place in 0..<3 { _ = try await street.find("phone = 1380000000\(place)", by: "worker") }
      // No room left: no more numbers are tried.
      #expect(try await put(number, on: street.people[0]) == "too_many_reveals")
    }
  }

  @Test func number_triedByAWriteThatFails_countsWhetherTakenOrNot() async throws {
    try await RevealStreet.run { street in
      let worker = street["worker"]
      func put(_ place: Int, version: Int64?) async throws -> String? {
        let body = "310101194001010\(place)"
        var patch = PersonPatch()
        patch.idNumber = .set(body + String(IdentityNumber.checkDigit(of: body) ?? "0"))
        return try await refusal {
          try await ChangePerson.run(
            street.people[0], patch, version: version, caller: worker, app: street.app)
        }?.code
      }
      // Never written, for somebody else was faster: four trials are all there are.
      var codes: [String?] = []
      for place in 10..<15 { codes.append(try await put(place, version: 99)) }
      #expect(codes == Array(repeating: "version_conflict", count: 4) + ["too_many_reveals"])
    }
  }

  @Test func number_putInPlaceOfAnother_countsAsATrial() async throws {
    try await RevealStreet.run { street in
      let worker = street["worker"]
      var codes: [String?] = []
      for place in 10..<15 {
        let body = "310101194001010\(place)"
        var patch = PersonPatch()
        patch.idNumber = .set(body + String(IdentityNumber.checkDigit(of: body) ?? "0"))
        codes.append(
          try await refusal {
            try await ChangePerson.run(street.people[0], patch, version: nil, caller: worker, app: street.app)
          }?.code)
      }
      #expect(codes == [nil, nil, nil, nil, "too_many_reveals"])
    }
  }
}
