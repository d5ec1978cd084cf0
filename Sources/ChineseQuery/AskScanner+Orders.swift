import FilterLanguage
import Kernel

// 被投诉过三次以上的酒吧, 有人举报过的店, 涉及独居老人的工单: shops, homes and people by the orders about them, and the
// other way round.

extension AskScanner {
  func orders(at start: Int) -> [AskToken] {
    [
      complained(at: start), complaints(at: start), notOne(at: start), numbered(at: start), counterWord(at: start),
    ]
    .compactMap { $0 } + about(at: start)
  }

  /// 到期的件, 随申拍的单: an order by what it is counted in, as the last word of what says which.
  private func counterWord(at start: Int) -> AskToken? {
    guard start > 0, let end = text.end(["件", "单"], at: start),
      end == text.count || ",，。;；、?？!！里按中".unicodeScalars.contains(text.scalars[end])
    else { return nil }
    let isCounted = text.number(at: start - 1) != nil || "几多条每".unicodeScalars.contains(text.scalars[start - 1])
    let isFree = text.scalars[start - 1] == "的" || endsOrderWord(start)
    return isCounted || !isFree ? nil : token(start, end, .head(AskHead(subject: .workOrders)), cost: 12)
  }

  /// Whether a word that is said of orders alone ends here.
  private func endsOrderWord(_ end: Int) -> Bool {
    (max(0, end - 10)..<end).contains { at in
      lexicon(at: at).contains { token in
        guard token.range.upperBound == end, let unit = token.piece.unit else { return false }
        return unit.readings[.workOrders] != nil && unit.readings.count == 1 && !unit.isNoun
      }
    }
  }

  private static let passives = [
    "被人", "被居民", "被群众", "被", "遭到", "遭人", "遭", "受到过", "受到", "收到过", "收到", "接到过", "接到", "有人", "有居民", "有群众", "有过",
  ]

  /// 今年被12345投诉3次以上, 没被举报过: what has or lacks such orders.
  private func complained(at start: Int) -> AskToken? {
    let window = windows(at: start).compactMap { token -> (AskWindow, Int)? in
      if case .window(let window) = token.piece { (window, token.range.upperBound) } else { nil }
    }.max { $0.1 < $1.1 }
    let begin = text.skip(["一共", "总共", "里", "内", "曾经", "曾", "都", "已"], at: window?.1 ?? start)
    let denied = text.end(["一次都没有", "一次都没", "还没有", "还没", "从没有", "从没", "从未", "没有", "没", "未"], at: begin)
    if let had = ordersHad(window, denied, begin, from: start) { return had }
    guard let passive = text.end(Self.passives, at: denied ?? begin) else {
      return denied == nil ? oftenComplained(window?.0, begin, from: start) : nil
    }
    var parts: [Expression] = []
    var at = passive
    if let source = longestUnit(at: at), case .field(.source, _)? = source.unit.readings[.workOrders] {
      parts.append(contentsOf: source.unit.readings[.workOrders].map { [$0] } ?? [])
      at = source.end
    }
    guard let kind = [WorkOrderKind.complaint, .report].first(where: { text.end([$0.title], at: at) != nil }),
      let said = text.end(kind.title, at: at)
    else { return nil }
    parts.insert(.field(.kind, .compare(.equal, .text(kind.title))), at: 0)
    var done = text.skip(["过了", "过", "了"], at: said)
    // 被举报过食品安全的: of what.
    if let matter = longestUnit(at: done), case .field(.category, _)? = matter.unit.readings[.workOrders] {
      parts.append(contentsOf: matter.unit.readings[.workOrders].map { [$0] } ?? [])
      done = text.skip(["问题"], at: matter.end)
    }
    // 酒吧被投诉的工单 are orders.
    if text.end(Self.ordersAfter, at: done) != nil { return nil }
    let times = times(at: done)
    // 有投诉 alone is the grammar's.
    guard done > said || times != nil || denied != nil || text.end(["被", "遭"], at: begin) != nil else { return nil }
    if let window {
      guard let test = denied == nil ? window.0.test(.back) : window.0.start else { return nil }
      parts.append(.field(.reportedAt, test))
    }
    if times != nil, denied != nil { return nil }
    let orders = Expression.conjunction(parts)
    var readings: [Subject: Expression] = [:]
    for subject in [Subject.shops, .houses, .buildings] {
      readings[subject] =
        times.map { .count(.workOrders, orders, $0.op, $0.count) }
        ?? .related(denied == nil ? .any : .no, .workOrders, orders)
    }
    return token(start, times?.end ?? done, .unit(AskUnit(readings: readings, kind: .word)), cost: 9)
  }

