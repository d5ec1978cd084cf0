import FilterLanguage
import Foundation
import Identity
import Imports
import Kernel
import Registry
import Testing

private let head = "姓名,身份证,生日,住址,手机,备注标签"
private let lane = "长乐路372弄5号"

/// Numbers under the unassigned prefix 310199.
private let zhang = "310199195003121235"
private let li = "310199198107052249"

struct PeopleImportTests {
  @Test func load_oneNumberInThreeSpellings_isOnePerson() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .people,
        [
          head, "张建国,\(Self.valid(zhang)),1950-03-12,\(lane)101室,13800001111,",
          "张建国 ,310199 19500312 \(Self.valid(zhang).suffix(4)),1950/3/12,\(lane)-101,138-0000-1111,",
          "张建国,'\(Self.valid(zhang)),19500312,卢湾区\(lane)101,,",
        ])
      #expect(report.counts.all == [3, 1, 0, 2, 0, 0])
      #expect(report.state == .done)
      #expect(try await bench.count(.people) == 1)
    }
  }

  @Test func load_sameNameBirthAndHouse_mergesAndFillsTheNumber() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(.people, [head, "张建国,,1950.3.12,\(lane)101室,,"])
      let report = try await bench.load(.people, [head, "张建国,\(Self.valid(zhang)),,\(lane)101室,,"])
      #expect(report.counts.all == [1, 0, 1, 0, 0, 0])
      #expect(try await bench.person(1).idNumber == Self.valid(zhang))
    }
  }

  @Test func load_differentPeople_stayApart() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .people,
        [
          head, "张建国,,1950-03-12,\(lane)101室,13800001111,", "张秀英,,1952-04-01,\(lane)101室,13800001111,",
          "双生甲,,2010-05-05,\(lane)102室,,", "双生乙,,2010-05-05,\(lane)102室,,",
          "李娜,\(Self.number("1981-07-05", 224)),,\(lane)201室,,", "李娜,\(Self.number("1981-07-05", 226)),,\(lane)201室,,",
        ])
      #expect(report.counts.created == 6)
    }
  }

  @Test func load_birthOneDigitOff_goesToReviewAndMergesWhenDecided() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(.people, [head, "张建国,,1950-03-12,\(lane)101室,,"])
      let report = try await bench.load(.people, [head, "张建国,,1950-03-17,\(lane)101室,13800001111,"])
      #expect(report.counts.review == 1)
      #expect(report.state == .review)
      let row = try #require(try await bench.rows(report.id, .review).first)
      #expect(row.reasons.map(\.code) == ["birth_one_slip"])
      #expect(row.candidates.map(\.subjectID) == [1])
      _ = try await DecideImportRow.run(
        report.id, row: 2, RowDecision(.merge, subjectID: 1), caller: .operatorAtConsole, app: bench.app)
      let done = try await bench.apply(report.id)
      #expect(done.state == .done)
      #expect(done.counts.all == [1, 0, 1, 0, 0, 0])
      let person = try await bench.person(1)
      #expect(person.phone == "13800001111")
      #expect(person.birth == Day("1950-03-17"))
      #expect(person.claims.contains(ExistingClaim("birth_date", "1950-03-12", "committee")))
    }
  }

  @Test func load_wrongNumber_isNeverLoadedAndPointsAtTheResident() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let right = Self.valid(zhang)
      try await bench.load(.people, [head, "张建国,\(right),1950-03-12,\(lane)101室,,"])
      let wrong = String(right.prefix(15)) + (right.dropFirst(15).first == "9" ? "0" : "9") + right.suffix(2)
      let report = try await bench.load(.people, [head, "张建国,\(wrong),1950-03-12,\(lane)101室,,"])
      let row = try #require(try await bench.rows(report.id).first)
      #expect(row.status == .review)
      #expect(row.reasons.map(\.code) == ["id_number_check_digit", "id_number_one_slip"])
      #expect(row.candidates.map(\.subjectID) == [1])
      #expect(!"\(row)".contains(wrong))
      #expect(!"\(row)".contains("张建国"))
    }
  }

  @Test func load_badRows_areRejectedWithColumnAndReasonAndTheOthersGoOn() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .people,
        [
          head, "甲某,,1990-02-30,\(lane)101室,,", "乙某,,1980-01-01,不存在路1弄2号3室,,", ",,1980-01-01,\(lane)101室,,",
          "丙某,,2027-01-01,\(lane)101室,,", "丁某,,1980-01-01,\(lane)999室,,", "戊某,,1980-01-01,\(lane)102室,,",
        ])
      #expect(report.counts.all == [6, 1, 0, 0, 0, 5])
      let rows = try await bench.rows(report.id)
      #expect(
        rows.map { $0.reasons.first?.code } == [
          "no_such_day", "no_such_house", "name_missing", "born_in_future", "no_such_room", nil,
        ])
      #expect(rows.map { $0.reasons.first?.column } == ["生日", "住址", "姓名", "生日", "住址", nil])
    }
  }

  @Test func load_numberAgainstBirthday_goesToReview() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(.people, [head, "张建国,\(Self.valid(zhang)),1951-03-12,\(lane)101室,,"])
      #expect(try await bench.rows(report.id).map { $0.reasons.map(\.code) } == [["birth_contradicts_number"]])
      #expect(try await bench.count(.people) == 0)
    }
  }

  @Test func load_betterSource_winsAndTheOtherStaysVisible() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let book = [head, "张建国,\(Self.valid(zhang)),,\(lane)101室,13800001111,"]
      let police = ["姓名,公民身份号码,现住址,户籍,联系电话", "张建国,\(Self.valid(zhang)),\(lane)101室,本市,13900002222"]
      try await bench.load(.people, book)
      try await bench.load(.people, police, source: "police")
      let person = try await bench.person(1)
      #expect(person.phone == "13900002222")
      #expect(person.source == "police")
      #expect(person.claims == [ExistingClaim("phone", "13800001111", "committee")])
      let shown = try await bench.app.store.read { try $0.claims(on: TagTarget(.person, 1)) }
      #expect(shown.map(\.value) == ["138****1111"])
      #expect(try await bench.load(.people, book).counts.unchanged == 1)
      #expect(try await bench.load(.people, police, source: "police").counts.unchanged == 1)
    }
  }

  @Test func load_fileThatContradictsItself_comesToRest() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let file = [
        head, "张建国,\(Self.valid(zhang)),,\(lane)101室,13800001111,",
        "张建国,\(Self.valid(zhang)),,\(lane)101室,13900002222,",
      ]
      #expect(try await bench.load(.people, file).counts.all == [2, 1, 1, 0, 0, 0])
      #expect(try await bench.load(.people, file).counts.all == [2, 0, 0, 2, 0, 0])
      #expect(try await bench.person(1).phone == "13800001111")
    }
  }

  @Test func load_weakerSourceElsewhere_goesToReview() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(
        .people, ["姓名,公民身份号码,现住址,户籍", "张建国,\(Self.valid(zhang)),\(lane)101室,本市"], source: "police")
      let report = try await bench.load(.people, [head, "张建国,\(Self.valid(zhang)),,巨鹿路10弄2号101室,,"])
      #expect(try await bench.rows(report.id).map { $0.reasons.map(\.code) } == [["lives_elsewhere"]])
      #expect(try await bench.person(1).occupancies.count == 1)
    }
  }

  @Test func load_remarks_becomeTagsWhereTheyMayAndStayRemarksElse() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let file = [head, "张建国,,1950-03-12,\(lane)101室,,低保、独居、党员"]
      let report = try await bench.load(.people, file)
      #expect(report.counts.created == 1)
      let person = try await bench.person(1)
      #expect(person.tags.count == 1)
      #expect(Set(person.claims.map(\.value)) == ["独居", "党员"])
      let tag = try #require(person.tags.first)
      try await bench.app.store.write { writer in
        let target = TagTarget(.person, 1)
        for tagging in try writer.read.taggings(of: target, tag: tag) {
          try writer.endTagging(tagging.id, until: Day(number: tagging.since.number + 1), by: .operatorAtConsole)
        }
      }
      #expect(try await bench.load(.people, file).counts.unchanged == 1)
    }
  }

  @Test func dryRun_anyFile_countsLikeApplyingAndWritesNothing() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let file = [
        head, "张建国,\(Self.valid(zhang)),,\(lane)101室,,低保", "张建国,\(Self.valid(zhang)),,\(lane)101室,13800001111,",
        "张建国,\(Self.valid(zhang)),,\(lane)101室,13800001111,", "张建国,,1950-03-22,\(lane)101室,,", ",,,,,1",
      ]
      let plan = try await bench.load(.people, file, dryRun: true)
      #expect(plan.state == .done)
      #expect(plan.counts.all == [5, 1, 1, 1, 1, 1])
      #expect(try await bench.count(.people) == 0)
      #expect(try await bench.load(.people, file).counts == plan.counts)
    }
  }

  @Test func load_callerOfOneCommittee_knowsNoOtherHouses() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let committee = try await bench.app.store.read { try $0.areas().first { $0.name.hasPrefix("延中") } }
      let secretary = Caller(
        id: nil, name: "书记", role: .secretary, areas: [Int64(try #require(committee).id)], origin: "test")
      let report = try await bench.load(
        .people, [head, "张建国,,1950-03-12,\(lane)101室,,", "李娜,,1981-07-05,巨鹿路10弄2号101室,,"], caller: secretary)
      #expect(report.counts.all == [2, 1, 0, 0, 0, 1])
      #expect(try await bench.rows(report.id)[1].reasons.map(\.code) == ["no_such_house"])
    }
  }

  /// The first 17 characters of a number with the check digit that belongs to them.
  private static func valid(_ number: String) -> String {
    let body = String(number.prefix(17))
    return body + (IdentityNumber.checkDigit(of: body).map(String.init) ?? "")
  }

  private static func number(_ birth: String, _ sequence: Int) -> String {
    valid("310199" + birth.filter(\.isNumber) + String(sequence))
  }
}
