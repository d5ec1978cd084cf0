import Domain
import Filter
import Store
import TagIndex

/// The whole catalogue at one moment, to try a change against.
struct TagBook {
  let tags: [TagRow]
  let datasets: [Vocabulary.Dataset]

  init(_ reader: Reader) throws {
    tags = try reader.tags()
    datasets = try reader.datasets()
  }

  private init(tags: [TagRow], datasets: [Vocabulary.Dataset]) {
    (self.tags, self.datasets) = (tags, datasets)
  }

  /// The words that questions may use; without restricted tags for callers without the right.
  func vocabulary(for caller: Caller) -> Vocabulary {
    Vocabulary(
      tags: tags.filter { !$0.isRetired && (caller.may(.restrictedTags) || !$0.isRestricted) }.map(\.word),
      datasets: datasets)
  }

  /// The book with this tag in it, in place of the one with its code.
  func with(_ tag: TagRow) -> TagBook {
    TagBook(tags: tags.filter { $0.code != tag.code } + [tag], datasets: datasets)
  }

  /// The catalogue as the index would take it.
  var catalogue: Catalogue { CatalogueWords(all: tags, datasets: datasets).catalogue }
}
