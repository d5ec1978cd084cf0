import FilterLanguage
import Foundation
import Identity
import Testing

@Suite struct CreditCodeTests {
  private let body = "92310199MA1ABCDE2"
  private var code: String { body + (CreditCode.checkDigit(of: body).map(String.init) ?? "") }

  @Test func read_creditCode() {
    let reading = Identifier.read(code.lowercased())
    #expect(reading.kind == .unifiedSocialCredit && reading.valid && reading.warnings.isEmpty)
    #expect(reading.normalised == code && reading.birth == nil)
  }

  @Test func read_failingCheck_warnsAndNamesTheDigit() {
    let wrong = body + (code.last == "7" ? "8" : "7")
    let reading = Identifier.read(wrong)
    #expect(reading.valid && reading.normalised == wrong)
    #expect(reading.warnings.first?.hasPrefix("check_digit: 校验位应为 \(code.suffix(1))") == true)
  }

  @Test(arguments: ["I", "O", "S", "V", "Z"])
  func read_letterOutsideTheAlphabet_isRefused(letter: String) {
    let reading = Identifier.read("92310199MA1ABC\(letter)E23")
    #expect(reading.kind == .unifiedSocialCredit && !reading.valid)
    #expect(reading.warnings.first?.hasPrefix("alphabet:") == true)
  }

  @Test(arguments: ["92310199MA1ABCDE2", "92310199MA1ABCDE234"])
  func read_wrongLength_isRefused(text: String) {
    let reading = Identifier.read(text)
    #expect(reading.kind == .unifiedSocialCredit && !reading.valid)
    #expect(reading.warnings.first?.hasPrefix("length:") == true)
  }

  @Test func checkDigit_ofTheWrongAlphabet_isNil() {
    #expect(CreditCode.checkDigit(of: "92310199MA1ABCDI2") == nil && CreditCode.checkDigit(of: "1") == nil)
    #expect(IdentityNumber.checkDigit(of: "3101991990020312X") == nil)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["MENPAI_SAMPLES"] != nil))
  func read_samples() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["MENPAI_SAMPLES"])
    let text = try String(contentsOfFile: folder + "/data/identifiers_dev.csv", encoding: .utf8)
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let reading = Identifier.read(fields[1])
      let expected: [Identifier.Kind] =
        fields[0] == "uscc" ? [.unifiedSocialCredit] : [.residentIdentity, .hmtResidencePermit]
      #expect(expected.contains(reading.kind) && reading.valid, "\(line)")
      #expect(reading.warnings.isEmpty == (fields[6] == "True"), "\(line)")
    }
  }
}
