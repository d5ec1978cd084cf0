import FilterLanguage
import Identity
import Testing

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    "13812345678", "138-1234-5678", "138 1234 5678", "+86 138 1234 5678", "86-13812345678", "008613812345678",
    "+8613812345678",
    "(+86)13812345678", "13812345678", "\u{202D}13812345678\u{202C}", "13812345678.0", "'13812345678", "013812345678",
  ])
  func read_mobile(text: String) {
    for purpose in [Identifier.Purpose.any, .phone] {
      let reading = Identifier.read(text, for: purpose)
      #expect(reading.kind == .mobilePhone && reading.valid && reading.normalised == "13812345678", "\(text)")
    }
  }

  @Test(arguments: [
    ("021-12345678", "021-12345678"), ("(021)12345678", "021-12345678"), ("02112345678", "021-12345678"),
    ("021 6234 5678", "021-62345678"), ("+86 21 62345678", "021-62345678"), ("0571-87654321", "0571-87654321"),
    ("0512-1234567", "0512-1234567"), ("021-62345678-801", "021-62345678-801"),
    ("021-62345678转801", "021-62345678-801"),
    ("400-820-8820", "4008208820"),
  ])
  func read_landline(text: String, normalised: String) {
    let reading = Identifier.read(text)
    #expect(reading.kind == .landlinePhone && reading.normalised == normalised)
  }

  @Test func read_eightDigits_areATelephoneOnlyAmongTelephones() {
    #expect(Identifier.read("62345678", for: .phone).kind == .landlinePhone)
    #expect(Identifier.read("62345678").kind == .twTravelPermit)
  }

  @Test(arguments: ["1381234567", "138123456789"])
  func read_wrongLength(text: String) {
    let reading = Identifier.read(text, for: .phone)
    #expect(reading.kind == .mobilePhone && !reading.valid && reading.warnings.first?.hasPrefix("length:") == true)
  }

  @Test(arguments: ["13812345678/13912345678", "13812345678、021-62345678"])
  func read_several_areRefused(text: String) {
    let reading = Identifier.read(text, for: .phone)
    #expect(!reading.valid && reading.warnings.first?.hasPrefix("several:") == true)
  }

  @Test(arguments: ["12812345678", "无", "120", "1990-02-03"])
  func read_noTelephone(text: String) { #expect(!Identifier.read(text, for: .phone).valid) }
}
