import FilterLanguage

// 享受最低生活保障, 持有效居住证, 房屋性质为直管公房, 接受消防检查, 所住楼栋没有电梯, 举报类: a verb or a frame that says nothing of
// its own and what it is said of are one word. The verb alone is no word at all, and refuses.

extension AskScanner {
  func lightVerbs(at start: Int) -> [AskToken] {
    [classed(at: start), kindOf(at: start), received(at: start)].compactMap { $0 }
      + held(at: start) + performed(at: start) + everDone(at: start) + lived(at: start)
  }

  /// With what is had, held or drawn.
  private static let having = [
    "享受着", "享受过", "享受到", "享受了", "享受", "正在享受", "享有", "领取过", "领取着", "领取了", "领取", "领过", "领着", "领了", "领", "拿过", "拿着",
    "拿了", "拿到", "拿", "获得过", "获得了", "获得", "获取", "取得", "办理过", "办理了", "办理", "办有", "办了", "办过", "接受过", "接受着", "接受", "持有",
    "持", "具有", "具备", "拥有", "正在接受", "正在领取", "患有", "患", "得到",
  ]

  /// What is only a thing until somebody has it: 最低生活保障, 有效居住证.
  private func held(at start: Int) -> [AskToken] {
    for verb in Self.having + ["被纳入", "纳入了", "纳入", "被列入", "列入"] {
      guard let end = text.end(verb, at: start) else { continue }
      let things = words.things(startingWith: end, in: text)
      // 拿过医疗救助: that it was given once, which is on record.
      if verb.hasSuffix("过") || verb.hasSuffix("了"), !words.rows(startingWith: end, in: text).isEmpty { return [] }
      guard let longest = things.map(\.end).max() else { continue }
      let after = text.skip(["待遇"], at: longest)
      // 享受低保的 are people, unless a household follows.
      return things.filter { $0.end == longest }.map { thing in
        token(start, after, .unit(thing.unit), cost: thing.unit.readings[.people] == nil ? 10 : 9)
      }
    }
    return []
  }

  /// With what somebody or something is said to be.
  private static let being = [
    "处于", "被列入", "被纳入", "被登记为", "被评为", "被评定为", "被认定为", "被确认为", "被确定为", "被列为", "被归为", "被评上", "被鉴定为", "列入", "纳入", "登记为",
    "登记成",
    "评为", "评定为", "认定为", "认定是", "确认为", "确定为", "列为", "归为", "归入", "鉴定为", "隶属于", "隶属", "归属于", "归属", "担任着", "担任", "当选为",
    "当选", "现任", "当着", "当", "任",
    "从事", "属于", "系", "患有", "患", "具有", "具备", "持有", "享受",
  ]

  private static let subjects = [
    "房屋产权", "房屋", "住房", "产权", "房产", "户籍", "户口", "人员", "身份", "家庭", "店铺", "商铺", "单位", "楼栋", "设施", "工单", "诉求", "",
  ]
  private static let frames = [
    "性质为", "性质是", "性质属于", "性质系", "性质:", "属性为", "属性是", "身份为", "身份是", "类型为", "类型是", "类别为", "类别是", "类型属于", "类别属于", "种类为",
    "种类是", "产权为", "产权是", "产权属于", "权属为", "权属是", "用途为", "用途是", "业态为", "业态是", "业态属于", "行业为", "行业是", "户籍为", "户籍是", "户口为",
    "户口是", "民族为", "民族是", "学历为", "学历是",
    "性别为", "性别是",
  ]

  /// 认定为就业困难人员, 房屋性质为直管公房.
  private func classed(at start: Int) -> AskToken? {
    for verb in Self.being {
      guard let end = text.end(verb, at: start), !(verb == "属于" && isDenied(start)),
        let unit = longestUnit(at: text.skip(["了"], at: end))
      else { continue }
      let tail = verb == "处于" ? ["状态", "中"] : ["行业", "业"]
      return token(start, text.skip(tail, at: unit.end), .unit(unit.unit))
    }
    for subject in Self.subjects {
      guard let begin = subject.isEmpty ? start : text.end(subject, at: start),
        let end = text.end(Self.frames, at: begin), let unit = longestUnit(at: end)
      else { continue }
      return token(start, unit.end, .unit(unit.unit))
    }
    return nil
  }

