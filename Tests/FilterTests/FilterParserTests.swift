import FilterLanguage
import Kernel
import Testing

@Suite struct FilterParserTests {
  let adult = Expression.field(.age, .compare(.greaterOrEqual, .number(80)))
  let alone = Expression.tag(code: "LL013")

  @Test func parse_andOfFieldAndTag() throws {
    #expect(try parse("age >= 80 and tag:独居老人") == .and([adult, alone]))
  }

  @Test(arguments: ["", "  ", "\n\t", "\u{3000}"])
  func parse_emptyText_isEverything(_ text: String) throws {
    #expect(try parse(text) == .everything)
  }

  @Test func parse_orBindsLooserThanAnd() throws {
    let young = Expression.field(.age, .compare(.less, .number(3)))
    #expect(try parse("age >= 80 and tag:独居 or age < 3") == .or([.and([adult, alone]), young]))
    #expect(try parse("age >= 80 and (tag:独居 or age < 3)") == .and([adult, .or([alone, young])]))
  }

  @Test func parse_nestedOfSameKind_isFlat() throws {
    #expect(try parse("(age >= 80 and tag:LL013) and age >= 80") == .and([adult, alone, adult]))
  }

  @Test func parse_keywordsInAnyCase() throws {
    #expect(try parse("AGE".lowercased() + " >= 80 AND NOT TAG:独居") == .and([adult, .not(alone)]))
    #expect(try parse("age IN 60..69") == .field(.age, .range(.number(60), .number(69))))
  }

  @Test(arguments: [
    "tag:LL013", "tag:独居老人", "tag:独居", "tag: 独居", "tag:\"独居老人\"", "tag：独居".replacingOccurrences(of: "：", with: ":"),
  ])
  func parse_tagByCodeNameAlias(_ text: String) throws {
    #expect(try parse(text) == alone)
  }

  @Test func parse_tagWithParentheses_inQuotes() throws {
    #expect(try parse("tag:\"在职党员(双报到)\"") == .tag(code: "DJ004"))
  }

  @Test func parse_turnsInWindow() throws {
    let window = FilterLanguage.Test.range(.day(.today(offset: 0, unit: .days)), .day(.today(offset: 3, unit: .months)))
    #expect(try parse("turns(90) in today..today+3m") == .field(.turns(90), window))
    #expect(try parse("turns(90) in TODAY..today+3M") == .field(.turns(90), window))
  }

  @Test func parse_rangesAndLists() throws {
    #expect(try parse("age in ..59") == .field(.age, .range(nil, .number(59))))
    #expect(try parse("age in 60.. and tag:独居") == .and([.field(.age, .range(.number(60), nil)), alone]))
    #expect(try parse("hukou in [本市, 外省市]") == .field(.hukou, .list([.text("本市"), .text("外省市")])))
    #expect(try parse("birth_date in next-month") == .field(.birthDate, .period(Period(.next, .month))))
    #expect(try parse("area_m2 in 20.5..30", .houses) == .field(.area, .range(.number(20.5), .number(30))))
  }

  @Test func parse_values() throws {
    #expect(try parse("closes > 26:00", .shops) == .field(.closes, .compare(.greater, .time(1560))))
    #expect(try parse("name = \"a\\\"b\\\\c (d)\"") == .field(.name, .compare(.equal, .text("a\"b\\c (d)"))))
    #expect(try parse("name = 阿卜杜拉·买买提") == .field(.name, .compare(.equal, .text("阿卜杜拉·买买提"))))
    #expect(try parse("name = \"and\"") == .field(.name, .compare(.equal, .text("and"))))
    #expect(
      try parse("updated_at >= today-30d")
        == .field(.updatedAt, .compare(.greaterOrEqual, .day(.today(offset: -30, unit: .days)))))
    #expect(try parse("address ~ 长乐路372弄5号") == .field(.address, .compare(.matches, .text("长乐路372弄5号"))))
    #expect(try parse("until < 2028-02-29") == .field(.until, .compare(.less, .day(.on(day("2028-02-29"))))))
  }

  @Test func parse_fullWidthSigns() throws {
    #expect(
      try parse("（age ≥ 80）and hukou in [本市，外籍]").self
        == .and([adult, .field(.hukou, .list([.text("本市"), .text("外籍")]))]))
  }

  @Test func parse_decomposedText_isComposed() throws {
    guard case .field(_, .compare(_, .text(let text))) = try parse("name = Jose\u{301}") else { Issue.record(); return }
    #expect(Array(text.utf8) == Array("Jos\u{E9}".utf8))
  }

  @Test func parse_relations() throws {
    let empty = Expression.related(.any, .house, .count(.residents, .everything, .equal, 1))
    #expect(try parse("any house(count(residents()) = 1)") == empty)
    #expect(try parse("house(count(residents( )) = 1)") == empty)
    #expect(
      try parse("all residents(age >= 60)", .houses)
        == .related(.all, .residents, .field(.age, .compare(.greaterOrEqual, .number(60)))))
    #expect(try parse("residents >= 5", .houses) == .field(.residents, .compare(.greaterOrEqual, .number(5))))
    #expect(
      try parse("no records.checkup(on in this-year)")
        == .related(.no, .records("checkup"), .field(.attribute("on"), .period(Period(.this, .year)))))
    #expect(
      try parse("count(records.lease(filed = true and rent > 1000)) >= 2", .houses)
        == .count(
          .records("lease"),
          .and([
            .field(.attribute("filed"), .compare(.equal, .flag(true))),
            .field(.attribute("rent"), .compare(.greater, .number(1000))),
          ]), .greaterOrEqual, 2))
  }
}

