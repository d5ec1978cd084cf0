import FilterLanguage

// Words that come from the titles of fields and the names of datasets, where nothing else has the word yet.

extension AskWords {
  /// The words by which rows are sorted, which also name the field in a condition.
  static func keyWords(_ name: String, of subject: Subject) -> [String] {
    let other = subject == .workOrders ? ["state": "status"][name] : nil
    // 生日 is a day of every year, not the day of birth.
    return keyTable.filter { $0.value == name || $0.value == other }.flatMap(\.words).filter { $0 != "生日" }
  }

  static let keyTable = table(keys)

  /// The words of the table, and the title of every column; where subjects share a title, each has it under its own name.
  static func allKeys() -> [(word: [Unicode.Scalar], field: String)] {
    var known = Set<[Unicode.Scalar]>()
    var found: [(word: [Unicode.Scalar], field: String)] = []
    func add(_ word: String, _ field: String) {
      let scalars = AskText.fold(word)
      if known.insert(scalars).inserted { found.append((scalars, field)) }
    }
    for (words, field) in keyTable { for word in words { add(word, field) } }
    for subject in Subject.searchable {
      for entry in Field.entries(of: subject) where !isHidden(entry) { add(entry.title, entry.name) }
    }
    return found.sorted { $0.word.count > $1.word.count }
  }

  /// 区 is too short a word to be a column, and years to be completed are none.
  private static func isHidden(_ entry: FieldEntry) -> Bool {
    entry.title.unicodeScalars.count < 2 || entry.name == "turns"
  }

  /// 待派单, 已回访: a value of a closed list by its own title.
  mutating func addStates() {
    for subject in Subject.searchable {
      for entry in Field.entries(of: subject) {
        if entry.type == .flag { addFlagged(entry, subject) }
        guard case .word(let values) = entry.type else { continue }
        for value in values {
          let word = FieldWords.chinese(value, entry.field, subject)
          guard word.unicodeScalars.count > 1, word != "其他", !has(word) else { continue }
          let condition = Expression.field(entry.field, .compare(.equal, .text(value)))
          add(word, unit: AskUnit(readings: [subject: condition], kind: .word))
        }
      }
    }
  }

  /// 督办件, 紧急工单: those that have the flag.
  private mutating func addFlagged(_ entry: FieldEntry, _ subject: Subject) {
    guard subject == .workOrders else { return }
    let condition = Expression.field(entry.field, .compare(.equal, .flag(true)))
    for word in ["件", "单", "工单"].map({ entry.title + $0 }) where !has(word) {
      add(word, unit: AskUnit(readings: [subject: condition], kind: .word, isNoun: true))
    }
  }

  /// 入党, 免疫, 清洗: what a dataset notes the day of.
  mutating func addHappenings() {
    var found: [String: [AskTopic]] = [:]
    for field in fields.fields.values.joined() where field.entry.type == .day && !field.isAhead {
      guard let word = AskFieldTitles.happening(field.entry.title), let dataset = field.dataset,
        let tagged = field.subject.tagSubject
      else { continue }
      let topic = AskTopic.event(dataset: dataset, field: field.entry.name, tagged)
      found[word, default: []].append(topic)
      // 签订门责协议, 居住证签发: with what it is done to.
      for name in fields.names[dataset] ?? [] where !name.hasSuffix(word) {
        for word in [word + name, "\(word)了\(name)", name + word] { found[word, default: []].append(topic) }
      }
    }
    for (word, topics) in found.sorted(by: { $0.key < $1.key }) {
      // 开工 of houses and of shops: one each, or nobody knows which.
      guard Set(topics.map(\.tagged)).count == topics.count else { continue }
      for form in [word, "\(word)过", "\(word)了"] where !hasOther(form) {
        for topic in topics { add(form, .topic(topic)) }
      }
    }
  }

  /// 有养犬登记的, 没有适老化改造记录的.
  mutating func addDatasets(_ vocabulary: Vocabulary) {
    let tags = Set(vocabulary.tags.flatMap { [$0.name] + $0.aliases })
    for dataset in vocabulary.datasets {
      guard let subject = Subject.searchable.first(where: { $0.tagSubject == dataset.subject }) else { continue }
      let name = dataset.name
      // 敬老卡 is a tag before it is a dataset.
      if tags.contains(name) { continue }
      let nouns = name.hasSuffix("记录") ? [name, String(name.dropLast(2))] : [name, name + "记录", name + "信息"]
      let signed = (fields.names[dataset.code] ?? []).filter { $0.hasSuffix("协议") }
      for (leads, quantifier) in Self.signings {
        for word in leads.flatMap({ lead in signed.map { lead + $0 } }) where !has(word) {
          let condition = Expression.related(quantifier, .records(dataset.code), .everything)
          add(word, unit: AskUnit(readings: [subject: condition], kind: .word))
        }
      }
      for (leads, ends, quantifier) in Self.havings {
        for noun in nouns {
          for lead in leads {
            for word in ends.map({ lead + noun + $0 }) where !has(word) && !fields.knows(word) {
              let condition = Expression.related(quantifier, .records(dataset.code), .everything)
              add(word, unit: AskUnit(readings: [subject: condition], kind: .word))
            }
          }
        }
      }
    }
  }

  /// 没签餐厨垃圾收运协议: of what is signed.
  private static let signings: [(leads: [String], Quantifier)] = [
    (["有", "签了", "签过", "签有", "已签", "签订了", "签订过", "已签订"], .any),
    (["没有", "没", "无", "没签", "未签", "没有签", "还没签", "尚未签", "没签订", "未签订", "没有签订", "还没签订", "尚未签订"], .no),
  ]

  private static let havings: [(leads: [String], ends: [String], Quantifier)] = [
    (["有", "有过", "做过", "做了", "已做", "已有", "办过", "办了", "已办", "已办理", "办理过"], [""], .any),
    ([""], ["过"], .any),
    (
      [
        "没有", "没", "无", "未", "没做", "未做", "没有做", "没做过", "没有做过", "未做过", "没办", "未办", "没有办", "未办理", "没办理", "没有办理", "没有任何",
        "从未做过", "从没做过", "还没有", "还没做", "尚未做", "没有过", "缺少", "缺",
      ], [""], .no
    ),
    (["没有", "没", "未"], ["过"], .no),
  ]

  /// Whether something else than a condition has the word: 丧偶 may be one, and still be what happened this year.
  private func hasOther(_ word: String) -> Bool {
    let scalars = AskText.fold(word)
    return scalars.first.map { first in
      entries(startingWith: first).contains { entry in
        if case .unit(let unit) = entry.piece, !unit.isNoun { return false }
        return entry.word == scalars
      }
    } ?? true
  }

  private func has(_ word: String) -> Bool {
    let scalars = AskText.fold(word)
    return scalars.first.map { first in entries(startingWith: first).contains { $0.word == scalars } } ?? true
  }
}
