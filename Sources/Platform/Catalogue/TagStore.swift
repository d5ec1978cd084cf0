import FilterLanguage
import GRDB
import Kernel
import Storage

extension Reader {
  /// The whole catalogue, by code, retired tags included.
  package func tags() throws -> [TagRow] {
    var aliases: [Int64: [String]] = [:]
    let words = try Row.fetchCursor(db, sql: "SELECT tag_id, alias FROM tag_aliases ORDER BY alias")
    while let row = try words.next() { aliases[row[0], default: []].append(row[1]) }
    return try Row.fetchAll(db, sql: Self.tagColumns + " ORDER BY code").map { try Self.tag($0, aliases[$0[0]] ?? []) }
  }

  /// One tag of the catalogue, retired or not.
  package func tag(code: String) throws -> TagRow? {
    guard let row = try Row.fetchOne(db.cachedStatement(sql: Self.tagColumns + " WHERE code = ?"), arguments: [code])
    else { return nil }
    let aliases = try String.fetchAll(
      db.cachedStatement(sql: "SELECT alias FROM tag_aliases WHERE tag_id = ? ORDER BY alias"),
      arguments: [row[0] as Int64])
    return try Self.tag(row, aliases)
  }

  private static let tagColumns = """
    SELECT id, code, name, line, subject, level, rule, sensitivity, valid_days, about, retired, version, owner_id
    FROM tags
    """

  private static func tag(_ row: Row, _ aliases: [String]) throws -> TagRow {
    TagRow(
      id: row[0], code: row[1], name: row[2], aliases: aliases, line: row[3],
      subject: try row.word(4, in: "tags") as TagSubject, level: try row.word(5, in: "tags") as AreaFacts.Level,
      rule: row[6], sensitivity: row[7], validDays: row[8], about: row[9], isRetired: row[10], version: row[11],
      owner: row[12])
  }

  /// The datasets in the order of their codes, as questions know them.
  package func datasets() throws -> [Vocabulary.Dataset] {
    try datasetsByID().values.sorted { $0.code < $1.code }
  }
}