extension FilterParserTests {
  @Test(arguments: [
    ("kind = complaint", "kind = 投诉"), ("kind in [praise, 投诉]", "kind in [表扬, 投诉]"), ("state = 已办结", "state = closed"),
    ("overdue=true and not urgent = true", "overdue = true and not urgent = true"),
    ("any shop(status = 营业)", "any shop(status = 营业)"), ("count(people(age>=80))>0", "count(people(age >= 80)) > 0"),
  ])
  func parse_workOrders_readsEnglishAndChineseWords(_ text: String, _ canonical: String) throws {
    #expect(try printed(text, .workOrders) == canonical)
  }

  @Test func parse_workOrders_refusesWhatTheyDoNotHave() {
    #expect(refusal(of: "kind = 抱怨", .workOrders) != nil)
    #expect(refusal(of: "number ~ 2026", .workOrders) != nil)
    #expect(refusal(of: "any housemates()", .workOrders) != nil)
    #expect(refusal(of: "any work_orders()", .people) != nil)
  }

  @Test func chinese_ofWorkOrders() throws {
    let filter = try parse("kind = 投诉 and overdue = false and not state = closed and due_at < today", .workOrders)
    #expect(
      FilterExplanation.chinese(filter, about: .workOrders, vocabulary: words)
        == "诉求类型是“投诉”，且超期为“否”，且工单状态不是“已办结”（含未填），且办理期限早于今天")
  }

  /// The words of rosters and pages mean what they mean there; what no list knows is refused.
  @Test(
    arguments: [
      (Subject.people, "role = 租客", "role = tenant"), (.people, "role in [户主, 配偶]", "role in [owner, family]"),
      (.people, "sex = 女性", "sex = 女"), (.people, "hukou = 沪籍", "hukou = 本市"),
      (.houses, "kind = 住宅", "kind = dwelling"), (.houses, "kind = 商铺", "kind = shopfront"),
      (.houses, "use = 出租", "use = let"), (.houses, "use != 空置", "use != vacant"),
      (.shops, "kind = 沿街商铺", "kind = storefront"), (.shops, "kind = 企业", "kind = company"),
      (.shops, "status = 停业", "status = 歇业"), (.assets, "kind = 电梯", "kind = elevator"),
      (.assets, "kind in [消防栓, 路灯]", "kind in [hydrant, street_lamp]"), (.assets, "kind = 健身器材", "kind = 健身器材"),
      (.workOrders, "kind = complaint", "kind = 投诉"), (.workOrders, "state = 已办结", "state = closed"),
    ] as [(Subject, String, String)])
  func words_ofRostersAndPages_areThoseOfTheList(_ subject: Subject, _ written: String, _ meant: String) throws {
    #expect(try parse(written, subject) == parse(meant, subject))
  }

  @Test(
    arguments: [
      (Subject.people, "role = 火星"), (.people, "sex = 不详"), (.houses, "kind = 火星"), (.houses, "use = 火星"),
      (.shops, "kind = 火星"), (.shops, "status = 火星"), (.workOrders, "kind = 火星"), (.workOrders, "state = 火星"),
    ] as [(Subject, String)])
  func word_ofNoList_isRefused(_ subject: Subject, _ written: String) {
    #expect(throws: Problem.self) { try parse(written, subject) }
  }
}
