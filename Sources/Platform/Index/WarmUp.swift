import FilterLanguage
import Kernel
import TagIndex

extension AppContext {
  /// Works the computed tags out before somebody asks, so that the first facets of the day come as fast as the next ones. A
  /// tag that cannot be worked out is left for whoever asks for it.
  ///
  /// One tag after the other, letting others ask in between.
  package func warmUp() async throws {
    let index = try index
    let (tags, day) = (index.tags, index.index.today)
    for tag in tags where tag.rule != nil {
      do {
        _ = try await ask(Caller(id: nil, name: "warm-up", role: .admin, origin: "server")) { index, budget in
          try index.facets(Query(Subject(tag.subject), asOf: day), by: .tags([tag.code]), budget: budget)
        }
      } catch is Problem {
        continue
      }
    }
  }
}
