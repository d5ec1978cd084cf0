import FilterLanguage
import Kernel

/// What a clause turned out to be.
enum PolicySense: Hashable {
  /// Holds the text together. `isHeading` for 申请条件, after which conditions begin anew.
  case frame(isHeading: Bool)
  /// 符合下列条件之一: how the items that follow hold together; nil where they are no conditions but what is given.
  case list(PolicyList?)
  case benefit
  /// 不再享受: what stands before it is an exception.
  case denial
  case condition(Expression)
  /// An exception, already denied.
  case exception(Expression)
  case judge(String, [String])
}

/// How the items of a list hold together.
struct PolicyList: Hashable {
  var isAny: Bool
  /// Whether 同时 or 之一 says so.
  var isStated: Bool
  /// 没有下列情形的: whoever meets them is left out.
  var isDenied = false
}

/// A piece, and what it is.
struct PolicySorted: Hashable {
  var piece: PolicyPiece
  var sense: PolicySense
  /// Whether it begins with 或.
  var beginsWithOr = false
  /// Whether it says itself that it adds to what stands before: 申请人还应当….
  var isAdded = false
  /// 或 by itself, or 满足其中两项: how things hold together is said in a way that is not understood.
  var isUnclear = false
}

/// Says of each piece of a passage what it is.
struct PolicySorter {
  /// So many pieces are read as conditions at most.
  private static let patience = 150

  let text: [Character]
  let asking: Asking
  let vocabulary: Vocabulary
  let asOf: Day
  private(set) var subject: Subject?
  private var readings: [String: Result<AskReading, AskRefusal>] = [:]

  init(_ text: [Character], _ asking: Asking, _ vocabulary: Vocabulary, asOf: Day) {
    (self.text, self.asking, self.vocabulary, self.asOf) = (text, asking, vocabulary, asOf)
  }

  mutating func sort(_ pieces: [PolicyPiece]) -> [PolicySorted] {
    let parts = pieces.flatMap { divided($0) }
    for part in parts where subject == nil { subject = Self.named(words(part)) }
    if subject == nil { subject = mostNamed(parts) }
    var sorted: [PolicySorted] = []
    for part in parts { sorted.append(sort(part, after: sorted.last)) }
    return sorted
  }

  private func words(_ piece: PolicyPiece) -> String { String(text[piece.words]) }

  // MARK: Dividing

  /// Apart: 同时符合下列条件的 from what stands around it, and what is given from those who get it.
  private func divided(_ piece: PolicyPiece) -> [PolicyPiece] {
    if piece.isAside { return [piece] }
    if let phrase = PolicyPhrase.list(in: text, piece.words) {
      let cuts = [phrase.range.lowerBound, phrase.range.upperBound].filter {
        $0 > piece.words.lowerBound && $0 < piece.words.upperBound
      }
      return cut(piece, at: cuts).flatMap { part in
        part.words == phrase.range ? [part] : PolicyPhrase.giving(in: text, part).map { cut(part, at: [$0]) } ?? [part]
      }
    }
    return PolicyPhrase.giving(in: text, piece).map { cut(piece, at: [$0]) } ?? [piece]
  }

  private func cut(_ piece: PolicyPiece, at places: [Int]) -> [PolicyPiece] {
    var parts: [PolicyPiece] = []
    var rest = piece
    for place in places {
      var first = rest
      first.range = rest.range.lowerBound..<place
      first.words = rest.words.lowerBound..<place
      first.end = .none
      rest.range = place..<rest.range.upperBound
      rest.words = place..<rest.words.upperBound
      rest.marker = nil
      parts.append(first)
    }
    return parts + [rest]
  }

  // MARK: Sorting

