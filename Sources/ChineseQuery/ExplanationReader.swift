import FilterLanguage

/// Reads back what `FilterExplanation` writes, so that an explanation can be asked and gives the same selection.
///
/// It is a language of its own (quoted words, 「」 around what belongs together), told apart from free speech by being read
/// whole or not at all. What an explanation hides (证件号码为指定的号码) cannot be read back.
struct ExplanationReader {
  let vocabulary: Vocabulary
  private let explaining: Explaining

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    explaining = Explaining(vocabulary: vocabulary)
  }

  /// The question when the whole text is an explanation of one, with its subject: …的人员, 全部人员.
  func read(_ sentence: String) -> AskReading? {
    let scalars = Array(sentence.unicodeScalars)
    for subject in Subject.searchable {
      let title = Array(subject.title.unicodeScalars)
      if scalars == Array("全部".unicodeScalars) + title { return AskReading(subject: subject, expression: .everything) }
      let ending = Array("的".unicodeScalars) + title
      guard scalars.count > ending.count, Array(scalars.suffix(ending.count)) == ending else { continue }
      var source = ExplanationSource(Array(scalars.dropLast(ending.count)))
      for (expression, end) in phrase(&source, 0, subject, depth: 0) where end == source.count {
        return AskReading(subject: subject, expression: expression)
      }
    }
    return nil
  }

  typealias Found = [(expression: Expression, end: Int)]

  /// Parts that are all joined by ，且 or all by ，或.
  func phrase(_ source: inout ExplanationSource, _ start: Int, _ subject: Subject, depth: Int) -> Found {
    guard depth < FilterLimits.depth * 2, source.spend() else { return [] }
    var found: Found = []
    for first in term(&source, start, subject, depth: depth) {
      found.append(first)
      for (join, makes) in [("，且", Expression.conjunction), ("，或", Expression.disjunction)] {
        found += rest(&source, [first.expression], first.end, join, subject, depth).map { (makes($0.parts), $0.end) }
      }
    }
    return found
  }

  private func rest(
    _ source: inout ExplanationSource, _ parts: [Expression], _ start: Int, _ join: String, _ subject: Subject,
    _ depth: Int
  ) -> [(parts: [Expression], end: Int)] {
    guard let after = source.end(join, at: start) else { return [] }
    var found: [(parts: [Expression], end: Int)] = []
    for next in term(&source, after, subject, depth: depth + 1) {
      found.append((parts + [next.expression], next.end))
      found += rest(&source, parts + [next.expression], next.end, join, subject, depth)
    }
    return found
  }

  func term(_ source: inout ExplanationSource, _ start: Int, _ subject: Subject, depth: Int) -> Found {
    var found: Found = []
    if let open = source.end("「", at: start) {
      for inner in phrase(&source, open, subject, depth: depth + 1) {
        if let close = source.end("」", at: inner.end) { found.append((inner.expression, close)) }
      }
    }
    if let open = source.end("不满足「", at: start) {
      for inner in phrase(&source, open, subject, depth: depth + 1) {
        if let close = source.end("」", at: inner.end) { found.append((.not(inner.expression), close)) }
      }
    }
    if let end = source.end("不限", at: start) { found.append((.everything, end)) }
    found += tag(source, start, subject)
    found += fields(source, start, subject)
    found += relations(&source, start, subject, depth: depth)
    return found
  }

  private func tag(_ source: ExplanationSource, _ start: Int, _ subject: Subject) -> Found {
    for (lead, isThere) in [("有标签", true), ("没有标签", false)] {
      guard let after = source.end(lead, at: start), let word = source.quoted(at: after) else { continue }
      guard let kind = subject.tagSubject, let tag = vocabulary.tag(word.text, for: kind) else { return [] }
      let expression = Expression.tag(code: tag.code)
      return [(isThere ? expression : .not(expression), word.end)]
    }
    return []
  }
}

/// The text of an explanation, and how much more of it may be tried: a hostile one ends early.
struct ExplanationSource {
  let scalars: [Unicode.Scalar]
  private var budget = 20_000

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  var count: Int { scalars.count }

  mutating func spend() -> Bool {
    budget -= 1
    return budget > 0
  }

  func end(_ word: String, at start: Int) -> Int? {
    let wanted = Array(word.unicodeScalars)
    guard start + wanted.count <= scalars.count, wanted.indices.allSatisfy({ scalars[start + $0] == wanted[$0] }) else {
      return nil
    }
    return start + wanted.count
  }

  /// “…”
  func quoted(at start: Int) -> (text: String, end: Int)? {
    guard let open = end("“", at: start), let close = scalars[open...].firstIndex(of: "”") else { return nil }
    return (String(String.UnicodeScalarView(scalars[open..<close])), close + 1)
  }

  /// 12, 12.5, -3.
  func number(at start: Int) -> (value: Double, end: Int)? {
    var end = start
    while end < count, "0123456789.-".unicodeScalars.contains(scalars[end]) { end += 1 }
    while end > start {
      if let value = ValueReader.number(String(String.UnicodeScalarView(scalars[start..<end]))) { return (value, end) }
      end -= 1
    }
    return nil
  }
}
