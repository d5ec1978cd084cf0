import Kernel

/// Reads a question as people and programs write it: `age >= 80 and tag:独居老人`.
package enum FilterParser {
  /// The question's expression, in normal form, with every name resolved and every value checked against its field.
  ///
  /// Empty text is everything. Throws one `.invalid` problem: code `filter_syntax`, `filter_value`, `filter_limit`,
  /// `unknown_field`, `unknown_tag`, `unknown_relation` or `unknown_dataset`; its note has the offset in characters
  /// and the nearest names.
  package static func parse(
    _ text: String, about subject: Subject, vocabulary: Vocabulary
  ) throws(Problem) -> Expression {
    guard text.utf8.count <= FilterLimits.characters * 16,
      text.utf8.count <= FilterLimits.characters || text.count <= FilterLimits.characters
    else { throw FilterLimits.tooLong.problem(.position(FilterLimits.characters)) }
    let bytes = Array(text.utf8)
    do {
      var reading = try FilterReading(FilterLexer(bytes), NameFinder(vocabulary: vocabulary))
      return try reading.whole(about: subject)
    } catch {
      let before = String(decoding: bytes.prefix(error.offset ?? 0), as: UTF8.self)
      throw error.problem(.position(before.count))
    }
  }
}

/// One pass over a question's tokens, by recursive descent; the depth is checked before each step down.
struct FilterReading {
  var lexer: FilterLexer
  let names: NameFinder
  var token: Token
  private var depth = 0
  private var terms = 0

  init(_ lexer: FilterLexer, _ names: NameFinder) throws(Fault) {
    self.lexer = lexer
    self.names = names
    token = try self.lexer.next()
  }

  mutating func whole(about subject: Subject) throws(Fault) -> Expression {
    if token.kind == .end { return .everything }
    let expression = try disjunction(about: subject)
    guard token.kind == .end else { throw unexpected("这里应当是 and、or 或结尾") }
    return expression
  }

  private mutating func disjunction(about subject: Subject) throws(Fault) -> Expression {
    var parts = [try conjunction(about: subject)]
    while try accept(.keyword(.or)) { parts.append(try conjunction(about: subject)) }
    return parts.count == 1 ? parts[0] : .disjunction(parts)
  }

  private mutating func conjunction(about subject: Subject) throws(Fault) -> Expression {
    var parts = [try negation(about: subject)]
    while try accept(.keyword(.and)) { parts.append(try negation(about: subject)) }
    return parts.count == 1 ? parts[0] : .conjunction(parts)
  }

  private mutating func negation(about subject: Subject) throws(Fault) -> Expression {
    guard try accept(.keyword(.not)) else { return try primary(about: subject) }
    if token.kind == .keyword(.not) { throw unexpected("not 后面又是 not，请加括号") }
    return .not(try primary(about: subject))
  }

  private mutating func primary(about subject: Subject) throws(Fault) -> Expression {
    switch token.kind {
    case .open:
      return try deeper { reading throws(Fault) in
        try reading.advance()
        let inner = try reading.disjunction(about: subject)
        try reading.expect(.close, "缺少右括号 )")
        return inner
      }
    case .tag: return try tag(about: subject)
    case .keyword(.any): return try related(.any, about: subject)
    case .keyword(.all): return try related(.all, about: subject)
    case .keyword(.no): return try related(.no, about: subject)
    case .keyword(.count): return try counted(about: subject)
    case .word: return try comparisonOrRelation(about: subject)
    default: throw unexpected("这里应当是条件：标签 tag:…、字段比较或关系")
    }
  }

  /// Steps down one level of nesting.
  mutating func deeper<T>(_ step: (inout FilterReading) throws(Fault) -> T) throws(Fault) -> T {
    depth += 1
    guard depth <= FilterLimits.depth else { throw FilterLimits.tooDeep.at(token.start) }
    let result = try step(&self)
    depth -= 1
    return result
  }

  mutating func countTerm(_ count: Int = 1) throws(Fault) {
    terms += count
    guard terms <= FilterLimits.terms else { throw FilterLimits.tooMany.at(token.start) }
  }

  /// The inner question of a relation, from its `(` to its `)`.
  mutating func inner(about target: Subject) throws(Fault) -> Expression {
    try deeper { reading throws(Fault) in
      try reading.expect(.open, "关系后面要有括号，例如 house()")
      if try reading.accept(.close) { return .everything }
      let inner = try reading.disjunction(about: target)
      try reading.expect(.close, "缺少右括号 )")
      return inner
    }
  }

  mutating func advance() throws(Fault) { token = try lexer.next() }

  mutating func accept(_ kind: Token.Kind) throws(Fault) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ otherwise: String) throws(Fault) {
    guard try accept(kind) else { throw unexpected(otherwise) }
  }

  func unexpected(_ expected: String) -> Fault {
    let found = token.kind == .end ? "，但已经结束" : "，不是“\(lexer.raw(token).brief)”"
    return Fault(.syntax, expected + found).at(token.start)
  }
}