  /// 投诉超过5次的店, 今年举报三次以上的.
  private func oftenComplained(_ window: AskWindow?, _ begin: Int, from start: Int) -> AskToken? {
    guard begin == 0 || !"被有遭到的".unicodeScalars.contains(text.scalars[begin - 1]),
      let kind = [WorkOrderKind.complaint, .report].first(where: { text.end($0.title, at: begin) != nil }),
      let said = text.end(kind.title, at: begin),
      let times = times(at: text.skip(["工单", "次数", "量", "数"], at: said)),
      text.end(Self.ordersAfter, at: times.end) == nil
    else { return nil }
    var parts = [Expression.field(.kind, .compare(.equal, .text(kind.title)))]
    if let window {
      guard let test = window.test(.back) else { return nil }
      parts.append(.field(.reportedAt, test))
    }
    var readings: [Subject: Expression] = [:]
    for subject in [Subject.shops, .houses, .buildings] {
      readings[subject] = .count(.workOrders, .conjunction(parts), times.op, times.count)
    }
    return token(start, times.end, .unit(AskUnit(readings: readings, kind: .word)), cost: 9)
  }

  /// 近30天有工单的, 今年没有投诉工单的, 有过3件以上投诉: orders of a time, or so many of them.
  private func ordersHad(_ window: (AskWindow, Int)?, _ denied: Int?, _ begin: Int, from start: Int) -> AskToken? {
    guard
      let had = denied.map({ text.skip(["收到过", "收到", "有过", "发生过", "产生过", "产生"], at: $0) })
        ?? text.end(["有过", "有了", "有", "收到过", "收到", "产生过", "产生了", "产生", "发生过", "发生了"], at: begin)
    else { return nil }
    let before = denied == nil ? pieces(at: had) : nil
    var at = before.map { text.skip(["的"], at: $0.end) } ?? had
    let kind = WorkOrderKind.allCases.first { text.end($0.title, at: at) != nil }
    at = kind.flatMap { text.end($0.title, at: at) } ?? at
    // 没有投诉的酒吧: none at all.
    let after = text.end("的", at: text.skip(["过"], at: at))
    let unreported =
      denied != nil && kind != nil
      && after.map { $0 < text.count && text.end(Self.ordersAfter, at: $0 - 1) == nil } == true
    guard
      let noun = text.end(["类工单", "工单", "诉求", "单子"], at: at)
        ?? (kind != nil && (before != nil || unreported) ? at : nil)
    else { return nil }
    let behind = denied == nil && before == nil ? pieces(at: noun) : nil
    let count = before ?? behind
    guard window != nil || count != nil || unreported else { return nil }
    var parts = kind.map { [Expression.field(.kind, .compare(.equal, .text($0.title)))] } ?? []
    if let window {
      guard let test = denied == nil ? window.0.test(.back) : window.0.start else { return nil }
      parts.append(.field(.reportedAt, test))
    }
    var readings: [Subject: Expression] = [:]
    for subject in [Subject.shops, .houses, .buildings] {
      readings[subject] =
        count.map { .count(.workOrders, .conjunction(parts), $0.op, $0.count) }
        ?? .related(denied == nil ? .any : .no, .workOrders, .conjunction(parts))
    }
    return token(start, behind?.end ?? noun, .unit(AskUnit(readings: readings, kind: .owned)), cost: 9)
  }

