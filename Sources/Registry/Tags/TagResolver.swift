import FilterLanguage
import Platform
import Storage
import TagIndex

/// The whole catalogue at one moment, to try a change against.
struct TagResolver {
  let tags: [TagRow]
  let datasets: [DatasetRow]

  init(_ reader: Reader) throws {
    tags = try reader.tags()
    datasets = try reader.datasetRows()
  }

  private init(tags: [TagRow], datasets: [DatasetRow]) {
    (self.tags, self.datasets) = (tags, datasets)
  }

  /// The words that exist for a caller.
  func vocabulary(for policy: AccessPolicy) -> Vocabulary {
    Vocabulary(
      tags: tags.filter { !$0.isRetired && policy.mayKnow($0) }.map(\.word),
      datasets: datasets.filter { policy.mayKnow(owner: $0.owner) }.map(\.entry))
  }

  /// The book with this tag in it, in place of the one with its code.
  func with(_ tag: TagRow) -> TagResolver {
    TagResolver(tags: tags.filter { $0.code != tag.code } + [tag], datasets: datasets)
  }

  /// The catalogue as the index would take it.
  var catalogue: Catalogue { CatalogueWords(everyTag: tags, datasets: datasets).catalogue }
}
