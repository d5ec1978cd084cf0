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
      let tagged = try tags.compactMap { tag in try Self.tagged(tag, counter, rule) }
      return (subjects, tagged)
    }
    let shown = tagged.filter { $0.spread.whole.isShown }
      .sorted { ($1.count, $0.tag.code) < ($0.count, $1.tag.code) }.prefix(mostTags)
    return subjects.map { JSONValue.Member($0, $1.json) } + [.init("tags", .array(shown.map(json)))]
  }

  /// nil for a tag that nobody has, and for one whose rule cannot be asked: that is a fault of the tag and of nothing else.
  private static func tagged(_ tag: TagRow, _ counter: BoardCounter, _ rule: SmallCells?) throws(Problem) -> Tagged? {
    do throws(Problem) {
      let (subject, has) = (Subject(tag.subject), Expression.tag(code: tag.code))
      let count = try counter.total(subject, has)
      return count > 0 ? Tagged(tag: tag, spread: try counter.spread(subject, has, rule), count: count) : nil
    } catch {
      guard error.kind == .invalid || error.code == "tag_broken" else { throw error }
      return nil
    }
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