  /// 3件以上, 超过10张.
  private func pieces(at start: Int) -> (op: Operator, count: Int, end: Int)? {
    let prefix = AskComparison.prefix(text, at: start)
    guard let number = text.number(at: prefix?.end ?? start), (1...999).contains(number.value),
      let unit = text.end(["件", "张", "起", "个", "条", "单", "次", "宗"], at: number.end)
    else { return nil }
    let suffix = AskComparison.suffix(text, at: unit)
    guard let op = AskComparison.op(prefix?.op, suffix?.op) else { return nil }
    return (op, number.value, suffix?.end ?? unit)
  }

  private static let ordersAfter = ["的工单", "的诉求", "的单子", "工单", "的投诉工单", "的件"]

  /// 酒吧被投诉的工单: 被 joins them to what they are about.
  private func complaints(at start: Int) -> AskToken? {
    guard let passive = text.end(["被人", "被居民", "被群众", "被"], at: start),
      let kind = [WorkOrderKind.complaint, .report].first(where: { text.end($0.title, at: passive) != nil }),
      let said = text.end(kind.title, at: passive),
      text.end(Self.ordersAfter, at: text.skip(["过了", "过", "了"], at: said)) != nil
    else { return nil }
    return token(start, passive, .inside)
  }

  /// 一张工单都没有, 一份餐厨收运协议都没有: none of them.
  private func notOne(at start: Int) -> AskToken? {
    guard let one = text.end(["一"], at: start),
      let counter = text.end(["张", "件", "份", "条", "个", "次", "笔", "起", "回"], at: one)
    else { return nil }
    func end(_ noun: Int) -> Int? {
      text.end(["都没有过", "也没有过", "都没有", "也没有", "都没签过", "都没签", "也没签", "都没收到过", "都没收到", "都没有签", "都没"], at: noun)
    }
    if let orders = text.end(["工单", "诉求"], at: counter), let end = end(orders) {
      var readings: [Subject: Expression] = [:]
      for subject in [Subject.shops, .houses, .buildings] {
        readings[subject] = .related(.no, .workOrders, .everything)
      }
      return token(start, end, .unit(AskUnit(readings: readings, kind: .word)), cost: 9)
    }
    for noun in words.fields.nouns(text, at: counter) where noun.datasets.count == 1 {
      guard let end = end(counter + noun.word.count), let dataset = noun.datasets.first,
        let subject = words.fields.fields[dataset]?.first?.subject
      else { continue }
      let none = Expression.related(.no, .records(dataset), .everything)
      return token(start, end, .unit(AskUnit(readings: [subject: none], kind: .word)), cost: 9)
    }
    return nil
  }

  /// 涉及, 针对, 投诉…的工单: what follows is what the order is about.
  private func about(at start: Int) -> [AskToken] {
    if let end = text.end(
      ["群众反映", "居民反映", "市民反映", "有人反映", "涉及到", "涉及", "针对", "反映的是", "反映", "事关", "牵涉到", "牵涉", "有关", "关于"], at: start)
    {
      return [token(start, end, .about(nil), cost: 12)]
    }
    return [WorkOrderKind.complaint, .report].compactMap { kind in
      text.end(kind.title, at: start).map { token(start, $0, .about(kind), cost: 14) }
    }
  }

