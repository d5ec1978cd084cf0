import Addresses
import FilterLanguage

// Numbers as people write them: 85, 八十五, 两, 12.5.

extension AskText {
  /// The whole number at `start` and where it ends.
  func number(at start: Int) -> (value: Int, end: Int)? {
    guard let small = belowTenThousand(at: start) else { return nil }
    guard let end = end(["万"], at: small.end), small.value > 0, small.value < 10_000 else { return small }
    return (small.value * 10_000, end)
  }

  private func belowTenThousand(at start: Int) -> (value: Int, end: Int)? {
    if let digits = digits(at: start) { return digits }
    var end = start
    var run: [Unicode.Scalar] = []
    while end < count {
      let scalar = scalars[end]
      if scalar == "两" || scalar == "俩" {
        run.append("二")
      } else if ChineseNumeral.isNumeral(scalar) {
        run.append(scalar)
      } else {
        break
      }
      end += 1
    }
    guard let arabic = ChineseNumeral.arabic(run[...]), let value = Int(arabic), isPlain(run) else { return nil }
    return (value, end)
  }

  /// 六七 before 十 is two guesses, not a number.
  private func isPlain(_ run: [Unicode.Scalar]) -> Bool {
    run.count < 2 || run.contains { "十百千廿卅".unicodeScalars.contains($0) } || run.allSatisfy { $0 == "〇" || $0 == "零" }
  }

  /// A number of digits only, at most six.
  func digits(at start: Int) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while end < count, (0x30...0x39).contains(scalars[end].value), end - start < 7 {
      value = value * 10 + Int(scalars[end].value - 0x30)
      end += 1
    }
    return end > start && end - start < 7 ? (value, end) : nil
  }

  /// 两成, 三成五, 一半: a share of a whole.
  func share(at start: Int) -> (percent: Double, end: Int)? {
    if let half = end(["一半", "半数", "五成"], at: start) { return (50, half) }
    guard let number = number(at: start), (1...9).contains(number.value), let tenths = end("成", at: number.end) else {
      return nil
    }
    guard let rest = self.number(at: tenths), (1...9).contains(rest.value) else {
      return (Double(number.value) * 10, tenths)
    }
    return (Double(number.value * 10 + rest.value), rest.end)
  }

  /// A number that may have a point.
  func amount(at start: Int) -> (value: Double, end: Int)? {
    guard let whole = number(at: start) else { return nil }
    guard whole.end < count, scalars[whole.end] == ".", let rest = digits(at: whole.end + 1) else {
      return (Double(whole.value), whole.end)
    }
    let text = String(String.UnicodeScalarView(scalars[start..<rest.end]))
    return ValueReader.number(text).map { ($0, rest.end) }
  }
}

extension ChineseNumeral {
  /// 一 to 九 at `start`.
  static func digit(_ text: AskText, at start: Int) -> (value: Int, end: Int)? {
    guard start < text.count, let value = Array("一二三四五六七八九".unicodeScalars).firstIndex(of: text.scalars[start]) else {
      return nil
    }
    return (value + 1, start + 1)
  }
}

/// A comparison around a number: 超过 before it, 以上 after it.
enum AskComparison {
  private static let before: [(Operator, [String])] = [
    (.less, ["不满", "未满", "不到", "小于", "低于", "不足", "少于", "未到", "还没到", "还没满", "没满", "没到", "没有到"]),
    (.greaterOrEqual, ["大于等于", "大于或等于", "不小于", "不低于", "不少于", "至少", "最少", "起码", "达到"]),
    (.lessOrEqual, ["小于等于", "小于或等于", "不大于", "不超过", "不高于", "不多于", "至多", "最多"]),
    (.greater, ["超过", "大于", "高于", "多于", "超"]),
    (.equal, ["等于", "刚好是", "刚好", "正好是", "正好", "恰好是", "恰好", "就是", "刚满", "为", "是"]),
  ]

  /// 还不到, 已经超过: adverbs that change no number.
  private static let adverbs = ["还", "才", "已经", "已", "都", "就", "也", "总共", "一共", "合计"]

  /// What stands before a number.
  static func prefix(_ text: AskText, at start: Int) -> (op: Operator, end: Int)? {
    let begin = text.skip(adverbs, at: start)
    for (op, words) in before { if let end = text.end(words, at: begin) { return (op, end) } }
    return nil
  }

  /// What both sides of a number say together: 为五级以上 is 五级以上. Nil where they say nothing, or different things.
  static func op(_ prefix: Operator?, _ suffix: Operator?, otherwise: Operator? = nil) -> Operator? {
    guard let prefix, let suffix else { return prefix ?? suffix ?? otherwise }
    return prefix == suffix || prefix == .equal ? suffix : nil
  }

  /// What stands after a number and its unit; 以上 and 以下 include the number (Civil Code, article 1259).
  static func suffix(_ text: AskText, at start: Int) -> (op: Operator, end: Int)? {
    let above = ["及其以上", "及以上", "或以上", "和以上", "含以上", "(含)以上", "以上(含)", "以上", "之上", "往上", "朝上", "起", "+"]
    let below = ["及其以下", "及以下", "或以下", "(含)以下", "以下(含)", "以下", "之下", "以内", "之内", "往下", "朝下"]
    if let end = text.end(above, at: start) { return (.greaterOrEqual, end) }
    if let end = text.end(below, at: start) { return (.lessOrEqual, end) }
    // 两岁不到, but not 16岁不到20岁.
    if let end = text.end(["都还不到", "还不到", "都不到", "不到"], at: start), text.number(at: end) == nil { return (.less, end) }
    return nil
  }

  static let to = ["到", "至", "-"]
}