  private func isDenied(_ start: Int) -> Bool {
    start > 0 && "不非未没".unicodeScalars.contains(text.scalars[start - 1])
  }

  /// The longest word at a place that says what somebody or something is.
  func longestUnit(at start: Int) -> (unit: AskUnit, end: Int)? {
    guard start < text.count else { return nil }
    var best: (unit: AskUnit, end: Int)?
    for entry in words.entries(startingWith: text.scalars[start]) where text.starts(entry.word, at: start) {
      guard case .unit(let unit) = entry.piece, unit.kind == .tag || unit.kind == .word else { continue }
      let end = start + entry.word.count
      if best.map({ end > $0.end }) ?? true { best = (unit, end) }
    }
    return best
  }

  /// 举报类工单, 低保类: but not 残疾类别, 投诉类型.
  private func kindOf(at start: Int) -> AskToken? {
    guard let found = longestUnit(at: start), let end = text.end("类", at: found.end),
      text.end(["别", "型", "目"], at: end) == nil
    else { return nil }
    return token(start, end, .unit(found.unit))
  }

  private static let doing = [
    "接受过", "接受了", "接受", "进行过", "进行了", "进行", "参加过", "参加了", "参加", "参与过", "参与", "做过", "做了", "完成过", "完成了", "完成", "办理过",
    "办理了",
    "办过", "办了", "开展过", "开展了", "开展", "实施过", "实施", "安排过", "得到过", "有过",
  ]

  /// 接受消防检查, 参加过体检: what is done on a day.
  private func performed(at start: Int) -> [AskToken] {
    for verb in Self.doing {
      guard let end = text.end(verb, at: start), end < text.count else { continue }
      let topics = words.entries(startingWith: text.scalars[end]).filter { entry in
        guard text.starts(entry.word, at: end), case .topic(let topic) = entry.piece else { return false }
        return if case .event = topic { true } else { topic == .visit }
      }
      guard let longest = topics.map(\.word.count).max() else { continue }
      return topics.filter { $0.word.count == longest }.flatMap { topic -> [AskToken] in
        let done = token(start, end + longest, topic.piece)
        return verb.hasSuffix("过") ? [done] + ever(start, end + longest, topic.piece) : [done]
      }
    }
    return []
  }

  /// 体检过, 参加过志愿服务, with no time said: ever.
  private func everDone(at start: Int) -> [AskToken] {
    words.entries(startingWith: text.scalars[start]).flatMap { entry -> [AskToken] in
      guard entry.word.last == "过", text.starts(entry.word, at: start) else { return [] }
      return ever(start, start + entry.word.count, entry.piece)
    }
  }

  private func ever(_ start: Int, _ end: Int, _ piece: AskPiece) -> [AskToken] {
    guard case .topic(.event(let dataset, let field, let tagged)) = piece,
      let subject = Subject.searchable.first(where: { $0.tagSubject == tagged })
    else { return [] }
    // A row may be there without the day (a household with gas that nobody has checked).
    let day = Field.attribute(field)
    let noted = words.recordDays[dataset] == day ? Expression.everything : .field(day, AskDay.ever)
    let rows = Expression.related(.any, .records(dataset), noted)
    return [token(start, end, .unit(AskUnit(readings: [subject: rows], kind: .word)), cost: 12)]
  }

  private static let dwellings: [(Subject, [String])] = [
    (
      .buildings,
      [
        "所住的楼栋", "所住楼栋", "所住楼房", "所住的楼", "所居住楼栋", "所居住的楼栋", "所居住的楼", "居住的楼栋", "住的楼栋", "住的楼", "所在楼栋", "所在的楼栋", "所住大楼",
        "所住楼房", "所在楼房", "所居住楼房", "所住的楼房", "楼里", "楼内", "楼栋里", "大楼里", "整栋楼", "整幢楼", "那栋楼", "那幢楼",
      ]
    ),
    (
      .houses,
      [
        "所住的房屋", "所住房屋", "所住住房", "所居住房屋", "所居住的房屋", "所居住住房", "居住的房屋", "住的房子", "住的房屋", "所住的房子", "所住房子", "现住房屋", "所住",
        "家里", "家中", "屋里", "户内", "家里头", "家里面",
      ]
    ),
  ]

