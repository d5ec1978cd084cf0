/// Numbers written in Chinese: 三百七十二, 一五七, 二〇一, 廿三.
package enum ChineseNumeral {
  /// The end of the run of numerals that begins at `start`; `start` itself where there is none.
  package static func end(in text: [Unicode.Scalar], from start: Int) -> Int {
    var i = start
    while i < text.count, digit(text[i]) != nil || unit(text[i]) != nil { i += 1 }
    return i
  }

  /// The run as Arabic digits; nil if it is no number below 100,000. Without a unit it is read digit by digit, zeros kept.
  package static func arabic(_ run: ArraySlice<Unicode.Scalar>) -> String? {
    guard !run.isEmpty, run.count <= 9 else { return nil }
    if run.allSatisfy({ digit($0) != nil }) {
      var out = ""
      for scalar in run { out += String(digit(scalar) ?? 0) }
      return out
    }
    var total = 0
    var pending: Int?
    var lastUnit = 10_000
    var zero = false
    for scalar in run {
      if let value = digit(scalar) {
        guard pending == nil || pending == 0 else { return nil }
        pending = value
        if value == 0 { zero = true }
      } else if let size = unit(scalar) {
        guard size < lastUnit || size >= 20 && lastUnit > 20 else { return nil }
        total += size == 20 || size == 30 ? size : max(pending ?? 1, 1) * size
        lastUnit = size == 20 || size == 30 ? 10 : size
        pending = nil
        zero = false
      } else {
        return nil
      }
    }
    // 一百五 is said for 150; 一百零五 is 105.
    if let last = pending { total += last * (zero || lastUnit <= 10 ? 1 : lastUnit / 10) }
    return String(total)
  }

  /// A number below 100 in Chinese, as names carry it (控江二村 for 控江2村); nil for any other.
  package static func chinese(_ digits: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    guard digits.count <= 2, let first = digits.first, first != "0" else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    let names: [Unicode.Scalar] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var out: [Unicode.Scalar] = []
    if value >= 20 { out.append(names[value / 10]) }
    if value >= 10 { out.append("十") }
    if value % 10 > 0 { out.append(names[value % 10]) }
    return out
  }

  package static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil || unit(scalar) != nil }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "廿": 20
    case "卅": 30
    case "百": 100
    case "千": 1000
    default: nil
    }
  }
}
