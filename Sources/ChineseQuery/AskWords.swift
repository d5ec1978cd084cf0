import FilterLanguage

/// The words of one caller, ready to be found at a place in a sentence.
struct AskWords: Sendable {
  struct Entry: Sendable {
    let word: [Unicode.Scalar]
    let piece: AskPiece
    let cost: Int
  }

  private var byFirst: [Unicode.Scalar: [Entry]] = [:]
  /// What an unknown word may have meant: tags, places, nouns.
  var suggestions = NearWords()
  /// What is something only once somebody has it, by its first scalar.
  let thingsByFirst: [Unicode.Scalar: [Thing]]
  /// Rows of datasets by how they are called.
  let rowWords: [(word: [Unicode.Scalar], row: AskRows)]
  /// All words of two letters or more that mean something, for slips of the pen.
  private(set) var meaningful: [[Unicode.Scalar]] = []
  let dayWords: [(word: [Unicode.Scalar], row: AskRows)]
  /// The names of tags, taken apart.
  private(set) var tagParts = AskTagParts()
  /// The fields that rows are grouped, sorted and shown by, longest words first.
  let keys: [(word: [Unicode.Scalar], field: String)]
  /// What fields and their values are called.
  let fields: AskFieldWords
  /// The day on which a record of a dataset was made: its one date of something done.
  let recordDays: [String: Field]
  /// Tags of houses that tell of the home of those who live there.
  let homeTags: Set<String>

  func entries(startingWith scalar: Unicode.Scalar) -> [Entry] { byFirst[scalar] ?? [] }

  init(_ vocabulary: Vocabulary, _ gazetteer: Gazetteer) {
    self = AskCatalogueWords.words(vocabulary)
    addPlaces(gazetteer)
    addOwnPlaces(gazetteer)
    addTrades(gazetteer)
    addFacilities(gazetteer)
    addUnits(gazetteer)
    addMatters(gazetteer)
    addSources(gazetteer)
    addMine(gazetteer)
    addStates()
    addHappenings()
    addDatasets(vocabulary)
    meaningful = meaningfulWords()
  }

  /// The words that hang on the catalogue alone.
  init(of vocabulary: Vocabulary) {
    fields = AskFieldWords(vocabulary)
    recordDays = Self.recordDays(vocabulary)
    homeTags = Self.homeTags(vocabulary)
    keys = Self.allKeys()
    thingsByFirst = Self.things(vocabulary)
    rowWords = Self.rows(vocabulary)
    dayWords = Self.days(vocabulary)
    for (piece, words) in Self.plain {
      for word in Self.split(words) {
        // 无电梯 goes before 无 + 电梯….
        if case .not = piece { add(word, piece, cost: 11) } else { add(word, piece) }
      }
    }
    for word in Self.countings { add(word, .tail(.count)) }
    for (filler, words) in Self.fillers + Self.spokenFillers {
      for word in Self.split(words) { add(word, .filler(filler), cost: 11) }
    }
    for (topic, words) in Self.topics + Self.furtherTopics + Self.spokenTopics {
      for word in Self.split(words) { add(word, .topic(topic)) }
    }
    for case (.event(let dataset, let field, let subject), let words) in Self.topics {
      // 今年没有调解记录 is 今年没调解.
      for word in Self.split(words) where !word.hasSuffix("过") && !word.hasSuffix("记录") {
        add(word + "记录", .topic(.event(dataset: dataset, field: field, subject)))
      }
    }
    addHeads(vocabulary)
    addConditions(vocabulary)
    addTags(vocabulary)
    addSharedNames(vocabulary)
    tagParts = AskTagParts(vocabulary) { isOfOthers($0, than: $1) }
  }

  /// The names under which datasets keep the day of an event.
  private static let eventDays = ["on", "checked_on", "assessed_on"]

  private static func recordDays(_ vocabulary: Vocabulary) -> [String: Field] {
    vocabulary.datasets.reduce(into: [:]) { days, dataset in
      let day = dataset.attributes.first { $0.type == .date && eventDays.contains($0.name) }
      days[dataset.code] = day.map { .attribute($0.name) }
    }
  }

  private static func homeTags(_ vocabulary: Vocabulary) -> Set<String> {
    let tags = vocabulary.tags.filter { tag in
      guard tag.subject == .house else { return false }
      guard let rule = tag.rule else { return true }
      return (try? FilterParser.parse(rule, about: .houses, vocabulary: vocabulary))?.isHomeRule ?? false
    }
    return Set(tags.map(\.code))
  }

