import FilterLanguage
import Foundation
import Identity
import Imports
import Kernel
import Registry
import Support
import Testing

private let head = "姓名,性别,出生日期,身份证号,现住地址,联系电话"
private let lane = "长乐路372弄5号"

/// Rows of which something was not understood, or whose identity one field alone would decide, wait for a person.
struct DoubtfulRowTests {
  @Test(arguments: [
    ("长乐路□弄5号101室", "address_unread"), ("长乐路372弄①5号101室", "address_unread"), ("\(lane)101室A", "address_unread"),
    ("\(lane)101、102室", "address_several"), ("\(lane)101室东头加层", "address_unread"),
  ])
  func address_notReadToItsEnd_placesNobody(address: String, code: String) async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(.people, [head, "张三,男,1950-03-12,,\"\(address)\","])
      #expect(report.counts.all == [1, 0, 0, 0, 1, 0])
      #expect(try await bench.rows(report.id).first?.reasons.map(\.code) == [code])
      let problem = try await refusal {
        _ = try await DecideImportRow.run(
          report.id, row: 2, RowDecision(.create), caller: .operatorAtConsole, app: bench.app)
      }
      #expect(problem?.code == "row_needs_correction")
    }
  }

  @Test func houses_withAPartNotRead_areNotMadeEvenByDecision() async throws {
    try await ImportBench.run { bench in
      let report = try await bench.load(
        .houses, ["居委会,地址", "延中,\(lane)101室", "延中,\(lane)东头加层"], area: ImportBench.street)
      #expect(report.counts.all == [2, 1, 0, 0, 1, 0])
      _ = try await DecideImportRows.run(
        report.id, .create, reason: nil, caller: .operatorAtConsole, app: bench.app)
      #expect(try await bench.apply(report.id).counts.created == 1)
      #expect(try await bench.count(.houses) == 1)
    }
  }

  @Test func oneNumber_underTwoNames_sendsBothToReview() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let number = DoubtfulRowTests.number("19410204", 203)
      let report = try await bench.load(
        .people, [head, "赵一一,男,1941-02-04,\(number),\(lane)101室,", "钱二二,男,1941-02-04,\(number),\(lane)101室,"])
      #expect(report.counts.review == 2)
      #expect(report.reasons.first?.code == "number_two_names")
      #expect(try await bench.count(.people) == 0)
    }
  }

  @Test func knownNumber_underAnotherName_isNotConfirmedByItsOwnBirthDate() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let number = DoubtfulRowTests.number("19410204", 203)
      try await bench.load(.people, [head, "赵一一,男,,\(number),\(lane)101室,"])
      let report = try await bench.load(.people, [head, "钱二二,男,1941-02-04,\(number),\(lane)101室,"])
      #expect(try await bench.rows(report.id).map { $0.reasons.map(\.code) } == [["name_contradicts_number"]])
      _ = try await DecideImportRow.run(
        report.id, row: 2, RowDecision(.create), caller: .operatorAtConsole, app: bench.app)
      #expect(try await bench.apply(report.id).counts.review == 1)
      #expect(try await bench.person(1).name == "赵一一")
    }
  }

  @Test func number_thatEndsInZeros_isTakenOnlyFromWhoHasIt() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let number = try #require(
        (0..<200).map { "3101991941020\($0 < 100 ? "4" : "5")\(Self.two($0 % 100))0" }.map(Self.checked).first {
          $0.hasSuffix("000")
        })
      let line = "赵一一,,,\(number),\(lane)101室,"
      let report = try await bench.load(.people, [head, line])
      #expect(try await bench.rows(report.id).map { $0.reasons.map(\.code) } == [["id_number_lost_digits"]])
      _ = try await DecideImportRow.run(
        report.id, row: 2, RowDecision(.create), caller: .operatorAtConsole, app: bench.app)
      #expect(try await bench.apply(report.id).counts.created == 1)
      #expect(try await bench.load(.people, [head, line]).counts.unchanged == 1)
    }
  }

  @Test(arguments: [
    ("林小红", "16400004001"), ("林晓紅", ""), ("林晓", ""), ("林-晓红", ""), ("林晓青", "16400004001"),
  ])
  func nearlyTheName_sameHouseAndBirth_isNeverASecondPersonUnasked(name: String, phone: String) async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(.people, [head, "林晓红,女,1980-05-06,,\(lane)101室,16400004001"])
      let report = try await bench.load(.people, [head, "\(name),女,1980-05-06,,\(lane)101室,\(phone)"])
      #expect(report.counts.created == 0)
      #expect(try await bench.count(.people) == 1)
    }
  }

  @Test func sisters_bornOnOneDay_stayTwo() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .people, [head, "林小红,女,1980-05-05,,\(lane)101室,", "林小青,女,1980-05-05,,\(lane)101室,"])
      #expect(report.counts.created == 2)
    }
  }

  @Test func cellsThatNameNobodyOrSeveral_makeNobody() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let names = ["空户", "拒访", "同上", "张三（已故）", "王五、赵六", "冯二13812345678", "郑一 户主"]
      let lines = names.map { "\($0),男,1970-01-01,,\(lane)101室," }
      let report = try await bench.load(.people, [head] + lines)
      #expect(report.counts.all == [7, 0, 0, 0, 4, 3])
      #expect(try await bench.count(.people) == 0)
    }
  }

  @Test func ownMaskedList_comesBackAsTheSamePeople() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let number = DoubtfulRowTests.number("19410204", 224)
      try await bench.load(
        .people, [head, "苏小居,女,1940-04-05,,\(lane)101室,16400006001", "苏小证,女,1941-02-04,\(number),\(lane)102室,"])
      let export = "姓名,性别,出生日期,周岁,证件号码,联系电话,地址,居民区,备注"
      let masked = Masking.idNumber(number)
      let report = try await bench.load(
        .people,
        [
          export, "\(Masking.name("苏小居")),女,1940-04-05,86,,\(Masking.phone("16400006001")),\(lane)101室,延中居委会,",
          "\(Masking.name("苏小证")),女,1941-02-04,85,\(masked),,\(lane)102室,延中居委会,", "钱*二,女,1950-01-01,76,,,\(lane)101室,,",
        ])
      #expect(report.counts.all == [3, 0, 0, 2, 1, 0])
      #expect(report.ignoredColumns == ["周岁"])
      #expect(try await bench.count(.people) == 2)
    }
  }

  @Test func partialDate_isFilledFromTheNumberOrWaits() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let number = DoubtfulRowTests.number("19850312", 224)
      let report = try await bench.load(
        .people,
        [
          head, "朱一,女,1985.03,\(number),\(lane)101室,",
          "朱二,女,198504,\(DoubtfulRowTests.number("19850312", 226)),\(lane)101室,",
          "朱三,女,1985年3月,,\(lane)101室,",
        ])
      #expect(report.counts.all == [3, 1, 0, 0, 2, 0])
      #expect(try await bench.person(1).birth == Day("1985-03-12"))
      let codes = try await bench.rows(report.id).map { $0.reasons.map(\.code) }
      #expect(codes == [["birth_from_number"], ["birth_contradicts_number"], ["birth_partial"]])
    }
  }

  @Test func secondPhoneAndRelation_stayVisible() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .people,
        [
          "姓名,出生日期,现住地址,联系电话1,联系电话2,关系,使用情况,政治面貌", "卫一,1970-02-01,\(lane)101室,16400009001(儿子),16400009002,配偶,自住,群众",
        ])
      #expect(report.counts.created == 1)
      #expect(report.ignoredColumns.isEmpty)
      let person = try await bench.person(1)
      #expect(person.phone == "16400009001")
      let shown = try await bench.app.store.read { try $0.claims(on: TagTarget(.person, 1)) }
      let kept = Set(shown.map { "\($0.field)=\($0.value)" })
      #expect(person.claims.has("phone", "16400009002"))
      #expect(
        kept.isSuperset(of: [
          "phone=\(Masking.phone("16400009002"))", "phone_note=\(Masking.phone("16400009001"))（儿子）", "relation=配偶",
          "use=自住",
          "remark=群众",
        ]))
    }
  }

  static func number(_ birth: String, _ sequence: Int) -> String { checked("310199\(birth)\(sequence)") }

  static func checked(_ body: String) -> String {
    body + (IdentityNumber.checkDigit(of: body).map(String.init) ?? "")
  }

  private static func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
}
