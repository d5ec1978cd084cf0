import FilterLanguage

extension ExplanationReader {
  /// 居住人员中有人…, 所在房屋…, 没有走访记录…, 居住人数等于1, 居住人员中…的人数不小于2.
  func relations(_ source: inout ExplanationSource, _ start: Int, _ subject: Subject, depth: Int) -> Found {
    var found: Found = []
    for relation in Relation.leading(from: subject, in: vocabulary) {
      guard let target = relation.target(from: subject) else { continue }
      let words = Explaining(vocabulary: vocabulary).words(relation)
      if let total = source.end(words.total, at: start) {
        found += amounts(source, total).map { (.count(relation, .everything, $0.op, $0.number), $0.end) }
      }
      if relation.isSingle {
        found += single(&source, start, relation, target, words.one, depth)
      } else {
        found += quantified(&source, start, .any, "\(words.scope)有\(words.one)", relation, target, depth)
      }
      found += quantified(&source, start, .no, "\(words.scope)没有\(words.one)", relation, target, depth)
      found += every(&source, start, relation, target, "\(words.scope)有\(words.one)", depth)
      found += counted(&source, start, relation, target, words, depth)
    }
    return found
  }

  private func quantified(
    _ source: inout ExplanationSource, _ start: Int, _ quantifier: Quantifier, _ lead: String, _ relation: Relation,
    _ target: Subject, _ depth: Int
  ) -> Found {
    guard let after = source.end(lead, at: start) else { return [] }
    let inner = grouped(&source, after, target, depth)
    return inner.map { (.related(quantifier, relation, $0.expression), $0.end) }
      + [(.related(quantifier, relation, .everything), after)]
  }

  private func single(
    _ source: inout ExplanationSource, _ start: Int, _ relation: Relation, _ target: Subject, _ one: String,
    _ depth: Int
  ) -> Found {
    var found: Found = []
    if let bare = source.end("有\(one)", at: start) { found.append((.related(.any, relation, .everything), bare)) }
    for joint in ["里", ""] {
      guard let after = source.end(one + joint, at: start) else { continue }
      found += grouped(&source, after, target, depth).map { (.related(.any, relation, $0.expression), $0.end) }
    }
    return found
  }

  private func every(
    _ source: inout ExplanationSource, _ start: Int, _ relation: Relation, _ target: Subject, _ lead: String,
    _ depth: Int
  ) -> Found {
    guard let open = source.end("「\(lead)，而且全都", at: start) else { return [] }
    return grouped(&source, open, target, depth).compactMap { inner in
      source.end("」", at: inner.end).map { (.related(.all, relation, inner.expression), $0) }
    }
  }

  private func counted(
    _ source: inout ExplanationSource, _ start: Int, _ relation: Relation, _ target: Subject,
    _ words: Explaining.Words, _ depth: Int
  ) -> Found {
    guard let scope = words.scope.isEmpty ? start : source.end(words.scope, at: start), depth < 24, source.spend()
    else {
      return []
    }
    // What is counted may not begin with a count itself: 「…」 stands around it then.
    let inner = grouped(&source, scope, target, depth, countsToo: false)
    return inner.flatMap { inner -> Found in
      guard let counter = source.end("的\(words.counter)", at: inner.end) else { return [] }
      return amounts(source, counter).map { (.count(relation, inner.expression, $0.op, $0.number), $0.end) }
    }
  }

  private func grouped(
    _ source: inout ExplanationSource, _ start: Int, _ target: Subject, _ depth: Int, countsToo: Bool = true
  ) -> Found {
    guard depth < 24, source.spend() else { return [] }
    if countsToo { return term(&source, start, target, depth: depth + 1) }
    if let open = source.end("「", at: start) {
      return phrase(&source, open, target, depth: depth + 1).compactMap { inner in
        source.end("」", at: inner.end).map { (inner.expression, $0) }
      }
    }
    return leaf(source, start, target)
  }

  private func amounts(_ source: ExplanationSource, _ start: Int) -> [(op: Operator, number: Int, end: Int)] {
    ExplanationReader.amounts.compactMap { op, word in
      guard let after = source.end(word, at: start), let number = source.number(at: after),
        let whole = Int(exactly: number.value)
      else { return nil }
      return (op, whole, number.end)
    }
  }

  static let amounts: [(Operator, String)] = Operator.allCases.filter { $0 != .matches }.map { ($0, $0.amount) }
  static let orders: [(Operator, String)] = Operator.allCases.filter { $0 != .matches }.map { ($0, $0.order) }
}
