import FilterLanguage
import Kernel

// What was done on a day, or not done since: 30天没有走访, 今年没体检, 上个月搬来, 空置超过90天.

extension AskGrammar {
  func visited(_ bag: Bag) -> [Subject: Expression]? {
    guard bag.verb == nil else { return nil }
    let ever = Test.compare(.greaterOrEqual, .day(.on(AskDay.longAgo)))
    switch (bag.negation, bag.window) {
    case (.never?, nil), (.lack?, nil): return visits(ever, negated: true)
    case (.lack?, let window?):
      guard let test = window.start else { return nil }
      return visits(test, negated: true)
    case (nil, nil): return visits(ever, negated: false)
    case (nil, let window?):
      guard let test = window.test(.back) else { return nil }
      return visits(test, negated: false)
    default: return nil
    }
  }

  /// 空置超过90天.
  func vacant(_ bag: Bag) -> [Subject: Expression]? {
    guard bag.verb == nil, bag.negation == nil, case .duration(let count, let unit, let isMore)? = bag.window else {
      return nil
    }
    let since = AskWindow.behind(count, unit, isMore: isMore)
    return [
      .houses: .conjunction([
        .field(.use, .compare(.equal, .text("vacant"))),
        .related(.any, .records("vacancy"), .field(.attribute("since"), since)),
      ])
    ]
  }

  /// 今年没体检: what a dataset notes day by day.
  func recorded(
    _ bag: Bag, _ dataset: String, _ field: String, _ tagged: TagSubject
  ) -> [Subject: Expression]? {
    guard bag.verb == nil, let subject = Subject.searchable.first(where: { $0.tagSubject == tagged }) else {
      return nil
    }
    let day = Field.attribute(field)
    func rows(_ quantifier: Quantifier, _ inner: Expression) -> [Subject: Expression] {
      [subject: .related(quantifier, .records(dataset), inner)]
    }
    switch (bag.negation, bag.window) {
    case (nil, nil): return nil
    case (nil, let window?): return window.test(.back).map { rows(.any, .field(day, $0)) }
    // A record that is there for something else says nothing: who has none at all may be 转正 or not.
    case (.lack?, nil), (.never?, nil): return recordDays[dataset] == day ? rows(.no, .everything) : nil
    case (.lack?, let window?): return window.start.map { rows(.no, .field(day, $0)) }
    default: return nil
    }
  }

  private func visits(_ test: Test, negated: Bool) -> [Subject: Expression] {
    let person = Expression.field(.lastVisited, test)
    return [
      .people: negated ? .not(person) : person,
      .houses: .related(negated ? .no : .any, .visits, .field(.visitedOn, test)),
    ]
  }

  func happened(_ bag: Bag, _ fields: [Subject: Field]) -> [Subject: Expression]? {
    guard bag.verb == nil, bag.negation == nil, let test = bag.window?.test(.back) else { return nil }
    return fields.mapValues { .field($0, test) }
  }

  func updated(_ bag: Bag) -> [Subject: Expression]? {
    guard bag.verb == nil, let window = bag.window else { return nil }
    let test = bag.negation == nil ? window.test(.back) : window.start
    guard let test, bag.negation != .never else { return nil }
    let condition = Expression.field(.updatedAt, test)
    return Dictionary(
      uniqueKeysWithValues: Subject.searchable.map { ($0, bag.negation == nil ? condition : .not(condition)) })
  }
}
