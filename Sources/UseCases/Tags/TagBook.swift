import Domain
import Filter
import Store

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

  /// The words that exist for a caller.
  func vocabulary(for policy: AccessPolicy) -> Vocabulary {
    Vocabulary(
      tags: tags.filter { !$0.isRetired && policy.mayKnow($0) }.map(\.word),
      datasets: datasets.filter { dataset in
        !policy.live.datasets.contains { row in
          row.entry.code == dataset.code && !policy.mayKnow(owner: row.owner)
        }
      })
  }

  /// The book with this tag in it, in place of the one with its code.
  func with(_ tag: TagRow) -> TagBook {
    TagBook(tags: tags.filter { $0.code != tag.code } + [tag], datasets: datasets)
  }

  /// Which tags each computed tag asks for, by code; a rule that cannot be read is not in it.
  func links() -> [String: Set<String>] {
    let vocabulary = Vocabulary(tags: tags.filter { !$0.isRetired }.map(\.word), datasets: datasets)
    var links: [String: Set<String>] = [:]
    for tag in tags where !tag.isRetired {
      guard let rule = tag.rule else { continue }
      links[tag.code] = try? FilterParser.parse(rule, about: Subject(tag.subject), vocabulary: vocabulary).tags
    }
    return links
  }

  /// The tags on the way from a tag back to itself; nil when there is no such way.
  static func circle(from code: String, _ links: [String: Set<String>]) -> [String]? {
    var seen: Set<String> = []
    var open = (links[code] ?? []).map { [code, $0] }
    while let way = open.popLast() {
      guard let last = way.last else { continue }
      if last == code { return way }
      guard seen.insert(last).inserted else { continue }
      open += (links[last] ?? []).map { way + [$0] }
    }
    return nil
  }
}
