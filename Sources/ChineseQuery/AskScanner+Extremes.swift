// 年龄最大的10位, 最早到期的10台, 打烊最晚的5家, 开业最早的排前面: one end of an order.

extension AskScanner {
  /// What happens, by the field that keeps when.
  private static let happenings = AskWords.table(
    """
    检验到期|年检到期|到期|年检|检验|该检|要检|到期年检=due
    打烊|关门|关店|收摊=closes
    开业|开张|开的|开店=opened
    建成|建造|建的|造的|竣工=built
    入住|搬来|搬进来|住进来=since
    收到|上报|受理|反映|来电|报上来=reported_at
    办结|结案|办完=closed_at
    证照到期|许可到期|许可证到期=licence_until
    """
  ).flatMap { line in line.words.map { (word: $0, field: line.value) } }

  private static let rowCounters = ["个", "名", "位", "户", "家", "部", "台", "栋", "幢", "套", "间", "条", "件", "座", "处", "人"]

  private typealias Extreme = (field: String, isDown: Bool, end: Int)

  func extremes(at start: Int) -> [AskToken] {
    [most(at: start), counted(at: start), front(at: start)].compactMap { $0 }
  }

  /// 年龄最大的10位: an order and how many.
  private func most(at start: Int) -> AskToken? {
    guard let found = extreme(at: start), let (count, end) = count(at: text.skip(["的"], at: found.end)) else {
      return nil
    }
    return token(start, end, .tail(.most(found.field, descending: found.isDown, count)))
  }

  /// 10台最早到期的.
  private func counted(at start: Int) -> AskToken? {
    guard let (count, end) = count(at: start), let found = extreme(at: end) else { return nil }
    return token(start, found.end, .tail(.most(found.field, descending: found.isDown, count)))
  }

  private func count(at start: Int) -> (Int, Int)? {
    // 年纪最大的是谁: the one.
    if let one = text.end(["是谁", "是哪个", "是哪位", "是哪家", "是哪户", "是哪栋", "那个", "那位", "那家", "那户", "那栋"], at: start) {
      return (1, one)
    }
    let lead = text.skip(["前", "头"], at: start)
    guard let number = text.number(at: lead), (1...500).contains(number.value),
      let end = text.end(Self.rowCounters, at: number.end)
    else { return nil }
    return (number.value, end)
  }

  private static let fronts = [
    "排在最前面", "排在最前", "排在前面", "排最前面", "放在前面", "排在前头", "排在前", "排前面", "放前面", "排前头", "在前面", "排前", "在前", "优先", "先列", "先排",
  ]

  /// 最早到期的排前面, 快到期的放前面.
  private func front(at start: Int) -> AskToken? {
    guard let found = extreme(at: start) ?? nearest(at: start),
      let end = text.end(Self.fronts, at: text.skip(["的"], at: found.end))
    else { return nil }
    return token(start, end, .tail(.sort(found.field, descending: found.isDown)))
  }

  /// 快到期的: of what ends, the next.
  private func nearest(at start: Int) -> Extreme? {
    guard let lead = text.end(["快要", "快", "先", "马上"], at: start), let (field, end) = happening(at: lead),
      ["due", "licence_until"].contains(field)
    else { return nil }
    return (field, false, end)
  }

  private func happening(at start: Int) -> (field: String, end: Int)? {
    var best: (field: String, end: Int)?
    for (word, field) in Self.happenings {
      if let end = text.end(word, at: start), end > best?.end ?? start { best = (field, end) }
    }
    return best
  }

  private func extreme(at start: Int) -> Extreme? {
    if let end = text.end(["开得最久", "开了最久", "开业最久", "开店最久", "开得时间最长", "开业时间最长", "营业最久"], at: start) {
      return ("opened", false, end)
    }
    if let end = text.end(["住得最久", "住了最久", "住的最久", "入住最久", "住得时间最长", "居住时间最长"], at: start) {
      return ("since", false, end)
    }
    if let end = text.end("最年长", at: start) { return ("age", true, end) }
    if let end = text.end("最年轻", at: start) { return ("age", false, end) }
    // Of houses the oldest are those that were built first.
    if let end = text.end(["最老", "最旧"], at: start) { return ("age", true, end) }
    if let end = text.end("最小", at: start) { return ("age", false, end) }
    if let lead = text.end(["最早", "最先"], at: start) { return happening(at: lead).map { ($0.field, false, $0.end) } }
    if let lead = text.end(["最晚", "最迟", "最新"], at: start), let (field, end) = happening(at: lead) {
      return (field, true, end)
    }
    if let end = text.end(["最新", "最近"], at: start) { return ("reported_at", true, end) }
    guard let key = key(at: start) ?? happening(at: start) else { return nil }
    if let end = text.end(["最大", "最高", "最多", "最晚", "最迟", "最新"], at: key.end) {
      return (key.field, true, key.field == "due" ? text.skip(["到期"], at: end) : end)
    }
    return text.end(["最小", "最低", "最少", "最早", "最先", "最旧"], at: key.end).map {
      // 检验最早到期的.
      (key.field, false, key.field == "due" ? text.skip(["到期"], at: $0) : $0)
    }
  }
}
