import ChineseQuery
import FilterLanguage
import Kernel

/// The street that the sentences are about.
enum AskWorld {
  static let today = day("2026-11-21")

  static let gazetteer: Gazetteer = {
    let committees = ["雁荡", "延中", "巨鹿", "锦江", "南昌", "茂名", "淮中", "长乐", "香山", "永嘉", "思南", "瑞成", "瑞兴"]
    let roads = ["雁荡路", "南昌路", "淮海中路", "进贤路", "长乐路", "陕西南路", "巨鹿路", "茂名南路", "瑞金二路", "思南路", "永嘉路"]
    return Gazetteer(
      places: committees.map { .init(.committee, $0) } + roads.map { .init(.road, $0) } + [
        .init(.subdistrict, "瑞金二路街道"), .init(.district, "黄浦区"), .init(.compound, "锦江公寓"),
      ], categories: ["餐饮", "咖啡", "酒吧"], assetKinds: ["elevator"])
  }()

  static func vocabulary() throws -> Vocabulary { try ReferenceCatalogue.vocabulary() }

  static func asking() throws -> Asking { Asking(vocabulary: try vocabulary(), gazetteer: gazetteer) }
}

/// An expression in a form in which the same question is written in one way: flat, sorted, days resolved.
struct AskNormal {
  let asOf: Day
  /// The rules of computed tags, for questions that may say a tag or what it stands for; empty to keep tags as they are.
  var rules: [String: Expression] = [:]

  func text(_ expression: Expression) -> String {
    switch expression {
    case .tag(let code): return rules[code].map(text) ?? code
    case .field(let field, .list(let values)) where values.count > 1 && !rules.isEmpty:
      return text(.or(values.map { .field(field, .compare(.equal, $0)) }))
    case .everything: return ""
    case .and(let parts): return joined(parts, "and") { if case .and(let inner) = ruled($0) { inner } else { nil } }
    case .or(let parts): return joined(parts, "or") { if case .or(let inner) = ruled($0) { inner } else { nil } }
    case .not(.not(let inner)): return text(inner)
    case .not(let inner):
      let text = text(inner)
      if text.hasPrefix("any ") { return "no \(text.dropFirst(4))" }
      return text.hasPrefix("no ") ? "any \(text.dropFirst(3))" : "not(\(text))"
    case .field(let field, let test): return "\(field.text) \(self.test(test))"
    case .related(.all, let relation, .everything): return "any \(relation.name)()"
    case .related(let quantifier, let relation, let inner):
      return "\(quantifier.rawValue) \(relation.name)(\(text(inner)))"
    case .count(.residents, .everything, let op, let number): return "residents \(op.rawValue) \(number)"
    case .count(let relation, let inner, let op, let number):
      return "count \(relation.name)(\(text(inner))) \(op.rawValue) \(number)"
    }
  }

  private func ruled(_ expression: Expression) -> Expression {
    if case .tag(let code) = expression, let rule = rules[code] { rule } else { expression }
  }

  private func joined(_ parts: [Expression], _ word: String, _ open: (Expression) -> [Expression]?) -> String {
    var flat: [Expression] = []
    var left = parts
    while let part = left.popLast() {
      if let inner = open(part) { left += inner } else { flat.append(part) }
    }
    let texts = Set(flat.map(text)).sorted()
    return texts.count == 1 ? texts[0] : "(\(texts.joined(separator: " \(word) ")))"
  }

  private func test(_ test: FilterLanguage.Test) -> String {
    let days = test.days(asOf: asOf)
    if !days.isEmpty { return days.map { "\($0.lowerBound)..\($0.upperBound)" }.joined(separator: ",") }
    switch test {
    case .range(let low?, nil): return ">= \(low.text)"
    case .range(nil, let high?): return "<= \(high.text)"
    case .list(let values) where values.count == 1: return "= \(values[0].text)"
    case .list(let values): return "in \(Set(values.map(\.text)).sorted())"
    default: return test.text
    }
  }
}
