import Domain
import Filter
import TagIndex

extension LiveIndex {
  /// Works the computed tags out before somebody asks, so that the first facets of the day come as fast as the next ones.
  ///
  /// One tag after the other, letting others run in between; what is asked meanwhile works its own tags out itself.
  package func warmUp() async throws {
    let (tags, day) = (tags, index.today)
    for tag in tags where tag.rule != nil {
      _ = try index.facets(Query(Subject(tag.subject), asOf: day), by: .tags([tag.code]))
      await Task.yield()
    }
  }
}
