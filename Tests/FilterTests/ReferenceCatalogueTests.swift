import FilterLanguage
import Kernel
import Testing

@Suite struct ReferenceCatalogueTests {
  @Test func tags_areManyAndMostlyComputed() throws {
    let tags = try ReferenceCatalogue.tags()
    #expect(tags.count >= 135)
    #expect(tags.filter { $0.kind == .computed }.count >= 60)
  }

  @Test func tags_codesNamesAndAliases_areUnique() throws {
    let tags = try ReferenceCatalogue.tags()
    let all = tags.flatMap { [$0.code, $0.name] + $0.aliases }
    let twice = Dictionary(grouping: all) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(twice.isEmpty)
  }

  @Test func tags_everyRuleParsesAndComesAfterWhatItAsksFor() throws {
    let tags = try ReferenceCatalogue.tags()
    let vocabulary = try ReferenceCatalogue.vocabulary()
    let order = try ReferenceCatalogue.order(tags, vocabulary: vocabulary)
    let computed = Set(tags.filter { $0.kind == .computed }.map(\.code))
    #expect(Set(order.map(\.code)) == computed)
    var known = Set(tags.map(\.code)).subtracting(computed)
    for (code, rule) in order {
      #expect(rule.tags.isSubset(of: known), "\(code)")
      known.insert(code)
    }
  }

  @Test func tags_rulesPrintAsTheyAreWritten() throws {
    let vocabulary = try ReferenceCatalogue.vocabulary()
    for tag in try ReferenceCatalogue.tags() {
      guard let rule = tag.rule, let subject = Subject.searchable.first(where: { $0.tagSubject == tag.subject })
      else { continue }
      let expression = try FilterParser.parse(rule, about: subject, vocabulary: vocabulary)
      let text = FilterPrinter.text(expression, vocabulary: vocabulary)
      #expect(try FilterParser.parse(text, about: subject, vocabulary: vocabulary) == expression)
      #expect(!FilterExplanation.chinese(expression, about: subject, vocabulary: vocabulary).isEmpty)
    }
  }

  @Test func tags_areNoLessSensitiveThanWhatTheyAskFor() throws {
    let tags = try ReferenceCatalogue.tags()
    let sensitivity = Dictionary(uniqueKeysWithValues: tags.map { ($0.code, $0.sensitivity) })
    #expect(sensitivity.values.filter { $0 == .restricted }.count >= 10)
    let rank = { (code: String) in TagDefinition.Sensitivity.allCases.firstIndex(of: sensitivity[code] ?? .no) ?? 0 }
    for (code, rule) in try ReferenceCatalogue.order(tags, vocabulary: try ReferenceCatalogue.vocabulary()) {
      #expect(rank(code) >= rule.tags.map(rank).max() ?? 0, "\(code)")
    }
  }

  @Test func datasets_areUniqueAndAllUsedFieldsExist() throws {
    let datasets = try ReferenceCatalogue.datasets()
    #expect(Set(datasets.map(\.code)).count == datasets.count)
    #expect(Set(datasets.map(\.name)).count == datasets.count)
    for dataset in datasets { #expect(Set(dataset.fields.map(\.name)).count == dataset.fields.count) }
  }

  @Test func order_ofCircularRules_isRefused() throws {
    var tags = Array(try ReferenceCatalogue.tags().filter { $0.kind == .computed && $0.subject == .person }.prefix(2))
    tags[0].rule = "tag:\(tags[1].code)"
    tags[1].rule = "not tag:\(tags[0].code)"
    #expect(throws: Problem.self) {
      try ReferenceCatalogue.order(tags, vocabulary: try ReferenceCatalogue.vocabulary())
    }
  }

  @Test func tags_thatPeopleSay_areFound() throws {
    let vocabulary = try ReferenceCatalogue.vocabulary()
    for (word, name) in [
      ("低保", "低保人员"), ("低保户", "低保人员"), ("残疾", "持证残疾人"), ("残疾人", "持证残疾人"), ("志愿者", "注册志愿者"),
      ("老兵", "退役军人"), ("独居", "独居老人"), ("LL013", "独居老人"),
    ] {
      #expect(vocabulary.tag(word, for: .person)?.name == name)
    }
  }
}
