import Kernel
import Schema

/// What a new database knows from the start: the tags, the datasets and the templates of ledgers.
package enum ReferenceCatalogue {
  /// The tags in the order of the file. Throws only when the embedded file is broken, which a test excludes.
  package static func tags() throws(Problem) -> [TagDefinition] {
    try ReferenceTable.rows(Schema.tags).map { row throws(Problem) in try TagDefinition(row: row) }
  }

  /// The datasets in the order of the file.
  package static func datasets() throws(Problem) -> [DatasetDefinition] {
    try ReferenceTable.rows(Schema.datasets).map { row throws(Problem) in try DatasetDefinition(row: row) }
  }

  /// The templates of ledgers in the order of the file. Throws only when the embedded file is broken, which a test excludes.
  package static func ledgers() throws(Problem) -> [LedgerTemplate] {
    try ReferenceTable.rows(Schema.ledgers).map { row throws(Problem) in try LedgerTemplate(row: row) }
  }

  /// The vocabulary of a new database, restricted tags included.
  package static func vocabulary() throws(Problem) -> Vocabulary {
    Vocabulary(tags: try tags().map(\.entry), datasets: try datasets().map(\.entry))
  }

  /// The rules of the computed tags, by code, such that each comes after the tags that it asks for.
  ///
  /// Throws the parser's problem for a rule that is wrong, and `.conflict`, code `tag_cycle`, when rules ask for each
  /// other in a circle.
  package static func order(
    _ tags: [TagDefinition], vocabulary: Vocabulary
  ) throws(Problem) -> [(code: String, rule: Expression)] {
    var waiting: [(code: String, rule: Expression)] = []
    for tag in tags {
      guard let rule = tag.rule else { continue }
      let subject = Subject.searchable.first { $0.tagSubject == tag.subject } ?? .people
      waiting.append((tag.code, try FilterParser.parse(rule, about: subject, vocabulary: vocabulary)))
    }
    var open = Set(waiting.map(\.code))
    var ordered: [(code: String, rule: Expression)] = []
    while !waiting.isEmpty {
      let ready = waiting.filter { $0.rule.tags.isDisjoint(with: open) }
      guard !ready.isEmpty else {
        throw Problem(.conflict, "tag_cycle", "标签规则互相引用：\(waiting.map(\.code).joined(separator: "、"))")
      }
      ordered += ready
      open.subtract(ready.map(\.code))
      waiting.removeAll { !open.contains($0.code) }
    }
    return ordered
  }
}

extension Expression {
  /// The codes of the tags that the question names, relations included.
  package var tags: Set<String> {
    switch self {
    case .tag(let code): [code]
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.tags) }
    case .not(let inner), .related(_, _, let inner), .count(_, let inner, _, _): inner.tags
    case .everything, .field: []
    }
  }
}
