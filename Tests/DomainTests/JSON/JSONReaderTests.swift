import FilterLanguage
import Foundation
import Kernel
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    "null", "true", "-0.5", "1e3", "[]", "{}", #"{"a":[1,{"b":"c"}]}"#, #""\u4e2d\ud83d\ude00\n\/""#, " [ 1 , 2 ] ",
  ])
  func read_valid_agreesWithFoundation(_ text: String) throws {
    let ours = try JSONReader.read(text)
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == ours)
    #expect(try JSONReader.read(ours.text) == ours)
  }

  @Test(arguments: [
    "", "{", "[1,]", #"{"a":1,}"#, "01", "1.", "+1", "nul", "[1 2]", #"{"a":1,"a":2}"#, #""\x""#, #""\ud800\u0041""#,
    "\"\n\"", "1 2", #"{a:1}"#, #""abc"#, "1e999", #""\u12"#, "\\", "\"\\",
  ])
  func read_invalid_isRefused(_ text: String) { #expect(throws: Problem.self) { try JSONReader.read(text) } }

  @Test func read_deep_isRefused() {
    #expect(throws: Problem.self) { try JSONReader.read(String(repeating: "[", count: 100_000)) }
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(
        JSONValue.self, from: Data((String(repeating: "[", count: 300) + String(repeating: "]", count: 300)).utf8))
    }
  }
}
