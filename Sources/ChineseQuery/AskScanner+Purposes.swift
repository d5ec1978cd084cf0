// 八一慰问用：, 【防汛防台】, 台风要来了，: what a list is for says nothing about who is on it.

extension AskScanner {
  private static let occasions = [
    "八一建军节", "建军节", "八一", "建党节", "七一", "春节", "新春", "迎新春", "新年", "元旦", "国庆节", "国庆", "中秋节", "中秋", "重阳节", "重阳", "端午节",
    "端午",
    "清明", "三八妇女节", "三八节", "三八", "六一儿童节", "六一", "五一", "劳动节", "全国助残日", "助残日", "敬老月", "敬老节", "教师节", "志愿者日", "年底", "年终",
    "岁末",
    "节前", "节日", "汛期", "防汛防台", "防台防汛", "防汛", "防台", "台风天", "台风", "暴雨", "高温天", "高温", "寒潮", "冬季", "夏季", "夏令", "冬令", "入学",
    "入园", "幼升小",
    "征兵", "兵役登记", "消防安全", "消防", "安全生产", "燃气安全", "用电安全", "电梯安全", "食品安全", "换届", "业委会换届", "普查", "疫苗接种", "文明创建", "创城", "双拥",
    "街道", "居委", "居委会", "居民区", "社区", "各居委会", "各居委", "各居民区", "各社区", "各网格", "各条线", "各位社工", "各科室", "本次", "这次", "此次", "下周",
    "本周", "本月", "下月", "明天", "今天", "上门", "大走访", "党建", "民政", "助老", "敬老", "为老", "帮困",
  ]

  private static let acts = [
    "走访慰问", "慰问", "送温暖", "送清凉", "关爱", "祝寿", "体检", "走访", "探望", "上门", "摸底", "排摸", "摸排", "核查", "核对", "核实", "梳理", "反馈",
    "报送", "排查", "大排查", "整治", "专项整治", "专项检查",
    "专项行动", "专项", "检查", "巡查", "宣传", "通知", "提醒", "紧急通知", "紧急提醒", "温馨提示", "温馨提醒", "培训", "会议", "开会", "例会", "活动", "联谊",
    "座谈会", "座谈", "演练", "转移", "撤离", "应急",
    "防范", "准备", "统计", "汇报", "发放", "送牛奶", "发牛奶", "发月饼", "送月饼", "发礼品", "发蛋糕", "送蛋糕", "发补贴", "发物资", "发通知", "发短信", "回访",
    "督办会", "工作", "动员", "报名", "评选", "表彰", "评优",
    "入户", "任务", "讲座", "义诊", "名单", "对象", "范围", "人员", "安排", "宣讲", "办证", "换证", "复核", "年审", "接种", "摸底调查", "调查",
  ]

  private static let uses = ["需要用", "要用的", "要用", "用的", "使用", "准备用", "用", "所需", "需要", "要做"]
  private static let leads = [
    "请", "烦请", "为了配合", "为配合", "根据", "按照", "为了做好", "为做好", "做好", "为了", "因为", "由于", "用于", "用来", "配合", "开展", "为", "要做",
    "准备做", "准备",
  ]

  /// What could also be something that they need or lack: 要做体检 says who, 要做慰问 what for.
  private static let owed: Set<String> = ["体检", "走访", "探望", "上门", "检查", "转移", "接种", "复核", "换证", "年审", "办证", "核实", "核查"]

  /// The purpose that a list is asked for, before everything or behind everything.
  func purposes(at start: Int) -> [AskToken] {
    [noticed(at: start), headed(at: start), approaching(at: start), last(at: start), included(at: start)]
      .compactMap { $0 }
  }

  /// One or more words for occasions and what is done then; nil where none stands here.
  private func purpose(at start: Int) -> Int? {
    var at = start
    var count = 0
    while count < 4, let next = text.end(longest: Self.occasions + Self.acts, at: at) {
      at = text.skip(["的", "、", "和", "期间", "前", "之前", "用"], at: next)
      count += 1
      if at < text.count, text.scalars[at - 1] == "用" { break }
    }
    return count == 0 ? nil : at
  }

  /// 【防汛防台】.
  private func noticed(at start: Int) -> AskToken? {
    guard let open = text.end(["【", "[", "〔", "("], at: start), let end = purpose(at: open),
      let close = text.end(["】", "]", "〕", ")"], at: text.skip(Self.uses, at: end))
    else { return nil }
    return token(start, close, .filler(.purpose))
  }

  /// 八一慰问用：; without a colon only where 用 says that it is a purpose.
  private func headed(at start: Int) -> AskToken? {
    let lead = text.end(Self.leads, at: start)
    guard start == 0 || isBreak(start - 1), let end = purpose(at: lead ?? start) else { return nil }
    let use = text.end(Self.uses, at: end) ?? (text.scalars[end - 1] == "用" ? end : nil)
    if let colon = text.end([":", "："], at: use ?? end) { return token(start, colon, .filler(.purpose)) }
    guard use != nil || lead.map({ text.span(start..<$0).text.count > 1 }) == true,
      let comma = text.end([",", "，"], at: use ?? end)
    else { return nil }
    return token(start, comma, .filler(.purpose))
  }

  /// 台风要来了，; 快到重阳节了，.
  private func approaching(at start: Int) -> AskToken? {
    guard start == 0 || isBreak(start - 1) else { return nil }
    let lead = text.end(["马上就要到", "马上要到", "马上就到", "马上到", "快要到", "就要到", "快到", "要到", "马上就是", "马上是"], at: start)
    guard let end = text.end(longest: Self.occasions, at: lead ?? start) else { return nil }
    let come =
      lead != nil
      ? text.end(["了"], at: end)
      : text.end(
        [
          "马上就要来了", "马上要来了", "马上来了", "马上就到了", "马上到了", "快要来了", "就要来了", "要来了", "快来了", "来了", "快要到了", "就要到了", "快到了", "要到了",
          "到了", "将至",
        ], at: end)
    guard let come, let comma = text.end([",", "，", "。"], at: come) else { return nil }
    return token(start, comma, .filler(.purpose))
  }

  /// ，重阳节慰问用; ，要做入学摸底.
  private func last(at start: Int) -> AskToken? {
    guard start > 0, isBreak(start - 1) else { return nil }
    let lead = text.end(Self.leads, at: start)
    guard let end = purpose(at: lead ?? start) else { return nil }
    let use = text.end(Self.uses, at: end) ?? (text.scalars[end - 1] == "用" ? end : nil)
    guard lead != nil || use != nil, isClose(use ?? end) else { return nil }
    if use == nil, Self.owed.contains(where: { text.span(start..<end).text.hasSuffix($0) }) { return nil }
    return token(start, use ?? end, .filler(.purpose))
  }

  /// ，均列入本次慰问范围.
  private func included(at start: Int) -> AskToken? {
    guard start > 0, isBreak(start - 1) else { return nil }
    guard let all = text.end(["一律", "全部", "均", "都", "全"], at: start), let verb = text.end(["列入", "纳入"], at: all),
      let end = purpose(at: verb), isClose(end)
    else { return nil }
    return token(start, end, .filler(.purpose))
  }

  private func isBreak(_ at: Int) -> Bool { ",，。;；:：】]".unicodeScalars.contains(text.scalars[at]) }

  private func isClose(_ end: Int) -> Bool {
    end == text.count || "。.!！?？,，".unicodeScalars.contains(text.scalars[end])
  }
}

extension AskText {
  /// The end of the longest of these words that stands at `start`.
  func end(longest words: [String], at start: Int) -> Int? { words.compactMap { end($0, at: start) }.max() }
}
