import FilterLanguage
import Kernel

/// 「说一句话」: ordinary Chinese as a question of the filter language, by a grammar and without a language model.
///
/// Every character is accounted for: it belongs to a condition, to what is wanted beside it (columns, order, counting),
/// or to a known word that says nothing. Anything else refuses the sentence and is named, with what it may have meant.
package struct Asking: Sendable {
  /// A sentence may have this many characters.
  package static let limit = 400

  /// Unknown stretches for which near words are looked for; a sentence with more is noise.
  private static let explained = 5

  private let vocabulary: Vocabulary
  private let words: AskWords

  package init(vocabulary: Vocabulary, gazetteer: Gazetteer) {
    self.vocabulary = vocabulary
    words = AskWords(vocabulary, gazetteer)
  }

  /// What a sentence asks on the day that it is asked; dates that the language can keep relative stay so.
  package func read(_ sentence: String, asOf: Day) throws(AskRefusal) -> AskReading {
    let text = AskText(sentence)
    guard text.count > 0 else {
      throw AskRefusal("请说一句话，例如：未来三个月年满90周岁的老人。", text.span(0..<0))
    }
    guard text.original.count <= Self.limit else {
      throw AskRefusal("这句话太长，最多\(Self.limit)个字。", text.span(min(Self.limit, text.count)..<text.count))
    }
    if let reading = ExplanationReader(vocabulary).read(sentence) { return reading }
    return try divided(text, asOf: asOf).reading
  }

  /// A meaning, and the words in which it was found: together they are the whole text.
  struct Division {
    let reading: AskReading
    let tokens: [AskToken]
  }

  /// What ordinary words mean.
  func divided(_ text: AskText, asOf: Day) throws(AskRefusal) -> Division {
    let paths = paths(text, asOf)
    guard let best = paths.first else { throw AskRefusal("看不懂这句话。", text.span(0..<text.count)) }
    try refuseUnknown(best, text, asOf: asOf)
    if let twice = AskStumble(text: text, words: words).stutter(best.tokens) { throw twice }
    let pending = Pending()
    if let division = try division(paths, text, asOf, pending) { return division }
    if pending.readings.count == 2 {
      throw AskRefusal(
        "没有说清查的是哪一种，没有去查，请选一种。", text.span(0..<text.count),
        suggestions: pending.readings.map { $0.explanation(vocabulary) }, readings: pending.readings)
    }
    throw AskStumble(text: text, words: words).refusal(best.tokens)
  }

  /// What the words mean of each of two subjects, where nothing says of which.
  private final class Pending {
    var readings: [AskReading] = []
  }

  /// The first division into words that makes sense.
  private func division(
    _ paths: [AskPaths.Path], _ text: AskText, _ asOf: Day, _ pending: Pending
  ) throws(AskRefusal) -> Division? {
    var steps = AskEffort.most
    for path in paths where steps > 0 && !path.tokens.contains(where: { $0.piece == .unknown }) {
      let found = try reading(path, text, asOf, &steps, pending)
      // What a nearer division leaves open, a farther one does not decide.
      if pending.readings.count == 2 { return nil }
      if let found { return Division(reading: found, tokens: path.tokens) }
    }
    return nil
  }

  /// What one division into words means; refused with both readings where a careful reader would hesitate.
  private func reading(
    _ path: AskPaths.Path, _ text: AskText, _ asOf: Day, _ steps: inout Int, _ pending: Pending
  ) throws(AskRefusal) -> AskReading? {
    var tails: [AskTail] = []
    var rest: [AskPiece] = []
    for piece in AskFillers(path.tokens.map(\.piece)).removed() ?? [] {
      guard case .tail(let tail) = piece else {
        rest.append(piece)
        continue
      }
      tails.append(tail)
      // 居民代表中年纪最大的五个: of them.
      if rest.last == .inside { rest.removeLast() }
    }
    guard let pieces = arranged(rest) else { return nil }
    func read(_ effort: AskEffort) -> AskReading? {
      defer { steps = effort.left }
      guard
        let phrase = AskGrammar(effort: effort, recordDays: words.recordDays, homeTags: words.homeTags).phrase(
          pieces[...])?.closed
      else { return nil }
      guard let (subject, expression) = choose(phrase) else {
        if pending.readings.isEmpty, phrase.readings.count == 2, phrase.conditions > 0 {
          pending.readings = phrase.ordered.compactMap { AskWishes(tails).reading($0.subject, $0.expression) }
        }
        return nil
      }
      return AskWishes(tails).reading(subject, expression)
    }
    // What is found when the steps are used up may not be what a whole search finds.
    let effort = AskEffort(steps)
    guard let first = read(effort), effort.left > 0 else { return nil }
    guard effort.hesitated else { return try sensible([first], text, path.tokens, asOf) }
    let other = AskEffort(steps, prefersSecond: true)
    let second = read(other)
    guard other.left > 0 else { return nil }
    return try sensible([first] + [second].compactMap { $0 }.filter { $0 != first }, text, path.tokens, asOf)
  }

  /// The one reading that makes sense; refused where none does, or more than one.
  private func sensible(
    _ readings: [AskReading], _ text: AskText, _ tokens: [AskToken], _ asOf: Day
  ) throws(AskRefusal) -> AskReading {
    let whole = text.span(0..<text.count)
    let doubts = AskDoubts(text: text, tokens: tokens, words: words, vocabulary: vocabulary, asOf: asOf)
    for reading in readings {
      if let refusal = doubts.refusal(of: reading) { throw refusal }
    }
    var possible: [AskReading] = []
    var faults: [SenseFinding] = []
    for var reading in readings {
      let findings = SelectionSense.findings(
        reading.expression, about: reading.subject, vocabulary: vocabulary, asOf: asOf)
      let wrong = findings.filter { $0.severity == .contradiction }
      faults += wrong
      guard wrong.isEmpty else { continue }
      reading.warnings = findings.map(\.detail)
      possible.append(reading)
    }
    if possible.count == 1, let other = doubts.whoseHome(possible[0]) { possible.append(other) }
    if possible.count == 1 { return possible[0] }
    guard !possible.isEmpty else {
      let details = faults.map(\.detail)
      throw AskRefusal(
        details.first.map { "\($0)没有去查。" } ?? "这句话自相矛盾，没有去查。",
        details.map { AskRefusal.Part(span: whole, detail: $0, suggestions: []) })
    }
    throw AskRefusal(
      "这句话有两种读法，没有去查，请选一种。", whole, suggestions: possible.map { $0.explanation(vocabulary) },
      readings: possible)
  }

  /// The words in the order in which the grammar expects them; nil where they say nothing.
  private func arranged(_ pieces: [AskPiece]) -> [AskPiece]? {
    // 已经 matters only before what has a day.
    var rest = pieces.indices.filter {
      pieces[$0] != .already || $0 + 1 < pieces.count && (pieces[$0 + 1].isDated || pieces[$0 + 1].opensClause)
    }.map { pieces[$0] }
    // The same thing twice in a row is a slip or noise, and so is a list that begins or ends with what joins it.
    guard zip(rest, rest.dropFirst()).allSatisfy({ $0 != $1 || $0 == .comma }),
      rest.first?.isJoin != true, rest.last?.isJoin != true
    else { return nil }
    // 房子里住着老人的: what they live in is asked for when nothing follows.
    // 老洋房里住着外国人的人家: those who have them are in it.
    let living: [AskPiece] =
      rest.last == .de
      ? [.have(ofHousehold: false)] : asksHomes(rest) ? [.inside, .have(ofHousehold: false)] : [.inside]
    rest = rest.flatMap { $0 == .livingIn ? living : [$0] }
    rest = sharedWindow(windowFirst(reportedLast(rest)))
    if lacksNothing(rest) { return nil }
    // 下个月到期的租约: the thing that ends, said last.
    if rest.count > 2, case .topic = rest[rest.count - 1], rest[rest.count - 2] == .de,
      case .verb = rest[rest.count - 3]
    {
      rest.remove(at: rest.count - 2)
    }
    return says(rest) ? rest : nil
  }

  /// 营业执照要到期的店，下个月: when, said last, of the one thing that has a day and says none.
  private func windowFirst(_ pieces: [AskPiece]) -> [AskPiece] {
    guard pieces.count > 3, case .window? = pieces.last, pieces[pieces.count - 2] == .comma,
      pieces.count(where: { if case .window = $0 { true } else { false } }) == 1,
      var at = pieces.firstIndex(where: { if case .topic = $0 { true } else { false } }),
      pieces.count(where: { if case .topic = $0 { true } else { false } }) == 1
    else { return pieces }
    while at > 0, pieces[at - 1] == .not(.lack) { at -= 1 }
    var rest = Array(pieces.dropLast(2))
    rest.insert(contentsOf: pieces.suffix(1), at: at)
    return rest
  }

  /// 今年既没体检也没走访的: a time before two things that were not done is of both.
  private func sharedWindow(_ pieces: [AskPiece]) -> [AskPiece] {
    guard let at = pieces.firstIndex(where: { if case .window = $0 { true } else { false } }) else { return pieces }
    let first = at + 1 < pieces.count && pieces[at + 1] == .and ? at + 2 : at + 1
    guard first + 4 < pieces.count, isUndone(pieces, first) else { return pieces }
    let second = pieces[(first + 2)...].firstIndex { ![.and, .comma, .pause].contains($0) } ?? pieces.count
    guard second > first + 2, isUndone(pieces, second) else { return pieces }
    return Array(pieces[...at]) + pieces[first..<(first + 2)] + [.and, pieces[at]] + pieces[second...]
  }

  /// 没体检.
  private func isUndone(_ pieces: [AskPiece], _ at: Int) -> Bool {
    guard at + 1 < pieces.count, pieces[at] == .not(.lack), case .topic = pieces[at + 1] else { return false }
    return true
  }

  /// 楼组长没有的楼: what 没有 denies stands behind it, and not before.
  private func lacksNothing(_ pieces: [AskPiece]) -> Bool {
    pieces.indices.contains { at in
      at > 0 && at + 1 < pieces.count && pieces[at] == .not(.lack) && pieces[at + 1] == .de && pieces[at - 1].isNoun
    }
  }

  /// 本季度酒吧的投诉: when an order was reported, said before what it is about, is said of the order.
  private func reportedLast(_ pieces: [AskPiece]) -> [AskPiece] {
    guard let at = pieces.firstIndex(where: \.isReported), let last = pieces.last, last.isOfOrders, !last.isReported,
      pieces[..<at].allSatisfy({ $0.isPlace || $0 == .de }),
      pieces[(at + 1)...].contains(where: { $0.isNoun && !$0.isOfOrders && !$0.isPlace })
    else { return pieces }
    var rest = pieces
    rest.remove(at: at)
    if at < rest.count, rest[at] == .de { rest.remove(at: at) }
    return rest + [pieces[at]]
  }

  /// …的人家, …的房子.
  private func asksHomes(_ pieces: [AskPiece]) -> Bool {
    guard pieces.count > 2, pieces[pieces.count - 2] == .de, case .head(let head)? = pieces.last else { return false }
    return head.subject == .houses
  }

  /// Whether it names something (超期 alone does not), and denies nothing twice in a breath (不是不是).
  private func says(_ pieces: [AskPiece]) -> Bool {
    let denials = pieces.filter { if case .have = $0 { false } else { true } }
    let isTwice = zip(denials, denials.dropFirst()).contains { first, second in
      if case .not = first, case .not = second { true } else { false }
    }
    let names = pieces.contains { piece in
      switch piece {
      case .unit(let unit): !isOnlyLate(unit)
      case .head, .topic: true
      default: false
      }
    }
    return names && !isTwice
  }

  /// 超期: orders can be late, and so can inspections and permits.
  private func isOnlyLate(_ unit: AskUnit) -> Bool {
    if unit.isNoun { return false }
    return if case .field(.overdue, _)? = unit.readings[.workOrders] { unit.readings.count == 1 } else { false }
  }

  /// The one subject that it is about. Words that fit several refuse, rather than guess.
  private func choose(_ phrase: AskPhrase) -> (Subject, Expression)? {
    guard let subject = phrase.subject, let expression = phrase.readings[subject],
      (try? FilterLimits.check(expression)) != nil
    else { return nil }
    return (subject, expression)
  }

  /// What a sentence asks, without a word on why it may ask nothing.
  private func understood(_ sentence: String, asOf: Day) -> AskReading? {
    let text = AskText(sentence)
    guard text.count > 0 else { return nil }
    return try? division(paths(text, asOf), text, asOf, Pending())?.reading
  }

  private func paths(_ text: AskText, _ asOf: Day) -> [AskPaths.Path] {
    AskPaths.best(AskScanner(text: text, words: words, asOf: asOf).tokens())
  }

  private func refuseUnknown(_ path: AskPaths.Path, _ text: AskText, asOf: Day) throws(AskRefusal) {
    var stretches: [Range<Int>] = []
    for token in path.tokens where token.piece == .unknown {
      if let last = stretches.last, last.upperBound == token.range.lowerBound {
        stretches[stretches.count - 1] = last.lowerBound..<token.range.upperBound
      } else {
        stretches.append(token.range)
      }
    }
    guard !stretches.isEmpty else { return }
    let explainer = AskExplainer(text: text, words: words, vocabulary: vocabulary) { understood($0, asOf: asOf) != nil }
    throw explainer.refusal(stretches, explained: Self.explained)
  }
}
