// 根据市里通知要求，; 各居民区书记：; 请于11月25日前报送: what a notice says around the list that it asks for. It chooses nobody, and is
// read only where its beginning and its end are known; what could be a condition (an age, 以上, a denial) makes it none.

extension AskScanner {
  func notices(at start: Int) -> [AskToken] {
    [preamble(at: start), addressed(at: start), deadline(at: start), campaign(at: start), about(target: start)]
      .compactMap { $0 } + [treated(at: start), serving(at: start)].compactMap { $0 }
  }

  private static let grounds = [
    "为深入贯彻落实", "为深入贯彻", "为贯彻落实", "为贯彻", "为进一步", "为全面落实", "为落实", "为切实", "为扎实", "为做好", "为有效", "为全面", "为加强", "为推进", "为了",
    "根据", "按照", "依据", "依照", "遵照", "现根据", "现接", "接到", "接", "收到", "结合", "因",
  ]
  private static let groundEnds = [
    "通知要求", "通知精神", "文件精神", "文件要求", "会议精神", "会议要求", "部署要求", "工作部署", "工作要求", "工作需要", "工作安排", "工作方案", "实施方案", "实施办法",
    "通知",
    "精神", "部署", "要求", "规定", "方案", "意见", "文件", "安排", "工作", "需要", "行动", "计划", "政策", "办法", "条例", "准备",
  ]
  /// What would say who is meant.
  private static let sayings = ["以上", "以下", "不满", "未满", "周岁", "岁", "没", "不", "未", "无", "非"]
  private static let longest = 60

  /// 根据市里通知要求，: why the list is asked for.
  private func preamble(at start: Int) -> AskToken? {
    guard beginsClause(start), let lead = text.end(Self.grounds, at: start) else { return nil }
    var end = lead
    while end < min(text.count, lead + Self.longest), !isPause(end) { end += 1 }
    guard end < text.count, isPause(end), end > lead + 1, !saysWho(lead..<end),
      Self.groundEnds.contains(where: { word in
        let length = word.unicodeScalars.count
        return end - length > start && text.end(word, at: end - length) == end
      })
    else { return nil }
    return token(start, end + 1, .filler(.purpose))
  }

  private func saysWho(_ range: Range<Int>) -> Bool {
    range.contains { at in
      text.end(Self.sayings, at: at).map { $0 <= range.upperBound } ?? false
        || lexicon(at: at).contains { $0.range.upperBound <= range.upperBound && $0.piece.isGroupOfPeople }
    }
  }

  private static let everyone = ["请各位", "请各", "各位", "全体", "各个", "各", "所有"]
  private static let bodies = ["居民区", "居委会", "居委", "社区", "微网格", "网格", "街道", "科室", "部门", "单位", "条线", "支部", "片区", "楼组"]
  private static let posts = [
    "党总支书记", "党组织书记", "党支部书记", "总支书记", "支部书记", "书记", "主任", "社工", "干部", "网格长", "负责人", "同志", "老师", "联络员", "条线", "组长",
  ]

  /// 各居民区书记：: to whom the notice goes.
  private func addressed(at start: Int) -> AskToken? {
    guard start == 0, let lead = text.end(Self.everyone, at: start) else { return nil }
    var at = text.end(Self.bodies, at: lead) ?? lead
    while let next = text.end(Self.posts, at: text.skip(["、", "和"], at: at)) { at = next }
    guard at > lead, let colon = text.end([":", "：", ",", "，"], at: text.skip(["好", "们"], at: at)) else { return nil }
    return token(start, colon, .filler(.purpose))
  }

  private static let handingIn = [
    "前上报", "前报送", "前提交", "前反馈", "前报", "前完成", "前汇总", "前梳理出", "前梳理", "前排摸", "前摸排", "前统计", "上报", "报送", "提交", "反馈", "报",
    "完成",
  ]

  /// 请各居民区于11月25日前报送: by when the list is wanted. 11月25日前上报的 are orders.
  private func deadline(at start: Int) -> AskToken? {
    guard beginsClause(start) else { return nil }
    let asked = text.skip(["请", "烦请", "望"], at: start)
    let who = text.end(Self.everyone + ["你们", "大家"], at: asked).map { text.skip(Self.bodies, at: $0) } ?? asked
    guard let at = text.end(["务必于", "务必在", "于", "在"], at: who) else { return nil }
    for window in windows(at: at) {
      let end = window.range.upperBound
      let hour = text.end(["下班前", "中午前", "上午前", "上午", "下午", "前"], at: end) ?? end
      guard let verb = text.end(Self.handingIn, at: hour), text.end(["的", "过", "了"], at: verb) == nil else { continue }
      return token(start, text.skip(["本辖区内", "本辖区", "辖区内", "辖区"], at: verb), .filler(.purpose))
    }
    return nil
  }

