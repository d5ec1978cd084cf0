import FilterLanguage
import Kernel
import Testing

@Suite struct FilterJSONTests {
  func decode(_ json: String, _ subject: Subject = .people) throws(Problem) -> Expression {
    try FilterJSON.decode(try JSONReader.read(json), about: subject, vocabulary: words)
  }

  func refusal(of json: String) -> Problem? {
    do {
      _ = try decode(json)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    (#"{}"#, ""),
    (#"{"and":[{"tag":"独居老人"},{"field":"age","op":">=","value":80}]}"#, "tag:独居老人 and age >= 80"),
    (#"{"or":[{"not":{"tag":"低保"}},{"field":"sex","op":"=","value":"男"}]}"#, "not tag:低保 or sex = 男"),
    (#"{"field":"turns","arg":90,"in":{"from":"today","to":"today+3m"}}"#, "turns(90) in today..today+3m"),
    (#"{"field":"until","in":"next-month"}"#, "until in next-month"),
    (#"{"field":"hukou","in":["本市"]}"#, "hukou in [本市]"),
    (#"{"any":"house","where":{"count":"residents","op":"=","value":1}}"#, "any house(count(residents()) = 1)"),
    (
      #"{"no":"records.checkup","where":{"field":"on","in":{"from":"2026-01-01"}}}"#,
      "no records.checkup(on in 2026-01-01..)"
    ),
    (#"{"all":"housemates","where":{}}"#, "all housemates()"),
  ])
  func decode_form_equalsText(_ json: String, _ text: String) throws {
    #expect(try decode(json) == parse(text))
  }

  @Test(arguments: [
    (#"[]"#, "filter_syntax", ""), (#"{"foo":1}"#, "filter_syntax", ""), (#"{"and":[]}"#, "filter_syntax", "/and"),
    (#"{"and":[{}]}"#, "filter_syntax", "/and/0"), (#"{"not":{}}"#, "filter_syntax", "/not"),
    (#"{"tag":"独居","x/y":1}"#, "filter_syntax", "/x~1y"), (#"{"tag":"独居","not":{}}"#, "filter_syntax", "/not"),
    (#"{"or":[{"tag":"独居"},{"tag":"没有"}]}"#, "unknown_tag", "/or/1/tag"), (#"{"tag":3}"#, "filter_syntax", "/tag"),
    (#"{"field":"age","op":">=","value":"80"}"#, "filter_value", "/value"),
    (#"{"field":"age","op":"like","value":80}"#, "filter_syntax", "/op"),
    (#"{"field":"age","op":"=" }"#, "filter_syntax", ""),
    (#"{"field":"age","op":"=","value":1,"in":[1]}"#, "filter_syntax", "/op"),
    (#"{"field":"agee","op":"=","value":80}"#, "unknown_field", "/field"),
    (#"{"field":"age","in":{"from":9,"to":3}}"#, "filter_value", "/in"),
    (#"{"field":"age","in":{"form":9}}"#, "filter_syntax", "/in"),
    (#"{"field":"until","in":{"from":"2026-13-01"}}"#, "filter_value", "/in/from"),
    (#"{"field":"until","in":"next-decade"}"#, "filter_value", "/in"),
    (#"{"field":"age","in":[1,"2"]}"#, "filter_value", "/in/1"),
    (#"{"field":"age","arg":3,"op":"=","value":1}"#, "filter_syntax", "/field"),
    (#"{"any":"house","where":{"field":"age","op":"=","value":1}}"#, "unknown_field", "/where/field"),
    (#"{"any":"houses"}"#, "unknown_relation", "/any"),
    (#"{"count":"house","op":"~","value":1}"#, "filter_syntax", "/op"),
    (#"{"count":"house","op":"=","value":1.5}"#, "filter_value", "/value"),
    (#"{"field":"age","op":">=","value":1e300}"#, "filter_value", "/value"),
  ])
  func decode_wrong_pointsAtIt(_ json: String, _ code: String, _ pointer: String) throws {
    let problem = try #require(refusal(of: json))
    #expect(problem.code == code, "\(problem.detail)")
    #expect(problem.notes.map(\.place) == [.pointer(pointer)])
  }

  @Test func decode_belowAPointer_saysSo() throws {
    #expect(throws: Problem.self) {
      try FilterJSON.decode(["tag": "没有"], about: .people, vocabulary: words, pointer: "/where")
    }
    do { _ = try FilterJSON.decode(["tag": "没有"], about: .people, vocabulary: words, pointer: "/where") } catch {
      #expect(error.notes.map(\.place) == [.pointer("/where/tag")])
    }
  }

  @Test func decode_tooDeepOrTooMuch_isALimit() throws {
    func nested(_ count: Int) -> String {
      String(repeating: #"{"any":"housemates","where":"#, count: count) + #"{"tag":"独居"}"#
        + String(repeating: "}", count: count)
    }
    #expect(refusal(of: nested(16)) == nil)
    #expect(try #require(refusal(of: nested(17))).code == "filter_limit")
    #expect(try #require(refusal(of: nested(100))).code == "filter_limit")
    #expect(try #require(refusal(of: nested(10_000))).code == "json_syntax")
    let many = #"{"or":["# + Array(repeating: #"{"tag":"独居"}"#, count: 201).joined(separator: ",") + "]}"
    #expect(try #require(refusal(of: many)).code == "filter_limit")
  }
}