  private mutating func sort(_ piece: PolicyPiece, after last: PolicySorted?) -> PolicySorted {
    let words = words(piece)
    var sorted = PolicySorted(piece: piece, sense: .frame(isHeading: false))
    sorted.beginsWithOr = PolicyWords.orBegins.contains(where: words.hasPrefix)
    sorted.isAdded = PolicyPhrase.isAdded(words)
    if let sense = framed(words, piece, last) {
      sorted.sense = sense
    } else if let inner = PolicyPhrase.exception(words) {
      sorted.sense = condition(inner, isDenied: true)
    } else if PolicyWords.denials.contains(where: PolicyPhrase.bare(words).hasPrefix) {
      sorted.sense = .denial
    } else if PolicyPhrase.isBenefit(words), !namesReceivers(words) {
      sorted.sense = .benefit
    } else if PolicyPhrase.beginsAsBenefit(words) {
      sorted.sense = .judge("这里像是待遇或办理手续，但又提到了条件，请人工判断。", [])
    } else if PolicyPhrase.isOfSome(words) {
      sorted.sense = .judge("“其中”说的是一部分人，不是对所有人的条件，请人工判断。", [])
    } else if PolicyPhrase.isGiven(words), followsGiving(last) {
      sorted.sense = .judge("不清楚这是给予的待遇，还是对享受者的要求，请人工判断。", [])
    } else {
      sorted.sense = condition(words, isDenied: false)
    }
    let isJoint = PolicyWords.orBegins.contains(words)
    let isList = if case .list = sorted.sense { true } else { false }
    sorted.isUnclear =
      isJoint || isOfAnother(sorted, last) || !isList && sorted.sense != .benefit && PolicyPhrase.isSomeOfSeveral(words)
    return sorted
  }

  /// 有下列人员之一的家庭: the list is of those who live there, and nobody says so in its items.
  private mutating func isOfAnother(_ sorted: PolicySorted, _ last: PolicySorted?) -> Bool {
    guard case .judge = sorted.sense, case .list(.some)? = last?.sense, last?.piece.end == PolicyPiece.End.none,
      let other = subjectAlone(words(sorted.piece))
    else { return false }
    return other != subject
  }

  /// 可享受下列服务：.
  private func followsGiving(_ last: PolicySorted?) -> Bool {
    last?.sense == .list(nil) || last?.sense == .benefit && last?.piece.end == .colon
  }

  /// 优先照顾孤老: a tag's name behind the verb says who gets it. 可申请残疾人补贴 is the name of what is given.
  private func namesReceivers(_ words: String) -> Bool {
    guard !PolicyWords.naming.contains(where: PolicyPhrase.bare(words).hasPrefix) else { return false }
    return vocabulary.tags.contains { tag in
      ([tag.name] + tag.aliases).contains { $0.count > 1 && !PolicyPhrase.isGiven($0) && words.contains($0) }
    }
  }

  private func framed(_ words: String, _ piece: PolicyPiece, _ last: PolicySorted?) -> PolicySense? {
    if piece.isAside { return aside(words, last) }
    if let phrase = PolicyPhrase.list(in: text, piece.words), phrase.range == piece.words { return .list(phrase.list) }
    if words.isEmpty { return .frame(isHeading: false) }
    if PolicyWords.frames.contains(words) { return .frame(isHeading: piece.end >= .colon || piece.marker != nil) }
    if PolicyPhrase.isGround(words) { return .frame(isHeading: false) }
    let isOpening = PolicyWords.frameEnds.contains(where: words.hasSuffix) && !PolicyPhrase.hasSign(words)
    let isTitle =
      piece.range.lowerBound == 0 && piece.end == .sentence && PolicyWords.titles.contains(where: words.hasSuffix)
      || piece.end == .colon && words.hasPrefix("关于") && PolicyWords.titles.contains(where: words.hasSuffix)
    let isAim =
      PolicyWords.aims.contains(where: words.hasPrefix) && !PolicyPhrase.hasSign(words)
      && !words.contains { $0.isASCII && $0.isNumber } && PolicyPhrase.giving(in: text, piece) == nil
    return isTitle || isAim || isOpening ? .frame(isHeading: false) : nil
  }

