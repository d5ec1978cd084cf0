import FilterLanguage
import Platform
import Testing

struct TokenTextTests {
  @Test func make_32BytesInBase64URL() throws {
    let (text, hash) = TokenText.make()
    #expect(text.hasPrefix("mp_"))
    #expect(text.utf8.count == 46)
    #expect(text.utf8.allSatisfy { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") })
    #expect(hash.count == 32)
    #expect(TokenText.hash(text) == hash)
    #expect(TokenText.make().text != text)
  }

  @Test(arguments: ["", "mp_", "mp_short", String(repeating: "x", count: 46)])
  func hash_whatCannotBeATokenIsNil(text: String) { #expect(TokenText.hash(text) == nil) }
}
