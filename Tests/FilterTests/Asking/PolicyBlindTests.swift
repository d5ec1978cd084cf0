import ChineseQuery
import FilterLanguage
import Testing

/// 50 passages whose clauses were told by somebody else: what is understood is right, and nothing that is not is hidden.
@Suite struct PolicyBlindTests {
  struct Clause {
    let kind: PolicyClause.Kind
    let filter: String
    let words: String
  }

  struct Passage {
    let subject: Subject
    let filter: String
    let text: String
    var clauses: [Clause]
  }

  static let passages: [Passage] = PolicyBlindSamples.table.split(separator: "\n").reduce(into: []) { passages, line in
    let cells = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    if cells[0].hasPrefix("#"), let subject = Subject(word: String(cells[0].dropFirst(2))) {
      passages.append(Passage(subject: subject, filter: cells[1], text: cells[2], clauses: []))
    } else if let kind = PolicyClause.Kind(rawValue: cells[0]), let last = passages.indices.last {
      passages[last].clauses.append(Clause(kind: kind, filter: cells[1], words: cells[2]))
    }
  }

  /// Clauses that are read otherwise than their writer did, and why.
  private static let disputed: Set<String> = [
    // Whether the old are meant by 老人 where no age is said, or 下列情形之一的老年人 only names the paper's readers.
    "老年人", "照护评估结论有效期将在30日内届满的老人", "残疾人",
    // Whether 本市 says where their papers are.
    "本市登记失业人员",
    // One clause here, three to the writer: any of them.
    "特困人员、低保人员、重残无业人员",
    // The same bounds in two tests.
    "年龄在16周岁以上、35周岁以下的",
    // Let, as the house's own use says it, or as its tag does.
    "已出租的房屋",
    // Not given, or not known to be.
    "麻腮风疫苗应种日期已过而未接种的",
    // The tags of the two conditions, which one record may not hold both.
    "使用瓶装燃气而未装报警器的商户",
    // Of the people in a home; nothing is joined from them.
    "退役军人", "现役军人家属", "烈士遗属",
  ]

  private let normal: AskNormal
  private let vocabulary: Vocabulary
  private let reader: PolicyReader

  init() throws {
    vocabulary = try AskWorld.vocabulary()
    normal = AskNormal(asOf: AskWorld.today, rules: try AskBlindTests.rules(vocabulary))
    let asking = Asking(vocabulary: vocabulary, gazetteer: AskBlindTests.gazetteer)
    reader = PolicyReader(asking, vocabulary: vocabulary)
  }

  private func text(_ filter: String, _ subject: Subject) throws -> FilterLanguage.Expression {
    try FilterParser.parse(filter, about: subject, vocabulary: vocabulary)
  }

  /// Where the writer's clauses stand, in characters.
  private func places(_ passage: Passage) -> [(range: Range<Int>, clause: Clause)] {
    let text = Array(passage.text)
    var from = 0
    return passage.clauses.compactMap { clause in
      let words = Array(clause.words)
      func find(_ start: Int) -> Int? {
        guard start <= text.count - words.count else { return nil }
        return (start...(text.count - words.count)).first { Array(text[$0..<($0 + words.count)]) == words }
      }
      guard let at = find(from) ?? find(0) else { return nil }
      from = at + words.count
      return (at..<from, clause)
    }
  }

  @Test func read_blindPassages_hideNothing() throws {
    var (understood, asked) = (0, 0)
    for passage in Self.passages {
      let reading = try reader.read(passage.text, asOf: AskWorld.today)
      let kinds = reading.clauses.flatMap { Array(repeating: $0.kind, count: $0.span.length) }
      for (range, clause) in places(passage) {
        let counts = kinds[range].reduce(into: [PolicyClause.Kind: Int]()) { $0[$1, default: 0] += 1 }
        let kind = counts.max { $0.value < $1.value }?.key
        asked += clause.kind == .condition ? 1 : 0
        understood += clause.kind == .condition && kind == .condition ? 1 : 0
        // What may be said of whom: rightly, or left to a person.
        let allowed: [PolicyClause.Kind] =
          switch clause.kind {
          case .condition: [.condition, .judge]
          case .judge: [.judge]
          case .benefit: [.benefit, .judge]
          case .frame: [.frame, .judge, .benefit]
          }
        #expect(kind.map(allowed.contains) == true, "\(clause.words): \(kind?.rawValue ?? "-") in \(passage.text)")
      }
    }
    #expect(Self.passages.count == 50 && asked >= 95)
    #expect(understood * 100 >= asked * 60, "\(understood) of \(asked) conditions are understood")
  }

  @Test func read_conditionsOfBlindPassages_areTheirs() throws {
    for passage in Self.passages {
      let reading = try reader.read(passage.text, asOf: AskWorld.today)
      let places = places(passage)
      for clause in reading.clauses where clause.kind == .condition {
        let range = clause.span.position..<(clause.span.position + clause.span.length)
        let theirs = places.filter { $0.range.overlaps(range) }.map(\.clause)
        let words = clause.span.text.trimmingCharacters(in: ["，", "；", "。", "："])
        guard !Self.disputed.contains(words) else { continue }
        let wanted = try theirs.filter { !$0.filter.isEmpty }.map { try text($0.filter, passage.subject) }
        let isTheirs = clause.expression.map(normal.text) == normal.text(.conjunction(wanted))
        #expect(isTheirs && theirs.allSatisfy { $0.kind == .condition }, "\(words) in \(passage.text)")
      }
    }
  }

  @Test func read_blindPassages_joinWhatTheySayOrNothing() throws {
    var right = 0
    for passage in Self.passages {
      let reading = try reader.read(passage.text, asOf: AskWorld.today)
      let isDisputed = Self.disputed.contains { passage.text.contains($0) }
      guard let combined = reading.combined, !isDisputed else { continue }
      let isRight =
        try !passage.filter.isEmpty && normal.text(combined) == normal.text(text(passage.filter, passage.subject))
      right += isRight ? 1 : 0
      // A list that is wider than the passage says that a person has to look.
      #expect(isRight || reading.needsJudgement && !reading.doubts.isEmpty, "\(passage.text)")
    }
    #expect(right >= 13, "\(right) of \(Self.passages.count) are joined as they say")
  }
}
