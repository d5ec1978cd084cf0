import FilterLanguage
import Kernel
import Operations
import Registry
import Support
import Testing

/// Links of people and shops to houses: what is planned is seen by its maker, nothing contradicts a life, and on no day is
/// one link there twice.
struct LinkRulesTests {
  private func add(
    _ street: StreetFixture, _ name: String, since: String?, birth: String? = "1980-05-06", by caller: Caller? = nil
  ) async throws -> Int64 {
    try await AddPerson.run(
      .init(
        PersonDraft(name: name, birth: birth.flatMap { Day($0) }, source: "manual"), house: street.yanzhong.house,
        role: "family", since: since.flatMap { Day($0) }), caller: caller ?? street.worker, app: street.app)
  }

  private func link(
    _ street: StreetFixture, _ person: Int64, since: String?, until: String? = nil, role: String = "family"
  ) async throws -> Int64 {
    try await Occupancies.add(
      OccupancyDraft(
        house: street.yanzhong.house, subject: .person(person), role: role, since: since.flatMap { Day($0) },
        until: until.flatMap { Day($0) }, source: "manual"), caller: street.worker, app: street.app)
  }

  private func end(_ street: StreetFixture, _ link: Int64, _ until: String?) async throws {
    try await Occupancies.end(
      link, until: until.flatMap { Day($0) }, version: nil, caller: street.worker, app: street.app)
  }

  @Test func plannedPersonAndShop_areSeenByTheirMakerAndNobodyElse() async throws {
    try await StreetFixture.run { street in
      let person = try await add(street, "钱新来", since: "2026-12-15")
      let row = try await GetRow.run(.people, person, caller: street.worker, app: street.app)
      #expect(row.version == 1)
      let shop = try await AddShop.run(
        ShopDraft(name: "新开面馆", source: "manual"), house: street.yanzhong.house, since: Day("2027-01-01"),
        caller: street.worker, app: street.app)
      _ = try await GetRow.run(.shops, shop, caller: street.worker, app: street.app)
      let neighbour = street.caller(.worker, at: street.julu.committee)
      for (kind, id) in [(SubjectKind.people, person), (.shops, shop)] {
        let problem = try await refusal {
          _ = try await GetRow.run(kind, id, caller: neighbour, app: street.app)
        }
        #expect(problem?.code == "not_found")
      }
      // Nobody lives there yet.
      let page = try await Search.run(
        .init(SearchQuestion(.houses, where: .text("residents = 2"))), caller: street.worker, app: street.app)
      #expect(page.total == 0)
    }
  }

  @Test func refusedPerson_leavesNothing() async throws {
    try await StreetFixture.run { street in
      for (since, birth) in [("2028-01-01", "1980-05-06"), ("1979-01-01", "1980-05-06"), ("0206-01-01", nil)] {
        let problem = try await refusal { _ = try await add(street, "钱新来", since: since, birth: birth) }
        #expect(problem?.code == "bad_since")
        #expect(problem?.notes.first?.place == .pointer("/since"))
      }
      let (people, links) = try await street.app.store.read { reader in
        (try reader.personIDs(name: "钱新来", birth: nil), try reader.occupancies(ofHouse: street.yanzhong.house))
      }
      #expect(people.isEmpty && links.count == 1)
    }
  }