  mutating func add(_ word: String, _ piece: AskPiece, cost: Int = 10) {
    let scalars = AskText.fold(word)
    guard let first = scalars.first else { return }
    byFirst[first, default: []].append(Entry(word: scalars, piece: piece, cost: cost))
  }

  /// Adds a condition; a word with readings for several subjects becomes one unit.
  mutating func add(_ word: String, unit: AskUnit) {
    let scalars = AskText.fold(word)
    guard let first = scalars.first else { return }
    let index = byFirst[first]?.firstIndex { entry in
      if entry.word == scalars, case .unit = entry.piece { true } else { false }
    }
    guard let index, case .unit(var known) = byFirst[first]?[index].piece else { return add(word, .unit(unit)) }
    known.readings.merge(unit.readings) { first, _ in first }
    known.isNoun = known.isNoun || unit.isNoun
    byFirst[first]?[index] = Entry(word: scalars, piece: .unit(known), cost: 10)
  }

  private mutating func addHeads(_ vocabulary: Vocabulary) {
    for line in Self.lines(Self.heads + "\n" + Self.spokenHeads) {
      var cells = Self.split(line, keepingEmpty: true)
      let filter = cells.removeLast()
      guard let subject = Subject(word: cells.removeLast()) else { continue }
      let isHousehold = line.hasPrefix("#")
      let implied = filter.isEmpty ? nil : try? FilterParser.parse(filter, about: subject, vocabulary: vocabulary)
      for word in cells {
        let word = word.hasPrefix("#") ? String(word.dropFirst()) : word
        add(word, .head(AskHead(subject: subject, implied: implied, isHousehold: isHousehold)))
        if word.unicodeScalars.count > 1 { suggestions.append(word) }
      }
    }
  }

  private mutating func addConditions(_ vocabulary: Vocabulary) {
    let known = Self.saidOf()
    for line in Self.lines(Self.conditions) {
      var cells = Self.split(line)
      let filters = cells.removeLast().components(by: " ~ ")
      guard let subject = Subject(word: cells.removeLast()), let filter = filters.first,
        let expression = try? FilterParser.parse(filter, about: subject, vocabulary: vocabulary)
      else { continue }
      let implied = filters.dropFirst().first.flatMap {
        try? FilterParser.parse($0, about: subject, vocabulary: vocabulary)
      }
      let isNoun = line.hasPrefix("!")
      for word in cells {
        let word = word.hasPrefix("!") ? String(word.dropFirst()) : word
        // 紧急的工单 is no bare noun, though it is one word here.
        let isBare = isNoun && !word.contains("的")
        var unit = AskUnit(readings: [subject: expression], kind: .word, isNoun: isBare, implied: implied)
        // 社区矫正和安置帮教人员: the noun of the last completes the first.
        if isBare { unit.ending = Self.tagNouns.first(where: word.hasSuffix) }
        unit.completions = Set(Self.tagNouns.filter { known[word + $0] == known[word] })
        add(word, unit: unit)
        suggestions.append(word)
        for turned in Self.turned(word) { add(turned, unit: unit) }
      }
    }
  }

  /// What each word of the table is said of and means, where it means one thing.
  private static func saidOf() -> [String: String] {
    var known: [String: String] = [:]
    for line in lines(conditions) {
      let cells = split(line)
      for cell in cells.dropLast(2) {
        let word = cell.hasPrefix("!") ? String(cell.dropFirst()) : cell
        known[word] = known[word] == nil ? cells.suffix(2).joined(separator: "|") : ""
      }
    }
    return known.filter { $0.value != "" }
  }

  /// 报警器没装 of 没装报警器: what is lacking, said first.
  private static func turned(_ word: String) -> [String] {
    for verb in ["安装", "装", "打过", "打"] {
      guard let thing = word.after(["没\(verb)"]), thing.unicodeScalars.count > 1, !thing.hasPrefix("过"),
        !thing.hasPrefix("装")
      else { continue }
      return ["没", "还没", "没有", "还没有", "一直没", "都没"].map { thing + $0 + verb }
    }
    return []
  }

  /// The names of tags that end so stand for somebody or something by themselves; others only describe (低保, 群租).
  private static let nounEndings = Set(
    "人员户者属眷侨胞童代象长老儿军房店铺楼庭客亲友生体构位栋宅吧兵妇干手星筑洞点所站地口师才民门组宿间性".unicodeScalars)

  static func isNoun(_ word: String) -> Bool { word.unicodeScalars.last.map { nounEndings.contains($0) } ?? false }

