import FilterLanguage
import Foundation
import Platform
import TagIndex
import Testing

struct PasswordHashTests {
  private let light = PasswordHash.Cost(logN: 6)

  @Test func verify_rightPasswordOnly() throws {
    let hash = try PasswordHash.make("长乐路三七二弄 open", cost: light)
    #expect(try PasswordHash.verify("长乐路三七二弄 open", against: hash))
    #expect(try !PasswordHash.verify("长乐路三七二弄 Open", against: hash))
    #expect(try !PasswordHash.verify("", against: hash))
  }

  @Test func make_saltedAnew() throws {
    #expect(try PasswordHash.make("correct horse", cost: light) != PasswordHash.make("correct horse", cost: light))
  }

  @Test func make_standardCostIsWrittenDown() throws {
    let hash = try PasswordHash.make("correct horse")
    #expect(hash.hasPrefix("$scrypt$ln=15,r=8,p=1$"))
    #expect(try PasswordHash.verify("correct horse", against: hash))
  }

  @Test func verify_composedAndDecomposedAreOnePassword() throws {
    let hash = try PasswordHash.make("caf\u{e9} au lait", cost: light)
    #expect(try PasswordHash.verify("cafe\u{301} au lait", against: hash))
  }

  /// scrypt("password", salt 16 × "s", N = 16, r = 8, p = 1), computed with Python's hashlib.
  @Test func verify_knownAnswer() throws {
    let salt = Data(repeating: UInt8(ascii: "s"), count: 16).base64EncodedString()
    #expect(
      try PasswordHash.verify(
        "password", against: "$scrypt$ln=4,r=8,p=1$\(salt)$BQAVFdvkMmZMHg3wShoMg0lH+ZxqvNUCrsxy5+nqarM="))
  }

  @Test(arguments: [
    "", "password", "$scrypt$ln=40,r=8,p=1$c3Nzc3Nzc3Nzc3Nzc3Nzcw==$AAAA", "$scrypt$ln=4,r=9,p=1$$", "$2b$10$abc",
  ])
  func verify_unreadableHashIsNobody(hash: String) throws {
    #expect(try !PasswordHash.verify("password", against: hash))
  }

  @Test func decoy_fitsNothing() throws {
    #expect(try !PasswordHash.verify("", against: PasswordHash.decoy(cost: light)))
  }
}
