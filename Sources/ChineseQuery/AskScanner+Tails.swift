// 按居民区分组, 按年龄从大到小排序, 带上电话.

extension AskScanner {
  func tails(at start: Int) -> [AskToken] {
    [
      grouping(at: start), each(at: start), sorting(at: start), columns(at: start), first(at: start),
      number(at: start), mostBy(at: start),
    ]
    .compactMap { $0 } + extremes(at: start)
  }

  func key(at start: Int) -> (field: String, end: Int)? {
    words.keys.first { text.starts($0.word, at: start) }.map { ($0.field, start + $0.word.count) }
  }

  /// 年龄和性别, 姓名、电话.
  private func keys(at start: Int) -> (fields: [String], end: Int)? {
    guard let first = key(at: start) else { return nil }
    var (fields, end) = ([first.field], first.end)
    while let join = text.end(["以及", "和", "与", "及", "、", "跟", "还有", ",", "并"], at: end), let next = key(at: join) {
      fields.append(next.field)
      end = next.end
    }
    return (fields, end)
  }

  private func grouping(at start: Int) -> AskToken? {
    guard let by = text.end(["按照", "按", "根据", "分"], at: start),
      let keys = keys(at: text.skip(["每个", "各个", "各"], at: by))
    else { return nil }
    let verb = text.skip(["来", "进行", "分别", "做个", "做"], at: keys.end)
    // …有几个，按居委: nothing but the field.
    if isEnd(verb), start > 0, ",，".unicodeScalars.contains(text.scalars[start - 1]),
      keys.fields.allSatisfy(Self.groupable.contains)
    {
      return token(start, verb, .tail(.group(keys.fields)))
    }
    guard
      let end = text.end(
        [
          "分组统计", "数一数", "数数", "数一下", "点一点", "看看各多少", "各有多少", "各多少", "分组", "统计一下", "统计人数", "统计数量", "统计", "分类统计", "分类汇总",
          "分类", "汇总", "归类", "分开", "分一下", "列出", "计数", "分",
        ],
        at: verb)
    else { return nil }
    return token(start, end, .tail(.group(keys.fields)))
  }

  private static let groupable: Set<String> = [
    "committee", "grid", "road", "compound", "category", "kind", "sex", "hukou",
  ]

  /// 投诉最多的路: counted by road, the largest first.
  private func mostBy(at start: Int) -> AskToken? {
    // 哪条路投诉最多: asked at the beginning, and the end says most of what.
    if start > 0, text.end("最多", at: start).map(isEnd) == true, which(at: 0) != nil {
      return token(start, start + 2, .filler(.closing))
    }
    if start == 0, let key = which(at: 0),
      (key.end..<text.count).contains(where: { text.end("最多", at: $0).map(isEnd) == true })
    {
      return token(start, key.end, .tail(.group([key.field])))
    }
    guard start > 0, let lead = text.end(["最多的是哪条", "最多的是哪个", "最多的"], at: start), let key = key(at: lead),
      ["committee", "grid", "road", "compound", "category"].contains(key.field), isEnd(key.end)
    else { return nil }
    return token(start, key.end, .tail(.group([key.field])))
  }

  private func which(at start: Int) -> (field: String, end: Int)? {
    guard let lead = text.end(["哪一个", "哪一条", "哪个", "哪条"], at: start), let key = key(at: lead),
      ["committee", "grid", "road", "compound"].contains(key.field)
    else { return nil }
    return (key.field, text.skip(["里的", "上的", "里", "上", "的"], at: key.end))
  }

  /// 各居民区的, 每个居委会.
  private func each(at start: Int) -> AskToken? {
    guard let each = text.end(["每个", "每一个", "各个", "各", "每"], at: start),
      let key = key(at: text.skip(["条", "个", "片"], at: each)),
      ["committee", "grid", "subdistrict", "road", "compound"].contains(key.field)
    else { return nil }
    return token(
      start, text.skip(["分别有", "分别", "各有", "各自有", "都", "的", "里", "上的", "上", "有"], at: key.end),
      .tail(.group([key.field])))
  }

  /// 大的排前面: which end comes first.
  private static func front(_ words: [String]) -> [String] {
    let places = [
      "排在最前面", "排在前面", "排最前面", "放在前面", "排在前头", "排在前", "排前面", "放前面", "排前头", "在前面", "排前", "在前", "优先",
    ]
    return words.flatMap { word in places.map { "\(word)的\($0)" } + places.map { "最\(word)的\($0)" } }
  }

