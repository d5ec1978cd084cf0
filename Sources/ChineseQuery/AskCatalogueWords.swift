import FilterLanguage
import Synchronization

/// The words of the last few catalogues, kept ready: they are most of the work, and callers with the same rights share
/// them whatever their places are.
enum AskCatalogueWords {
  private struct Kept: Sendable {
    let tags: [Vocabulary.Tag]
    let datasets: [Vocabulary.Dataset]
    let words: AskWords
  }

  /// With and without restricted tags, before and after a change.
  private static let limit = 4
  private static let kept = Mutex<[Kept]>([])
  /// Held while words are prepared: whoever needs them meanwhile waits for them instead of doing the same work.
  private static let building = Mutex(())

  static func words(_ vocabulary: Vocabulary) -> AskWords {
    known(vocabulary) ?? building.withLock { _ in known(vocabulary) ?? prepare(vocabulary) }
  }

  private static func known(_ vocabulary: Vocabulary) -> AskWords? {
    kept.withLock { kept in
      kept.first { $0.tags == vocabulary.tags && $0.datasets == vocabulary.datasets }?.words
    }
  }

  private static func prepare(_ vocabulary: Vocabulary) -> AskWords {
    let words = AskWords(of: vocabulary)
    let new = Kept(tags: vocabulary.tags, datasets: vocabulary.datasets, words: words)
    kept.withLock { kept in
      kept.insert(new, at: 0)
      if kept.count > limit { kept.removeLast() }
    }
    return words
  }
}
