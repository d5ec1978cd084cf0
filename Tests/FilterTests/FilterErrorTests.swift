import FilterLanguage
import Support
import Testing

@Suite struct FilterErrorTests {
  @Test(arguments: [
    ("age >> 80", "filter_syntax", 5), ("age >= 80 and", "filter_syntax", 13), ("(age >= 80", "filter_syntax", 10),
    ("age >= 80)", "filter_syntax", 9), ("not not age >= 80", "filter_syntax", 4), ("age", "filter_syntax", 3),
    ("age ~ 8", "filter_syntax", 4), ("id_number != 1", "filter_syntax", 10), ("sex > 男", "filter_syntax", 4),
    ("name in 甲..乙", "filter_syntax", 8), ("name in next-month", "filter_syntax", 8), ("age in ..", "filter_syntax", 7),
    ("age in 3", "filter_syntax", 8), ("name = and", "filter_syntax", 7), ("name = \"甲", "filter_syntax", 7),
    ("name = “甲”", "filter_syntax", 7), ("name = \"\\n\"", "filter_syntax", 8),
    ("turns in this-year", "filter_syntax", 0),
    ("age(3) >= 80", "filter_syntax", 0), ("count(house()) ~ 1", "filter_syntax", 15),
    ("count(house()) = 1.5", "filter_syntax", 17), ("any age", "filter_syntax", 4), ("()", "filter_syntax", 1),
    ("hukou in []", "filter_syntax", 10), ("姓名 = 甲", "unknown_field", 0), ("tag:", "filter_syntax", 4),
    ("age >= 八十", "filter_value", 7), ("sex = 妇女", "filter_value", 6), ("name = \"\"", "filter_value", 7),
    ("birth_date = 2026-02-30", "filter_value", 13), ("until < today+3x", "filter_value", 8),
    ("age in 69..60", "filter_value", 7), ("until in today..today-30d", "filter_value", 9),
    ("until in 2026-12-31..2026-01-01", "filter_value", 9), ("turns(200) in this-year", "filter_value", 0),
    ("age >= 1e5", "filter_value", 7), ("age >= 1.23456", "filter_value", 7), ("agee >= 80", "unknown_field", 0),
    ("sex = 男 and agee >= 80", "unknown_field", 12), ("tag:独居老", "unknown_tag", 0),
    ("housemate()", "unknown_relation", 0), ("residents()", "unknown_relation", 0),
    ("records.check()", "unknown_dataset", 0), ("records.lease()", "unknown_dataset", 0),
    ("records.checkup(kind = 甲)", "unknown_field", 16), ("any house(age >= 3)", "unknown_field", 10),
    ("age >= 80 or or", "filter_syntax", 13), ("age => 80", "filter_syntax", 5), ("age ! 80", "filter_syntax", 4),
    ("where age >= 80", "unknown_field", 0), ("age >= 80; drop", "filter_syntax", 9),
    ("age >= 80 tag:独居", "filter_syntax", 10),
  ])
  func parse_wrong_saysWhere(_ text: String, _ code: String, _ position: Int) throws {
    let problem = try #require(refusal(of: text))
    #expect(problem.kind == .invalid)
    #expect(problem.code == code, "\(problem.detail)")
    #expect(problem.notes.map(\.place) == [.position(position)])
  }

  @Test(arguments: [
    ("agee >= 80", "age"), ("hukuo = 本市", "hukou"), ("周岁 >= 80", "age"), ("独居老人 = 1", "tag:独居老人"),
    ("tag:独居老", "tag:独居老人"), ("tag:老年独居", "tag:独居"), ("tag:低保人", "tag:低保人员"), ("tag:ll013", "tag:LL013"),
    ("sex = 妇女", "女"), ("housemate()", "housemates"), ("records.check()", "records.checkup"),
    ("records.体检()", "records.checkup"), ("tag:出租房屋", "any house(tag:出租房屋)"),
    ("records.lease()", "any house(records.lease())"),
  ])
  func parse_unknown_suggests(_ text: String, _ suggestion: String) throws {
    #expect(try #require(refusal(of: text)).notes[0].suggestions.contains(suggestion))
  }

  @Test func parse_tagOfAnotherSubject_saysWhose() throws {
    let problem = try #require(refusal(of: "tag:出租房屋"))
    #expect(problem.detail == "标签“出租房屋”是给房屋的，这里问的是人员")
  }

  @Test func parse_tooLong_isALimit() throws {
    let long = "name = " + String(repeating: "甲", count: 3993)
    #expect(refusal(of: long) == nil)
    #expect(try #require(refusal(of: long + "甲")).code == "filter_limit")
    #expect(try #require(refusal(of: String(repeating: "a", count: 5_000_000))).code == "filter_limit")
  }

  @Test func parse_tooManyTerms_isALimit() throws {
    let many = Array(repeating: "age > 1", count: 200).joined(separator: " or ")
    #expect(refusal(of: many) == nil)
    #expect(try #require(refusal(of: many + " or age > 1")).code == "filter_limit")
    let list = "name in [" + Array(repeating: "甲", count: 200).joined(separator: ",")
    #expect(refusal(of: list + "]") == nil)
    #expect(try #require(refusal(of: list + ",乙]")).code == "filter_limit")
  }

  @Test(arguments: ["(", "not (", "any housemates("])
  func parse_tooDeep_isALimit(_ open: String) throws {
    let deep = { (count: Int) in
      String(repeating: open, count: count) + "age > 1" + String(repeating: ")", count: count)
    }
    #expect(refusal(of: deep(16)) == nil)
    #expect(try #require(refusal(of: deep(17))).code == "filter_limit")
    #expect(try #require(refusal(of: String(repeating: open, count: 3900 / open.count))).code == "filter_limit")
  }

  @Test func parse_anyBytes_neverCrashes() {
    var random = SeededRandom(20_261_121)
    let pieces = [
      "age", ">=", "80", "tag:", "独居", "(", ")", "\"", "\\", "..", "[", ",", "]", "and", "not", "é", "\u{301}", "👨‍👩‍👧",
      ".", "turns(", "count(", "house(", "\u{0}", "today+", "in", " ",
    ]
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      if case .position(let position)? = refusal(of: text)?.notes.first?.place {
        #expect((0...text.count).contains(position))
      }
    }
  }
}
