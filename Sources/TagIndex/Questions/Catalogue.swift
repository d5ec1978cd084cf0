import FilterLanguage
import Kernel

/// A tag as the index needs it.
package struct TagEntry: Sendable, Equatable {
  /// The tag's row id, which taggings carry.
  package var id: UInt32
  package var code: String
  package var subject: TagSubject
  /// The question that a computed tag stands for; nil for an assigned tag.
  package var rule: Expression?
  /// Why the text of its rule is no question any more.
  package var fault: Problem?
  package init(id: UInt32, code: String, subject: TagSubject, rule: Expression? = nil, fault: Problem? = nil) {
    (self.id, self.code, self.subject, self.rule, self.fault) = (id, code, subject, rule, fault)
  }
}

/// The tags and datasets that questions may name.
package struct Catalogue: Sendable {
  package let tags: [TagEntry]
  /// Tags that no question may name any more. Their taggings are kept as they are, for the day they come back.
  package let retired: [TagEntry]
  package let datasets: [Vocabulary.Dataset]
  private let byCode: [String: Int]
  private let datasetsByCode: [String: Vocabulary.Dataset]
  /// What the index found out about the rules.
  var rules = RuleTable()

  package init(tags: [TagEntry], retired: [TagEntry] = [], datasets: [Vocabulary.Dataset]) {
    self.tags = tags
    self.retired = retired
    self.datasets = datasets
    byCode = Dictionary(tags.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    datasetsByCode = Dictionary(datasets.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func tag(_ code: String) -> TagEntry? { byCode[code].map { tags[$0] } }
  func dataset(_ code: String) -> Vocabulary.Dataset? { datasetsByCode[code] }

  /// The tags that mean something else than they did in another catalogue, and all whose rules lead to them, then or now.
  func edited(since old: Catalogue) -> Set<String> {
    let codes = Set(tags.map(\.code)).union(old.tags.map(\.code))
    let changed = codes.filter { code in tag(code) != old.tag(code) || fault(of: code) != old.fault(of: code) }
    return rules.users(of: changed).union(old.rules.users(of: changed))
  }

  /// Why the rule of a tag cannot be asked; nil for a sound one and for assigned tags.
  package func fault(of code: String) -> Problem? { rules.faults[code] }
}
