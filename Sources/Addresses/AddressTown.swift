/// Subdistricts, towns, zones and committees by the word at their end: 瑞金二路街道, 周浦镇, 菊园新区, 嘉定工业区, 长乐居委会.
enum AddressTown {
  /// The end of the town that begins at `start`; nil if none does. 镇 within a road's name (镇宁路, 新场古镇路) is none.
  static func end(in text: [Unicode.Scalar], from start: Int) -> Int? {
    var i = start
    var sawRoad = false
    var town: Int?
    while i < text.count, i - start < 12, isName(text[i]) {
      let length = i - start
      switch text[i] {
      case "道" where length >= 3 && text[i - 1] == "街": return i + 1
      case "镇", "乡":
        if town == nil, !sawRoad, isTown(text, start, i) { town = i + 1 }
      case "区" where length >= 3 && !sawRoad && town == nil && isZone(text, i): return i + 1
      case "委" where length >= 2 && (text[i - 1] == "居" || text[i - 1] == "村"):
        return text.at(i + 1) == "会" ? i + 2 : i + 1
      case "场" where length >= 3 && !sawRoad && town == nil && (text[i - 1] == "农" || text[i - 1] == "林"):
        if !startsRoadWord(text, i + 1) { return i + 1 }
      case "路", "街":
        // 天山路街道, 真如镇街道, 曹路镇: the word that decides may still come.
        if town != nil { return town }
        let isFirst = length == 1 && text.at(i + 1) == "镇"
        if !isFirst, text.at(i + 1) != "街", text.at(i + 1) != "道" { return nil }
        if isFirst { break }
        sawRoad = true
      default: break
      }
      i += 1
    }
    return town
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x3007 && scalar.value < 0xFF00 }

  private static func isTown(_ text: [Unicode.Scalar], _ start: Int, _ i: Int) -> Bool {
    let length = i - start
    // 堡镇, 庙镇 and 唐镇 are the towns of one character.
    let short = length == 1 && (text[start] == "堡" || text[start] == "庙" || text[start] == "唐")
    guard short || (2...5).contains(length) else { return false }
    return text.at(i + 1) != "村" && !startsRoadWord(text, i + 1)
  }

  private static func isZone(_ text: [Unicode.Scalar], _ i: Int) -> Bool {
    switch text[i - 1] {
    case "社", "新", "业", "发", "假", "游", "园", "民": !startsRoadWord(text, i + 1)
    default: false
    }
  }

  /// 路, 东路, 老街 …: then the word before is a part of the road's name.
  private static func startsRoadWord(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard let first = text.at(index) else { return false }
    if first == "路" || first == "街" || first == "大" && text.at(index + 1) == "道" {
      return !(first == "街" && text.at(index + 1) == "道")
    }
    guard AddressRoad.isModifier(first), let next = text.at(index + 1) else { return false }
    return next == "路" || next == "街"
  }
}
