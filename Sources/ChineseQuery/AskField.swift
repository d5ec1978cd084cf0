import FilterLanguage

/// One field as sentences may speak of it: a subject's own, or one of a dataset's about that subject.
struct AskField: Hashable, Sendable {
  let subject: Subject
  /// The dataset that it is of; nil for a subject's own.
  let dataset: String?
  let entry: FieldEntry
  /// What a suggestion puts before the title: the dataset's name, without what the title repeats of it.
  let lead: String
  /// The values that are known, longest words first: how each is said, and how it is kept.
  var values: [Value] = []
  /// Whether there are no others than those known.
  var isClosed = false
  /// Whether 1 is the most (残疾等级): 以上 and 以下 could mean either side.
  var isReversed = false

  struct Value: Hashable, Sendable {
    let word: String
    let value: String
    let scalars: [Unicode.Scalar]

    init(word: String, value: String) { (self.word, self.value, scalars) = (word, value, AskText.fold(word)) }
  }

  /// What holds of the subject when the field passes the test.
  func condition(_ test: Test) -> Expression {
    guard let dataset else { return .field(entry.field, test) }
    return .related(.any, .records(dataset), .field(entry.field, test))
  }

  /// The day that it holds has passed; of rows that follow each other, the last has.
  var over: Expression {
    (dataset.map { AskDay.record($0, entry.name) } ?? .own(entry.field)).over
  }

  var isAhead: Bool { AskFieldTitles.isAhead(entry.title) }
  var units: [String] { AskFieldTitles.units(entry.title) }

  /// Whether a value may say by itself what it is a value of. The list must be whole, and no own field have its title.
  var standsAlone: Bool {
    isClosed && dataset != nil && !Field.entries(of: subject).contains { $0.title == entry.title }
  }

  /// How short such a value may be: 有效, 完成 and 公示 are said of many things.
  var shortest: Int { ["状态", "结果", "阶段"].contains { entry.title.hasSuffix($0) } ? 3 : 2 }
}

extension AskField {
  /// The fields of all datasets, and each subject's own.
  static func all(_ vocabulary: Vocabulary) -> [AskField] {
    vocabulary.datasets.flatMap(fields) + Subject.searchable.flatMap(own)
  }

  private static func fields(_ dataset: Vocabulary.Dataset) -> [AskField] {
    guard let subject = Subject.searchable.first(where: { $0.tagSubject == dataset.subject }) else { return [] }
    let uses = AskValueLists(dataset.about)
    return dataset.attributes.map { attribute in
      let lead = AskDatasetNames.lead(dataset.name, attribute.title)
      var field = AskField(subject: subject, dataset: dataset.code, entry: attribute.entry, lead: lead)
      if attribute.type == .text,
        let list = uses.list(for: attribute.title) ?? AskValueLists.examples["\(dataset.code).\(attribute.name)"]
      {
        field.values = list.values.flatMap { value in
          AskValueWords.words(value, of: "\(dataset.code).\(attribute.name)").map { Value(word: $0, value: value) }
        }
        .sorted { $0.scalars.count > $1.scalars.count }
        field.isClosed = list.isClosed
      }
      field.isReversed = attribute.type == .number && uses.isReversed(attribute.title)
      return field
    }
  }

  /// What is asked for otherwise, or only by the number as a whole, is left out.
  private static let leftOut: Set<Field> = [
    .name, .idNumber, .phone, .age, .turns(0), .creditCode, .code, .number, .address, .road, .compound, .committee,
    .grid, .subdistrict, .district, .built, .closes,
  ]

  private static func own(_ subject: Subject) -> [AskField] {
    Field.entries(of: subject).filter { !leftOut.contains($0.field) }.map { entry in
      var field = AskField(subject: subject, dataset: nil, entry: entry, lead: subject.title)
      if case .word(let words) = entry.type {
        field.values = words.flatMap { word -> [Value] in
          let others = subject.storedField(entry.name)?.words.first { $0.code == word }?.others ?? []
          return Set([word, FieldWords.chinese(word, entry.field, subject)] + others).map {
            Value(word: $0, value: word)
          }
        }
        .sorted { $0.scalars.count > $1.scalars.count }
        field.isClosed = true
      }
      return field
    }
  }
}

/// The values that the text about a dataset lists: 状态用：在职、失业；类别如：漏水、噪声. What 用 begins is all there is, 如
/// begins examples.
struct AskValueLists {
  struct List {
    let values: [String]
    let isClosed: Bool
  }

  /// Values that are known for fields whose datasets list none: values = dataset.field. There may be others.
  static let examples = AskWords.table(
    """
    消火栓|消防栓|应急灯|防火门|灭火器|喷淋|疏散指示灯|疏散指示|烟感|防火卷帘=fire_facility.kind
    消防|用电|燃气|用气|电气=safety_check.kind
    市场监管|城管|消防|卫生|食品安全=shop_inspection.kind
    居住|商业|办公|商住=structure.usage
    """
  ).reduce(into: [String: List]()) { $0[$1.value] = List(values: $1.words, isClosed: false) }

  private var lists: [(title: String, list: List)] = []
  private var heaviestIsOne: [String] = []

  init(_ about: String) {
    for clause in about.split(whereSeparator: { "；;。，,".contains($0) }).map(String.init) {
      for (mark, isClosed) in [("用：", true), ("如：", false)] {
        guard let found = clause.firstRange(of: mark) else { continue }
        var rest = String(clause[found.upperBound...])
        let isOpen = rest.hasSuffix("等")
        if isOpen { rest.removeLast() }
        let values = rest.split(separator: "、").map(String.init)
        lists.append((String(clause[..<found.lowerBound]), List(values: values, isClosed: isClosed && !isOpen)))
      }
      if let found = clause.firstRange(of: "1为最重") { heaviestIsOne.append(String(clause[..<found.lowerBound])) }
    }
  }

  /// The list for a field: 类别用 is also said of 残疾类别.
  func list(for title: String) -> List? {
    lists.first { $0.title == title }?.list ?? lists.first { !$0.title.isEmpty && title.hasSuffix($0.title) }?.list
  }

  func isReversed(_ title: String) -> Bool { heaviestIsOne.contains { !$0.isEmpty && title.hasSuffix($0) } }

  static let denials = ["还没有", "还没", "没有", "没", "尚未", "还未", "未"]
}
