import Testing
@testable import ChineseQuery
@testable import FilterLanguage

/// Every word of a sentence says something: without it, twice, or in its neighbour's place the sentence asks something
/// else or is refused. What may go without a change stands on the closed list below, and only in that place.
@Suite struct AskPieceTests {
  enum Change: CaseIterable { case removed, doubled, swapped }

  /// What changes nothing, by kind.
  private struct Idle {
    let tokens: [AskToken]
    let index: Int

    private var piece: AskPiece { tokens[index].piece }
    private var next: AskPiece? { index + 1 < tokens.count ? tokens[index + 1].piece : nil }
    private var neighbours: [AskPiece] {
      [index - 1, index + 1].filter(tokens.indices.contains).map { tokens[$0].piece }
    }

    /// Words whose absence leaves the meaning.
    var mayGo: Bool {
      switch piece {
      // Politeness; marks; what joins conditions that all must hold even without it.
      case .filler, .de, .comma, .and, .list, .pause, .inside, .livingIn: true
      // 党员以外的, 除…的，: either end of an exception is enough.
      case .except, .exceptEnd, .exceptThen: true
      // 老人的家庭 has them as well.
      case .have, .dwell: true
      // 延中、南昌两个居委: how many were named.
      case .amount(.equal, _): index > 0 && tokens[index - 1].piece.isPlace
      // A bare period is when an order was reported.
      case .topic(.reported): tokens.contains { if case .window = $0.piece { true } else { false } }
      // 核对过地址、与标准地址不一致的: another word of the same records.
      case .topic(.event(let dataset, _, _)): tokens.contains { $0.piece.tests(dataset) }
      // 年检到期, 生日满80岁: of two words for one day either is enough.
      case .verb, .topic: tokens.contains { $0.piece != piece && $0.piece.isDayWord }
      // 已经歇业的: what stands today has begun.
      case .already: true
      // 独居老人的工单 are about them as well.
      case .about(nil): true
      // A noun names what is asked for, which its conditions may tell as well.
      case .head: true
      case .unit(let unit): isImplied(unit) || unit.isNoun
      default: false
      }
    }

    /// 60岁以上的老人: what a noun of the sentence says already, or another word (本市户籍老人).
    private func isImplied(_ unit: AskUnit) -> Bool {
      tokens.contains { token in
        switch token.piece {
        case .head(let head): head.implied.map { unit.readings.values.contains($0) } ?? false
        case .unit(let other): token.range != tokens[index].range && unit.readings.contains { other.says($0, $1) }
        default: false
        }
      }
    }

    /// Words that may be said twice.
    var mayDouble: Bool { if case .filler = piece { true } else { piece == .comma } }
  }

  private static let rows = (AskSentenceTests.rows.map(\.sentence) + AskBlindTests.rows.map(\.sentence))

  private func key(_ reading: AskReading) -> String {
    let normal = AskNormal(asOf: AskWorld.today)
    let wishes = "\(reading.columns)\(reading.groupBy)\(reading.sort ?? "")\(reading.wantsCount)\(reading.limit ?? 0)"
    return "\(reading.subject.word) \(normal.text(reading.expression)) \(wishes)"
  }

  private func division(_ asking: Asking, _ text: AskText) -> Asking.Division? {
    try? asking.divided(text, asOf: AskWorld.today)
  }

  /// The faults of the sentences of one share: share and shares keep the cores busy. Of each sentence every third word is
  /// changed, another third in the next.
  private func faults(_ asking: Asking, share: Int, of shares: Int) -> (asked: Int, faults: [String]) {
    var (asked, faults): (Int, [String]) = (0, [])
    for (number, sentence) in Self.rows.enumerated() where number % shares == share {
      let text = AskText(sentence)
      guard let division = division(asking, text) else { continue }
      asked += 1
      let words = division.tokens.map { text.span($0.range).text }
      for index in words.indices where (index + number / shares) % 3 == 0 {
        let idle = Idle(tokens: division.tokens, index: index)
        for change in Change.allCases {
          var changed = words
          switch change {
          case .removed where !idle.mayGo: changed.remove(at: index)
          case .doubled where !idle.mayDouble: changed.insert(words[index], at: index)
          case .swapped
          where index + 1 < words.count && !Self.eitherSide.contains(words[index]) && order(division.tokens, index):
            changed.swapAt(index, index + 1)
          default: continue
          }
          let sentence = changed.joined()
          guard let reading = try? asking.read(sentence, asOf: AskWorld.today) else { continue }
          if change == .doubled {
            faults.append("\(words[index]) twice is taken: \(sentence)")
          } else if key(reading) == key(division.reading) {
            faults.append("\(words[index]) \(change) says the same: \(sentence)")
          }
        }
      }
    }
    return (asked, faults)
  }

  /// …，12345来的不要 is …，不要12345来的: said before or behind what is left out.
  private static let eitherSide: Set<String> = ["不要", "不算", "不含", "不包括", "剔除", "排除"]

  /// Whether the order of a word and the next must matter: conditions commute, and so do words that say nothing.
  private func order(_ tokens: [AskToken], _ index: Int) -> Bool {
    switch (tokens[index].piece, tokens[index + 1].piece) {
    case (.not, .unit), (.or, .unit), (.unit, .or), (.except, .unit), (.all, .unit): true
    case (.not, .head), (.except, .head), (.all, .head): true
    default: false
    }
  }

  @Test func read_wordsRemovedDoubledAndSwapped_sayOtherThingsOrAreRefused() async throws {
    let vocabulary = try AskWorld.vocabulary()
    let asking = Asking(vocabulary: vocabulary, gazetteer: AskBlindTests.gazetteer)
    let shares = 2
    let found = await withTaskGroup(of: (asked: Int, faults: [String]).self) { group in
      for share in 0..<shares { group.addTask { faults(asking, share: share, of: shares) } }
      return await group.reduce(into: (asked: 0, faults: [String]())) {
        $0.asked += $1.asked
        $0.faults += $1.faults
      }
    }
    #expect(found.asked >= 1_000)
    #expect(found.faults.isEmpty, "\(found.faults.count): \(found.faults.prefix(40).joined(separator: "\n"))")
  }
}

extension AskPiece {
  /// Whether it is a condition on records of this dataset.
  fileprivate func tests(_ dataset: String) -> Bool {
    guard case .unit(let unit) = self else { return false }
    return unit.readings.values.contains { $0.dimension?.dataset == dataset }
  }

  /// 到期, 年检, 生日: one of them may stand for the day alone.
  fileprivate var isDayWord: Bool {
    switch self {
    case .verb, .topic, .already: true
    default: false
    }
  }
}

extension AskUnit {
  /// Whether it says this of a subject.
  fileprivate func says(_ subject: Subject, _ expression: FilterLanguage.Expression) -> Bool {
    switch readings[subject] {
    case .some(expression): true
    case .and(let parts)?: parts.contains(expression)
    default: implied == expression
    }
  }
}
