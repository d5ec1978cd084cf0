import Kernel

/// Finds what the words of a question name, or says what was probably meant.
struct NameFinder {
  let vocabulary: Vocabulary

  /// The entry of a field with its own argument filled in: `turns` needs one from 0 to 150, no other takes one.
  func field(_ word: String, argument: Int?, of subject: Subject) throws(Fault) -> FieldEntry {
    guard let entry = vocabulary.entry(word, of: subject) else { throw unknownField(word, of: subject) }
    guard case .turns = entry.field else {
      if argument != nil { throw Fault(.syntax, "“\(word.brief)”（\(entry.title)）不带括号里的数") }
      return entry
    }
    guard let argument else {
      throw Fault(.syntax, "turns 要写满多少周岁，例如 turns(90)", suggestions: ["turns(90) in today..today+3m"])
    }
    guard (0...150).contains(argument) else { throw Fault(.value, "周岁数要在0到150之间") }
    return FieldEntry(field: .turns(argument), name: entry.name, title: entry.title, type: entry.type)
  }

  /// A relation of the subject and where it leads.
  func relation(_ word: String, from subject: Subject) throws(Fault) -> (relation: Relation, target: Subject) {
    if word.hasPrefix("records.") { return try records(String(word.dropFirst(8)), from: subject) }
    guard let relation = Relation.plain.first(where: { $0.name == word }), let target = relation.target(from: subject)
    else {
      if let entry = vocabulary.entry(word, of: subject) {
        throw Fault(.syntax, "“\(word.brief)”（\(entry.title)）是字段，不是关系，不带 any、括号", suggestions: [word])
      }
      let known = Relation.leading(from: subject, in: vocabulary).map(\.name)
      throw Fault(
        .unknownRelation, "\(subject.title)没有“\(word.brief)”这个关系",
        suggestions: Nearest.first(3, to: word, among: known, orAll: true))
    }
    return (relation, target)
  }

  private func records(_ code: String, from subject: Subject) throws(Fault) -> (relation: Relation, target: Subject) {
    let relation = Relation.records(code)
    if let dataset = vocabulary.dataset(code) {
      guard dataset.subject == subject.tagSubject, let target = relation.target(from: subject) else {
        throw Fault(
          .unknownDataset, "专题库“\(dataset.name)”是关于\(dataset.subject.title)的，这里问的是\(subject.title)",
          suggestions: detours(from: subject, to: dataset.subject).map { "any \($0)(records.\(code)())" })
      }
      return (relation, target)
    }
    let sets = vocabulary.datasets.filter { $0.subject == subject.tagSubject }
    let byName = sets.filter { $0.name == code }.map(\.code)
    let near = byName.isEmpty ? Nearest.first(3, to: code, among: sets.map(\.code), orAll: true) : byName
    throw Fault(
      .unknownDataset, "没有代码是“\(code.brief)”的\(subject.title)专题库", suggestions: near.map { "records.\($0)" })
  }

  /// The code of the tag that a code, name or alias means for the subject.
  func tag(_ word: String, about subject: Subject) throws(Fault) -> String {
    if let kind = subject.tagSubject, let tag = vocabulary.tag(word, for: kind) { return tag.code }
    if let other = vocabulary.tags(named: word).first {
      throw Fault(
        .unknownTag, "标签“\(other.name)”是给\(other.subject.title)的，这里问的是\(subject.title)",
        suggestions: detours(from: subject, to: other.subject).map { "any \($0)(tag:\(FilterWords.written(word)))" })
    }
    guard let kind = subject.tagSubject else { throw Fault(.unknownTag, "\(subject.title)没有标签") }
    let words = vocabulary.tags.filter { $0.subject == kind }.flatMap { [$0.name, $0.code] + $0.aliases }
    let near = Nearest.first(3, to: word, among: words)
    let hint = near.isEmpty ? "" : "，是不是：\(near.joined(separator: "、"))"
    throw Fault(
      .unknownTag, "没有叫“\(word.brief)”的\(kind.title)标签\(hint)",
      suggestions: near.map { "tag:\(FilterWords.written($0))" })
  }

  private func unknownField(_ word: String, of subject: Subject) -> Fault {
    let entries = vocabulary.entries(of: subject)
    if let entry = entries.first(where: { $0.title == word }) {
      return Fault(
        .unknownField, "\(subject.title)没有字段“\(word.brief)”，\(entry.title)写作 \(entry.name)", suggestions: [entry.name])
    }
    let near = Nearest.first(3, to: word, among: entries.map(\.name))
    let isTag = subject.tagSubject.map { vocabulary.tag(word, for: $0) != nil } ?? false
    let suggestions = isTag ? ["tag:\(FilterWords.written(word))"] : near
    let hint = suggestions.isEmpty ? "" : "，是不是：\(suggestions.joined(separator: "、"))"
    return Fault(.unknownField, "\(subject.title)没有字段“\(word.brief)”\(hint)", suggestions: suggestions)
  }

  /// The relations that lead in one step to something with tags of that kind.
  private func detours(from subject: Subject, to kind: TagSubject) -> [String] {
    Relation.plain.filter { $0 != .housemates && $0.target(from: subject)?.tagSubject == kind }.map(\.name)
  }
}
