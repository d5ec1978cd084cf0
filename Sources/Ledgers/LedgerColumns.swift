import FilterLanguage
import Kernel
import Platform
import Registry
import Storage

/// The columns of ledgers: which there are, their Chinese titles, and those that a ledger has unless it says otherwise.
package enum LedgerColumns {
  /// What somebody asks for: a name, and how it is to be shown.
  package struct Wish: Sendable, Equatable {
    package var name: String
    package var title: String?
    package var width: Int?

    package init(_ name: String, title: String? = nil, width: Int? = nil) {
      (self.name, self.title, self.width) = (name, title, width)
    }
  }

  /// The most columns that a ledger may have.
  package static let limit = 60

  /// - Parameters:
  ///   - wishes: nil for the usual columns.
  ///   - besides: columns that the rows are grouped by; they come first where they are not among the others.
  ///   - lines: the catalogue's lines of work.
  /// - Throws: `unknown_column` with the nearest names, `bad_field`.
  package static func make(
    _ wishes: [Wish]?, besides groups: [String], of subject: Subject, lines: [String]
  ) throws(Problem) -> [LedgerColumn] {
    let wishes = wishes ?? usual(subject).map { Wish($0) }
    guard (1...limit).contains(wishes.count) else { throw bad("/columns", "应有 1 到 \(limit) 列。") }
    guard Set(wishes.map(\.name)).count == wishes.count else { throw bad("/columns", "有两列同名。") }
    let missing = groups.filter { group in !wishes.contains { $0.name == group } }
    let grouped = try missing.map { name throws(Problem) in
      try column(Wish(name), of: subject, lines: lines, at: "/group_by")
    }
    var columns = grouped
    for (index, wish) in wishes.enumerated() {
      columns.append(try column(wish, of: subject, lines: lines, at: "/columns/\(index)"))
    }
    return columns
  }

  private static func column(
    _ wish: Wish, of subject: Subject, lines: [String], at pointer: String
  ) throws(Problem) -> LedgerColumn {
    if let width = wish.width, !(1...200).contains(width) { throw bad(pointer, "「width」应为 1 到 200。") }
    guard let name = ColumnName(wish.name), let kind = kind(name, of: subject, lines: lines) else {
      throw unknown(wish.name, subject, lines, at: pointer)
    }
    return LedgerColumn(
      name: wish.name, title: wish.title ?? title(name, of: subject), width: wish.width, kind: kind)
  }

  private static func kind(_ name: ColumnName, of subject: Subject, lines: [String]) -> ColumnKind? {
    if case .tags(let line) = name {
      return subject.tagSubject != nil && (line.map(lines.contains) ?? true) ? .tags : nil
    }
    return SubjectKind(rawValue: subject.word).flatMap { Reader.columnKind(name, of: $0) }
  }

  /// Every column that needs no number or line of work to be named.
  package static func names(of subject: Subject) -> [String] {
    RowColumns.of(subject).map(\.name) + (subject.tagSubject == nil ? [] : ["tags"])
  }

  static func usual(_ subject: Subject) -> [String] {
    switch subject {
    case .people: ["name", "sex", "birth_date", "age", "id_number", "phone", "address", "committee"]
    case .houses: ["address", "kind", "area_m2", "residents", "compound", "committee", "grid"]
    case .buildings: ["address", "storeys", "built", "compound", "committee", "grid"]
    case .shops: ["name", "category", "status", "phone", "address", "committee"]
    case .assets: ["kind", "code", "status", "due", "address", "committee"]
    case .workOrders: ["number", "kind", "title", "state", "unit", "due_at", "overdue", "address", "committee"]
    case .visits, .records: []
    }
  }

  package static func title(_ name: ColumnName, of subject: Subject) -> String {
    switch name {
    case .turns(let years): return "满\(years)周岁日"
    case .daysUntil(let inner): return "距\(title(inner, of: subject))天数"
    case .tags(let line): return (line ?? "") + "标签"
    case .plain(let name):
      return Field.entries(of: subject).first { $0.name == name }?.title ?? titles[name] ?? name
    }
  }

  private static let titles = [
    "id": "编号", "id_kind": "证件类型", "death_date": "死亡日期", "house_id": "房屋编号", "building_id": "楼栋编号",
    "source": "来源", "version": "版本", "lane": "弄", "sublane": "支弄", "number": "号", "building": "楼栋", "room": "室",
    "housemates": "同住人", "last_visited": "最近走访", "contact": "联系人", "phone": "联系电话", "since": "起始日期",
    "until": "截止日期", "title": "标题", "text": "内容", "external_id": "来源编号", "candidates": "可能的房屋", "shop_id": "商铺编号",
    "proposed_unit": "建议单位", "proposed_duty": "建议条目", "confidence": "把握", "contact_due_at": "先行联系期限",
    "first_contact_due_at": "先行联系期限", "contacted_at": "先行联系时间", "dispatched_at": "派单时间", "accepted_at": "接单时间",
    "received_at": "收单时间",
    "suspended_at": "挂起时间", "resolved_at": "办理完成时间", "verified_at": "核实时间", "extension_requested_at": "申请延期时间",
    "late_at": "首次超期时间", "due_provisional": "期限暂定", "due_note": "期限说明", "mode": "派单方式", "outcome": "办理结论",
    "result": "办理结果", "co_units": "协办单位", "responsible_unit": "责任单位", "responsible": "责任人", "worker": "经办人",
    "workers": "经办过的人", "rounds": "办理轮次", "returned": "退回过", "corrected": "改派过", "extended": "延期过",
    "merged_into": "并入工单",
    "area": "区划", "shop": "商铺", "resolution": "办理结果", "solved": "是否解决", "lat": "纬度", "lon": "经度", "reporter": "反映人",
  ]

  private static func unknown(
    _ name: String, _ subject: Subject, _ lines: [String], at pointer: String
  ) -> Problem {
    var known = names(of: subject)
    if subject == .people { known += ["turns(90)"] }
    if subject.tagSubject != nil { known += lines.map { "tags(\($0))" } }
    known += known.filter { column in
      ColumnName(column).flatMap { kind($0, of: subject, lines: lines) } == .day && !column.contains("(")
    }.map { "days_until(\($0))" }
    let detail = "没有「\(name)」这一列。"
    return Problem(
      .invalid, "unknown_column", detail,
      notes: [.init(.pointer(pointer), detail, suggestions: Nearest.first(5, to: name, among: known, orAll: true))])
  }

  package static func bad(_ pointer: String, _ detail: String) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer(pointer), detail)])
  }
}
