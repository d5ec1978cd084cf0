import FilterLanguage

// What somebody has, holds or draws: no condition by itself, but one behind 享受, 持有, 领取.

/// Rows of a dataset, all or of one kind, each with its day.
struct AskRows: Hashable, Sendable {
  let subject: Subject
  let dataset: String
  let day: Field
  let which: Expression
  /// Whether the rows are there with or without that day.
  var outlives = false

  /// Those that have, or lack, such a row in a window; nil where the window says no time that is past.
  func unit(_ window: AskWindow?, isLacking: Bool) -> AskUnit? {
    var inner = [which].filter { $0 != .everything }
    if let window {
      guard let test = isLacking ? window.start : window.test(.back) else { return nil }
      inner.append(.field(day, test))
    } else if outlives {
      return nil
    }
    var rows = Expression.related(isLacking ? .no : .any, .records(dataset), .conjunction(inner))
    if isLacking, outlives { rows = .and([.related(.any, .records(dataset), .everything), rows]) }
    return AskUnit(readings: [subject: rows], kind: .word)
  }
}

extension AskWords {
  /// words | subject | filter.
  static let things = """
    最低生活保障|最低生活保障金|低保|低保金|低保待遇|低保补助|people|tag:低保人员
    最低生活保障|最低生活保障待遇|低保|低保待遇|houses|tag:最低生活保障家庭
    特困供养|特困供养待遇|特困人员供养|people|tag:特困人员
    医疗救助|people|tag:医疗救助对象
    慈善帮困|people|tag:慈善帮困对象
    廉租房补贴|廉租补贴|廉租住房租金补贴|廉租住房补贴|houses|tag:廉租住房租金补贴家庭
    长护险|长期护理保险|长护险服务|people|tag:长护险享受对象
    养老服务补贴|people|tag:养老服务补贴对象
    助餐服务|助餐|people|tag:助餐服务对象
    敬老卡|有效敬老卡|people|tag:敬老卡持有人
    残疾人证|残疾证|有效残疾人证|有效残疾证|有效期内残疾人证|有效期内的残疾人证|有效的残疾人证|有效期内的残疾证|中华人民共和国残疾人证|第二代残疾人证|people|tag:持证残疾人
    残疾人两项补贴|两项补贴|people|tag:残疾人两项补贴对象
    老年综合津贴|综合津贴|people|hukou = 本市 and age >= 65
    定期抚恤补助|抚恤补助|抚恤金|定期抚恤|定期抚恤金|优抚补助|people|tag:优抚定期抚恤补助对象
    家庭医生签约服务|people|tag:家庭医生签约居民
    法律援助|people|tag:法律援助受援人
    社区矫正|people|tag:社区矫正对象
    安置帮教|people|tag:安置帮教对象
    居住证|有效居住证|有效的居住证|有效期内居住证|有效期内的居住证|上海市居住证|本市居住证|本市有效居住证|people|tag:居住证持有人
    本市户籍|本市户口|上海户籍|上海户口|上海市户籍|本市常住户籍|本市常住户口|people|hukou = 本市
    外省市户籍|外省市户口|people|hukou = 外省市
    外国国籍|外籍|people|hukou = 外籍
    食品经营许可证|食品许可证|有效食品经营许可证|shops|tag:持食品经营许可证
    重大疾病|大病|people|tag:重大疾病患者
    认知障碍|认知症|老年痴呆|失智症|people|tag:认知障碍老人
    严重精神障碍|people|tag:严重精神障碍在管患者
    经营异常名录|异常名录|shops|tag:经营异常名录
    本科学历|大学本科学历|people|education = 本科
    大专学历|people|education = 大专
    """

  /// words | dataset | the field of its day | filter of its rows.
  static let kindRows = """
    临时救助|临时救助金|临时救助款|临时救助待遇|aid|on|kind = 临时救助
    医疗救助|医疗救助金|医疗救助款|aid|on|kind = 医疗救助
    助学帮扶|助学金|aid|on|kind = 助学帮扶
    节日帮困|节日帮困金|aid|on|kind = 节日帮困
    慰问金|慰问款|aid|on|kind = 慰问金
    """

  struct Thing: Sendable {
    let word: [Unicode.Scalar]
    let unit: AskUnit
  }

  static func things(_ vocabulary: Vocabulary) -> [Unicode.Scalar: [Thing]] {
    var byFirst: [Unicode.Scalar: [Thing]] = [:]
    for line in lines(things) {
      var cells = split(line)
      let filter = cells.removeLast()
      guard let subject = Subject(word: cells.removeLast()),
        let expression = try? FilterParser.parse(filter, about: subject, vocabulary: vocabulary)
      else { continue }
      for word in cells {
        let scalars = AskText.fold(word)
        guard let first = scalars.first else { continue }
        let unit = AskUnit(readings: [subject: expression], kind: .word)
        byFirst[first, default: []].append(Thing(word: scalars, unit: unit))
      }
    }
    return byFirst
  }

  /// Days of rows that need no verb.
  static func days(_ vocabulary: Vocabulary) -> [(word: [Unicode.Scalar], row: AskRows)] {
    lines(dayRows).flatMap { line -> [(word: [Unicode.Scalar], row: AskRows)] in
      var cells = split(line)
      let filter = cells.last?.contains(" = ") == true ? cells.removeLast() : ""
      let (day, code) = (cells.removeLast(), cells.removeLast())
      guard let dataset = vocabulary.dataset(code), dataset.attributes.contains(where: { $0.name == day }),
        let subject = Subject.searchable.first(where: { $0.tagSubject == dataset.subject }),
        let which = filter.isEmpty
          ? .everything : try? FilterParser.parse(filter, about: .records(code), vocabulary: vocabulary)
      else { return [] }
      let row = AskRows(subject: subject, dataset: code, day: .attribute(day), which: which, outlives: true)
      return cells.map { (AskText.fold($0), row) }
    }
  }

  static func rows(_ vocabulary: Vocabulary) -> [(word: [Unicode.Scalar], row: AskRows)] {
    lines(kindRows).flatMap { line -> [(word: [Unicode.Scalar], row: AskRows)] in
      var cells = split(line)
      let filter = cells.removeLast()
      let (day, code) = (cells.removeLast(), cells.removeLast())
      guard let dataset = vocabulary.dataset(code),
        let subject = Subject.searchable.first(where: { $0.tagSubject == dataset.subject }),
        let which = try? FilterParser.parse(filter, about: .records(code), vocabulary: vocabulary)
      else { return [] }
      let row = AskRows(subject: subject, dataset: code, day: .attribute(day), which: which)
      return cells.map { (AskText.fold($0), row) }
    }
  }

  func things(startingWith start: Int, in text: AskText) -> [(unit: AskUnit, end: Int)] {
    guard start < text.count else { return [] }
    return (thingsByFirst[text.scalars[start]] ?? []).filter { text.starts($0.word, at: start) }
      .map { ($0.unit, start + $0.word.count) }
  }

  func days(startingWith start: Int, in text: AskText) -> [(row: AskRows, end: Int)] {
    dayWords.filter { text.starts($0.word, at: start) }.map { ($0.row, start + $0.word.count) }
  }

  func rows(startingWith start: Int, in text: AskText) -> [(row: AskRows, end: Int)] {
    rowWords.filter { text.starts($0.word, at: start) }.map { ($0.row, start + $0.word.count) }
  }
}
