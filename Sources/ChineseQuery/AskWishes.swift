import Addresses
import FilterLanguage

/// What is wanted beside the condition, put together.
struct AskWishes {
  private let tails: [AskTail]

  init(_ tails: [AskTail]) { self.tails = tails }

  /// Nil where a wish does not fit the subject: 商铺 have no age to sort by.
  func reading(_ subject: Subject, _ expression: Expression) -> AskReading? {
    var (columns, groups): ([String], [String]) = ([], [])
    var sorts: [String] = []
    var wantsCount = false
    var limit: Int?
    let fields = Set(Field.entries(of: subject).map(\.name)).union(subject.tagSubject == nil ? [] : ["tags"])
    for tail in tails.map({ $0.renamed(fields) }) {
      switch tail {
      case .count: wantsCount = true
      case .limit(let count):
        guard limit == nil else { return nil }
        limit = count
      case .most(let name, let descending, let count):
        guard fields.contains(name), limit == nil, sorts.isEmpty else { return nil }
        sorts.append(descending ? "\(name).desc" : name)
        limit = count
      case .group(let names):
        guard names.allSatisfy(fields.contains) else { return nil }
        groups += names
      case .sort(let name, let descending):
        guard fields.contains(name), name != "tags" else { return nil }
        sorts.append(descending ? "\(name).desc" : name)
      case .columns(let names):
        guard names.allSatisfy({ fields.contains($0) || ["phone"].contains($0) && subject == .shops }) else {
          return nil
        }
        columns += names
      }
    }
    // The first 20 of no order are any 20.
    if limit != nil, sorts.isEmpty { return nil }
    return AskReading(
      subject: subject, expression: expression, columns: columns, groupBy: groups,
      sort: sorts.isEmpty ? nil : sorts.joined(separator: ","), wantsCount: wantsCount, limit: limit)
  }
}

extension AskTail {
  /// 状态 of a work order is kept under another name than that of a shop.
  fileprivate func renamed(_ fields: Set<String>) -> AskTail {
    func name(_ name: String) -> String {
      let other = ["status": "state", "category": "kind", "due": "due_at", "age": "built"][name] ?? name
      return fields.contains(name) || !fields.contains(other) ? name : other
    }
    // The oldest house was built first.
    func isTurned(_ field: String) -> Bool { field == "age" && name(field) == "built" }
    return switch self {
    case .group(let names): .group(names.map(name))
    case .columns(let names): .columns(names.map(name))
    case .sort(let field, let descending): .sort(name(field), descending: isTurned(field) != descending)
    case .most(let field, let descending, let count):
      .most(name(field), descending: isTurned(field) != descending, count)
    case .count, .limit: self
    }
  }
}

/// Says why words that are all known make no sentence.
struct AskStumble {
  let text: AskText
  let words: AskWords

  func refusal(_ tokens: [AskToken]) -> AskRefusal {
    let whole = text.span(0..<text.count)
    let pieces = tokens.map(\.piece)
    if !pieces.contains(where: { $0.says }) {
      return AskRefusal("没有听出要查什么，请说明查人员、房屋、商铺、楼栋还是设施，以及条件。", whole)
    }
    if let doubtful = doubtful(tokens) { return doubtful }
    if let window = tokens.first(where: { if case .window = $0.piece { true } else { false } }) {
      let span = text.span(window.range)
      if window.piece.lacksYear {
        return AskRefusal("没有说是哪一年的“\(span.text)”。", span, suggestions: ["今年\(span.text)", "明年\(span.text)"])
      }
      return AskRefusal(
        "听出了时间“\(span.text)”，但没有听出这段时间里发生什么。", span,
        suggestions: ["\(span.text)到期年检的电梯", "\(span.text)年满90周岁的老人", "\(span.text)没有走访的独居老人"])
    }
    if pieces.allSatisfy({ !$0.namesSubject }) {
      return AskRefusal("没有听出查的是人员、房屋、商铺、楼栋还是设施。", whole, suggestions: ["人员", "房屋", "商铺", "楼栋", "设施"])
    }
    return AskRefusal(
      "每个词都认识，但连起来有歧义或前后矛盾，没有去查。请换一种说法，或在每个条件后面加“的”、条件之间用“且”“或”。", whole)
  }

