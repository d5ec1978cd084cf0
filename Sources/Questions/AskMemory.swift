import ChineseQuery
import Dispatch
import FilterLanguage
import Platform
import Synchronization

/// The words of sentences, kept ready: to prepare them takes longer than to read a sentence. They are kept by all that they
/// are made of (tags, datasets, places, trades), so a new tag or a renamed area is understood by the next sentence.
package final class AskMemory: FeatureService {
  private struct Kept: Sendable {
    let tags: [Vocabulary.Tag]
    let datasets: [Vocabulary.Dataset]
    let gazetteer: Gazetteer
    let asking: Asking
  }

  private struct State: Sendable {
    var kept: [Kept] = []
    var edition = 0
  }

  /// Callers of one area share their words; a street has a dozen committees. A megabyte each.
  private static let limit = 8
  private let state = Mutex(State())

  package init() {}

  /// How many are kept.
  var count: Int { state.withLock { $0.kept.count } }

  /// The same as `asking`, prepared on a thread that no question waits for.
  func prepared(_ vocabulary: Vocabulary, _ gazetteer: Gazetteer, edition: Int) async -> Asking {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(returning: self.asking(vocabulary, gazetteer, edition: edition))
      }
    }
  }

  /// - Parameter edition: of the catalogue and the areas. Once there is a newer one, nobody asks with the words of the one
  ///   before any more, and they go.
  package func asking(_ vocabulary: Vocabulary, _ gazetteer: Gazetteer, edition: Int) -> Asking {
    let known = state.withLock { state in
      if edition > state.edition { (state.kept, state.edition) = ([], edition) }
      return state.kept.first {
        $0.gazetteer == gazetteer && $0.tags == vocabulary.tags && $0.datasets == vocabulary.datasets
      }
    }
    if let known { return known.asking }
    let asking = Asking(vocabulary: vocabulary, gazetteer: gazetteer)
    let new = Kept(tags: vocabulary.tags, datasets: vocabulary.datasets, gazetteer: gazetteer, asking: asking)
    state.withLock { state in
      guard edition == state.edition else { return }
      state.kept.insert(new, at: 0)
      if state.kept.count > Self.limit { state.kept.removeLast() }
    }
    return asking
  }
}

extension AppContext {
  /// What sentences are understood with.
  package var sentences: AskMemory { service(AskMemory.self) }
}
