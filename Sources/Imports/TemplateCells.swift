import FilterLanguage
import Kernel
import Sheets

/// What a template offers below its header.
package enum TemplateCells {
  /// The words of a closed list, as a roster writes them; empty where anything may stand.
  package static func choices(_ field: ImportField, _ subject: ImportSubject) -> [String] {
    if let stored = StoredField.ofHouseRosters.first(where: { $0.name == field.rawValue }), subject == .houses {
      guard case .word(let words) = stored.kind else { return [] }
      return words.map(\.title)
    }
    switch (field, subject) {
    case (.sex, _): return ["男", "女"]
    case (.hukou, _): return ["本市", "外省市", "港澳台", "外籍"]
    case (.role, _): return ["产权人", "家属", "租客"]
    case (.use, _): return ["自住", "出租", "空置"]
    case (.kind, .houses): return ["居住", "店面", "办公", "其他"]
    case (.kind, .shops): return ["沿街门店", "企业"]
    case (.kind, .assets): return RosterWords.assetTitles.values.sorted()
    case (.status, .shops): return ["营业", "装修", "招租", "歇业"]
    case (.datum, _): return ["WGS84", "GCJ-02", "BD-09"]
    default: return []
    }
  }

  /// - Parameter isFirst: whether it is the cell that says what the row is.
  package static func example(_ field: ImportField, _ subject: ImportSubject, isFirst: Bool) -> Cell {
    if let day = days[field] { return .date(day) }
    let text = texts[field] ?? choices(field, subject).first ?? ""
    if isFirst { return .text(LeftOutKind.exampleMark + text) }
    return text.isEmpty ? .empty : .text(text)
  }

  private static let days: [ImportField: Day] = Dictionary(
    uniqueKeysWithValues: [
      (ImportField.birth, "1950-03-12"), (.since, "2001-05-01"), (.opened, "2020-06-01"), (.licenceUntil, "2028-05-31"),
      (.due, "2027-03-31"),
    ].compactMap { field, text in Day(text).map { (field, $0) } })

  private static let texts: [ImportField: String] = [
    .name: "张三", .address: "长乐路372弄5号101室", .phone: "13800000000", .committee: "延中居委会", .grid: "延中1网格",
    .remark: "独居、党员", .ethnicity: "汉族", .education: "大学", .compound: "长乐小区", .area: "58.5", .category: "餐饮",
    .contact: "李四", .code: "31012345", .tag: "独居", .evidence: "居委会走访核实", .politics: "群众", .closes: "22:00",
    .district: "黄浦区", .street: "瑞金二路街道",
  ]
}
