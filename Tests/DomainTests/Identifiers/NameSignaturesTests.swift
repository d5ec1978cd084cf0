import Support
import Testing
@testable import FilterLanguage
@testable import Identity
@testable import Imports
@testable import Kernel

@Suite struct NameSignaturesTests {
  /// Signs that sound alike, look alike, or neither.
  private static let signs = Array("晓小红虹青清己已巳王玉李里木本未末张章·三".unicodeScalars)

  @Test func names_thatAreASlipApart_shareASignature() {
    var dice = SeededRandom(20_261_121)
    func name() -> String {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...4, using: &dice) { view.append(Self.signs.randomElement(using: &dice) ?? "三") }
      return String(view)
    }
    var slips = 0
    let names = (0..<400).map { _ in name() }
    let signatures = names.map(NameSignatures.of)
    for left in names.indices {
      for right in names.indices where left < right {
        switch NameLikeness(names[left], names[right]) {
        case .same, .slip:
          slips += 1
          let isShared = !signatures[left].isDisjoint(with: signatures[right])
          #expect(isShared || signatures[left].isEmpty, "\(names[left]) \(names[right])")
        case .oneApart, .other: break
        }
      }
    }
    #expect(slips > 100)
  }

  @Test func folk_findsFewAmongMany() {
    var folk = HouseResidents()
    for n in 0..<20_000 {
      let name = "钱" + String(UnicodeScalar(0x5200 + n % 500) ?? "一") + String(UnicodeScalar(0x6700 + n / 500) ?? "一")
      folk.note(Int64(n), name: name, birth: Day(number: Int32(n % 97)))
    }
    let found = folk.alike(name: "钱刀最", isMasked: false, birth: Day(number: 0), phone: nil)
    #expect(found.contains(0))
    #expect(found.count < 100)
  }
}
