import FilterLanguage
import Kernel

/// What was understood word by word, and is still not what the sentence asks: sums that no record holds, and a list of
/// what the sentence does not name.
struct AskDoubts {
  let text: AskText
  let tokens: [AskToken]
  let words: AskWords
  let vocabulary: Vocabulary
  let asOf: Day

  func refusal(of reading: AskReading) -> AskRefusal? {
    sum(in: reading) ?? facility(reading) ?? halfDenied() ?? bothPlaces() ?? ownCount(reading) ?? undatedAge(reading)
  }

  private func says(_ words: [String]) -> Bool { (0..<text.count).contains { text.end(words, at: $0) != nil } }

  // MARK: sums

  private static let sums = ["累计", "总共", "一共", "合计", "总计", "共计", "加起来", "总时长", "总金额", "总额"]
  private static let singles = ["单次", "单笔", "一次", "一笔", "每次", "每笔", "某次", "单项", "一回", "每回"]
  private static let summed = ["时长", "金额", "小时", "小时数", "工时", "数量", "费用"]

  /// 今年服务满20小时的: of all records of the year, where a filter can only ask for one of 20 hours.
  private func sum(in reading: AskReading) -> AskRefusal? {
    guard !says(Self.singles) else { return nil }
    let isSum = says(Self.sums)
    let doubtful = reading.expression.anyRecords.first { dataset, inner in
      inner.testedFields.contains { isSummed($0, in: dataset) }
        && (isSum || spans(inner, of: dataset) || isDone(inner, in: dataset))
    }
    guard let doubtful else { return nil }
    let title =
      doubtful.inner.testedFields.first { isSummed($0, in: doubtful.dataset) }
      .flatMap { vocabulary.entry(of: $0, in: .records(doubtful.dataset))?.title } ?? "数"
    return AskRefusal(
      "\(title)按每一条记录登记，不能加起来查，没有去查。问一条记录的，请说“单次”或“单笔”。", text.span(0..<text.count))
  }

  private func isSummed(_ field: Field, in dataset: String) -> Bool {
    guard words.recordDays[dataset] != nil, let entry = vocabulary.entry(of: field, in: .records(dataset)),
      entry.type == .number
    else { return false }
    return Self.summed.contains(where: entry.title.hasSuffix)
  }

  /// 服务满20小时的: hours that somebody has served, where the name of the field (时长不足2小时) speaks of one record.
  private func isDone(_ inner: Expression, in dataset: String) -> Bool {
    let isHours = inner.testedFields.contains {
      vocabulary.entry(of: $0, in: .records(dataset))?.title.hasSuffix("时长") == true
    }
    return isHours && !says(["时长"]) && inner.tests(of: words.recordDays[dataset]).isEmpty
  }

  /// Whether records of more than one day are meant.
  private func spans(_ inner: Expression, of dataset: String) -> Bool {
    inner.tests(of: words.recordDays[dataset]).contains { test in
      test.days(asOf: asOf).contains { $0.lowerBound != $0.upperBound }
    }
  }

  // MARK: homes and who lives there

  /// 独居老人家里烟感坏掉的: the homes, or the old who live in them. Nil where what is asked for is named.
  func whoseHome(_ reading: AskReading) -> AskReading? {
    guard tailNamesNobody, let other = reading.expression.turned(from: reading.subject) else { return nil }
    return AskReading(
      subject: reading.subject == .people ? .houses : .people, expression: other, wantsCount: reading.wantsCount)
  }

  /// Whether 家里 stands right behind people, and no noun behind it.
  private var tailNamesNobody: Bool {
    guard let people = tokens.firstIndex(where: \.piece.isNounOfPeople) else { return false }
    let behind = tokens[people].range.upperBound
    // 独居老人家里: 老人家 is a word as well.
    let starts = [text.skip(["的"], at: behind), behind - 1]
    guard let home = starts.first(where: { text.end(["家", "屋里", "户内"], at: $0) != nil }),
      text.end(["家庭", "家属", "家人", "家的"], at: home) == nil, behind < text.count
    else { return false }
    let rest = tokens[(people + 1)...]
    return !rest.contains { token in
      if case .head(let head) = token.piece { !head.isHousehold || token.range.upperBound == text.count } else { false }
    } && (rest.last { !$0.piece.isTail && !$0.piece.isFiller }?.piece.isNoun != true)
  }

