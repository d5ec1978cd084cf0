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
    CatalogueWords(all: try reader.tags(), datasets: try reader.datasets())
  }

  init(all: [TagRow], datasets: [Vocabulary.Dataset]) {
    tags = all.filter { !$0.isRetired }
    let vocabulary = Vocabulary(tags: tags.map(\.word), datasets: datasets)
    everything = vocabulary
    open = Vocabulary(tags: tags.filter { !$0.isRestricted }.map(\.word), datasets: datasets)
    catalogue = Catalogue(
      tags: tags.map { TagEntry($0, vocabulary) }, retired: all.filter(\.isRetired).map { TagEntry($0, vocabulary) },
      datasets: datasets)
  }
}

extension TagEntry {
  /// A rule that no longer reads (a dataset was edited, a tag retired) is broken: see `RuleTable`.
  fileprivate init(_ tag: TagRow, _ vocabulary: Vocabulary) {
    self.init(id: UInt32(truncatingIfNeeded: tag.id), code: tag.code, subject: tag.subject)
    guard let text = tag.rule else { return }
    do throws(Problem) {
      rule = try FilterParser.parse(text, about: Subject(tag.subject), vocabulary: vocabulary)
    } catch {
      fault = error
    }
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
