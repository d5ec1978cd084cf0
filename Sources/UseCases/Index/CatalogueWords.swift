import Domain
import Filter
import Store
import TagIndex

/// The catalogue as questions use it, with and without the restricted tags.
package struct CatalogueWords: Sendable {
  package let tags: [TagRow]
  package let everything: Vocabulary
  package let open: Vocabulary
  package let catalogue: Catalogue

  static func read(_ reader: Reader) throws -> CatalogueWords {
    CatalogueWords(tags: try reader.tags().filter { !$0.isRetired }, datasets: try reader.datasets())
  }

  /// A computed tag whose rule no longer reads (a dataset was edited) holds for nobody until it is mended.
  init(tags: [TagRow], datasets: [Vocabulary.Dataset]) {
    self.tags = tags
    let vocabulary = Vocabulary(tags: tags.map(\.word), datasets: datasets)
    everything = vocabulary
    open = Vocabulary(tags: tags.filter { !$0.isRestricted }.map(\.word), datasets: datasets)
    catalogue = Catalogue(
      tags: tags.map { tag in
        TagEntry(
          id: UInt32(truncatingIfNeeded: tag.id), code: tag.code, subject: tag.subject,
          rule: tag.rule.flatMap { rule in
            try? FilterParser.parse(rule, about: Subject(tag.subject), vocabulary: vocabulary)
          })
      }, datasets: datasets)
  }
}

extension Subject {
  /// What a tag on it is asked about.
  package init(_ subject: TagSubject) {
    self =
      switch subject {
      case .person: .people
      case .house: .houses
      case .shop: .shops
      case .building: .buildings
      }
  }
}