  /// 家里有三个以上老人的人: whether somebody is counted with those at home.
  private func ownCount(_ reading: AskReading) -> AskRefusal? {
    guard reading.subject == .people, let other = reading.expression.countedWithSelf else { return nil }
    let all = AskReading(subject: .people, expression: other, wantsCount: reading.wantsCount)
    return AskRefusal(
      "家里的人数算不算本人，有两种读法，没有去查，请选一种。", text.span(0..<text.count),
      suggestions: [reading, all].map { $0.explanation(vocabulary) }, readings: [reading, all])
  }

  private static let olds = ["老房子", "老住房", "老房", "老屋", "旧房子", "旧房", "老大楼", "老楼房", "老楼", "旧楼"]

  /// 老房子: how old, nothing says, unless the year of building is said.
  private func undatedAge(_ reading: AskReading) -> AskRefusal? {
    guard !reading.expression.testsBuilt, reading.sort?.contains("built") != true,
      let old = tokens.first(where: { token in
        if case .head = token.piece {
          text.end(Self.olds, at: token.range.lowerBound) == token.range.upperBound
        } else {
          false
        }
      })
    else { return nil }
    let span = text.span(old.range)
    return AskRefusal(
      "“\(span.text)”：没有说多老，请说建成年份，例如：1990年以前建成的。", span, suggestions: ["1990年以前建成的"])
  }

  // MARK: 既不…也不…

  /// 既没残疾也是党员的: what begins with a denial denies both.
  private func halfDenied() -> AskRefusal? {
    let denials = ["不", "没", "未", "非", "无"]
    for start in 0..<text.count {
      guard text.end("既", at: start) != nil, text.end(denials, at: start + 1) != nil,
        let second = ((start + 2)..<text.count).first(where: { text.end(["也", "又"], at: $0) != nil }),
        let end = text.end(["也", "又"], at: second),
        text.end(denials, at: text.skip(["从", "都", "还", "并"], at: end)) == nil
      else { continue }
      return AskRefusal("“既不…也不…”的后一半也要否定，没有去查。", text.span(start..<min(end + 1, text.count)))
    }
    return nil
  }

  /// 南昌路和长乐路都有房的: something in each of them, where a filter asks for either.
  private func bothPlaces() -> AskRefusal? {
    for token in tokens where token.piece.isPlace {
      let end = token.range.upperBound
      guard
        let start = text.end(
          ["都有", "都住", "都开", "都租", "各有", "同时有"], at: text.skip(["的", "上", "两处", "两边", "两地"], at: end)),
        text.end(["哪", "多少", "谁", "几", "什么", "没有", "着"], at: start) == nil
      else { continue }
      return AskRefusal("不能查在几处都有的，没有去查。请一处一处地查。", text.span(token.range.lowerBound..<start))
    }
    return nil
  }

  // MARK: facilities

  /// 消火栓坏掉的, 坏掉的消火栓: what is on record of a building or a home lists these, and not the facility that is named.
  private func facility(_ reading: AskReading) -> AskRefusal? {
    guard reading.subject != .assets, reading.subject != .workOrders, !names(reading.subject), !tailNamesNobody,
      reading.expression.isOfRecordsAlone, let named = facilityNamed()
    else { return nil }
    let title = reading.subject.title
    return AskRefusal(
      "设施本身没有登记这一项，登记在\(title)上，没有去查。查\(title)的，请在后面加上“的\(title)”。", text.span(named))
  }

  /// Whether the sentence has a noun for what it lists.
  private func names(_ subject: Subject) -> Bool {
    tokens.contains { token in
      switch token.piece {
      case .head(let head): head.subject == subject
      case .have(ofHousehold: true): subject == .houses
      case .unit(let unit):
        (unit.isNoun || unit.noun != nil || unit.kind == .tag && !hasFacility(token))
          && unit.readings[subject] != nil && !endsWithFacility(token)
      default: false
      }
    }
  }

  private func endsWithFacility(_ token: AskToken) -> Bool {
    token.range.contains { facility(at: $0)?.upperBound == token.range.upperBound }
  }

  private func hasFacility(_ token: AskToken) -> Bool { token.range.contains { facility(at: $0) != nil } }

