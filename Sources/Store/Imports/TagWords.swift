import Domain
import GRDB

/// A tag of the catalogue as a roster's word may mean it.
package struct RosterTag: Sendable, Hashable {
  package let id: Int64
  package let name: String
  package let subject: TagSubject
  package let isAssigned: Bool
  package let isRestricted: Bool
}

extension Reader {
  /// The catalogue by code, name and alias. A word may mean several tags.
  package func rosterTags() throws -> [String: [RosterTag]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT t.id, t.name, t.subject, t.kind, t.sensitivity, t.code, a.alias
        FROM tags t LEFT JOIN tag_aliases a ON a.tag_id = t.id WHERE t.retired = 0 ORDER BY t.id
        """)
    var words: [String: [RosterTag]] = [:]
    while let row = try rows.next() {
      let tag = RosterTag(
        id: row[0], name: row[1], subject: TagSubject(rawValue: row[2]) ?? .person, isAssigned: row[3] == "assigned",
        isRestricted: row[4] == "restricted")
      for word in [tag.name, row[5] as String, row[6] as String?].compactMap({ $0 }) where words[word]?.contains(tag) != true {
        words[word, default: []].append(tag)
      }
    }
    return words
  }
}
