import Kernel

/// What is known of one row: which tests its fields pass and which they do not. Finds when no values can do both.
///
/// A missing value passes no test, so that tests that fail never contradict each other by themselves.
struct SenseFacts {
  /// A field, and whether its values may differ from those of the same field said elsewhere: a tag's rule asks about
  /// all the homes of a person, a question inside `residents(…)` about the one home in hand.
  struct Key: Hashable {
    let field: Field
    var ofRule = false
  }

  private struct Ordered {
    var passed: [SenseSpans] = []
    var failed: SenseSpans?
  }

  private struct Worded {
    var passed: Set<Test> = []
    var failed: Set<Test> = []
    let type: FieldType
  }

  let subject: Subject
  /// Whether the row is one link of a person to a home.
  let isLinked: Bool
  let asOf: Day
  private(set) var tags: [String: Bool] = [:]
  private var ordered: [Key: Ordered] = [:]
  private var worded: [Key: Worded] = [:]

  init(_ subject: Subject, isLinked: Bool, asOf: Day) {
    (self.subject, self.isLinked, self.asOf) = (subject, isLinked, asOf)
  }

  /// Takes in that the tag is there or not; false when the opposite is known.
  mutating func add(tag code: String, _ holds: Bool) -> Bool {
    let known = tags[code]
    tags[code] = holds
    return known.map { $0 == holds } ?? true
  }

  /// Takes in that a test passes or fails.
  mutating func add(_ entry: FieldEntry, _ field: Field, _ test: Test, _ holds: Bool, ofRule: Bool) {
    if let (key, spans) = spans(entry, field, test) {
      add(spans, at: Key(field: key, ofRule: ofRule && isLinked && isOfLink(key)), holds)
    } else if entry.type.isWorded {
      let key = Key(field: field, ofRule: ofRule && isLinked && isOfLink(field))
      var known = worded[key] ?? Worded(type: entry.type)
      if holds { known.passed.insert(test) } else { known.failed.insert(test) }
      worded[key] = known
    }
  }

  /// Takes in that the field has a value at all.
  mutating func addPresence(of entry: FieldEntry, _ field: Field) {
    let key = Key(field: Self.root(field))
    switch entry.type {
    // Whoever is in the book is born.
    case .day where key.field == .birthDate: add(.between(.first, asOf), at: key, true)
    case .day: add(.between(.first, .last), at: key, true)
    case .flag: add(SenseSpans(isWhole: true, [0...1]), at: key, true)
    case .number, .time: add(.all(isWhole: false), at: key, true)
    case .word(let words): add(entry, field, .list(words.map(Value.text)), true, ofRule: false)
    case .text, .sealed, .address, .area: break
    }
  }

  private mutating func add(_ spans: SenseSpans, at key: Key, _ holds: Bool) {
    var known = ordered[key] ?? Ordered()
    if holds {
      known.passed.append(spans)
    } else {
      known.failed = known.failed?.union(spans) ?? spans
    }
    ordered[key] = known
  }

  /// Age, 满周岁日 and day of birth are all said of the day of birth.
  static func root(_ field: Field) -> Field {
    switch field {
    case .age, .turns: .birthDate
    default: field
    }
  }

  private func spans(_ entry: FieldEntry, _ field: Field, _ test: Test) -> (Field, SenseSpans)? {
    switch (field, entry.type) {
    case (.age, _): return SenseSpans.births(age: test, asOf: asOf).map { (.birthDate, $0) }
    case (.turns(let years), _):
      return (.birthDate, .births(completing: years, on: SenseSpans(days: test, asOf: asOf)))
    case (_, .day): return (field, SenseSpans(days: test, asOf: asOf))
    case (_, .number), (_, .time): return SenseSpans(numbers: test).map { (field, $0) }
    case (_, .flag):
      let passing = [false, true].filter { test.holds(flag: $0) }.map { $0 ? 1.0...1.0 : 0.0...0.0 }
      return (field, SenseSpans(isWhole: true, passing))
    default: return nil
    }
  }

  /// Whether nothing can have these values.
  var areImpossible: Bool {
    ordered.contains { key, known in isImpossible(key, known) } || worded.contains { isImpossible($0.key, $0.value) }
  }