  /// 独居独居老人: words twice in a row are a slip, and what their other divisions might mean is nobody's question.
  func stutter(_ tokens: [AskToken]) -> AskRefusal? {
    guard let twice = repeatedWord(tokens) ?? repeatedRun() else { return nil }
    let once = text.span(twice.lowerBound..<(twice.lowerBound + twice.count / 2)).text
    return AskRefusal("“\(once)”连着说了两遍，没有去查。", text.span(twice), suggestions: [once])
  }

  /// A word, and right behind it one that begins with it.
  private func repeatedWord(_ tokens: [AskToken]) -> Range<Int>? {
    // 今天今天到期, read as one word.
    for token in tokens where token.range.count >= 4 {
      for start in token.range.dropLast(3) where isRepeated(start..<(start + 2)) { return start..<(start + 4) }
    }
    for (last, next) in zip(tokens, tokens.dropFirst()) where next.piece != .comma {
      let (start, length) = (next.range.lowerBound, last.range.count)
      if length > 1, isRepeated(last.range) { return last.range.lowerBound..<(start + length) }
      // 多少人人, 也也不是: a single letter that is said already.
      if length == 1 || next.range.count == 1, isRepeated((start - 1)..<start) { return (start - 1)..<(start + 1) }
    }
    return nil
  }

  /// Any three letters or more that follow themselves, wherever words begin: 住了3个人以上住了3个人以上.
  private func repeatedRun() -> Range<Int>? {
    guard text.count >= 6 else { return nil }
    for length in 3...min(Self.longest, text.count / 2) {
      var alike = 0
      for at in length..<text.count {
        alike = text.scalars[at] == text.scalars[at - length] ? alike + 1 : 0
        let start = at - 2 * length + 1
        // 残疾人的残疾人的 only with what stands before: 家里还有残疾人的残疾人.
        if alike == length, text.scalars[start] != "的", !isNumber(start..<(start + length)) { return start..<(at + 1) }
      }
    }
    return nil
  }

  /// Longer stretches nobody types twice without seeing it.
  private static let longest = 40

  private func isRepeated(_ range: Range<Int>) -> Bool {
    !isNumber(range) && text.scalars[range.upperBound...].starts(with: text.scalars[range])
  }

  private func isNumber(_ range: Range<Int>) -> Bool {
    text.scalars[range].allSatisfy {
      ("0"..."9").contains($0) || ChineseNumeral.isNumeral($0) || "/.-:".unicodeScalars.contains($0)
    }
  }

  /// More ways than these nobody reads.
  private static let most = 8

  /// Words that could be about several fields: each way of saying which, of what the sentence asks for.
  private func doubtful(_ tokens: [AskToken]) -> AskRefusal? {
    let named = Set(tokens.compactMap(\.piece.asked))
    let parts = tokens.compactMap { token -> AskRefusal.Part? in
      guard case .unit(let unit) = token.piece, unit.doubt != nil || !unit.choices.isEmpty else { return nil }
      let span = text.span(token.range)
      let fitting = unit.choices.filter { named.contains($0.key) }
      let offered = (fitting.isEmpty ? unit.choices : fitting).values.joined()
      return AskRefusal.Part(
        span: span, detail: unit.doubt ?? "“\(span.text)”可以指不止一种，请说清是哪一种",
        suggestions: Array(Set(offered).sorted().prefix(Self.most)))
    }
    guard let first = parts.first else { return nil }
    return AskRefusal("\(first.detail)，没有去查。", parts)
  }
}

extension AskPiece {
  /// Whether it carries any meaning of its own.
  var says: Bool {
    switch self {
    case .unit, .head, .topic, .window: true
    default: false
    }
  }

  /// A date that is over this year, said without a year.
  fileprivate var lacksYear: Bool {
    switch self {
    case .window(.yearless(_, isOver: true)), .window(.either(ahead: nil, _)): true
    default: false
    }
  }

  /// The one subject that a noun stands for.
  fileprivate var asked: Subject? {
    switch self {
    case .head(let head): head.subject
    case .unit(let unit) where unit.isNoun && unit.readings.count == 1: unit.readings.keys.first
    default: nil
    }
  }

  fileprivate var namesSubject: Bool {
    switch self {
    case .head: true
    case .unit(let unit): unit.readings.count == 1
    default: false
    }
  }
}