  /// 即日起至年底，: how long it is to be done.
  private func campaign(at start: Int) -> AskToken? {
    guard beginsClause(start), let lead = text.end(["从即日起", "自即日起", "即日起", "从今天起", "自今日起"], at: start) else {
      return nil
    }
    var end = lead
    if let to = text.end(["到", "至"], at: lead) {
      end = text.end(["年底", "月底", "年末", "下月底", "本月底"], at: to) ?? windows(at: to).map(\.range.upperBound).max() ?? to
      guard end > to else { return nil }
    }
    guard end < text.count, isPause(end) else { return nil }
    return token(start, end + 1, .filler(.purpose))
  }

  private static let treatments = [
    "逐一", "逐户", "逐人", "逐个", "开展", "进行", "组织", "统一", "集中", "予以", "给予", "实施", "落实", "做好", "加强",
  ]
  private static let treated = [
    "摸底", "走访", "排查", "检查", "慰问", "关爱", "提醒", "续证", "核查", "核实", "摸排", "排摸", "调查", "登记", "宣传", "整治", "上门", "随访", "服务",
    "评估", "培训",
    "告知", "改造", "工作", "行动", "探访", "探望", "关怀", "体检", "帮扶", "回访", "核对", "梳理", "安检", "安装", "更换", "巡查", "督促", "整改", "通知",
  ]

  /// 逐一提醒续证, 开展一次就业需求摸底: what is to be done about those who were named, at the end of the clause.
  private func treatment(at start: Int) -> Int? {
    guard let lead = text.end(Self.treatments, at: start) else { return nil }
    var end = lead
    while end < min(text.count, lead + 16), !isPause(end) { end += 1 }
    guard end == text.count || isPause(end), !saysWho(lead..<end),
      Self.treated.contains(where: { word in
        let length = word.unicodeScalars.count
        return end - length >= lead && text.end(word, at: end - length) == end
      })
    else { return nil }
    return end
  }

  private func treated(at start: Int) -> AskToken? {
    guard start > 1, !isPause(start - 1), let end = treatment(at: start), hasTarget(before: start) else { return nil }
    return token(start, end, .filler(.purpose))
  }

  /// 对…: whom it is about, where the clause ends with what is done.
  private func about(target start: Int) -> AskToken? {
    guard beginsClause(start), let end = text.end(["请对", "现对", "拟对", "对"], at: start), hasTreatment(behind: end) else {
      return nil
    }
    return token(start, text.skip(["本辖区内", "本辖区", "辖区内", "辖区"], at: end), .filler(.purpose))
  }

  private func hasTarget(before end: Int) -> Bool {
    (max(0, end - Self.longest)..<end).contains {
      beginsClause($0) && text.end(["请对", "现对", "拟对", "对"], at: $0) != nil
    }
  }

  private func hasTreatment(behind start: Int) -> Bool {
    (start..<min(text.count, start + Self.longest)).contains { treatment(at: $0) != nil }
  }

  private static let roles = ["对象", "范围", "重点", "名单", "依据", "参考", "重点对象", "人选"]

  /// ，作为电梯更新改造优先对象: what the list is to be.
  private func serving(at start: Int) -> AskToken? {
    guard start > 0, isPause(start - 1), let lead = text.end(["作为", "列为", "均作为", "都作为"], at: start) else { return nil }
    var end = lead
    while end < min(text.count, lead + 24), !isPause(end) { end += 1 }
    guard end == text.count || text.scalars[end] == "。", !saysWho(lead..<end),
      Self.roles.contains(where: { word in
        let length = word.unicodeScalars.count
        return end - length > lead && text.end(word, at: end - length) == end
      })
    else { return nil }
    return token(start, end, .filler(.purpose))
  }

  private func isPause(_ at: Int) -> Bool { ",，。;；:：".unicodeScalars.contains(text.scalars[at]) }
  private func beginsClause(_ start: Int) -> Bool { start == 0 || isPause(start - 1) }
}

extension AskPiece {
  /// 独居老人, 低保: in a notice's preamble it may be who is meant.
  fileprivate var isGroupOfPeople: Bool {
    guard let unit, unit.readings[.people] != nil else { return false }
    return unit.kind == .tag || unit.isTag
  }
}