  /// 所住楼栋没有电梯: said of the people by what they live in.
  private func lived(at start: Int) -> [AskToken] {
    for (subject, leads) in Self.dwellings {
      // 独居老人家里没装…的 are homes.
      let known =
        isFree(start) ? leads : leads.filter { !$0.hasSuffix("里") && !$0.hasSuffix("中") && !$0.hasSuffix("内") }
      guard let lead = text.end(known, at: start), let path = AskCrossing.path(from: .people, to: subject) else {
        continue
      }
      // 家里有婴幼儿的: who or what a home has is the grammar's.
      if text.end(["有", "住", "还有", "还住", "没有", "带"], at: lead) != nil,
        "里中内".unicodeScalars.contains(text.scalars[lead - 1])
      {
        continue
      }
      let begin = text.skip(["性质为", "性质是", "层数为", "层数在", "属于", "系", "为", "是", "在"], at: lead)
      var found: [AskToken] = []
      var open = conditions(at: begin).compactMap { unit, end in unit.readings[subject].map { ([$0], end) } }
      while let (known, end) = open.popLast(), found.count < 12 {
        let unit = AskUnit(readings: Self.seen(.conjunction(known), subject, path), kind: .word)
        found.append(token(start, end, .unit(unit)))
        // 所住楼栋四层以上且没有电梯: of the same building.
        guard let join = text.end(["，且", ",且", "并且", "而且", "且", "、"], at: end) else { continue }
        open += conditions(at: join).compactMap { unit, end in unit.readings[subject].map { (known + [$0], end) } }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// What is said of a home or a building, of those who live there and of itself.
  private static func seen(_ known: Expression, _ subject: Subject, _ path: AskCrossing) -> [Subject: Expression] {
    var readings: [Subject: Expression] = [.people: path.any(known), subject: known]
    if subject == .buildings { readings[.houses] = .related(.any, .building, known) }
    return readings
  }

  private func conditions(at start: Int) -> [(AskUnit, Int)] {
    let amounts = start < text.count ? amounts(at: start) : []
    let units = amounts.compactMap { token -> (AskUnit, Int)? in
      if case .unit(let unit) = token.piece { (unit, token.range.upperBound) } else { nil }
    }
    let fields = start < text.count ? fields(at: start, besides: []) : []
    let said = fields.compactMap { token in token.piece.unit.map { ($0, token.range.upperBound) } }
    let named = longestUnit(at: start).map { [($0.unit, $0.end)] } ?? []
    // The name of a tag goes before the value that it stands for.
    return units + named + said.filter { one in !named.contains { $0.1 == one.1 } }
  }

  // MARK: what is drawn, with the time

  /// 今年拿过临时救助, 两年内没领过临时救助: rows of a dataset that say a kind and a day.
  private func received(at start: Int) -> AskToken? {
    let windows = windows(at: start).compactMap { token -> (AskWindow, Int)? in
      if case .window(let window) = token.piece { (window, token.range.upperBound) } else { nil }
    }
    let longest = windows.max { $0.1 < $1.1 }
    let begin =
      longest.map { text.skip(["里", "内", "都", "曾经", "曾", "就", "才", "刚刚", "刚", "新", "已经", "已"], at: $0.1) } ?? start
    let lack = text.end(["还没有", "还没", "没有", "没", "从未", "从没", "未曾", "未"], at: begin)
    if let window = longest?.0,
      let row = words.days(startingWith: lack ?? begin, in: text).max(by: { $0.end < $1.end }),
      let unit = row.row.unit(window, isLacking: lack != nil)
    {
      return token(start, row.end, .unit(unit))
    }
    for verb in Self.having + ["申请过", "申请了", "发过", "发放过", "收到过"] {
      guard let end = text.end(verb, at: lack ?? begin),
        let row = words.rows(startingWith: end, in: text).max(by: { $0.end < $1.end }),
        let unit = row.row.unit(longest?.0, isLacking: lack != nil)
      else { continue }
      return token(start, text.skip(["过"], at: row.end), .unit(unit))
    }
    return nil
  }
}
