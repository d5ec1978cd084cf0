import Filter
import Synchronization

/// The words of sentences, kept ready: to prepare them takes longer than to read a sentence. They are kept by all that they
/// are made of (tags, datasets, places, trades), so a new tag or a renamed area is understood by the next sentence.
final class AskMemory: Sendable {
  private struct Kept: Sendable {
    let tags: [Vocabulary.Tag]
    let datasets: [Vocabulary.Dataset]
    let gazetteer: Gazetteer
    let asking: Asking
  }

  /// Callers of one area share their words; a street has a dozen committees.
  private static let limit = 32
  private let kept = Mutex<[Kept]>([])

  /// How many have been kept, for tests.
  var count: Int { kept.withLock { $0.count } }

  func asking(_ vocabulary: Vocabulary, _ gazetteer: Gazetteer) -> Asking {
    let known = kept.withLock { kept in
      kept.first {
        $0.gazetteer == gazetteer && $0.tags == vocabulary.tags && $0.datasets == vocabulary.datasets
      }
    }
    if let known { return known.asking }
    let asking = Asking(vocabulary: vocabulary, gazetteer: gazetteer)
    let new = Kept(tags: vocabulary.tags, datasets: vocabulary.datasets, gazetteer: gazetteer, asking: asking)
    kept.withLock { kept in
      kept.insert(new, at: 0)
      if kept.count > Self.limit { kept.removeLast() }
    }
    return asking
  }
}
