import FilterLanguage

// Conditions on fields by their titles and values: 月租金低于3000元, 犬种是柯基, 没有独用卫生间, 2个以上子女.

/// What a stretch of words says of one field.
struct AskFieldHit: Hashable {
  let field: AskField
  /// Nil when it could mean several things: `choices` says which.
  var test: Test?
  var choices: [String] = []
  /// The day has passed, and no other row still runs: 有效期已过.
  var isOver = false
  /// Says little by itself: 应种日期已过, whether or not it was done.
  var needsStanding = false
}

extension AskScanner {
  /// - Parameter known: the words that stand here already; a condition that they have is not read anew.
  func fields(at start: Int, besides known: [AskToken]) -> [AskToken] {
    var found: [Int: [AskFieldHit]] = [:]
    for entry in words.fields.entries(text, at: start) {
      let after = start + entry.word.count
      for meaning in entry.meanings {
        for (hit, end) in hits(meaning, after) where !(found[end] ?? []).contains(hit) {
          found[end, default: []].append(hit)
        }
      }
    }
    for (hit, end) in counted(at: start) + ordinal(at: start) + framed(at: start) {
      found[end, default: []].append(hit)
    }
    let taken = Set(known.filter(\.isTaken).map(\.range.upperBound))
    // The longest of them: 施工 in 施工中 is torn off.
    let longest = found.keys.max().map { fieldToken(start, $0, found[$0] ?? []) }
    return (([longest].compactMap { $0 }) + records(at: start)).filter { !taken.contains($0.range.upperBound) }
  }

  private func hits(_ meaning: AskFieldWords.Meaning, _ after: Int) -> [(AskFieldHit, Int)] {
    let field = meaning.field
    switch meaning.role {
    case .title: return tests(of: field, at: after)
    case .value(let test, let standsAlone):
      // 柯基犬种; but 紧急紧急 says its one word twice.
      let titled = field.entry.type == .flag ? [] : titleEnd(of: field, at: after)
      return (standsAlone ? [after] : []).map { (AskFieldHit(field: field, test: test), $0) }
        + titled.map { (AskFieldHit(field: field, test: test), $0) }
    case .counted:
      return number(["个", "名", "位", "间"], at: after).map { (AskFieldHit(field: field, test: $0.test), $0.end) }.map {
        [$0]
      } ?? []
    }
  }

  /// The ends of the field's own title at `start`: 柯基犬种.
  private func titleEnd(of field: AskField, at start: Int) -> [Int] {
    words.fields.entries(text, at: start).filter { $0.meanings.contains { $0.field == field && $0.role == .title } }
      .map { start + $0.word.count }
  }

  /// 没有子女, 有子女, 2个以上子女, 只有1个子女.
  private func counted(at start: Int) -> [(AskFieldHit, Int)] {
    var found: [(AskFieldHit, Int)] = []
    func add(_ test: Test, _ at: Int) {
      for entry in words.fields.entries(text, at: at) {
        for meaning in entry.meanings where meaning.role == .counted {
          found.append((AskFieldHit(field: meaning.field, test: test), at + entry.word.count))
        }
      }
    }
    if let none = text.end(["没有", "无", "没"], at: start) { add(.compare(.equal, .number(0)), none) }
    if let some = text.end("有", at: start) { add(.compare(.greaterOrEqual, .number(1)), some) }
    let born = text.end(["只生了", "只生", "生了", "生育了", "生育有", "只育有", "育有"], at: start)
    let lead = born ?? text.skip(["只有", "仅有", "有"], at: start)
    guard let number = number(["个", "名", "位"], at: lead) else { return found }
    add(number.test, number.end)
    // 只生了一个孩子.
    if born != nil, let end = text.end(["孩子", "小孩", "儿女"], at: number.end) {
      for field in words.fields.fields.values.joined() where field.entry.title == "子女数" {
        found.append((AskFieldHit(field: field, test: number.test), end))
      }
    }
    return found
  }

  /// 第3党支部 of 所在支部: a number that names.
  private func ordinal(at start: Int) -> [(AskFieldHit, Int)] {
    guard let first = text.end("第", at: start), let number = text.number(at: first), isFree(start) else { return [] }
    return words.fields.places.compactMap { field, noun in
      guard let at = (number.end...number.end + 4).first(where: { text.starts(noun, at: $0) }) else { return nil }
      let end = at + noun.count
      let hit = AskFieldHit(field: field, test: .compare(.equal, .text(text.span(start..<end).text)))
      return (hit, members(of: field, at: end) ?? end)
    }
  }

  /// 第3党支部的党员: whoever is in one is what the dataset is about.
  private func members(of field: AskField, at start: Int) -> Int? {
    guard let dataset = field.dataset, let of = text.end("的", at: start) else { return nil }
    let nouns = words.fields.names[dataset]?.compactMap { $0.without(["信息"]) } ?? []
    return text.end(nouns, at: of)
  }

  /// Whether a name can begin here: 延中第3党支部 would have another.
  func isFree(_ start: Int) -> Bool {
    guard start > 0 else { return true }
    return "的,，。、:：是为在和或且查出列找看区会".unicodeScalars.contains(text.scalars[start - 1])
  }

  /// One unit from all that the words can mean: for each subject the one field, or none and what to say instead.
  func fieldToken(_ start: Int, _ end: Int, _ hits: [AskFieldHit]) -> AskToken {
    var unit = AskUnit(readings: [:], kind: .word)
    for (subject, hits) in Dictionary(grouping: hits, by: \.field.subject) {
      // A subject's own field goes before one of a dataset with the same title.
      let certain = hits.contains { $0.test != nil } ? hits.filter { $0.test != nil } : hits
      let own = certain.filter { $0.field.dataset == nil }
      let meant = own.isEmpty ? certain : own
      if meant.count == 1, let hit = meant.first, let test = hit.test {
        unit.readings[subject] = hit.isOver ? hit.field.over : hit.field.condition(test)
      } else {
        let said = meant.flatMap { $0.test == nil ? $0.choices : [choice($0.field, start, end)] }
        unit.choices[subject] = Array(Set(said)).sorted()
      }
    }
    return token(start, end, .unit(unit), cost: unit.readings.isEmpty ? 15 : 10)
  }

  /// The same words with the dataset's name before them.
  private func choice(_ field: AskField, _ start: Int, _ end: Int) -> String {
    let said = text.span(start..<end).text
    return said.hasPrefix(field.lead) ? said : field.lead + said
  }
}

extension AskToken {
  /// Whether it is a condition or a noun of its own, not a word that says little.
  fileprivate var isTaken: Bool {
    switch piece {
    case .unit, .head, .topic, .tail: true
    default: false
    }
  }
}
