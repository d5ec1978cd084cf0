import Domain
import Filter

/// A tag as the index needs it.
package struct TagEntry: Sendable, Equatable {
  /// The tag's row id, which taggings carry.
  package var id: UInt32
  package var code: String
  package var subject: TagSubject
  /// The question that a computed tag stands for; nil for an assigned tag.
  package var rule: Expression?
  package init(id: UInt32, code: String, subject: TagSubject, rule: Expression? = nil) {
    (self.id, self.code, self.subject, self.rule) = (id, code, subject, rule)
  }
}

/// The tags and datasets that questions may name.
package struct Catalogue: Sendable {
  package let tags: [TagEntry]
  package let datasets: [Vocabulary.Dataset]
  private let byCode: [String: Int]
  private let datasetsByCode: [String: Vocabulary.Dataset]

  package init(tags: [TagEntry], datasets: [Vocabulary.Dataset]) {
    self.tags = tags
    self.datasets = datasets
    byCode = Dictionary(tags.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    datasetsByCode = Dictionary(datasets.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func tag(_ code: String) -> TagEntry? { byCode[code].map { tags[$0] } }
  func dataset(_ code: String) -> Vocabulary.Dataset? { datasetsByCode[code] }
}
