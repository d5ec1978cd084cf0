import FilterLanguage

// What follows a title: a number with its unit, a day or a stretch of time, a word, yes or no.

extension AskScanner {
  func tests(of field: AskField, at start: Int) -> [(AskFieldHit, Int)] {
    switch field.entry.type {
    case .number: return numbers(of: field, at: start)
    case .day: return days(of: field, at: start)
    case .flag: return flags(of: field, at: start)
    case .text, .word: return texts(of: field, at: start)
    case .sealed, .address, .area, .time: return []
    }
  }

  // MARK: numbers

  private func numbers(of field: AskField, at start: Int) -> [(AskFieldHit, Int)] {
    let at = text.skip(
      [
        "只有", "仅有", "仅为", "只剩下", "只剩", "仅剩", "还剩下", "还剩", "剩下", "剩", "仅", "只", "在", "有", "得了", "打了", "打", "给了", "给",
        "满",
      ], at: start)
    guard let found = number(field.units, at: at, isTitled: true) else { return [] }
    if field.isReversed, found.test.isOneSided {
      return [(AskFieldHit(field: field, test: nil, choices: reversed(field, found.test)), found.end)]
    }
    return [(AskFieldHit(field: field, test: found.test), found.end)]
  }

  /// 三级以上 of a scale whose first is the worst is said of both sides.
  func reversed(_ field: AskField, _ test: Test) -> [String] {
    guard case .compare(_, .number(let number)) = test else { return [] }
    let (whole, unit) = (Int(number), field.units.first ?? "")
    return ["\(field.entry.title)1到\(whole)\(unit)", "\(field.entry.title)\(whole)到4\(unit)"]
  }

  /// A comparison, a range or a few numbers. After a title the unit may be left out where the number plainly ends.
  func number(_ units: [String], at start: Int, isTitled: Bool = false) -> (test: Test, end: Int)? {
    let prefix = comparison(at: start)
    guard let first = quantity(units, at: prefix?.end ?? start) else { return nil }
    if prefix == nil || prefix?.op == .equal, let to = text.end(AskComparison.to, at: first.end),
      let second = quantity(units, at: to),
      second.hasUnit || isTitled && endsNumber(second.end), first.value <= second.value
    {
      return (.range(.number(first.value), .number(second.value)), text.skip(["之间", "间"], at: second.end))
    }
    if prefix == nil || prefix?.op == .equal, let list = list(first, units, isTitled) { return list }
    let suffix = AskComparison.suffix(text, at: first.end)
    guard first.hasUnit || isTitled && (suffix != nil || endsNumber(first.end)) else { return nil }
    guard let op = AskComparison.op(prefix?.op, suffix?.op, otherwise: .equal) else { return nil }
    return (.compare(op, .number(first.value)), suffix?.end ?? first.end)
  }

  private func comparison(at start: Int) -> (op: Operator, end: Int)? {
    if let end = text.end(["不止", "不只", "超出", "多过", "高过"], at: start) { return (.greater, end) }
    if let end = text.end(["不及", "少过"], at: start) { return (.less, end) }
    return AskComparison.prefix(text, at: start)
  }

  private typealias Quantity = (value: Double, end: Int, hasUnit: Bool)

  private func quantity(_ units: [String], at start: Int) -> Quantity? {
    if units.first == "%", let share = text.share(at: text.skip(["首期的", "首期"], at: start)) {
      return (share.percent, share.end, true)
    }
    let percent = units.first == "%" ? text.end("百分之", at: start) : nil
    guard let number = text.amount(at: percent ?? start) else { return nil }
    guard let end = text.end(units, at: number.end) else { return (number.value, number.end, percent != nil) }
    let isTenThousand = text.end("万", at: number.end) != nil
    return (isTenThousand ? number.value * 10_000 : number.value, end, true)
  }

