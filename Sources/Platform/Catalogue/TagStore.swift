import FilterLanguage
import GRDB
import Kernel
import Storage

extension Reader {
  /// The whole catalogue, by code, retired tags included.
  package func tags() throws -> [TagRow] {
    var aliases: [Int64: [String]] = [:]
    let words = try Row.fetchCursor(db, sql: "SELECT tag_id, alias FROM tag_aliases ORDER BY alias")
    while let row = try words.next() { try aliases[row.value(0), default: []].append(row.value(1)) }
    return try Row.fetchAll(db, sql: Self.tagColumns + " ORDER BY code").map {
      try Self.tag($0, aliases[$0.value(0)] ?? [])
    }
  }

  /// One tag of the catalogue, retired or not.
  package func tag(code: String) throws -> TagRow? {
    guard let row = try Row.fetchOne(db.cachedStatement(sql: Self.tagColumns + " WHERE code = ?"), arguments: [code])
    else { return nil }
    let aliases = try String.fetchAll(
      db.cachedStatement(sql: "SELECT alias FROM tag_aliases WHERE tag_id = ? ORDER BY alias"),
      arguments: [row.value(0) as Int64])
    return try Self.tag(row, aliases)
  }

  private static let tagColumns = """
    SELECT id, code, name, line, subject, level, rule, sensitivity, valid_days, about, retired, version, owner_id
    FROM tags
    """

  private static func tag(_ row: Row, _ aliases: [String]) throws -> TagRow {
    try TagRow(
      id: row.value(0), code: row.value(1), name: row.value(2), aliases: aliases, line: row.value(3),
      subject: try row.word(4, in: "tags") as TagSubject, level: try row.word(5, in: "tags") as AreaFacts.Level,
      rule: row.value(6), sensitivity: row.value(7), validDays: row.value(8), about: row.value(9),
      isRetired: row.value(10), version: row.value(11),
      owner: row.value(12))
  }

  /// The datasets in the order of their codes, as questions know them.
  package func datasets() throws -> [Vocabulary.Dataset] {
    try datasetsByID().values.sorted { $0.code < $1.code }
  }
}
