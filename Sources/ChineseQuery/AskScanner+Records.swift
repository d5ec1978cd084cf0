import FilterLanguage

// Several conditions on the fields of one dataset, said together, are about one of its rows: 一级肢体残疾, 今年硕士毕业,
// 漏水纠纷还没了结.

enum AskRecordPart {
  /// Fields that the words can be about, each with its test.
  case tests([AskFieldHit])
  /// The dataset's own name.
  case noun([String])
  /// When: of the day that the rows are noted by.
  case window(AskWindow)
  /// 一级, 80分以下: of the one number with this unit.
  case rank(Test, unit: String)
}

/// What has been found at the places of one sentence, so that it is looked for once.
final class AskMemo {
  var parts: [Int: [(AskRecordPart, Int)]] = [:]
  var windows: [Int: [AskToken]] = [:]
}

extension AskScanner {
  /// What a run of such words holds so far.
  private struct Run {
    var end: Int
    var parts: [AskRecordPart] = []
    var isNamed: Bool {
      parts.contains { part in
        switch part {
        case .tests, .noun: true
        case .window, .rank: false
        }
      }
    }
    /// 去年体检: what a noun and a window say is the grammar's to find out.
    var isDatedNoun: Bool {
      parts.allSatisfy { part in
        switch part {
        case .window, .noun: true
        case .tests, .rank: false
        }
      }
    }
  }

  private static let longest = 5

