import Kernel

extension RequestContext {
  /// A whole number in the query, within bounds.
  package func number(_ name: String, default fallback: Int, in bounds: ClosedRange<Int>) throws(Problem) -> Int {
    guard let text = query[name] else { return fallback }
    guard let number = Int(text), bounds.contains(number) else {
      throw bad(name, "「\(name)」应为 \(bounds.lowerBound) 到 \(bounds.upperBound) 之间的整数。")
    }
    return number
  }

  package func day(_ name: String) throws(Problem) -> Day? {
    guard let text = query[name] else { return nil }
    guard let day = Day(text) else { throw bad(name, "「\(name)」应为日期，例如 2026-11-21。") }
    return day
  }

  package func flag(_ name: String) throws(Problem) -> Bool {
    switch query[name] {
    case nil, "false"?: return false
    case "true"?: return true
    default: throw bad(name, "「\(name)」应为 true 或 false。")
    }
  }

  /// Comma-separated words; nil when the parameter is absent, empty parts refused.
  package func words(_ name: String) throws(Problem) -> [String]? {
    guard let text = query[name] else { return nil }
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard words.allSatisfy({ !$0.isEmpty }), words.count <= 64 else { throw bad(name, "「\(name)」应为逗号分隔的名称。") }
    return words
  }

  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) throws(Problem) -> Choice? where Choice.RawValue == String {
    guard let text = query[name] else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw bad(name, "「\(name)」没有「\(text)」这个取值。", suggestions: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  package func bad(_ name: String, _ detail: String, suggestions: [String] = []) -> Problem {
    Problem(.invalid, "bad_parameter", detail, notes: [.init(.parameter(name), detail, suggestions: suggestions)])
  }
}
