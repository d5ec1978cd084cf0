import FilterLanguage
import Support
import Testing

@Suite struct SelectionSenseTests {
  private func findings(_ text: String, _ subject: Subject = .people) throws -> [SenseFinding] {
    let vocabulary = try AskWorld.vocabulary()
    let expression = try FilterParser.parse(text, about: subject, vocabulary: vocabulary)
    return SelectionSense.findings(expression, about: subject, vocabulary: vocabulary, asOf: AskWorld.today)
  }

  private func kinds(_ text: String, _ subject: Subject = .people) throws -> [SenseFinding.Kind] {
    try findings(text, subject).map(\.kind)
  }

  @Test(arguments: [
    "age <= 60 and tag:百岁老人", "sex = 男 and sex = 女", "tag:低保人员 and not tag:低保人员", "tag:未成年人 and tag:独居老人",
    "age < 60 and tag:高龄独居老人", "sex = 女 and tag:兵役登记适龄男性", "hukou = 外省市 and tag:老年综合津贴70-79档",
    "age >= 80 and birth_date >= 2000-01-01", "turns(90) in this-year and age < 80", "count(house()) < 0",
    "any house(residents = 0 and any residents(age >= 60))", "any records.care(level >= 4 and level <= 2)",
    "no records.aid() and tag:今年已获帮扶人员", "age >= 60 and (age < 20 or sex = 男) and sex = 女 and not age < 20",
    "any housemates(age >= 80) and no housemates(age >= 60)",
    "count(housemates()) <= 1 and count(housemates(age >= 60)) >= 2", "tag:居住证已过期 and tag:居住证持有人",
    "tag:户在人在 and no house()", "last_visited >= today-7d and not last_visited >= today-30d",
    "all housemates(sex = 男) and any housemates(sex = 女)", "ethnicity = 回族 and not tag:少数民族居民",
  ])
  func findings_impossibleOfPeople_areContradictions(_ text: String) throws {
    let found = try findings(text)
    #expect(found.contains { $0.kind == .empty && $0.severity == .contradiction }, "\(text): \(found.map(\.detail))")
  }

  @Test(arguments: [
    (Subject.assets, "due < today and due in next-month"), (.houses, "use = vacant and residents >= 1"),
    (.houses, "use = vacant and any residents(role = tenant)"),
    (.houses, "tag:纯老家庭 and any residents(age < 18)"), (.houses, "residents = 1 and tag:双老家庭"),
    (.houses, "count(residents()) = 1 and tag:三代同住户"), (.houses, "residents <= 2 and tag:三代同住户"),
    (.houses, "residents = 1 and tag:一老一小家庭"),
    (.houses, "residents = 2 and count(residents(age >= 60)) >= 2 and any residents(age < 18)"),
    (.houses, "count(residents(age < 18)) = 1 and any residents(age < 3) and any residents(age in 6..9)"),
    (.houses, "any building(elevators >= 1) and any building(not elevators >= 1)"),
    (.buildings, "storeys < 4 and tag:无电梯多层楼栋"), (.buildings, "storeys > 5 and storeys < 3"),
    (.shops, "status = 歇业 and tag:食品许可已过期仍营业"), (.shops, "category = 咖啡 and category = 酒吧"),
    (.shops, "closes > 24:00 and closes < 22:00"), (.workOrders, "state = closed and not state = closed"),
    (.workOrders, "overdue = true and overdue = false"), (.houses, "committee = 延中 and committee = 雁荡居委会"),
  ])
  func findings_impossibleOfOthers_areContradictions(_ subject: Subject, _ text: String) throws {
    let found = try findings(text, subject)
    #expect(found.contains { $0.kind == .empty }, "\(text): \(found.map(\.detail))")
  }