  func records(at start: Int) -> [AskToken] {
    var found: [Int: AskToken] = [:]
    var open = [Run(end: start)]
    var left = 60
    while let run = open.popLast(), left > 0 {
      left -= 1
      if run.parts.count > 1, run.isNamed, let token = recordToken(start, run) {
        if (found[run.end]?.cost ?? .max) > token.cost { found[run.end] = token }
      }
      guard run.parts.count < Self.longest else { continue }
      let begin = run.parts.isEmpty ? run.end : connected(run.end)
      // What begins a run without saying of what goes on only to a word that does.
      for (part, end) in parts(at: begin) where run.isNamed || run.parts.count < 2 {
        // 停用的电梯: a noun that says what is asked for stays one.
        if case .noun = part, isAsked(begin, end) { continue }
        open.append(Run(end: end, parts: run.parts + [part]))
      }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }

  private static let connectors = [
    "拿过", "领过", "享受过", "获得过", "得到过", "接受过", "办理过", "有过", "发生过", "出过", "拿了", "领了", "领取过", "发放过", "发放了", "发放", "处于", "正在",
    "并且", "而且", "且为", "且是", "的",
    "是", "为",
    "且", "又", "并", "、", ",", "有", "属", "领取", "获得",
  ]

  private func connected(_ end: Int) -> Int { text.skip(Self.connectors, at: end) }

  private func parts(at start: Int) -> [(AskRecordPart, Int)] {
    guard start < text.count else { return [] }
    if let known = memory.parts[start] { return known }
    let parts = found(at: start)
    memory.parts[start] = parts
    return parts
  }

  private func found(at start: Int) -> [(AskRecordPart, Int)] {
    var parts: [(AskRecordPart, Int)] = []
    var tests: [Int: [AskFieldHit]] = [:]
    for entry in words.fields.entries(text, at: start) {
      let after = start + entry.word.count
      for meaning in entry.meanings where meaning.field.dataset != nil {
        for (hit, end) in partHits(meaning, after) where hit.test != nil { tests[end, default: []].append(hit) }
      }
    }
    parts += tests.map { (.tests($0.value), $0.key) }
    for noun in words.fields.nouns(text, at: start) { parts.append((.noun(noun.datasets), start + noun.word.count)) }
    for token in windows(at: start) {
      if case .window(let window) = token.piece { parts.append((.window(window), token.range.upperBound)) }
    }
    for unit in ["级", "分", "小时", "元", "块"] {
      if let number = number([unit], at: start) { parts.append((.rank(number.test, unit: unit), number.end)) }
    }
    return parts.sorted { $0.1 < $1.1 }
  }

  private func isAsked(_ start: Int, _ end: Int) -> Bool {
    lexicon(at: start).contains { $0.range.upperBound == end && $0.piece.isNoun }
  }

  private func partHits(_ meaning: AskFieldWords.Meaning, _ after: Int) -> [(AskFieldHit, Int)] {
    switch meaning.role {
    case .title: return tests(of: meaning.field, at: after)
    case .value(let test, _): return values(meaning.field, test, after)
    case .counted: return []
    }
  }

  /// 视力、听力残疾: values of one field in a row.
  private func values(_ field: AskField, _ first: Test, _ after: Int) -> [(AskFieldHit, Int)] {
    guard case .compare(.equal, let one) = first, field.entry.type == .text else {
      return [(AskFieldHit(field: field, test: first), after)]
    }
    var (found, values, end) = ([(AskFieldHit(field: field, test: first), after)], [one], after)
    while let join = text.end(["或者", "或", "、", "和"], at: end),
      let next = field.values.first(where: { text.starts($0.scalars, at: join) })
    {
      values.append(.text(next.value))
      end = join + next.scalars.count
      found.append((AskFieldHit(field: field, test: .list(values)), end))
    }
    return found
  }

  /// The run as one condition, for each subject of which but one dataset fits all its words.
  private func recordToken(_ start: Int, _ run: Run) -> AskToken? {
    var datasets: Set<String>?
    for part in run.parts {
      let here: Set<String>
      switch part {
      case .tests(let hits): here = Set(hits.compactMap(\.field.dataset))
      case .noun(let codes): here = Set(codes)
      case .window, .rank: continue
      }
      datasets = datasets?.intersection(here) ?? here
    }
    var readings: [Subject: [Expression]] = [:]
    if let doubt = reversedRank(start, run, datasets ?? []) { return doubt }
    for dataset in (datasets ?? []).sorted() {
      guard let (subject, inner) = row(run, dataset) else { continue }
      readings[subject, default: []].append(.related(.any, .records(dataset), inner))
    }
    let unique = readings.compactMapValues { $0.count == 1 ? $0.first : nil }
    guard !unique.isEmpty else { return nil }
    return token(
      start, run.end, .unit(AskUnit(readings: unique, kind: .word)), cost: run.parts.count * 10 - 1)
  }

  /// 三级以上肢体残疾: which side of a scale whose first is the worst?
  private func reversedRank(_ start: Int, _ run: Run, _ datasets: Set<String>) -> AskToken? {
    guard datasets.count == 1, let dataset = datasets.first, let fields = words.fields.fields[dataset] else {
      return nil
    }
    for case .rank(let test, let unit) in run.parts where test.isOneSided {
      guard let field = fields.first(where: { $0.isReversed && $0.units.contains(unit) }) else { continue }
      let unit = AskUnit(readings: [:], kind: .word, choices: [field.subject: reversed(field, test)])
      return token(start, run.end, .unit(unit), cost: run.parts.count * 10 - 1)
    }
    return nil
  }

  /// What holds of one row; nil when a word does not fit the dataset or a field is said twice.
  private func row(_ run: Run, _ dataset: String) -> (Subject, Expression)? {
    guard let fields = words.fields.fields[dataset], let subject = fields.first?.subject else { return nil }
    var conditions: [(Field, Test)] = []
    var nouns = 0
    for part in run.parts {
      switch part {
      case .tests(let hits):
        guard let hit = hits.first(where: { $0.field.dataset == dataset }), let test = hit.test else { return nil }
        conditions.append((hit.field.entry.field, test))
      case .noun: nouns += 1
      case .window(let window):
        guard let field = noted(fields), let test = window.test(.back) else { return nil }
        conditions.append((field.entry.field, test))
      case .rank(let test, let unit):
        let fitting = fields.filter { $0.entry.type == .number && $0.units.contains(unit) }
        guard fitting.count == 1, let field = fitting.first, !(field.isReversed && test.isOneSided) else { return nil }
        conditions.append((field.entry.field, test))
      }
    }
    guard Set(conditions.map(\.0)).count == conditions.count, nouns < 2,
      conditions.count > 1 || conditions.count == 1 && nouns == 1 && !run.isDatedNoun
    else { return nil }
    return (subject, .conjunction(conditions.map { .field($0.0, $0.1) }))
  }

  /// The day that the rows are noted by, where there is but one that is no end or plan.
  private func noted(_ fields: [AskField]) -> AskField? {
    let days = fields.filter { $0.entry.type == .day && !$0.isAhead }
    return days.count == 1 ? days.first : days.first { $0.entry.name == "on" }
  }
}
