import Domain
import Filter
import GRDB

/// A tag of the catalogue.
package struct TagRow: Sendable, Equatable {
  package let id: Int64
  package let code: String
  package let name: String
  package let aliases: [String]
  package let line: String
  package let subject: TagSubject
  /// Who may define and assign it: the lowest level that may.
  package let level: AreaFacts.Level
  /// The filter of a computed tag, as text; nil for an assigned one.
  package let rule: String?
  /// no, yes, restricted.
  package let sensitivity: String
  /// How long an assignment holds unless it says otherwise.
  package let validDays: Int?
  package let about: String
  package let isRetired: Bool
  package let version: Int64

  package var isRestricted: Bool { sensitivity == "restricted" }
  package var word: Vocabulary.Tag { Vocabulary.Tag(code: code, name: name, aliases: aliases, subject: subject) }
}

extension Reader {
  /// The whole catalogue, by code.
  package func tags() throws -> [TagRow] {
    var aliases: [Int64: [String]] = [:]
    let words = try Row.fetchCursor(db, sql: "SELECT tag_id, alias FROM tag_aliases ORDER BY alias")
    while let row = try words.next() { aliases[row[0], default: []].append(row[1]) }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, code, name, line, subject, level, rule, sensitivity, valid_days, about, retired, version
        FROM tags ORDER BY code
        """
    ).map { row in
      TagRow(
        id: row[0], code: row[1], name: row[2], aliases: aliases[row[0]] ?? [], line: row[3],
        subject: TagSubject(rawValue: row[4]) ?? .person, level: AreaFacts.Level(rawValue: row[5]) ?? .city,
        rule: row[6], sensitivity: row[7], validDays: row[8], about: row[9], isRetired: row[10], version: row[11])
    }
  }

  /// The datasets in the order of their codes.
  package func datasets() throws -> [Vocabulary.Dataset] {
    try datasetsByID().values.sorted { $0.code < $1.code }
  }
}
