// How days, numbers and comparisons are said in Chinese.

extension Value {
  package var shown: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.written
    case .day(let day): day.shown
    case .time(let minutes) where minutes >= 1440: "次日\(Value.time(minutes - 1440).text)"
    case .time: text
    case .flag(let flag): flag ? "是" : "否"
    }
  }
}

extension DayExpression {
  /// 2026年11月21日, 今天, 3个月后, 30天前.
  package var shown: String {
    switch self {
    case .on(let day): "\(day.parts.year)年\(day.parts.month)月\(day.parts.day)日"
    case .today(0, _): "今天"
    case .today(let offset, let unit): "\(abs(offset))\(unit.chinese)\(offset > 0 ? "后" : "前")"
    }
  }

  /// From that day up to today: 最近30天, 2026年11月1日以来.
  var sinceThen: String {
    if case .today(let offset, let unit) = self, offset < 0 { "最近\(-offset)\(unit.chinese)" } else { "\(shown)以来" }
  }
}

extension DayUnit {
  package var chinese: String {
    switch self {
    case .days: "天"
    case .weeks: "周"
    case .months: "个月"
    case .years: "年"
    }
  }
}

extension Period {
  package var chinese: String {
    switch (which, unit) {
    case (.this, .week): "本周"
    case (.next, .week): "下周"
    case (.last, .week): "上周"
    case (.this, .month): "本月"
    case (.next, .month): "下个月"
    case (.last, .month): "上个月"
    case (.this, .quarter): "本季度"
    case (.next, .quarter): "下季度"
    case (.last, .quarter): "上季度"
    case (.this, .year): "今年"
    case (.next, .year): "明年"
    case (.last, .year): "去年"
    }
  }
}

extension Operator {
  /// What holds of a value when this does not; nil for `~`.
  package var opposite: Operator? {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .matches: nil
    }
  }

  /// Between a title and a number.
  package var amount: String {
    switch self {
    case .equal, .matches: "等于"
    case .notEqual: "不等于"
    case .greater: "大于"
    case .greaterOrEqual: "不小于"
    case .less: "小于"
    case .lessOrEqual: "不大于"
    }
  }

  /// Between a title and a day or time.
  package var order: String {
    switch self {
    case .equal, .matches: "是"
    case .notEqual: "不是"
    case .greater: "晚于"
    case .greaterOrEqual: "不早于"
    case .less: "早于"
    case .lessOrEqual: "不晚于"
    }
  }
}