  /// 一级或者二级: neighbours are a range.
  private func list(_ first: Quantity, _ units: [String], _ isTitled: Bool) -> (test: Test, end: Int)? {
    var (values, last) = ([first.value], first)
    // 打1分2分: values that stand side by side, each with its unit.
    while let join = text.end(["或者是", "或者", "或是", "或", "、", "和", "及"], at: last.end) ?? (last.hasUnit ? last.end : nil),
      let next = quantity(units, at: join), join > last.end || next.hasUnit
    {
      values.append(next.value)
      last = next
    }
    guard values.count > 1, last.hasUnit || isTitled && endsNumber(last.end) else { return nil }
    let sorted = Set(values).sorted()
    let isRun = zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 == 1 }
    if isRun, let low = sorted.first, let high = sorted.last { return (.range(.number(low), .number(high)), last.end) }
    return (.list(sorted.map { .number($0) }), last.end)
  }

  /// Whether a number without a unit is whole here: 满意度1的工单, but not 满意度1月.
  private func endsNumber(_ end: Int) -> Bool {
    end == text.count || text.end(["的", ",", "，", "。", "、", "且", "或", "并", ";", "；", "?", "？"], at: end) != nil
  }

  // MARK: yes or no

  private func flags(of field: AskField, at start: Int) -> [(AskFieldHit, Int)] {
    guard let at = text.end(["为", "是", ":"], at: start) else { return [] }
    for (words, flag) in [(["“是”", "是", "真"], true), (["“否”", "否", "假"], false)] {
      guard let end = text.end(words, at: at), endsNumber(end) else { continue }
      return [(AskFieldHit(field: field, test: .compare(.equal, .flag(flag))), end)]
    }
    return []
  }

  // MARK: words

  private func texts(of field: AskField, at start: Int) -> [(AskFieldHit, Int)] {
    let copula = text.end(
      [
        "为", "是", "叫做", "叫", "属于", "属", "系", "用的是", "填的是", "写的是", "登记的是", "登记为", "写着", "写了", "写", "填写的是", "填写为", "填写",
        "填着", "填", "标的是", "标着", "显示为", "显示是", "显示", "标注为", "记录为", "还是", "已是", "已经是", "仍为", "仍是",
        "在", "到了", "处于", ":",
      ], at: start)
    let at = copula ?? start
    if copula == nil,
      let contains = text.end(
        ["里面包含", "里包含", "中包含", "包含", "里含有", "中含有", "含有", "里写着", "中写着", "里提到", "提到", "里有", "中有", "里是", "带有"], at: start)
    {
      return field.entry.type == .text ? open(field, .matches, at: contains) : []
    }
    if let other = text.end(["不是", "不为", "不属于"], at: start) { return others(field, at: other) }
    if let known = listed(field, at: at) { return [known] }
    // 项目在公示阶段: where something is or has come to is only told by a value that is known.
    guard let copula, text.end(["在", "到了", "处于", "还是"], at: start) != copula else { return [] }
    let free = open(field, .equal, at: at)
    guard field.isClosed, let first = free.first else { return field.entry.type == .text ? free : [] }
    // A closed list has no such value: say which there are.
    let choices = Set(field.values.map(\.value)).sorted().map { value in
      "\(field.entry.title)为\(FieldWords.chinese(value, field.entry.field, field.subject))"
    }
    return [(AskFieldHit(field: field, test: nil, choices: choices), first.1)]
  }

  /// 犬种不是柯基: a row with another value, which one without any is not.
  private func others(_ field: AskField, at start: Int) -> [(AskFieldHit, Int)] {
    if let known = value(of: field, at: start), known.values.count == 1, let value = known.values.first {
      return [(AskFieldHit(field: field, test: .compare(.notEqual, value)), known.end)]
    }
    return field.entry.type == .text && !field.isClosed ? open(field, .notEqual, at: start) : []
  }

  /// Known values, one or several: 类别为视力、听力.
  private func listed(_ field: AskField, at start: Int) -> (AskFieldHit, Int)? {
    guard let first = value(of: field, at: start) else { return nil }
    var (values, end) = (first.values, first.end)
    while let join = text.end(["或者是", "或者", "或是", "或", "、", "和", "及"], at: end),
      let next = value(of: field, at: text.skip(["为", "是"], at: join))
    {
      values += next.values
      end = next.end
    }
    let test: Test = values.count == 1 ? .compare(.equal, values[0]) : .list(values)
    return (AskFieldHit(field: field, test: test), end)
  }

  private func value(of field: AskField, at start: Int) -> (values: [Value], end: Int)? {
    let open = text.end("“", at: start)
    let at = open ?? start
    if let found = field.values.first(where: { text.starts($0.scalars, at: at) }) {
      let end = at + found.scalars.count
      return ([.text(found.value)], text.skip(open == nil ? [] : ["”"], at: end))
    }
    guard field.dataset == nil else { return nil }
    // What the words know of this field: 回族, 房管所.
    for token in lexicon(at: at).sorted(by: { $0.range.count > $1.range.count }) {
      guard case .unit(let unit) = token.piece, case .field(field.entry.field, let test)? = unit.readings[field.subject]
      else { continue }
      switch test {
      case .compare(.equal, let value): return ([value], text.skip(["”"], at: token.range.upperBound))
      case .list(let values): return (values, text.skip(["”"], at: token.range.upperBound))
      default: continue
      }
    }
    return nil
  }

  private static let stops = Set("的,，。、;；?？!！:()（）且或和与及并“”「」".unicodeScalars)

  /// A value that is not known, as it is written: up to a mark or a 的, or within “”.
  private func open(_ field: AskField, _ op: Operator, at start: Int) -> [(AskFieldHit, Int)] {
    func hit(_ range: Range<Int>) -> AskFieldHit {
      AskFieldHit(field: field, test: .compare(op, .text(text.span(range).text)))
    }
    if let quote = text.end("“", at: start), let close = text.scalars[quote...].firstIndex(of: "”"), close > quote {
      return [(hit(quote..<close), close + 1)]
    }
    var end = start
    while end < text.count, end - start < 30, !Self.stops.contains(text.scalars[end]) { end += 1 }
    guard end - start > 0, !endsInNoun(start, end) else { return [] }
    return [(hit(start..<end), end)]
  }

  /// 柯基人家: the last word is what is asked for, and no part of the value.
  private func endsInNoun(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { at in
      lexicon(at: at).contains { token in
        guard token.range.upperBound == end, token.range.count > 1 || token.range.lowerBound == start else {
          return false
        }
        // 三菱电梯的楼: what follows 的 is asked for.
        if case .unit = token.piece, let of = text.end("的", at: end), of < text.count { return false }
        return token.piece.isNoun
      }
    }
  }
}

extension Test {
  /// 满4小时: four or more.
  var orMore: Test {
    if case .compare(.equal, let value) = self { .compare(.greaterOrEqual, value) } else { self }
  }

  /// A bound on one side only.
  var isOneSided: Bool {
    switch self {
    case .compare(.equal, _), .compare(.notEqual, _), .list, .period: false
    case .compare: true
    case .range(let low, let high): low == nil || high == nil
    }
  }
}