  private static let falling =
    [
      "从大到小", "由大到小", "从高到低", "由高到低", "从多到少", "由多到少", "从老到小", "从晚到早", "从新到旧", "降序", "倒序", "倒着",
    ] + front(["大", "高", "多", "长", "晚", "老", "近"])
  private static let rising =
    [
      "从小到大", "由小到大", "从低到高", "由低到高", "从少到多", "由少到多", "从早到晚", "从远到近", "从先到后", "从旧到新", "升序", "正序", "先后顺序", "先后", "顺序",
    ] + front(["小", "低", "少", "短", "早", "轻", "远"])
  private static let verbs = ["排序", "排列", "排一下", "排个序", "排好", "排下来", "排"]

  private func sorting(at start: Int) -> AskToken? {
    let by = text.end(["按照", "按", "根据"], at: start)
    guard let key = key(at: by ?? start) ?? by.flatMap(time) else { return nil }
    // 从近到远: of what lies ahead the next is first, of what was the last.
    let nearest = text.end(["从近到远", "由近到远"], at: key.end)
    let isAhead = ["due", "due_at", "licence_until", "until"].contains(key.field)
    let down = isAhead && nearest != nil ? nil : nearest ?? text.end(Self.falling, at: key.end)
    let direction = nearest ?? down ?? text.end(Self.rising, at: key.end)
    let verb = text.end(Self.verbs, at: text.skip(["来", "进行"], at: direction ?? key.end))
    guard let end = verb ?? direction, by != nil || direction != nil else { return nil }
    var after = end
    if direction == nil {
      if let more = text.end(Self.falling, at: end) { return sort(start, more, key.field, down: true) }
      after = text.skip(Self.rising, at: end)
    }
    return sort(start, after, key.field, down: down != nil)
  }

  /// 按时间倒序: of orders, when they were reported.
  private func time(at start: Int) -> (field: String, end: Int)? {
    text.end(["时间先后", "时间", "先后"], at: start).map { ("reported_at", $0) }
  }

  private func sort(_ start: Int, _ end: Int, _ field: String, down: Bool) -> AskToken {
    token(start, end, .tail(.sort(field, descending: down)))
  }

  /// 前20名, of rows that have an order.
  private func first(at start: Int) -> AskToken? {
    guard let lead = text.end(["只要前", "只取前", "取前", "只看前", "前", "头"], at: start), let number = text.number(at: lead),
      (1...500).contains(number.value),
      let end = text.end(["个", "名", "位", "户", "家", "部", "台", "栋", "幢", "套", "间", "条", "件"], at: number.end)
    else { return nil }
    return token(start, end, .tail(.limit(number.value)))
  }

  /// 带上电话; 的姓名和电话 at the end of a sentence.
  private func columns(at start: Int) -> AskToken? {
    let lead = text.end(
      [
        "并且带上", "并带上", "要带上", "同时带上", "带上", "要带", "附上", "附带", "附", "带", "包括", "包含", "要有", "要显示", "显示", "列出", "写上", "写明",
        "注明", "连同", "含", "只要", "只需要", "只需", "只列出", "只列", "只显示", "只看", "另附", "请附上", "并附上", "顺便带上", "顺带", "标注",
        "标明", "标上", "写清", "列明", "给出",
      ],
      at: start)
    // 列出社区能人 lists nobody's 社区: after the columns comes a pause or the end.
    if let lead, let keys = keys(at: text.skip(["他们的", "其", "每个人的", "她们的"], at: lead)),
      isEnd(keys.end) || text.end([",", "。", "、", "并", "按", "再", "的"], at: keys.end) != nil
    {
      return token(start, keys.end, .tail(.columns(keys.fields)))
    }
    // 姓名和电话 at the end; 投诉和紧急的工单 asks for no column.
    guard let of = text.end(["加上", "以及", "需要", "的", "要", "需", "和"], at: start), let keys = keys(at: of),
      isEnd(keys.end),
      text.scalars[start] == "的" || !isCondition(at: of)
    else { return nil }
    return token(start, keys.end, .tail(.columns(keys.fields)))
  }

  /// 去年的工单数, at the end.
  private func number(at start: Int) -> AskToken? {
    guard start > 1, let end = text.end("数", at: start), isEnd(end) else { return nil }
    return token(start, end, .tail(.count), cost: 12)
  }

  /// Whether a word that is a condition stands at `start`: 紧急 is the title of a column as well.
  private func isCondition(at start: Int) -> Bool {
    guard start < text.count else { return false }
    return words.entries(startingWith: text.scalars[start]).contains { entry in
      if case .unit = entry.piece { text.starts(entry.word, at: start) } else { false }
    }
  }

  /// Whether only marks, or words like 名单, are left.
  private func isEnd(_ start: Int) -> Bool {
    var at = start
    while let next = text.end(["名单", "列表", "清单", "是多少", "是什么", "一览", "信息", ",", "。", "?", ".", "!", "！", "？"], at: at) {
      at = next
    }
    return at == text.count
  }
}
