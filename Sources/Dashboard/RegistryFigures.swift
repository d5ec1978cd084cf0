import FilterLanguage
import Kernel
import Platform
import Server
import TagIndex

/// Who and what is there: people, houses, shops, and the tags that they have.
struct RegistryFigures: Sendable {
  private static let subjects: [Subject] = [.people, .houses, .buildings, .shops]
  /// The most frequent ones; a wall has no room for more.
  private static let mostTags = 80

  /// A tag with how often it is there.
  private struct Tagged: Sendable {
    let tag: TagRow
    let spread: Spread
    let count: Int
  }

  static func members(_ board: BoardRequest) async throws -> [JSONValue.Member] {
    let tags = board.policy.live.tags.filter { !$0.isRestricted && board.policy.mayKnow($0) }
    let rule = board.scope.hidesSmall ? SmallCells.ofPeople : nil
    let (subjects, tagged) = try await board.count { counter in
      let subjects = try Self.subjects.map { ($0.word, try counter.spread($0, .everything, rule)) }
      var tagged: [Tagged] = []
      for tag in tags {
        // A rule that cannot be asked is a fault of its tag and of nothing else.
        do throws(Problem) {
          let count = try counter.total(Subject(tag.subject), .tag(code: tag.code))
          guard count > 0 else { continue }
          tagged.append(
            Tagged(tag: tag, spread: try counter.spread(Subject(tag.subject), .tag(code: tag.code), rule), count: count)
          )
        } catch  where error.kind == .invalid {
          continue
        }
      }
      return (subjects, tagged)
    }
    let shown = tagged.filter { $0.spread.whole.isShown }
      .sorted { ($1.count, $0.tag.code) < ($0.count, $1.tag.code) }.prefix(mostTags)
    return subjects.map { JSONValue.Member($0, $1.json) } + [.init("tags", .array(shown.map(json)))]
  }

  private static func json(_ tagged: Tagged) -> JSONValue {
    let tag = tagged.tag
    return .object(
      [
        .init("code", .string(tag.code)), .init("name", .string(tag.name)), .init("line", .string(tag.line)),
        .init("subject", .string(tag.subject.rawValue)),
      ] + tagged.spread.members)
  }
}
