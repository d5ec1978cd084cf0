import ChineseQuery
import FilterLanguage
import Kernel
import Platform

extension AppContext {
  /// A reader with the words that exist for the caller, and the vocabulary that its questions are written in.
  ///
  /// The places are counted within the caller's budget; to prepare the words hangs on the catalogue, not on who asks what,
  /// and is charged to nobody.
  func asking(
    for caller: Caller, asOf: Day
  ) async throws -> (asking: Asking, vocabulary: Vocabulary) {
    let index = try index
    let (edition, vocabulary) = (index.edition, index.vocabulary(for: caller))
    let gazetteer = try await compute(caller) { budget in
      try AskPlaces.read(caller, index, asOf: asOf, budget: budget)
    }
    return (await sentences.prepared(vocabulary, gazetteer, edition: edition), vocabulary)
  }
}