  /// Whether a word stands by itself for something that `subject` is not: 电梯 for buildings.
  private func isOfOthers(_ word: String, than subject: Subject) -> Bool {
    let scalars = AskText.fold(word)
    guard let first = scalars.first else { return false }
    return entries(startingWith: first).contains { entry in
      guard entry.word == scalars else { return false }
      return switch entry.piece {
      case .unit(let unit): unit.isNoun && unit.readings[subject] == nil
      case .head(let head): head.subject != subject
      default: false
      }
    }
  }

  /// 老人 of 独居老人: the noun with which a name ends, where it says an age.
  private func noun(of name: String) -> AskHead? {
    for ending in ["老人", "儿童", "老年人"] where name.hasSuffix(ending) {
      let scalars = AskText.fold(ending)
      guard let first = scalars.first else { continue }
      for entry in entries(startingWith: first) where entry.word == scalars {
        if case .head(let head) = entry.piece { return head }
      }
    }
    return nil
  }

  private mutating func addTags(_ vocabulary: Vocabulary) {
    for tag in vocabulary.tags {
      guard let subject = Subject.searchable.first(where: { $0.tagSubject == tag.subject }) else { continue }
      for word in [tag.name] + tag.aliases {
        // Names that are themselves a filter in words (80周岁及以上…) give way to what the words say.
        let cost = Self.saysAges(word) ? 60 : 10
        // Who carries an assigned tag is called by its name: 居民代表.
        let isGroup = tag.rule == nil && subject == .people
        var unit = AskUnit(
          readings: [subject: .tag(code: tag.code)], kind: .tag,
          isNoun: Self.isNoun(word) || isGroup && word == tag.name)
        unit.noun = noun(of: tag.name)
        unit.ending = Self.tagNouns.first(where: word.hasSuffix)
        unit.completions = Set(Self.tagNouns.filter { ([tag.name] + tag.aliases).contains(word + $0) })
        if entries(of: word, for: subject) { continue }
        cost == 10 ? add(word, unit: unit) : add(word, .unit(unit), cost: cost)
        suggestions.append(word)
        describe(word, unit)
      }
    }
  }

  /// 80周岁及以上…, but not 90周岁老人户, whose words alone say something else.
  private static func saysAges(_ word: String) -> Bool {
    word.contains("岁") && word.contains { $0.isASCII && $0.isNumber }
      && ["以上", "以下", "满", "-"].contains(where: word.contains)
  }

  private static let tagNouns = [
    "人员", "对象", "居民", "家庭", "商铺", "商户", "楼栋", "房屋", "店铺", "老人", "儿童", "小区", "住房", "点位", "单位", "户",
  ]

  /// 深夜营业 of 深夜营业商铺 describes in the same words.
  private mutating func describe(_ word: String, _ unit: AskUnit) {
    guard !word.contains("岁"), let noun = Self.tagNouns.first(where: word.hasSuffix) else { return }
    let rest = String(word.dropLast(noun.count))
    guard rest.unicodeScalars.count >= 4, let subject = unit.readings.keys.first, !entries(of: rest, for: subject)
    else {
      return
    }
    add(rest, unit: AskUnit(readings: unit.readings, kind: .tag))
  }

  /// All words of two letters or more that mean something.
  private func meaningfulWords() -> [[Unicode.Scalar]] {
    let words = byFirst.values.joined().filter { entry in
      guard entry.word.count > 1 else { return false }
      return switch entry.piece {
      case .unit, .head, .topic, .verb: true
      default: false
      }
    }
    return Array(Set(words.map(\.word)))
  }

  /// Whether a condition of this subject has the word already; fields go before tags.
  private func entries(of word: String, for subject: Subject) -> Bool {
    let scalars = AskText.fold(word)
    guard let first = scalars.first else { return true }
    return entries(startingWith: first).contains { entry in
      guard entry.word == scalars else { return false }
      return switch entry.piece {
      case .unit(let unit): unit.readings[subject] != nil
      case .head(let head): head.subject == subject
      default: false
      }
    }
  }

  static func lines(_ table: String) -> [String] { table.split(separator: "\n").map(String.init) }

  static func split(_ line: String, keepingEmpty: Bool = false) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: !keepingEmpty).map(String.init)
  }

  /// Lines of `word|word=value`.
  static func table(_ text: String) -> [(words: [String], value: String)] {
    lines(text).compactMap { line in
      let halves = line.split(separator: "=", maxSplits: 1).map(String.init)
      return halves.count == 2 ? (split(halves[0]), halves[1]) : nil
    }
  }
}

extension String {
  /// The parts between `separator`.
  fileprivate func components(by separator: String) -> [String] {
    guard let range = firstRange(of: separator) else { return [self] }
    return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
  }
}
