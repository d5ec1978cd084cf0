import FilterLanguage
import Foundation
import Identity
import Kernel
import Support
import Testing

@Suite struct IdentifierTests {
  /// A valid number of the unassigned area 310199.
  static func resident(_ body: String = "31019919900203123") -> String {
    body + IdentityNumber.checkDigit(of: body).map(String.init, default: "")
  }

  @Test func read_residentIdentity() {
    let reading = Identifier.read(Self.resident())
    #expect(reading.kind == .residentIdentity && reading.valid && reading.warnings.isEmpty)
    #expect(reading.birth == Day("1990-02-03") && reading.sex == "男")
    #expect(Identifier.read(Self.resident("31019919900203124")).sex == "女")
  }

  @Test(arguments: [
    "'440524188001010014", "440524 18800101 0014", "440524188001010014", "440524-18800101-0014",
    "\u{200B}440524188001010014\u{FEFF}", "440524188001010014.0", "\t440524188001010014 ",
  ])
  func read_messy_isFolded(text: String) {
    let reading = Identifier.read(text)
    #expect(reading.valid && reading.normalised == "440524188001010014" && reading.input == text)
  }

  @Test(arguments: ["81000019980902013x", "81000019980902013×", "81000019980902013Ⅹ"])
  func read_permitWithTypedX(text: String) {
    let reading = Identifier.read(text)
    #expect(reading.kind == .hmtResidencePermit && reading.valid && reading.normalised == "81000019980902013X")
    #expect(reading.sex == "男" && reading.birth == Day("1998-09-02"))
  }

  @Test func read_wrongCheckDigit_namesTheRightOne() {
    let reading = Identifier.read("440524188001010013")
    #expect(!reading.valid && reading.normalised == nil && reading.kind == .residentIdentity)
    #expect(reading.warnings == ["check_digit: 校验位应为 4"])
  }

  @Test func read_impossibleBirth() {
    let reading = Identifier.read(Self.resident("31019919900230123"))
    #expect(!reading.valid && reading.birth == nil)
    #expect(reading.warnings.contains { $0.hasPrefix("birth_date:") })
  }

  @Test func read_birthAfterTheDay_isRefusedOnlyWithADay() {
    let number = Self.resident("31019920261122123")
    #expect(Identifier.read(number).valid)
    #expect(!Identifier.read(number, on: Day("2026-11-21")).valid)
    #expect(Identifier.read(number, on: Day("2026-11-22")).valid)
  }

  @Test func read_impossibleProvince_warnsOnly() {
    let reading = Identifier.read(Self.resident("77010119900203123"))
    #expect(reading.valid && reading.warnings.contains { $0.hasPrefix("area:") })
  }

  @Test(arguments: [("310199900203123", "1990-02-03"), ("310199900203997", "1890-02-03")])
  func read_fifteenDigits_becomeEighteen(text: String, born: String) {
    let reading = Identifier.read(text)
    #expect(reading.valid && reading.kind == .residentIdentity && reading.birth == Day(born))
    #expect(reading.normalised?.utf8.count == 18)
    #expect(reading.normalised.map { Identifier.read($0).valid } == true)
  }

  @Test(arguments: ["31019919900203123", "3101991990020312345"])
  func read_wrongLength_isNamed(text: String) {
    let reading = Identifier.read(text)
    #expect(reading.kind == .residentIdentity && !reading.valid)
    #expect(reading.warnings.first?.hasPrefix("length:") == true)
  }

  @Test(arguments: [
    ("3.10199E+17", Identifier.Kind.residentIdentity), ("1.38123E+10", .mobilePhone), ("3E+17", .residentIdentity),
  ])
  func read_scientific_isRefused(text: String, kind: Identifier.Kind) {
    let reading = Identifier.read(text)
    #expect(!reading.valid && reading.kind == kind && reading.warnings.first?.hasPrefix("scientific:") == true)
  }

  @Test func read_lastDigitsLostInASpreadsheet_saysSo() {
    let reading = Identifier.read("310199199002030000")
    #expect(!reading.valid && reading.warnings.contains { $0.hasPrefix("excel_precision:") })
  }

  @Test(arguments: [
    ("H12345678", Identifier.Kind.hmTravelPermit, "H12345678"), ("m1234567801", .hmTravelPermit, "M12345678"),
    ("01234567", .twTravelPermit, "01234567"), ("0123456701", .twTravelPermit, "01234567"),
    ("0123456701(B)", .twTravelPermit, "01234567"), ("E12345678", .passport, "E12345678"),
    ("EA1234567", .passport, "EA1234567"), ("CAN110181080310", .foreignPermanentOld, "CAN110181080310"),
  ])
  func read_travelDocument(text: String, kind: Identifier.Kind, normalised: String) {
    let reading = Identifier.read(text)
    #expect(reading.kind == kind && reading.valid && reading.normalised == normalised && reading.warnings.isEmpty)
  }

  @Test func read_fiveStarCard_isNoCreditCode() {
    let body = "91112419810803002"
    let reading = Identifier.read(Self.resident(body))
    #expect(reading.kind == .foreignPermanentNew && reading.valid && reading.birth == Day("1981-08-03"))
    let wrong = Identifier.read(body + "5")
    #expect(wrong.kind == .foreignPermanentNew && !wrong.valid)
  }

  @Test(arguments: ["", "  ", "张三", "1990-02-03", "12345", "X", "无", "310199"])
  func read_somethingElse_isUnknown(text: String) {
    let reading = Identifier.read(text)
    #expect(reading.kind == .unknown && !reading.valid && !reading.warnings.isEmpty)
  }

  @Test func read_masked_saysSo() {
    #expect(Identifier.read("310***********1234").warnings == ["masked: 号码有几位被遮住了"])
    #expect(Identifier.read("138****1234", for: .phone).warnings == ["masked: 号码有几位被遮住了"])
  }

  @Test func read_anyBytes_neverTraps() {
    var random = SeededRandom(20_261_121)
    let alphabet = Array("0123456789XxEHM+-./()'九 E,转")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...22, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "0" })
      for purpose in [Identifier.Purpose.any, .phone, .creditCode, .document] {
        let reading = Identifier.read(text, for: purpose)
        #expect(reading.valid == (reading.normalised != nil))
        #expect(reading.valid || !reading.warnings.isEmpty)
        if let normalised = reading.normalised {
          #expect(Identifier.read(normalised, for: purpose).normalised == normalised, "\(text)")
        }
      }
    }
  }

  @Test func report_hasExplicitNulls() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let json = String(decoding: try encoder.encode(IdentifierReport(Identifier.read("H12345678"))), as: UTF8.self)
    #expect(
      json
        == #"{"birth_date":null,"input":"H12345678","kind":"hm_travel_permit","sex":null,"valid":true,"warnings":[]}"#)
  }
}

extension Optional {
  fileprivate func map<T>(_ change: (Wrapped) -> T, default other: T) -> T { self.map(change) ?? other }
}