  private func isImpossible(_ key: Key, _ known: Ordered) -> Bool {
    guard !known.passed.isEmpty else { return false }
    let left = known.failed.map(\.complement)
    if isMultiple(key) {
      return known.passed.contains { passed in left.map { passed.intersection($0).isEmpty } ?? passed.isEmpty }
    }
    let all = (known.passed + (left.map { [$0] } ?? [])).reduce(nil) { $0?.intersection($1) ?? $1 } as SenseSpans?
    return all?.isEmpty ?? false
  }

  private func isImpossible(_ key: Key, _ known: Worded) -> Bool {
    if !known.passed.isDisjoint(with: known.failed) { return true }
    guard known.type.hasPlainWords, !key.hasManyNames(subject) else { return false }
    if case .area = known.type, known.passed.union(known.failed).contains(where: \.mayBeCode) { return false }
    let fold: (String) -> String =
      if case .area(let level) = known.type { { AreaName.bare($0, level) } } else { { $0 } }
    if isMultiple(key) {
      return known.passed.contains { passed in
        passed.words?.allSatisfy { word in known.failed.contains { $0.holds(word, fold) } } ?? false
      }
    }
    let candidates = known.passed.compactMap(\.words).first ?? (known.passed.isEmpty ? nil : known.type.closed)
    return candidates?.allSatisfy { word in
      known.passed.contains { !$0.holds(word, fold) } || known.failed.contains { $0.holds(word, fold) }
    } ?? false
  }

  /// Whether a row can have several values at once, any of which may pass.
  private func isMultiple(_ key: Key) -> Bool {
    if isOfLink(key.field) { return !isLinked || key.ofRule }
    switch (key.field, subject) {
    case (.address, _), (.road, _), (.compound, _), (.committee, _), (.grid, _), (.subdistrict, _), (.district, _):
      return subject == .people || subject == .shops || subject == .assets
    default: return false
    }
  }

  private func isOfLink(_ field: Field) -> Bool {
    subject == .people && (field == .role || field == .since || field == .until)
  }
}

extension SenseFacts.Key {
  /// The kinds of assets go by two names at once.
  fileprivate func hasManyNames(_ subject: Subject) -> Bool { subject == .assets && field == .kind }
}

extension FieldType {
  fileprivate var isWorded: Bool {
    switch self {
    case .text, .word, .sealed, .address, .area: true
    case .number, .day, .time, .flag: false
    }
  }

  /// Whether two words are the same only when they are written alike.
  fileprivate var hasPlainWords: Bool {
    switch self {
    case .text, .word, .area: true
    case .sealed, .address, .number, .day, .time, .flag: false
    }
  }

  /// All the words that there are.
  fileprivate var closed: [String]? { if case .word(let words) = self { words } else { nil } }
}

extension Test {
  /// The words that pass, where they can be told.
  fileprivate var words: [String]? {
    switch self {
    case .compare(.equal, .text(let word)): [word]
    case .list(let values): values.compactMap { if case .text(let word) = $0 { word } else { nil } }
    default: nil
    }
  }

  /// Whether an area may be meant by its code, which goes beside its name.
  fileprivate var mayBeCode: Bool {
    switch self {
    case .compare(_, .text(let word)): word.utf8.allSatisfy { $0 < 128 }
    case .list: words?.contains { $0.utf8.allSatisfy { $0 < 128 } } ?? true
    default: true
    }
  }

  fileprivate func holds(_ word: String, _ fold: (String) -> String) -> Bool {
    switch self {
    case .compare(.equal, .text(let wanted)): fold(word) == fold(wanted)
    case .compare(.notEqual, .text(let other)): fold(word) != fold(other)
    case .compare(.matches, .text(let part)): Array(word.utf8).holds(Array(part.utf8))
    case .list(let values):
      values.contains { if case .text(let wanted) = $0 { fold(word) == fold(wanted) } else { false } }
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate func holds(_ run: [UInt8]) -> Bool {
    run.isEmpty || count >= run.count && (0...(count - run.count)).contains { self[$0...].starts(with: run) }
  }
}