  private func facilityNamed() -> Range<Int>? { (0..<text.count).lazy.compactMap(facility(at:)).first }

  private func facility(at start: Int) -> Range<Int>? {
    for entry in words.entries(startingWith: text.scalars[start]) where text.starts(entry.word, at: start) {
      guard case .unit(let unit) = entry.piece, unit.isNoun, unit.readings.count == 1, unit.readings[.assets] != nil
      else { continue }
      return start..<(start + entry.word.count)
    }
    return nil
  }
}

extension Expression {
  /// The records that it asks for, each with what is asked of it.
  fileprivate var anyRecords: [(dataset: String, inner: Expression)] {
    switch self {
    case .and(let parts), .or(let parts): parts.flatMap(\.anyRecords)
    case .not(let inner): inner.anyRecords
    case .related(_, .records(let dataset), let inner): [(dataset, inner)]
    case .related(_, _, let inner): inner.anyRecords
    default: []
    }
  }

  /// The same said of homes as of who lives there, and the other way round; nil where it cannot be.
  fileprivate func turned(from subject: Subject) -> Expression? {
    let parts = if case .and(let parts) = self { parts } else { [self] }
    switch subject {
    case .houses: return Self.ofPeople(parts)
    case .people: return Self.ofHomes(parts)
    default: return nil
    }
  }

  private static func ofPeople(_ parts: [Expression]) -> Expression? {
    guard
      let at = parts.firstIndex(where: { if case .related(.any, .residents, _) = $0 { true } else { false } }),
      case .related(_, _, let who) = parts[at], parts.count > 1
    else { return nil }
    let rest = parts.indices.filter { $0 != at }.map { index -> Expression in
      if case .related(let quantifier, .residents, let others) = parts[index] {
        return .related(quantifier, .housemates, others)
      }
      return .related(.any, .house, parts[index])
    }
    return .conjunction([who] + rest)
  }

  private static func ofHomes(_ parts: [Expression]) -> Expression? {
    var (who, homes): ([Expression], [Expression]) = ([], [])
    for part in parts {
      switch part {
      case .related(.any, .house, let home): homes.append(home)
      case .related(let quantifier, .housemates, let others): homes.append(.related(quantifier, .residents, others))
      default: who.append(part)
      }
    }
    guard !who.isEmpty, !homes.isEmpty else { return nil }
    return .conjunction([.related(.any, .residents, .conjunction(who))] + homes)
  }

  /// The same with those counted at home of whom one may be; nil where nobody is counted.
  fileprivate var countedWithSelf: Expression? {
    switch self {
    case .count(.housemates, let who, let op, let number) where who != .everything:
      return .related(.any, .house, .count(.residents, who, op, number))
    case .and(let parts):
      let others = parts.map(\.countedWithSelf)
      guard others.contains(where: { $0 != nil }) else { return nil }
      return .conjunction(zip(parts, others).map { $1 ?? $0 })
    default: return nil
    }
  }

  /// Whether a year of building is asked for.
  fileprivate var testsBuilt: Bool {
    switch self {
    case .field(.built, _): true
    case .and(let parts), .or(let parts): parts.contains(where: \.testsBuilt)
    case .not(let inner), .related(_, _, let inner), .count(_, let inner, _, _): inner.testsBuilt
    default: false
    }
  }

  fileprivate func tests(of field: Field?) -> [Test] {
    switch self {
    case .field(let own, let test): own == field ? [test] : []
    case .and(let parts), .or(let parts): parts.flatMap { $0.tests(of: field) }
    case .not(let inner): inner.tests(of: field)
    default: []
    }
  }

  /// Whether nothing but records, tags and places are asked for, and records or tags at all.
  fileprivate var isOfRecordsAlone: Bool {
    switch self {
    case .tag, .related(.any, .records, _): true
    case .and(let parts): parts.contains(where: \.isOfRecordsAlone) && !parts.contains(where: \.asksForFacilities)
    default: false
    }
  }

  private var asksForFacilities: Bool {
    switch self {
    case .field(.elevators, _), .related(_, .assets, _), .count(.assets, _, _, _): true
    case .and(let parts), .or(let parts): parts.contains(where: \.asksForFacilities)
    case .not(let inner): inner.asksForFacilities
    default: false
    }
  }
}
