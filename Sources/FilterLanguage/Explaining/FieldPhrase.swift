import Kernel

/// One comparison in Chinese.
struct FieldPhrase {
  private let entry: FieldEntry
  private let field: Field
  private let test: Test
  private let subject: Subject

  init(_ entry: FieldEntry, _ field: Field, _ test: Test, _ subject: Subject) {
    (self.entry, self.field, self.test, self.subject) = (entry, field, test, subject)
  }

  /// The comparison, with a word on missing values where people would not expect what happens to them.
  var text: String {
    if case .compare(.notEqual, _) = test { "\(affirmed)（未填的不算）" } else { affirmed }
  }

  private var affirmed: String {
    switch (field, entry.type) {
    case (.age, _): age
    case (.turns(let years), _): "\(window)年满\(years)周岁"
    case (_, .day): day
    case (_, .number), (_, .time): amount
    case (_, .sealed): isNegative ? "\(entry.title)不是指定的号码" : "\(entry.title)为指定的号码"
    case (_, .flag): test.holds(flag: true) ? "\(entry.title)为“是”" : "\(entry.title)为“否”"
    case (_, .text), (_, .word), (_, .address), (_, .area): words
    }
  }

  /// What holds when the test does not, a missing value included; nil where that has no short form.
  var negated: String? {
    switch test {
    case .compare(.matches, let value) where entry.type == .text: "\(entry.title)不包含“\(word(value))”（含未填）"
    case .compare(let op, let value):
      op.opposite.map { FieldPhrase(entry, field, .compare($0, value), subject).affirmed + "（含未填）" }
    case .list(let values) where entry.type != .day && field != .age:
      "\(entry.title)不是\(values.map { "“\(word($0))”" }.joined(separator: "或"))（含未填）"
    case .range, .period, .list: nil
    }
  }

  private var isNegative: Bool { if case .compare(.notEqual, _) = test { true } else { false } }

  // MARK: 年龄

  private var age: String {
    switch test {
    case .compare(.greaterOrEqual, let value), .range(let value?, nil): "年龄满\(value.shown)周岁及以上"
    case .compare(.less, let value): "年龄不满\(value.shown)周岁"
    case .compare(.lessOrEqual, let value), .range(nil, let value?): "年龄不超过\(value.shown)周岁"
    case .compare(.greater, let value): "年龄超过\(value.shown)周岁"
    case .compare(.notEqual, let value): "年龄不是\(value.shown)周岁"
    case .compare(_, let value): "年龄为\(value.shown)周岁"
    case .range(let from, let to): "年龄在\(from?.shown ?? "")至\(to?.shown ?? "")周岁之间（含两头）"
    case .list(let values): "年龄为\(values.map(\.shown).joined(separator: "或"))周岁"
    case .period: entry.title
    }
  }

  // MARK: 日期

  private var day: String {
    switch test {
    case .compare(.greaterOrEqual, .day(let day)) where field == .lastVisited: "\(day.sinceThen)走访过"
    case .compare(let op, let value): "\(entry.title)\(op.order)\(value.shown)"
    case .range(let from?, nil): "\(entry.title)不早于\(from.shown)"
    case .range(nil, let to): "\(entry.title)不晚于\(to?.shown ?? "")"
    case .range, .period, .list: "\(entry.title)在\(window)"
    }
  }

  /// A stretch of time: 今天起3个月内, 下个月, 2026年1月1日至2026年3月31日.
  private var window: String {
    switch test {
    case .period(let period): period.chinese
    case .range(.day(.today(0, _))?, .day(.today(let offset, let unit))?) where offset > 0:
      "今天起\(offset)\(unit.chinese)内"
    case .range(.day(.today(let offset, let unit))?, .day(.today(0, _))?) where offset < 0:
      "最近\(-offset)\(unit.chinese)内（到今天为止）"
    case .range(let from?, let to?) where from == to: from.shown
    case .range(let from?, let to?): "\(from.shown)至\(to.shown)（含两头）"
    case .range(let from?, nil): "\(from.shown)当天及以后"
    case .range(nil, let to): "\(to?.shown ?? "")当天及以前"
    case .compare(.greaterOrEqual, let value): "\(value.shown)当天及以后"
    case .compare(.lessOrEqual, let value): "\(value.shown)当天及以前"
    case .compare(.greater, let value): "\(value.shown)以后（不含当天）"
    case .compare(.less, let value): "\(value.shown)以前（不含当天）"
    case .compare(.notEqual, let value): "不在\(value.shown)当天"
    case .compare(_, let value): "\(value.shown)当天"
    case .list(let values): values.map(\.shown).joined(separator: "或")
    }
  }

  // MARK: 数与文字

  private var amount: String {
    switch test {
    case .compare(let op, let value): "\(entry.title)\(entry.type == .time ? op.order : op.amount)\(value.shown)"
    case .range(let from?, let to?): "\(entry.title)在\(from.shown)至\(to.shown)之间（含两头）"
    case .range(let from?, nil): "\(entry.title)\(entry.type == .time ? "不早于" : "不小于")\(from.shown)"
    case .range(nil, let to): "\(entry.title)\(entry.type == .time ? "不晚于" : "不大于")\(to?.shown ?? "")"
    case .list(let values): "\(entry.title)是\(values.map(\.shown).joined(separator: "或"))"
    case .period: entry.title
    }
  }

  private var words: String {
    switch test {
    case .compare(.equal, let value): "\(entry.title)是“\(word(value))”"
    case .compare(.notEqual, let value): "\(entry.title)不是“\(word(value))”"
    case .compare(.matches, let value) where entry.type == .address: "\(entry.title)以“\(word(value))”开头"
    case .compare(_, let value): "\(entry.title)包含“\(word(value))”"
    case .list(let values): "\(entry.title)是\(values.map { "“\(word($0))”" }.joined(separator: "或"))"
    case .range, .period: entry.title
    }
  }

  private func word(_ value: Value) -> String {
    if case .text(let text) = value { FieldWords.chinese(text, field, subject) } else { value.shown }
  }
}

/// What people call the English words of the language.
package enum FieldWords {
  /// The Chinese of a stored word: `tenant` is 承租人; Chinese stays as it is.
  package static func chinese(_ word: String, _ field: Field, _ subject: Subject) -> String {
    switch (field, word) {
    case (.role, "owner"): "业主"
    case (.role, "family"): "家属"
    case (.role, "tenant"): "租客"
    case (.kind, "dwelling"): "住宅"
    case (.kind, "shopfront"): "店面"
    case (.kind, "office"): "办公"
    case (.kind, "other"): "其他"
    case (.kind, "storefront"): "沿街门店"
    case (.kind, "company"): "企业"
    case (.kind, "elevator"): "电梯"
    case (.kind, "charging_pile"): "充电桩"
    case (.kind, "hydrant"): "消火栓"
    case (.kind, "extinguisher"): "灭火器"
    case (.kind, "camera"): "摄像头"
    case (.kind, "street_lamp"): "路灯"
    case (.kind, "manhole"): "窨井盖"
    case (.kind, "gas_meter"): "燃气表"
    case (.kind, "water_tank"): "水箱"
    case (.kind, "smoke_alarm"): "烟感"
    case (.state, _): WorkOrderState(rawValue: word)?.title ?? word
    case (.use, "self"): "自住"
    case (.use, "let"): "出租"
    case (.use, "vacant"): "空置"
    case (.stored(let name), _): subject.storedField(name)?.words.first { $0.code == word }?.title ?? word
    default: word
    }
  }
}
