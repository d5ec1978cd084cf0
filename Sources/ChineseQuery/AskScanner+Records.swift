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
  /// 三次以上: how many such rows there are.
  case times(Operator, Int)
  /// 没拿过: there is no such row.
  case lack
}

extension AskRecordPart {
  /// Whether it says of no record what it is about: 今年, 没.
  fileprivate var isLoose: Bool {
    switch self {
    case .window, .lack, .times: true
    case .tests, .noun, .rank: false
    }
  }
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
    /// Whether its last word may be what the sentence asks for.
    var asks = false
    var isNamed: Bool {
      parts.contains { part in
        switch part {
        case .tests, .noun: true
        case .window, .rank, .times, .lack: false
        }
      }
    }
    /// 去年体检: what a noun and a window say is the grammar's to find out.
    var isDatedNoun: Bool {
      parts.allSatisfy { part in
        switch part {
        case .window, .noun: true
        case .tests, .rank, .times, .lack: false
        }
      }
    }
    /// 三级的智力残疾人: a rank is of the same row as what it is a rank of.
    var isRanked: Bool {
      parts.contains { part in
        switch part {
        case .rank: true
        case .tests(let hits): hits.contains { $0.field.entry.type == .number }
        default: false
        }
      }
    }
    var counts: Bool { parts.contains { if case .times = $0 { true } else { false } } }
    var denies: Bool { parts.contains { if case .lack = $0 { true } else { false } } }
  }

  private static let longest = 5

  func records(at start: Int) -> [AskToken] {
    var found: [Int: AskToken] = [:]
    var open = [Run(end: start)]
    var left = 320
    while let run = open.popLast(), left > 0 {
      left -= 1
      if run.parts.count > 1, run.isNamed, !run.asks, run.isRanked || !tears(run.end),
        let token = recordToken(start, run)
      {
        found[run.end] = found[run.end].map { Self.merged($0, token) } ?? token
      }
      guard run.parts.count < Self.longest else { continue }
      let begins = run.parts.isEmpty ? [run.end, text.skip(Self.leads, at: run.end)] : connected(run)
      for begin in Set(begins).sorted() {
        // What begins a run without saying of what goes on only to a word that does.
        let isParted = text.scalars[run.end..<begin].contains { $0 == "、" || $0 == "," }
        for (part, end) in parts(at: begin) where run.isNamed || run.parts.count < 3 {
          // 拿了医疗救助、今年满80岁的: behind a pause a time is of something else.
          if isParted, part.isLoose { continue }
          // 停用的电梯: a noun that says what is asked for stays one.
          let asks = if case .noun = part { isAsked(begin, end) } else { false }
          open.append(Run(end: end, parts: run.parts + [part], asks: asks))
        }
      }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }

  /// 残疾证下季度到期的肢体残疾人: whether a name that begins behind 的 goes on behind this place.
  private func tears(_ end: Int) -> Bool {
    (max(1, end - 6)..<end).contains { at in
      text.scalars[at - 1] == "的"
        && lexicon(at: at).contains { $0.range.upperBound > end && $0.piece.unit?.kind == .tag && $0.piece.isNoun }
    }
  }

  /// Of two ways to hear the same words the shorter, with what the longer says of other subjects.
  private static func merged(_ one: AskToken, _ other: AskToken) -> AskToken {
    let (best, rest) = one.cost <= other.cost ? (one, other) : (other, one)
    guard case .unit(var unit) = best.piece, case .unit(let more) = rest.piece, unit.choices.isEmpty else {
      return best
    }
    unit.readings.merge(more.readings) { known, _ in known }
    return AskToken(range: best.range, piece: .unit(unit), cost: best.cost)
  }

  /// 单笔帮扶金额, 闹过两次以上纠纷: before what says of which records.
  private static let leads = [
    "单笔", "单次", "每笔", "每次", "一次性", "一次", "一笔", "有一次", "有过一次", "有一笔", "参加过", "参与过", "做过", "做了", "闹过", "闹了", "发生过", "发生了",
    "发生", "出过",
    "获得过", "获得了", "获得", "享受过", "领取过", "领过", "领了", "领取", "拿过", "拿了", "接受过", "接受", "受过", "得到过", "因为", "因", "为",
    "处于", "处在", "经过", "有过", "发过", "曾经在", "曾在", "在", "评出来", "评出", "评过", "评上", "评了", "评为", "评定为", "用的是", "用的", "用着", "用",
    "使用",
    "持有", "持", "查下来", "查过", "查了", "查",
    "打过", "打了", "打", "办过", "办了", "查出来", "查出", "查到", "检查出来", "检查出", "检查发现", "检查下来", "登记了", "登记的",
  ]

  private static let connectors = [
    "走到了", "走到", "进到", "做到", "卡在", "停在", "进入了", "进入",
    "发放过", "发过", "发了", "过", "了", "到了", "处在", "在", "检查时发现", "检查发现", "检查出来", "出来", "检查出", "检查查到", "检查查出", "检查到", "发现",
    "查出来", "查出", "查到", "查下来", "核对下来",
    "核实下来", "核验下来", "评估下来", "调解下来", "检查下来", "下来", "写的是", "写着", "写", "填的是", "填的", "填着", "填", "登记的是", "登记为", "登记的", "显示为",
    "显示", "状态还是", "状态是",
    "状态为", "状态", "至今还是", "至今还", "至今仍", "至今", "到现在还是", "到现在还", "到现在仍", "到现在", "现在还是", "现在还", "现在仍", "现在", "仍处于", "仍然",
    "仍在", "仍", "尚在", "尚", "还在",
    "还处于", "一直", "还是", "目前还", "目前", "已经", "已", "结果是", "结果为", "结果显示", "结果", "参加过", "参与过", "做过", "做", "闹过", "闹了", "闹",
    "获", "因为", "因", "拿过", "领过", "享受过", "获得过",
    "得到过", "接受过", "办理过", "有过", "发生过", "出过", "拿了", "领了", "领取过", "发放过", "发放了", "发放", "处于", "正在", "打过去是", "打过去", "打了",
    "打不通是", "拨过去是", "评出来", "评出", "评过",
    "评上", "评定为", "评定", "评为", "评了", "评的", "评",
    "并且", "而且", "且为", "且是", "而", "却", "但", "疫苗", "的", "是", "为", "一次", "一回", "一笔", "有一次", "用的是", "用", "打", "要打", "该打",
    "且", "又", "并", "、", ",", "有", "属", "领取", "获得", "累计", "单次", "单笔", "每次",
  ].sorted { $0.unicodeScalars.count > $1.unicodeScalars.count }

  /// 租赁备案里出租间数…: only behind what the dataset is called.
  private static let places = [
    "记录里面", "记录里", "记录中", "台账里", "台账上", "台账中", "登记里", "登记上", "登记中", "信息里", "信息中", "里面的", "里面", "里的", "里", "中的", "中",
    "上的", "上",
  ]

  /// Where the next part may begin, past up to three words that say nothing between two parts of one row: 、现在还在.
  private func connected(_ run: Run) -> [Int] {
    var begins = [run.end]
    if case .noun? = run.parts.last, let inside = text.end(Self.places, at: run.end) { begins = [inside] }
    for _ in 0..<3 {
      guard let last = begins.last, let next = text.end(Self.connectors, at: last) else { break }
      begins.append(next)
    }
    return begins
  }

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
    for noun in words.fields.nouns(text, at: start) where !isOfHelper(start, start + noun.word.count) {
      parts.append((.noun(noun.datasets), start + noun.word.count))
    }
    for token in windows(at: start) {
      if case .window(let window) = token.piece { parts.append((.window(window), token.range.upperBound)) }
    }
    for unit in ["级", "分", "小时", "元", "块"] {
      if let number = number([unit], at: text.skip(["满"], at: start)) {
        let test = text.end("满", at: start) == nil ? number.test : number.test.orMore
        parts.append((.rank(test, unit: unit), number.end))
      }
    }
    if let times = times(at: start) { parts.append((.times(times.op, times.count), times.end)) }
    if let end = lack(at: start) { parts.append((.lack, end)) }
    parts += happenings(at: start) + planned(at: start) + vaccinated(at: start)
    for (hit, end) in framed(at: start) { parts.append((.tests([hit]), end)) }
    return parts.sorted { $0.1 < $1.1 }
  }

  /// 志愿 of 志愿者, who does it.
  private func isOfHelper(_ start: Int, _ end: Int) -> Bool { text.end("志愿者", at: start) == end + 1 }

  /// 三次以上, 满十次, 不少于两次.
  func times(at start: Int) -> (op: Operator, count: Int, end: Int)? {
    let lead = text.skip(["一共", "总共", "累计", "共", "有", "达", "达到"], at: start)
    let filled = text.end("满", at: lead)
    let prefix = filled == nil ? AskComparison.prefix(text, at: lead) : nil
    guard let number = text.number(at: filled ?? prefix?.end ?? lead), (1...999).contains(number.value),
      let unit = text.end(["次", "回"], at: number.end)
    else { return nil }
    let suffix = AskComparison.suffix(text, at: unit)
    guard let op = AskComparison.op(prefix?.op, suffix?.op, otherwise: filled == nil ? nil : .greaterOrEqual) else {
      return nil
    }
    return (op, number.value, suffix?.end ?? unit)
  }

  private static let denials = ["都还没有", "都还没", "都没有", "都没", "也没有", "也没"] + AskValueLists.denials + ["从未", "从没", "未曾"]
  private static let received = [
    "拿过", "领取过", "领过", "享受过", "获得过", "得到过", "接受过", "受过", "申请过", "办理过", "做过", "参加过", "有过", "发过", "收到过", "领取", "领到", "领",
    "拿到",
    "拿", "获得", "得到", "享受", "接受", "参加", "做", "办",
  ]

  /// 没拿过, 一次都没, 没有任何.
  private func lack(at start: Int) -> Int? {
    let once = text.end(["一次也", "一次都", "一回都", "一笔都", "一分都"], at: start)
    guard let denied = text.end(Self.denials, at: once ?? start) else { return nil }
    let verb = text.skip(Self.received, at: denied)
    let end = text.skip(["任何一次", "任何一笔", "任何"], at: verb)
    return end > denied || once != nil || end == denied && text.end(["检查", "调解", "体检"], at: end) != nil ? end : nil
  }

  /// 今年受理的, 2025年以前就开始: a stretch of time and what happened in it.
  private func happenings(at start: Int) -> [(AskRecordPart, Int)] {
    var parts: [(AskRecordPart, Int)] = []
    for token in windows(at: start) {
      guard case .window(let window) = token.piece else { continue }
      let at = text.skip(["就已经", "就已", "就", "才", "刚", "新", "已经", "已"], at: token.range.upperBound)
      var ends: [Int: [AskFieldHit]] = [:]
      for (word, field) in words.fields.happenings where text.starts(word, at: at) {
        guard let test = window.test(field.isAhead ? .ahead : .back) else { continue }
        ends[text.skip(["了", "过"], at: at + word.count), default: []].append(AskFieldHit(field: field, test: test))
      }
      parts += ends.map { (.tests($0.value), $0.key) }
    }
    return parts
  }

  /// 消防设施类隐患, 公示阶段.
  private static let classes = ["阶段", "状态", "方面", "类"]

  private func isAsked(_ start: Int, _ end: Int) -> Bool {
    lexicon(at: start).contains { $0.range.upperBound == end && $0.piece.isNoun }
  }

  private func partHits(_ meaning: AskFieldWords.Meaning, _ after: Int) -> [(AskFieldHit, Int)] {
    switch meaning.role {
    case .title: return tests(of: meaning.field, at: after) + lapsed(meaning.field, after)
    case .value(let test, _):
      return values(meaning.field, test, after).map { ($0.0, text.skip(Self.classes, at: $0.1)) }
    case .counted: return []
    }
  }

  /// 应种日期已过而未接种: that a day that was set has passed, where the same words say how the row stands.
  private func lapsed(_ field: AskField, _ after: Int) -> [(AskFieldHit, Int)] {
    guard field.entry.type == .day, field.isAhead,
      let end = text.end(["已经过了", "已过", "过了", "已经到了"], at: after)
    else { return [] }
    let test = Test.compare(.less, .day(.today(offset: 0, unit: .days)))
    return [(AskFieldHit(field: field, test: test, needsStanding: true), end)]
  }

  /// 视力、听力残疾: values of one field in a row.
  private func values(_ field: AskField, _ first: Test, _ after: Int) -> [(AskFieldHit, Int)] {
    guard case .compare(.equal, let one) = first, field.entry.type == .text else {
      return [(AskFieldHit(field: field, test: first), after)]
    }
    var (found, values, end) = ([(AskFieldHit(field: field, test: first), after)], [one], after)
    // 装修纠纷或者停车纠纷: the dataset's name may stand behind each.
    let nouns = words.fields.nounsOf(field.dataset)
    while let join = text.end(["或者", "或", "、", "和"], at: text.skip(nouns, at: end)),
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
      case .window, .rank, .times, .lack: continue
      }
      datasets = datasets?.intersection(here) ?? here
    }
    var readings: [Subject: [Expression]] = [:]
    if let doubt = reversedRank(start, run, datasets ?? []) { return doubt }
    for dataset in (datasets ?? []).sorted() {
      guard let (subject, inner) = row(run, dataset), let rows = rows(run, dataset, inner) else { continue }
      readings[subject, default: []].append(rows)
    }
    let unique = readings.compactMapValues { $0.count == 1 ? $0.first : nil }
    guard !unique.isEmpty else { return nil }
    // What other words deny in one piece goes first.
    let cost = run.parts.count * 10 + (run.denies ? 3 : -1)
    return token(start, run.end, .unit(AskUnit(readings: unique, kind: .word)), cost: cost)
  }

  /// That there is such a row, how many there are, or that there is none.
  private func rows(_ run: Run, _ dataset: String, _ inner: Expression) -> Expression? {
    for part in run.parts {
      guard case .times(let op, let count) = part else { continue }
      return run.denies ? nil : .count(.records(dataset), inner, op, count)
    }
    guard run.denies else { return .related(.any, .records(dataset), inner) }
    guard Self.events.contains(dataset) else { return nil }
    // 没完工 says how a row stands, not that there is none: only kinds and days of what was done are denied.
    guard inner.testedFields.allSatisfy({ isOfEvent($0, dataset) }) else { return nil }
    return .related(.no, .records(dataset), inner)
  }

  /// Datasets with a row for each time that something was done or happened.
  private static let events: Set<String> = [
    "aid", "mediation", "volunteering", "checkup", "safety_check", "shop_inspection", "fire_check", "waste_check",
    "fire_facility", "elevator_event", "phone_check",
  ]

  private func isOfEvent(_ field: Field, _ dataset: String) -> Bool {
    guard let entry = words.fields.fields[dataset]?.first(where: { $0.entry.field == field })?.entry else {
      return false
    }
    switch entry.type {
    case .day: return words.recordDays[dataset] == field
    case .text: return ["类别", "内容", "疫苗", "项目"].contains(where: entry.title.hasSuffix)
    default: return false
    }
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
    var (lapsed, stands) = (false, false)
    for part in run.parts {
      switch part {
      case .tests(let hits):
        guard let hit = hits.first(where: { $0.field.dataset == dataset }), let test = hit.test else { return nil }
        conditions.append((hit.field.entry.field, test))
        lapsed = lapsed || hit.needsStanding
        stands = stands || hit.field.entry.type == .flag || hit.field.entry.title.hasSuffix("状态")
      case .noun: nouns += 1
      case .window(let window):
        guard let field = noted(fields), let test = window.test(.back) else { return nil }
        conditions.append((field.entry.field, test))
      case .rank(let test, let unit):
        let fitting = fields.filter { $0.entry.type == .number && $0.units.contains(unit) }
        guard fitting.count == 1, let field = fitting.first, !(field.isReversed && test.isOneSided) else { return nil }
        conditions.append((field.entry.field, test))
      case .times, .lack: break
      }
    }
    let counts = run.parts.count { if case .times = $0 { true } else { false } }
    let denials = run.parts.count { if case .lack = $0 { true } else { false } }
    let saysMuch = conditions.count > 1 || conditions.count == 1 && nouns == 1 && !run.isDatedNoun
    guard Set(conditions.map(\.0)).count == conditions.count, nouns < 2, counts + denials < 2,
      saysMuch || counts + denials == 1, stands || !lapsed
    else { return nil }
    return (subject, .conjunction(conditions.map { .field($0.0, $0.1) }))
  }

  /// The day that the rows are noted by, where there is but one that is no end or plan.
  private func noted(_ fields: [AskField]) -> AskField? {
    let days = fields.filter { $0.entry.type == .day && !$0.isAhead }
    return days.count == 1 ? days.first : days.first { $0.entry.name == "on" }
  }
}