  /// （含60周岁） says what 满 and 以上 say already; （以下简称…） says nothing of anybody.
  private func aside(_ words: String, _ last: PolicySorted?) -> PolicySense? {
    if PolicyPhrase.isGround(words) || words == "下同" { return .frame(isHeading: false) }
    guard words.hasPrefix("含") else { return nil }
    let before = last.map { self.words($0.piece) } ?? ""
    let number = words.filter { $0.isNumber && $0.isASCII }
    let isSame = number.isEmpty ? ["含", "含本数", "含当日", "含当天"].contains(words) : before.contains(number)
    let isIncluded =
      ["满", "以上", "以下", "不低于", "不超过", "及"].contains(where: before.contains) && !before.contains("不满")
    return isSame && isIncluded ? .frame(isHeading: false) : .judge("括号里的话改变了前面的界限，请人工判断。", [])
  }

  // MARK: Conditions

  /// 同时符合下列条件的房屋: what the list is about.
  private static func named(_ words: String) -> Subject? {
    guard PolicyWords.frames.contains(words) else { return nil }
    return words.hasPrefix("申请人") || words.hasPrefix("申请者") ? .people : nil
  }

  /// What most of the clauses are about that say so by themselves; people before others.
  private mutating func mostNamed(_ parts: [PolicyPiece]) -> Subject? {
    var votes: [Subject: Int] = [:]
    for part in parts where readings.count < Self.patience / 2 {
      if let subject = subjectAlone(words(part)) { votes[subject, default: 0] += 1 }
    }
    let most = votes.values.max()
    return ([.people] + Subject.searchable).first { votes[$0] != nil && votes[$0] == most }
  }

  private mutating func subjectAlone(_ words: String) -> Subject? {
    guard !words.isEmpty, !PolicyWords.frames.contains(words), !PolicyPhrase.beginsAsBenefit(words),
      !PolicyWords.denials.contains(where: words.hasPrefix), !PolicyPhrase.isGround(words)
    else { return nil }
    for body in PolicyPhrase.bodies(PolicyPhrase.exception(words) ?? words) {
      if case .success(let reading) = read(body) { return reading.subject }
    }
    return nil
  }

  private mutating func condition(_ words: String, isDenied: Bool) -> PolicySense {
    guard readings.count < Self.patience else { return .judge("这段话条款太多，这一条没有读，请分段来查。", []) }
    let subject = self.subject ?? .people
    var refusal: AskRefusal?
    var other: Subject?
    for body in PolicyPhrase.bodies(words) {
      var found: Set<Expression> = []
      for said in PolicyPhrase.namesSomebody(body) ? [body] : [body, "\(body)的\(subject.noun)"] {
        switch read(said) {
        case .success(let reading) where reading.subject == subject: found.insert(reading.expression)
        case .success(let reading): other = reading.subject
        case .failure(let failure): refusal = refusal ?? failure
        }
      }
      if found.count > 1 { return .judge("这一条有两种读法，请人工判断。", []) }
      if let expression = found.first {
        if expression == .everything { return .frame(isHeading: false) }
        return isDenied ? .exception(.not(expression)) : .condition(expression)
      }
    }
    if let other { return .judge("这一条说的是\(other.title)，这段话查的是\(subject.title)，请人工判断。", []) }
    return .judge(refusal?.detail ?? "看不懂这一条。", refusal?.parts.flatMap(\.suggestions) ?? [])
  }

  /// A sentence by itself; one that wishes for columns, an order or a number is no condition.
  private mutating func read(_ sentence: String) -> Result<AskReading, AskRefusal> {
    if let known = readings[sentence] { return known }
    var result: Result<AskReading, AskRefusal>
    do throws(AskRefusal) {
      let reading = try asking.read(sentence, asOf: asOf)
      let plain = AskReading(subject: reading.subject, expression: reading.expression)
      result = reading == plain ? .success(reading) : .failure(Self.wish)
    } catch {
      result = .failure(error)
    }
    readings[sentence] = result
    return result
  }

  private static let wish = AskRefusal("这里要的是名单的样子，不是条件。", [])
}

extension Subject {
  /// What stands for any of them in a sentence.
  fileprivate var noun: String {
    switch self {
    case .people: "人员"
    case .houses: "房屋"
    case .shops: "商铺"
    case .buildings: "楼栋"
    case .assets: "设施"
    case .workOrders: "工单"
    case .visits, .records: title
    }
  }
}
