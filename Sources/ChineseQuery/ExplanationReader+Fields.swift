import FilterLanguage
import Kernel

extension ExplanationReader {
  /// A tag or a comparison.
  func leaf(_ source: ExplanationSource, _ start: Int, _ subject: Subject) -> Found {
    fields(source, start, subject) + tags(source, start, subject)
  }

  private func tags(_ source: ExplanationSource, _ start: Int, _ subject: Subject) -> Found {
    guard let after = source.end("有标签", at: start), let word = source.quoted(at: after),
      let kind = subject.tagSubject, let tag = vocabulary.tag(word.text, for: kind)
    else { return [] }
    return [(.tag(code: tag.code), word.end)]
  }

  func fields(_ source: ExplanationSource, _ start: Int, _ subject: Subject) -> Found {
    var found: Found = []
    for entry in vocabulary.entries(of: subject) {
      switch entry.field {
      case .turns: found += turns(source, start)
      case .age: found += age(source, start)
      default:
        if entry.field == .lastVisited { found += visited(source, start) }
        guard let after = source.end(entry.title, at: start) else { continue }
        found += denied(source, after, entry, subject)
        for (test, end) in tests(source, after, entry, subject) { found += closed(source, entry.field, test, end) }
      }
    }
    return found
  }

  /// 不包含“…”（含未填）, 不是“…”或“…”（含未填）: forms that only a negation has.
  private func denied(
    _ source: ExplanationSource, _ start: Int, _ entry: FieldEntry, _ subject: Subject
  ) -> Found {
    if entry.type == .text, let after = source.end("不包含", at: start), let word = source.quoted(at: after),
      let end = source.end("（含未填）", at: word.end)
    {
      let value = Value.text(stored(word.text, entry, subject))
      return [(.not(.field(entry.field, .compare(.matches, value))), end)]
    }
    guard let after = source.end("不是", at: start) else { return [] }
    let read: Reader = { source, at in
      guard let word = source.quoted(at: at) else { return nil }
      let inner = ExplanationSource(Array(word.text.unicodeScalars))
      switch entry.type {
      case .number: return self.number(inner, 0).map { ($0.0, word.end) }
      case .time: return self.time(inner, 0).map { ($0.0, word.end) }
      default: return (.text(self.stored(word.text, entry, subject)), word.end)
      }
    }
    return values(source, after, read).compactMap { values, last in
      source.end("（含未填）", at: last).map { (.not(.field(entry.field, .list(values))), $0) }
    }
  }

  /// （含未填）: the words are those of the opposite, so that a missing value passes.
  private func closed(_ source: ExplanationSource, _ field: Field, _ test: Test, _ end: Int) -> Found {
    if let after = source.end("（含未填）", at: end) {
      switch test {
      case .compare(let op, let value) where op == .notEqual:
        return [(.not(.field(field, .compare(.equal, value))), after)]
      case .compare(.equal, .flag(let flag)): return [(.not(.field(field, .compare(.equal, .flag(!flag)))), after)]
      case .compare(let op, let value):
        return op.opposite.map { [(.not(.field(field, .compare($0, value))), after)] } ?? []
      default: return []
      }
    }
    if let after = source.end("（未填的不算）", at: end) { return [(.field(field, test), after)] }
    return [(.field(field, test), end)]
  }

  private func tests(
    _ source: ExplanationSource, _ start: Int, _ entry: FieldEntry, _ subject: Subject
  ) -> [(Test, Int)] {
    switch entry.type {
    case .day:
      var found = compared(source, start, Self.orders) { ExplanationReader.day($0, $1) }
      if let after = source.end("在", at: start) { found += windows(source, after) }
      return found
    case .time:
      return compared(source, start, Self.orders, time) + range(source, start, time) + list(source, start, time)
    case .number:
      return compared(source, start, Self.amounts, number) + range(source, start, number)
        + list(source, start, number)
    case .flag:
      return [("是", true), ("否", false)].compactMap { word, flag in
        source.end("为“\(word)”", at: start).map { (.compare(.equal, .flag(flag)), $0) }
      }
    case .sealed: return []
    case .text, .word, .address, .area: return words(source, start, entry, subject)
    }
  }

  typealias Reader = (ExplanationSource, Int) -> (Value, Int)?

  private func compared(
    _ source: ExplanationSource, _ start: Int, _ words: [(Operator, String)], _ read: Reader
  ) -> [(Test, Int)] {
    words.compactMap { op, word in
      guard let after = source.end(word, at: start), let (value, end) = read(source, after) else { return nil }
      return (.compare(op, value), end)
    }
  }

  private func range(_ source: ExplanationSource, _ start: Int, _ read: Reader) -> [(Test, Int)] {
    guard let after = source.end("在", at: start), let (low, middle) = read(source, after),
      let to = source.end("至", at: middle), let (high, last) = read(source, to),
      let end = source.end("之间（含两头）", at: last)
    else { return [] }
    return [(.range(low, high), end)]
  }

  private func list(_ source: ExplanationSource, _ start: Int, _ read: Reader) -> [(Test, Int)] {
    guard let after = source.end("是", at: start) else { return [] }
    return values(source, after, read).map { (.list($0.values), $0.end) }
  }

  /// Values joined by 或, each number of them.
  private func values(
    _ source: ExplanationSource, _ start: Int, _ read: Reader
  ) -> [(values: [Value], end: Int)] {
    var found: [(values: [Value], end: Int)] = []
    var (values, at): ([Value], Int?) = ([], start)
    while let here = at, let (value, end) = read(source, here) {
      values.append(value)
      found.append((values, end))
      at = source.end("或", at: end)
    }
    return found.reversed()
  }