  @Test(arguments: [
    "age >= 60 or age < 70", "sex = 男 or sex = 女", "not tag:低保人员 or tag:低保人员",
    "age >= 60 or age <= 59 or tag:党龄满50年党员",
  ])
  func findings_choiceThatLeavesNobodyOut_isSaid(_ text: String) throws {
    let found = try findings(text)
    #expect(
      found.contains { $0.kind == .everybody && $0.severity == .contradiction }, "\(text): \(found.map(\.detail))")
  }

  @Test(arguments: [
    "age >= 60 or age >= 80", "tag:独居老人 or tag:高龄独居老人", "tag:未成年人 or age < 3", "hukou = 本市 or tag:敬老卡持有人",
    "any housemates() or any housemates(age >= 60)",
  ])
  func findings_swallowedBranch_isAWarning(_ text: String) throws {
    let found = try findings(text)
    #expect(found.map(\.kind) == [.swallowed], "\(text): \(found.map(\.detail))")
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func findings_idleBoundAndDeadBranch_areWarnings() throws {
    #expect(try kinds("age >= 60 and age >= 80") == [.idle])
    #expect(try kinds("age < 50 and (age >= 60 or tag:低保人员)") == [.ruledOut])
  }

  @Test(arguments: [
    (Subject.people, "age > 150"), (.people, "age < 0"), (.people, "any records.disability(level = 7)"),
    (.houses, "residents < 0"), (.buildings, "storeys = 500"), (.buildings, "built > 3000"),
    (.workOrders, "satisfaction > 5"), (.houses, "any records.lease(rent < 0)"),
  ])
  func findings_numberOutOfRange_isSaid(_ subject: Subject, _ text: String) throws {
    let found = try findings(text, subject)
    #expect(found.map(\.kind) == [.outOfRange], "\(found.map(\.detail))")
  }

  @Test func findings_daysThatCannotBe_areSaid() throws {
    #expect(try kinds("birth_date > today") == [.impossibleDay])
    #expect(try kinds("birth_date < 1700-01-01") == [.impossibleDay])
    #expect(try kinds("last_visited in next-month") == [.impossibleDay])
    #expect(try kinds("reported_at in next-year", .workOrders) == [.impossibleDay])
    #expect(try kinds("any records.gas(last_check > today)", .houses) == [.impossibleDay])
  }

  /// What people do ask, what rows with several homes meet, and what only a missing value meets.
  @Test(arguments: [
    "role = owner and role = tenant", "committee = 延中 and committee = 雁荡", "not sex = 男 and not sex = 女",
    "age >= 80 and tag:独居老人", "age >= 60 and age < 70", "tag:百岁老人 and age >= 60",
    "any house(use = let) and role = owner", "tag:低保人员 or tag:特困人员", "not birth_date >= 1800-01-01",
    "any housemates(age >= 80) and any housemates(age < 18)",
    "any records.care(level = 1) and any records.care(level = 2)", "count(house()) > 1",
    "birth_date in this-month",
    "any house(any residents(role = owner) and not any residents(since >= today-30d))", "name ~ 王 and name ~ 五",
  ])
  func findings_sensibleQuestion_areNone(_ text: String) throws {
    #expect(try findings(text).map(\.detail) == [])
  }

  @Test func findings_wordsNameBothParts() throws {
    let found = try #require(try findings("age <= 60 and tag:百岁老人").first)
    #expect(found.parts == ["年龄不超过60周岁", "有标签“百岁老人”"])
    #expect(found.detail == "「年龄不超过60周岁」与「有标签“百岁老人”」不可能同时成立（“百岁老人”即年龄满100周岁及以上）。")
  }

  @Test func findings_referenceRulesAndLedgers_areNoContradictions() throws {
    let vocabulary = try AskWorld.vocabulary()
    for tag in vocabulary.tags {
      guard let rule = tag.rule, let subject = Subject.searchable.first(where: { $0.tagSubject == tag.subject }) else {
        continue
      }
      let expression = try FilterParser.parse(rule, about: subject, vocabulary: vocabulary)
      let found = SelectionSense.findings(expression, about: subject, vocabulary: vocabulary, asOf: AskWorld.today)
      #expect(found.filter { $0.severity == .contradiction }.isEmpty, "\(tag.name): \(found.map(\.detail))")
    }
    for ledger in try ReferenceCatalogue.ledgers() {
      let expression = try FilterParser.parse(ledger.filter, about: ledger.subject, vocabulary: vocabulary)
      let found = SelectionSense.findings(
        expression, about: ledger.subject, vocabulary: vocabulary, asOf: AskWorld.today)
      #expect(found.isEmpty, "\(ledger.name): \(found.map(\.detail))")
    }
  }

  @Test func findings_whatSocialWorkersSay_isNoContradiction() throws {
    let vocabulary = try AskWorld.vocabulary()
    for row in AskSentenceTests.rows {
      let subject = try #require(Subject(word: row.subject))
      let expression = try FilterParser.parse(row.filter, about: subject, vocabulary: vocabulary)
      let found = SelectionSense.findings(expression, about: subject, vocabulary: vocabulary, asOf: AskWorld.today)
      #expect(found.filter { $0.severity == .contradiction }.isEmpty, "\(row.sentence): \(found.map(\.detail))")
    }
  }

  @Test(arguments: [Subject.people, .houses])
  func findings_randomQuestions_areTrueOfEveryWorld(_ subject: Subject) throws {
    var random = SeededGenerator(seed: 11)
    let worlds = (0..<20).map { _ in SenseWorld(&random) }
    let full = (0..<20).map { _ in SenseWorld(&random, isFull: true) }
    var questions = SenseQuestions(random: random)
    var (empty, others) = (0, 0)
    for _ in 0..<1_200 {
      let expression = questions.expression(subject, depth: 3)
      let text = FilterPrinter.text(expression, vocabulary: SenseWorld.vocabulary)
      if SelectionSense.isEmpty(expression, about: subject, vocabulary: SenseWorld.vocabulary, asOf: SenseWorld.asOf) {
        empty += 1
        #expect(worlds.allSatisfy { $0.select(expression, subject).isEmpty }, "\(text)")
      }
      let found = SelectionSense.findings(
        expression, about: subject, vocabulary: SenseWorld.vocabulary, asOf: SenseWorld.asOf)
      for finding in found {
        guard finding.subject == .people || finding.subject == .houses else { continue }
        others += 1
        check(finding, finding.subject, worlds, full)
      }
    }
    #expect(empty > 30)
    #expect(others > 100)
  }

  private func check(_ finding: SenseFinding, _ subject: Subject, _ worlds: [SenseWorld], _ full: [SenseWorld]) {
    let parts = finding.expressions
    for world in worlds where [.empty, .swallowed, .idle, .ruledOut].contains(finding.kind) {
      let sets = parts.map { world.select($0, subject) }
      switch finding.kind {
      case .empty, .ruledOut:
        #expect(sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }.isEmpty, "\(finding.detail)")
      default: #expect(sets[0].isSubset(of: sets[1]), "\(finding.detail)")
      }
    }
    guard finding.kind == .everybody else { return }
    for world in full {
      let all = world.select(.everything, subject)
      #expect(parts.reduce(into: Set()) { $0.formUnion(world.select($1, subject)) } == all, "\(finding.detail)")
    }
  }

  @Test func findings_hugeSelection_endSoon() throws {
    let vocabulary = try AskWorld.vocabulary()
    let codes = vocabulary.tags.filter { $0.subject == .person }.map(\.code).prefix(90)
    let choice = Expression.disjunction(codes.map { .not(.tag(code: $0)) })
    let both = Expression.conjunction([choice] + codes.map { .tag(code: $0) })
    let spent = processorTime {
      _ = SelectionSense.findings(both, about: .people, vocabulary: vocabulary, asOf: AskWorld.today)
    }
    #expect(spent < .seconds(2))
  }
}
