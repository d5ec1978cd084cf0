import FilterLanguage
import GRDB
import Storage

/// The catalogue by what a roster may call a tag: code, name or alias. A word may mean several tags.
package struct RosterTags: Sendable {
  private var words: [String: [TagRow]] = [:]

  init(_ tags: [TagRow]) {
    for tag in tags where !tag.isRetired {
      for word in Set([tag.code, tag.name] + tag.aliases) { words[word, default: []].append(tag) }
    }
  }

  package func named(_ word: String) -> [TagRow] { words[word] ?? [] }
}

extension Reader {
  package func rosterTags() throws -> RosterTags { RosterTags(try tags()) }
}
