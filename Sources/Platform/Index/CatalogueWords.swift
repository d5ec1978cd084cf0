import FilterLanguage
import Kernel
import Storage
import TagIndex

/// The catalogue as questions use it, with and without the restricted tags.
package struct CatalogueWords: Sendable {
  package let tags: [TagRow]
  /// With those that are not in use any more.
  package let everyTag: [TagRow]
  /// The areas that own tags or datasets.
  let owners: Set<Int64>
  package let datasets: [DatasetRow]
  package let everything: Vocabulary
  package let open: Vocabulary
  package let catalogue: Catalogue

  package static func read(_ reader: Reader) throws -> CatalogueWords {
    CatalogueWords(everyTag: try reader.tags(), datasets: try reader.datasetRows())
  }

  package init(everyTag: [TagRow], datasets rows: [DatasetRow]) {
    let tags = everyTag.filter { !$0.isRetired }
    let datasets = rows.map(\.entry)
    (self.tags, self.everyTag, self.datasets) = (tags, everyTag, rows)
    owners = Set(tags.compactMap(\.owner) + rows.compactMap(\.owner))
    let vocabulary = Vocabulary(tags: tags.map(\.word), datasets: datasets)
    everything = vocabulary
    open = Vocabulary(tags: tags.filter { !$0.isRestricted }.map(\.word), datasets: datasets)
    catalogue = Catalogue(
      tags: tags.map { TagEntry($0, vocabulary) },
      retired: everyTag.filter(\.isRetired).map { TagEntry($0, vocabulary) },
      datasets: datasets)
  }

  /// The words of these owners and of the whole database.
  package func vocabulary(restricted: Bool, of owners: Set<Int64>) -> Vocabulary {
    func isTheirs(_ owner: Int64?) -> Bool { owner.map(owners.contains) ?? true }
    return Vocabulary(
      tags: tags.filter { (restricted || !$0.isRestricted) && isTheirs($0.owner) }.map(\.word),
      datasets: datasets.filter { isTheirs($0.owner) }.map(\.entry))
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
