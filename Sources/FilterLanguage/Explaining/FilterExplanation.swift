/// Says in plain Chinese what a question asks, for whoever has to vouch for the list.
package enum FilterExplanation {
  /// `age >= 80 and tag:独居老人` is 年龄满80周岁及以上，且有标签“独居老人”. What belongs together stands in 「」.
  package static func chinese(
    _ expression: Expression, about subject: Subject, vocabulary: Vocabulary
  ) -> String {
    if expression == .everything { return "全部\(subject.title)" }
    return Explaining(vocabulary: vocabulary).phrase(expression, about: subject)
  }
}

package struct Explaining {
  package let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  package func phrase(_ expression: Expression, about subject: Subject) -> String {
    switch expression {
    case .everything: "不限"
    case .and(let parts): parts.map { grouped($0, about: subject) }.joined(separator: "，且")
    case .or(let parts): parts.map { grouped($0, about: subject) }.joined(separator: "，或")
    case .not(let inner): negated(inner, about: subject)
    case .tag(let code): "有标签“\(FilterPrinter.tagWord(code, vocabulary))”"
    case .field(let field, let test): FieldPhrase(entry(field, subject), field, test, subject).text
    case .related(let quantifier, let relation, let inner): related(quantifier, relation, inner, from: subject)
    case .count(let relation, let inner, let op, let number): counted(relation, inner, op, number, from: subject)
    }
  }

  private func entry(_ field: Field, _ subject: Subject) -> FieldEntry {
    vocabulary.entry(of: field, in: subject)
      ?? FieldEntry(field: field, name: field.text, title: field.text, type: .text)
  }

  /// In brackets when it has more than one part.
  private func grouped(_ expression: Expression, about subject: Subject) -> String {
    let text = phrase(expression, about: subject)
    return isCompound(expression) ? "「\(text)」" : text
  }

  private func isCompound(_ expression: Expression) -> Bool {
    switch expression {
    case .and, .or: true
    default: false
    }
  }

  private func isLeaf(_ expression: Expression) -> Bool {
    switch expression {
    case .field, .tag: true
    default: false
    }
  }

  /// A missing value fails a test, so that its negation holds: the words say so.
  private func negated(_ inner: Expression, about subject: Subject) -> String {
    switch inner {
    case .tag(let code): "没有标签“\(FilterPrinter.tagWord(code, vocabulary))”"
    case .field(.lastVisited, .compare(.greaterOrEqual, .day(let day))):
      "\(day.sinceThen)没有走访过（含从未走访）"
    case .related(.any, let relation, let target) where !relation.isSingle:
      related(.no, relation, target, from: subject)
    case .field(let field, let test):
      FieldPhrase(entry(field, subject), field, test, subject).negated ?? "不满足「\(phrase(inner, about: subject))」"
    default: "不满足「\(phrase(inner, about: subject))」"
    }
  }

  private func related(
    _ quantifier: Quantifier, _ relation: Relation, _ inner: Expression, from subject: Subject
  ) -> String {
    let words = words(relation)
    let target = relation.target(from: subject) ?? subject
    let what = inner == .everything ? "" : grouped(inner, about: target)
    switch quantifier {
    case .any where relation.isSingle: return what.isEmpty ? "有\(words.one)" : "\(words.one)\(joint(inner))\(what)"
    case .any: return "\(words.scope)有\(words.one)\(what)"
    case .no: return "\(words.scope)没有\(words.one)\(what)"
    case .all: return what.isEmpty ? "\(words.scope)有\(words.one)" : "\(words.scope)有\(words.one)，而且全都\(what)".wrapped
    }
  }

  private func counted(
    _ relation: Relation, _ inner: Expression, _ op: Operator, _ number: Int, from subject: Subject
  ) -> String {
    let words = words(relation)
    let amount = "\(op.amount)\(number)"
    if inner == .everything { return "\(words.total)\(amount)" }
    let phrase = phrase(inner, about: relation.target(from: subject) ?? subject)
    let what = isLeaf(inner) ? phrase : phrase.wrapped
    return "\(words.scope)\(what)的\(words.counter)\(amount)"
  }

  /// 所在房屋里居住人数等于1, but 所在房屋有标签“…”.
  private func joint(_ inner: Expression) -> String {
    switch inner {
    case .count, .related: "里"
    default: ""
    }
  }

  package struct Words {
    /// Where they are looked for.
    package let scope: String
    /// One of them, after 有.
    package let one: String
    /// How many there are.
    package let total: String
    /// How many of some kind there are, after 的.
    package let counter: String
  }

  package func words(_ relation: Relation) -> Words {
    switch relation {
    case .house: Words(scope: "", one: "所在房屋", total: "所在房屋数", counter: "所在房屋数")
    case .building: Words(scope: "", one: "所在楼栋", total: "所在楼栋数", counter: "所在楼栋数")
    case .housemates: Words(scope: "同住的人中", one: "人", total: "同住人数", counter: "人数")
    case .residents: Words(scope: "居住人员中", one: "人", total: "居住人数", counter: "人数")
    case .people: Words(scope: "同一房屋的居住人员中", one: "人", total: "同一房屋的居住人数", counter: "人数")
    case .shops: Words(scope: "", one: "店铺", total: "店铺数", counter: "店铺数")
    case .assets: Words(scope: "", one: "设施", total: "设施数", counter: "设施数")
    case .shop: Words(scope: "", one: "所涉店铺", total: "所涉店铺数", counter: "所涉店铺数")
    case .workOrders: Words(scope: "", one: "工单", total: "工单数", counter: "工单数")
    case .visits: Words(scope: "", one: "走访记录", total: "走访次数", counter: "走访次数")
    case .houses: Words(scope: "楼内", one: "房屋", total: "楼内房屋数", counter: "房屋数")
    case .records(let code):
      { name in Words(scope: "", one: "“\(name)”记录", total: "“\(name)”记录数", counter: "“\(name)”记录数") }(
        vocabulary.dataset(code)?.name ?? code)
    }
  }
}

extension Relation {
  /// Whether people think of one only: 所在房屋, 所在楼栋, 所涉店铺.
  package var isSingle: Bool { self == .house || self == .building || self == .shop }
}

extension String {
  fileprivate var wrapped: String { "「\(self)」" }
}
