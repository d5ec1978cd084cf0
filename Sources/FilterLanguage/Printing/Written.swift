// How the small parts are written in the language.

extension Value {
  /// As it stands in a question.
  package var text: String {
    switch self {
    case .text(let text): FilterWords.written(text)
    case .number(let number): number.written
    case .day(let day): day.text
    case .time(let minutes): "\(padded(minutes / 60)):\(padded(minutes % 60))"
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension DayExpression {
  /// `2026-11-21`, `today`, `today+3m`.
  package var text: String {
    switch self {
    case .on(let day): day.description
    case .today(0, _): "today"
    case .today(let offset, let unit): "today\(offset > 0 ? "+" : "")\(offset)\(unit.rawValue)"
    }
  }
}

extension Period {
  /// `next-month`.
  package var text: String { "\(which.rawValue)-\(unit.rawValue)" }
}

extension Double {
  /// Without a point when it is whole.
  var written: String { self == rounded() && abs(self) < 1e15 ? String(Int64(self)) : String(self) }
}
