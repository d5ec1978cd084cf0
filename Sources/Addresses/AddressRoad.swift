/// Finding the road in a run of words between two numbers.
enum AddressRoad {
  /// Whether a road's name can end at `i`: 路, 街 (not 街道), 大道, 荣华东道.
  static func isRoadEnd(_ text: [Unicode.Scalar], _ i: Int) -> Bool {
    switch text[i] {
    case "路": true
    case "街": text.at(i + 1) != "道" && text.at(i + 1) != "坊"
    case "道": i > 0 && (text[i - 1] == "大" || isDirection(text[i - 1]))
    default: false
    }
  }

  /// What may stand before 路 and is no name by itself: 南, 中, 支, 公, 一 …
  static func isModifier(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "支", "公", "大", "老", "新", "小", "后", "前", "横", "直": true
    default: isDirection(scalar) || ChineseNumeral.isNumeral(scalar)
    }
  }

  private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "东", "西", "南", "北", "中": true
    default: false
    }
  }

  /// How many characters of a name stand between `start` and the road's end at `end`, its last words left out: 中山北一路 has 2.
  static func stem(_ text: [Unicode.Scalar], from start: Int, end: Int) -> Int {
    var i = end
    while i > start, isModifier(text[i - 1]) { i -= 1 }
    return i - start
  }

  /// The last road in `name`; nil if there is none. 沪南公路沪南公路 is one road, and so is 瑞金南路支路.
  static func find(in name: [Unicode.Scalar]) -> Range<Int>? {
    var start = 0
    var end: Int?
    for i in name.indices where isRoadEnd(name, i) && (i > 0) {
      if let last = end, stem(name, from: last, end: i) > 0 || i - last > 2 { start = last }
      end = i + 1
    }
    guard let end else { return nil }
    start = afterPlace(name, start, end)
    return start..<end
  }

  /// Skips what stands before the road without a separator: 江桥三村靖远路, 浦东新村莱阳路, 景江苑D区浦秀路, 曙建村曙建路, 凌桥凌创路.
  private static func afterPlace(_ name: [Unicode.Scalar], _ from: Int, _ end: Int) -> Int {
    var start = from
    while start < end - 1, name[start] == "弄" || name[start] == "近" || name[start] == "-" { start += 1 }
    var i = end - 2
    while i > start {
      if isPlaceEnd(name, start, i), stem(name, from: i + 1, end: end - 1) >= 2 {
        start = i + 1
        break
      }
      i -= 1
    }
    // A village and the road that is named after it.
    if stem(name, from: start, end: end - 1) == 4, name[start] == name[start + 2] { start += 2 }
    return start
  }

  private static func isPlaceEnd(_ name: [Unicode.Scalar], _ start: Int, _ i: Int) -> Bool {
    guard i > start else { return false }
    let before = name[i - 1]
    switch name[i] {
    case "区", "苑", "寓", "厦", "部": return true
    case "园": return before == "花" || before == "家"
    case "道": return before == "街"
    case "村":
      return before == "新" || before.isDigit || ChineseNumeral.isNumeral(before) || name.at(i + 1) == name[start]
    default: return false
    }
  }

  /// Whether a name without 路 can take the road's place on a plate: 微山二村, 步高里, 柴王弄, 孔付司巷, 吴衙场.
  static func isVillage(_ name: [Unicode.Scalar]) -> Bool {
    guard name.count >= 2, let last = name.last else { return false }
    switch last {
    case "村", "里", "坊", "巷", "弄", "宅", "浜", "道", "场", "桥", "湾", "角": return true
    case "区", "块": return name.contains("村")
    default: return false
    }
  }
}