  // MARK: words

  private func words(
    _ source: ExplanationSource, _ start: Int, _ entry: FieldEntry, _ subject: Subject
  ) -> [(Test, Int)] {
    let read: Reader = { source, at in
      source.quoted(at: at).map { (.text(stored($0.text, entry, subject)), $0.end) }
    }
    var found: [(Test, Int)] = []
    if let after = source.end("是", at: start) {
      found += values(source, after, read).map {
        ($0.values.count == 1 ? .compare(.equal, $0.values[0]) : .list($0.values), $0.end)
      }
    }
    if let after = source.end("不是", at: start) {
      for (values, end) in values(source, after, read) {
        if values.count == 1 { found.append((.compare(.notEqual, values[0]), end)) }
      }
    }
    if let after = source.end("包含", at: start), let (value, end) = read(source, after) {
      found.append((.compare(.matches, value), end))
    }
    if let after = source.end("以", at: start), let (value, last) = read(source, after),
      let end = source.end("开头", at: last)
    {
      found.append((.compare(.matches, value), end))
    }
    return found
  }

  /// The stored word for what people call it: 租客 is tenant.
  private func stored(_ word: String, _ entry: FieldEntry, _ subject: Subject) -> String {
    let known: [String] =
      if case .word(let words) = entry.type { words } else { entry.field == .kind ? AskWords.facilityKinds : [] }
    return known.first { FieldWords.chinese($0, entry.field, subject) == word } ?? word
  }

  // MARK: numbers, times, days

  private func number(_ source: ExplanationSource, _ start: Int) -> (Value, Int)? {
    source.number(at: start).map { (.number($0.value), $0.end) }
  }

  private func time(_ source: ExplanationSource, _ start: Int) -> (Value, Int)? {
    let next = source.end("次日", at: start)
    guard let hours = source.number(at: next ?? start), let colon = source.end(":", at: hours.end),
      let minutes = source.number(at: colon)
    else { return nil }
    return (.time(Int(hours.value) * 60 + Int(minutes.value) + (next == nil ? 0 : 1440)), minutes.end)
  }

  static func day(_ source: ExplanationSource, _ start: Int) -> (Value, Int)? {
    if let today = source.end("今天", at: start) { return (.day(.today(offset: 0, unit: .days)), today) }
    guard let number = source.number(at: start), let count = Int(exactly: number.value) else { return nil }
    if let year = source.end("年", at: number.end), let month = source.number(at: year),
      let afterMonth = source.end("月", at: month.end), let date = source.number(at: afterMonth),
      let end = source.end("日", at: date.end),
      let day = Day(year: count, month: Int(month.value), day: Int(date.value))
    {
      return (.day(.on(day)), end)
    }
    for unit in DayUnit.allCases {
      guard let after = source.end(unit.chinese, at: number.end) else { continue }
      if let end = source.end("后", at: after) { return (.day(.today(offset: count, unit: unit)), end) }
      if let end = source.end("前", at: after) { return (.day(.today(offset: -count, unit: unit)), end) }
    }
    return nil
  }

  // MARK: 年龄, 年满, 走访

  private func age(_ source: ExplanationSource, _ start: Int) -> Found {
    let forms: [(Operator, String, String)] = [
      (.greaterOrEqual, "年龄满", "周岁及以上"), (.less, "年龄不满", "周岁"), (.lessOrEqual, "年龄不超过", "周岁"),
      (.greater, "年龄超过", "周岁"), (.notEqual, "年龄不是", "周岁"), (.equal, "年龄为", "周岁"),
    ]
    var found: Found = []
    for (op, before, after) in forms {
      guard let at = source.end(before, at: start), let (value, middle) = number(source, at),
        let end = source.end(after, at: middle)
      else { continue }
      found += closed(source, .age, .compare(op, value), end)
    }
    if let at = source.end("年龄在", at: start), let (low, middle) = number(source, at),
      let to = source.end("至", at: middle), let (high, last) = number(source, to),
      let end = source.end("周岁之间（含两头）", at: last)
    {
      found.append((.field(.age, .range(low, high)), end))
    }
    if let at = source.end("年龄为", at: start) {
      for (values, last) in values(source, at, { number($0, $1) }) where values.count > 1 {
        if let end = source.end("周岁", at: last) { found.append((.field(.age, .list(values)), end)) }
      }
    }
    return found
  }

  private func turns(_ source: ExplanationSource, _ start: Int) -> Found {
    windows(source, start).flatMap { test, after -> Found in
      guard let filled = source.end("年满", at: after), let years = source.number(at: filled),
        let end = source.end("周岁", at: years.end), let whole = Int(exactly: years.value), (0...150).contains(whole)
      else { return [] }
      return closed(source, .turns(whole), test, end)
    }
  }

  /// 最近30天没有走访过（含从未走访）.
  private func visited(_ source: ExplanationSource, _ start: Int) -> Found {
    var days: [(DayExpression, Int)] = []
    if let after = source.end("最近", at: start), let number = source.number(at: after),
      let count = Int(exactly: number.value)
    {
      days += DayUnit.allCases.compactMap { unit in
        source.end(unit.chinese, at: number.end).map { (.today(offset: -count, unit: unit), $0) }
      }
    }
    if let (value, after) = Self.day(source, start), case .day(let day) = value, let end = source.end("以来", at: after) {
      days.append((day, end))
    }
    return days.compactMap { day, after in
      let test = Expression.field(.lastVisited, .compare(.greaterOrEqual, .day(day)))
      if let end = source.end("没有走访过（含从未走访）", at: after) { return (.not(test), end) }
      return source.end("走访过", at: after).map { (test, $0) }
    }
  }
}
