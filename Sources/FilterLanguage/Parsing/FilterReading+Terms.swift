// The leaves of a question: tags, comparisons, relations and counts.

extension FilterReading {
  mutating func tag(about subject: Subject) throws(Fault) -> Expression {
    try countTerm()
    var named = token
    try advance()
    if named.end == named.start + 4 {
      guard token.isValue else { throw unexpected("tag: 后面应当是标签的名称、别名或代码") }
      named = token
      try advance()
    }
    let word = lexer.text(named)
    return .tag(code: try located(named.start) { () throws(Fault) in try names.tag(word, about: subject) })
  }

  mutating func related(_ quantifier: Quantifier, about subject: Subject) throws(Fault) -> Expression {
    try advance()
    return try related(quantifier, try relationWord(), about: subject)
  }

  mutating func counted(about subject: Subject) throws(Fault) -> Expression {
    try advance()
    try expect(.open, "count 后面要有括号，例如 count(residents()) >= 5")
    try countTerm()
    let word = try relationWord()
    let (relation, target) = try resolve(word, from: subject)
    let inner = try inner(about: target)
    try expect(.close, "count 缺少右括号 )")
    guard case .op(let op) = token.kind, op != .matches else {
      throw unexpected("count(…) 后面应当是 = != > >= < <= 之一")
    }
    try advance()
    guard token.isValue, let number = ValueReader.digits(lexer.raw(token).utf8, atMost: 6) else {
      throw unexpected("count(…) 要和一个整数比较")
    }
    try advance()
    return .count(relation, inner, op, number)
  }

  mutating func comparisonOrRelation(about subject: Subject) throws(Fault) -> Expression {
    let word = token
    try advance()
    guard token.kind == .open else { return try comparison(word, argument: nil, about: subject) }
    guard names.vocabulary.entry(lexer.raw(word), of: subject)?.field == .turns(0) else {
      return try related(.any, word, about: subject)
    }
    try advance()
    guard token.isValue, let argument = ValueReader.digits(lexer.raw(token).utf8, atMost: 3) else {
      throw unexpected("turns 要写满多少周岁，例如 turns(90)")
    }
    try advance()
    try expect(.close, "缺少右括号 )")
    return try comparison(word, argument: argument, about: subject)
  }

  private mutating func related(
    _ quantifier: Quantifier, _ word: Token, about subject: Subject
  ) throws(Fault) -> Expression {
    try countTerm()
    let (relation, target) = try resolve(word, from: subject)
    return .related(quantifier, relation, try inner(about: target))
  }

  private mutating func relationWord() throws(Fault) -> Token {
    guard token.kind == .word else { throw unexpected("这里应当是关系的名称，例如 house、residents") }
    let word = token
    try advance()
    return word
  }

  private func resolve(_ word: Token, from subject: Subject) throws(Fault) -> (relation: Relation, target: Subject) {
    try located(word.start) { () throws(Fault) in try names.relation(lexer.raw(word), from: subject) }
  }

  private mutating func comparison(_ word: Token, argument: Int?, about subject: Subject) throws(Fault) -> Expression {
    try countTerm()
    let entry = try located(word.start) { () throws(Fault) in
      try names.field(lexer.raw(word), argument: argument, of: subject)
    }
    switch token.kind {
    case .op(let op):
      try located(token.start) { () throws(Fault) in try entry.check(op) }
      try advance()
      return .field(entry.field, .compare(op, try value(for: entry)))
    case .keyword(.in):
      try advance()
      return .field(entry.field, try membership(of: entry))
    default:
      throw unexpected("“\(entry.name)”后面应当是 \(entry.type.operators.map(\.rawValue).joined(separator: " ")) 或 in")
    }
  }

  private mutating func membership(of entry: FieldEntry) throws(Fault) -> Test {
    let start = token.start
    if try accept(.openList) {
      let values = try list(for: entry)
      return try located(start) { () throws(Fault) in try entry.list(values) }
    }
    if token.kind == .word, let period = ValueReader.period(lexer.raw(token)) {
      try advance()
      return try located(start) { () throws(Fault) in try entry.period(period) }
    }
    let from: Value? = token.kind == .range ? nil : try value(for: entry)
    try expect(.range, "in 后面应当是范围 a..b、列表 [a, b] 或 next-month 这样的时段")
    let to: Value? = token.isValue ? try value(for: entry) : nil
    return try located(start) { () throws(Fault) in try entry.range(from, to) }
  }

  private mutating func list(for entry: FieldEntry) throws(Fault) -> [Value] {
    var values: [Value] = []
    repeat {
      if !values.isEmpty { try countTerm() }
      values.append(try value(for: entry))
    } while try accept(.comma)
    try expect(.closeList, "列表缺少 ]")
    return values
  }

  private mutating func value(for entry: FieldEntry) throws(Fault) -> Value {
    guard token.isValue else { throw unexpected("这里应当是“\(entry.name)”（\(entry.title)）的值") }
    let written = token.kind == .quoted ? lexer.text(token) : lexer.raw(token)
    let value = try located(token.start) { () throws(Fault) in try ValueReader.read(written, for: entry) }
    try advance()
    return value
  }
}

extension Token {
  /// Whether it can stand as a value. `and`, `or`, `not` and `in` must be quoted for that.
  fileprivate var isValue: Bool {
    switch kind {
    case .word, .tag, .quoted, .keyword(.any), .keyword(.all), .keyword(.no), .keyword(.count): true
    default: false
    }
  }
}
