import FilterLanguage
import Kernel
import Registry
import Support
import Testing

struct RecordTests {
  private func add(
    _ street: StreetFixture, _ dataset: String, _ subject: Int64, _ data: JSONValue, by caller: Caller? = nil
  ) async throws -> RecordView {
    try await AddRecord.run(
      AddRecord.Request(dataset, subject: subject, data: data), caller: caller ?? street.worker, app: street.app)
  }

  @Test func record_lives() async throws {
    try await StreetFixture.run { street in
      let home = street.yanzhong
      let made = try await add(street, "lease", home.house, ["until": "2027-01-31", "rent": .number(4500)])
      #expect(made.row.data == #"{"until":"2027-01-31","rent":4500}"#)
      let changed = try await ChangeRecord.run(
        made.row.id, data: ["rent": .null, "rooms": .number(2)], source: .keep, version: 1, caller: street.worker,
        app: street.app)
      #expect(changed.row.data == #"{"until":"2027-01-31","rooms":2}"#)
      #expect(changed.row.version == 2)
      let question = SearchQuestion(.houses, where: .text("any records.lease(rooms = 2)"))
      let page = try await Search.run(
        Search.Request(question), caller: street.worker, app: street.app)
      #expect(page.total == 1)

      let stale = try await refusal {
        try await RemoveRecord.run(made.row.id, version: 1, caller: street.worker, app: street.app)
      }
      #expect(stale?.code == "version_conflict")
      try await RemoveRecord.run(made.row.id, version: 2, caller: street.worker, app: street.app)
      let gone = try await refusal {
        _ = try await GetRecord.run(made.row.id, caller: street.worker, app: street.app)
      }
      #expect(gone?.code == "not_found")
    }
  }

  @Test(arguments: [
    (#"{"rents":1}"#, "unknown_field", "/data/rents"), (#"{"rent":"1"}"#, "bad_field", "/data/rent"),
    (#"{"until":"2027-02-30"}"#, "bad_field", "/data/until"), (#"{}"#, "bad_field", "/data"),
    (#"[]"#, "bad_field", "/data"), (#"{"rent":null}"#, "bad_field", "/data"),
  ])
  func add_dataThatDoesNotFit(data: String, code: String, pointer: String) async throws {
    try await StreetFixture.run { street in
      let value = try JSONReader.read(data)
      let problem = try await refusal { _ = try await add(street, "lease", street.yanzhong.house, value) }
      #expect(problem?.code == code)
      #expect(problem?.notes.first?.place == .pointer(pointer))
    }
  }

  @Test func records_outsideTheAreasAreNotThere() async throws {
    try await StreetFixture.run { street in
      let refused = try await refusal { _ = try await add(street, "lease", street.julu.house, ["rent": .number(1)]) }
      #expect(refused?.code == "not_found")
      let other = try await add(street, "lease", street.julu.house, ["rent": .number(1)], by: street.admin)
      let own = try await add(street, "lease", street.yanzhong.house, ["rent": .number(2)])
      let get = try await refusal {
        _ = try await GetRecord.run(other.row.id, caller: street.worker, app: street.app)
      }
      #expect(get?.code == "not_found")
      func list(_ caller: Caller) async throws -> [Int64] {
        let page = try await ListRecords.run(
          "lease", subject: nil, after: nil, limit: 50, caller: caller, app: street.app)
        #expect(page.total == page.items.count)
        return page.items.map(\.row.id)
      }
      #expect(try await list(street.worker) == [own.row.id])
      #expect(try await list(street.admin) == [other.row.id, own.row.id])
      #expect(try await list(street.caller(.street)) == [other.row.id, own.row.id])
    }
  }

  @Test func records_ofTheDead_stayInTheirLists() async throws {
    try await LedgerStreet.run { fixture in
      let street = fixture.street
      let person = try await fixture.settle("离开者", born: "1930-01-01", in: street.yanzhong)
      let record = try await add(street, "aid", person, ["amount": .number(300)])
      var patch = PersonPatch()
      patch.death = .set(Day("2026-11-20"))
      try await ChangePerson.run(person, patch, version: nil, caller: street.admin, app: street.app)
      let other = street.caller(.worker, at: street.julu.committee)
      for subject in [nil, person] {
        for caller in [street.worker, street.admin] {
          let page = try await ListRecords.run(
            "aid", subject: subject, after: nil, limit: 50, caller: caller, app: street.app)
          #expect(page.total == 1 && page.items.map(\.row.id) == [record.row.id])
        }
      }
      let hidden = try await ListRecords.run("aid", subject: nil, after: nil, limit: 50, caller: other, app: street.app)
      #expect(hidden.total == 0 && hidden.items.isEmpty)
    }
  }

  @Test func list_pagesById() async throws {
    try await StreetFixture.run { street in
      for rent in 1...5 {
        _ = try await add(street, "lease", street.yanzhong.house, ["rent": .number(Double(rent))])
      }
      var (ids, after): ([Int64], Int64?) = ([], nil)
      repeat {
        let page = try await ListRecords.run(
          "lease", subject: street.yanzhong.house, after: after, limit: 2, caller: street.worker,
          app: street.app)
        #expect(page.total == 5)
        ids += page.items.map(\.row.id)
        after = page.next
      } while after != nil
      #expect(ids == [1, 2, 3, 4, 5])
    }
  }

  @Test func dataset_isAWordOfQuestionsAtOnce() async throws {
    try await StreetFixture.run { street in
      let entry = Vocabulary.Dataset(
        code: "balcony", name: "阳台花箱", subject: .house,
        attributes: [.init(name: "boxes", title: "花箱数", type: .number)])
      let refused = try await refusal {
        _ = try await AddDataset.run(entry, about: "", caller: street.worker, app: street.app)
      }
      #expect(refused?.code == "missing_right")
      _ = try await AddDataset.run(entry, about: "", caller: street.admin, app: street.app)
      _ = try await add(street, "balcony", street.yanzhong.house, ["boxes": .number(3)])
      let question = SearchQuestion(.houses, where: .text("any records.balcony(boxes >= 3)"))
      #expect(
        try await Search.run(Search.Request(question), caller: street.worker, app: street.app).total == 1)
      let again = try await refusal {
        _ = try await AddDataset.run(entry, about: "", caller: street.admin, app: street.app)
      }
      #expect(again?.code == "dataset_taken")
      var bad = entry
      (bad.code, bad.name) = ("Balcony", "另一个")
      let name = try await refusal {
        _ = try await AddDataset.run(bad, about: "", caller: street.admin, app: street.app)
      }
      #expect(name?.notes.first?.place == .pointer("/code"))
    }
  }
}