  /// 编号DT0012的电梯, 工单编号20261103001.
  private func numbered(at start: Int) -> AskToken? {
    let order = text.end(["工单编号", "工单号码", "工单号", "诉求编号", "单号"], at: start)
    let device = text.end(["设备编号", "设施编号", "电梯编号", "设备代码", "设备号"], at: start)
    guard let lead = order ?? device ?? text.end("编号", at: start) else { return nil }
    let begin = text.skip(["为", "是", ":"], at: lead)
    var end = begin
    while end < text.count,
      text.scalars[end].properties.isAlphabetic && text.scalars[end].isASCII || isCode(text.scalars[end])
    {
      end += 1
    }
    guard end - begin >= 3 else { return nil }
    let code = Test.compare(.equal, .text(text.span(begin..<end).text))
    var readings: [Subject: Expression] = [:]
    if order == nil { readings[.assets] = .field(.code, code) }
    if device == nil { readings[.workOrders] = .field(.number, code) }
    return token(start, end, .unit(AskUnit(readings: readings, kind: .word)))
  }

  private func isCode(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) || scalar == "-" }
}

extension AskScanner {
  private static let cohabiting = [
    "一起居住", "一起生活", "共同居住", "共同生活", "住在一起", "生活在一起", "同住在一起", "住一起", "一起住", "一块住", "同住",
  ]

  /// 跟残疾人住在一起的: who lives with whom.
  func together(at start: Int) -> [AskToken] {
    if let end = text.end(Self.cohabiting, at: start) { return [token(start, end, .cohabit)] }
    // 都80岁以上的: all of them.
    if let end = text.end(["都已", "都", "均已", "均", "皆"], at: start), !ages(at: end).isEmpty {
      return [token(start, end, .all)]
    }
    // 老人和残疾人同住的家庭 is of both: a noun before it makes a list.
    guard let end = text.end(["跟", "和", "与", "同"], at: start), isFree(start) else { return [] }
    let reach = min(text.count, end + 20)
    let isSaid = (end..<max(end, reach)).contains { text.end(Self.cohabiting, at: $0) != nil }
    return isSaid ? [token(start, end, .with, cost: 9)] : []
  }

  /// 住了十年以上, 开了五年多: how long somebody lives here, or a shop is open.
  func sinceYears(at start: Int) -> AskToken? {
    for (subject, field, leads) in Self.lasting {
      guard let lead = text.end(leads, at: start) else { continue }
      let more = text.end(["超过了", "超过"], at: lead)
      let filled = more ?? text.end(["已满", "满", "达到", "至少"], at: lead)
      guard let number = text.number(at: filled ?? lead), (1...100).contains(number.value),
        let years = text.end(["周年", "年"], at: number.end)
      else { continue }
      let above = text.end(["及以上", "以上"], at: years)
      guard filled != nil || above != nil else { continue }
      let test = AskWindow.behind(number.value, .years, isMore: more != nil)
      let unit = AskUnit(readings: [subject: .field(field, test)], kind: .word)
      return token(start, above ?? years, .unit(unit))
    }
    return nil
  }

  private static let lasting: [(Subject, Field, [String])] = [
    (.people, .since, ["已经住了", "已住了", "住了", "居住了", "入住了", "居住", "住"]),
    (.shops, .opened, ["已经开了", "开了", "开业", "经营了", "营业了", "开店"]),
  ]

  private static let schools = ["大学", "学院", "中学", "学校", "职校"]

  /// 复旦大学毕业: a school, by how such names end.
  func schools(at start: Int) -> [AskToken] {
    guard let field = words.fields.fields["graduation"]?.first(where: { $0.entry.name == "school" }), isFree(start)
    else {
      return []
    }
    let lead = text.skip(["从", "在", "毕业于"], at: start)
    let limit = min(text.count, lead + 14)
    for at in lead..<max(lead, limit) {
      if "的,，、。和或且：:“”".unicodeScalars.contains(text.scalars[at]) { return [] }
      guard at >= lead + 2, let end = text.end(Self.schools, at: at) else { continue }
      let after = text.end("毕业", at: end)
      guard after != nil || text.end("毕业于", at: start) != nil else { continue }
      let name = Test.compare(.equal, .text(text.span(lead..<end).text))
      let unit = AskUnit(readings: [field.subject: field.condition(name)], kind: .word)
      return [token(start, after ?? end, .unit(unit))]
    }
    return []
  }
}