  @Test func sameLinkTwiceOnADay_isRefusedByAddingAndByReopening() async throws {
    try await StreetFixture.run { street in
      let person = try await add(street, "钱新来", since: "2020-01-01")
      let first = try #require(
        try await street.app.store.read { try $0.occupancies(ofPerson: person) }.first?.id)
      #expect(try await refusal { _ = try await link(street, person, since: "2026-11-01") }?.code == "already_there")
      #expect(try await refusal { _ = try await link(street, person, since: nil) }?.code == "already_there")
      // Ahead of one that is open-ended is within it as well.
      #expect(try await refusal { _ = try await link(street, person, since: "2027-03-01") }?.code == "already_there")
      try await end(street, first, "2026-11-01")
      _ = try await link(street, person, since: "2026-11-10")
      #expect(try await refusal { try await end(street, first, nil) }?.code == "already_there")
      #expect(try await refusal { try await end(street, first, "2026-11-11") }?.code == "already_there")
      try await end(street, first, "2026-11-10")
      _ = try await link(street, person, since: "2026-11-10", role: "owner")
    }
  }

  @Test func lifeAndLinks_mayNotContradictEachOther() async throws {
    try await StreetFixture.run { street in
      let person = try await add(street, "钱新来", since: "2020-01-01")
      func change(_ body: (inout PersonPatch) -> Void) async throws -> String? {
        var patch = PersonPatch()
        body(&patch)
        return try await refusal { [patch] in
          try await ChangePerson.run(person, patch, version: nil, caller: street.worker, app: street.app)
        }?.code
      }
      #expect(try await change { $0.birth = .set(Day("2020-01-02")) } == "bad_birth_date")
      #expect(try await change { $0.death = .set(Day("2019-12-31")) } == "bad_death_date")
      #expect(try await change { $0.death = .set(Day("2026-11-22")) } == "bad_death_date")
      #expect(try await change { $0.death = .set(Day("2026-11-20")) } == nil)
      let late = try await refusal { _ = try await link(street, person, since: "2026-11-21", role: "owner") }
      #expect(late?.code == "bad_since")
      let tagged = try await refusal {
        _ = try await AssignTag.run(
          .init(TagTarget(.person, person), tag: "WM002"), caller: street.worker, app: street.app)
      }
      #expect(tagged?.code == "bad_field")
    }
  }

  @Test func visits_liveBetweenBirthAndDeath() async throws {
    try await StreetFixture.run { street in
      let (house, person) = (street.yanzhong.house, street.yanzhong.person)
      func visit(_ day: String) async throws -> String? {
        try await refusal {
          _ = try await Visits.add(
            VisitDraft(house: house, person: person, on: try #require(Day(day))), caller: street.worker, app: street.app
          )
        }?.code
      }
      func change(_ set: (inout PersonPatch) -> Void) async throws -> String? {
        var patch = PersonPatch()
        set(&patch)
        return try await refusal { [patch] in
          try await ChangePerson.run(person, patch, version: nil, caller: street.admin, app: street.app)
        }?.code
      }
      #expect(try await visit("2026-11-10") == nil)
      #expect(try await change { $0.death = .set(Day("2026-11-09")) } == "bad_death_date")
      #expect(try await change { $0.birth = .set(Day("2026-11-11")) } == "bad_birth_date")
      #expect(try await change { $0.death = .set(Day("2026-11-10")) } == nil)
      #expect(try await visit("2026-11-11") == "bad_visit_date")
      let child = try await AddPerson.run(
        .init(
          PersonDraft(name: "新生", birth: Day("2026-11-01"), source: "manual"), house: house, role: "family", since: nil),
        caller: street.admin, app: street.app)
      let early = try await refusal {
        _ = try await Visits.add(
          VisitDraft(house: house, person: child, on: try #require(Day("2026-10-31"))), caller: street.worker,
          app: street.app)
      }
      #expect(early?.code == "bad_visit_date")
    }
  }

  @Test func visit_onlyWhereThePersonLivedThatDay() async throws {
    try await StreetFixture.run { street in
      let person = try await add(street, "钱新来", since: "2026-11-10")
      func visit(_ house: Int64, _ person: Int64?, _ day: String, by caller: Caller) async throws -> String? {
        let day = try #require(Day(day))
        return try await refusal {
          _ = try await Visits.add(
            VisitDraft(house: house, person: person, on: day), caller: caller, app: street.app)
        }?.code
      }
      let (own, other, boss) = (street.yanzhong.house, street.julu.house, street.caller(.street))
      #expect(try await visit(own, person, "2026-11-21", by: street.worker) == nil)
      #expect(try await visit(own, person, "2026-11-09", by: street.worker) == "not_resident")
      #expect(try await visit(other, person, "2026-11-21", by: boss) == "not_resident")
      #expect(try await visit(own, street.julu.person, "2026-11-21", by: boss) == "not_resident")
      #expect(try await visit(other, nil, "2026-11-21", by: boss) == nil)
      #expect(try await visit(own, person, "2026-11-22", by: street.worker) == "bad_visit_date")
      #expect(try await visit(own, nil, "0026-11-22", by: street.worker) == "bad_visit_date")
    }
  }

  @Test func soleOwnerWhoDies_leavesAVacantHouse() async throws {
    try await StreetFixture.run { street in
      func uses(_ asOf: String? = nil) async throws -> [Int] {
        var counts: [Int] = []
        for use in ["self", "vacant"] {
          var question = SearchQuestion(.houses, where: .text("use = \(use)"))
          question.asOf = asOf.flatMap { Day($0) }
          counts.append(
            try await Search.run(.init(question), caller: street.worker, app: street.app).total ?? -1)
        }
        return counts
      }
      #expect(try await uses() == [1, 0])
      var patch = PersonPatch()
      patch.death = .set(Day("2026-11-20"))
      try await ChangePerson.run(
        street.yanzhong.person, patch, version: nil, caller: street.worker, app: street.app)
      #expect(try await uses() == [0, 1])
      #expect(try await uses("2026-11-19") == [1, 0])
      patch.death = .set(nil)
      try await ChangePerson.run(
        street.yanzhong.person, patch, version: nil, caller: street.worker, app: street.app)
      #expect(try await uses() == [1, 0])
      #expect(try await CheckOffice.run(app: street.app) { _ in } == [])
    }
  }
}
