import GRDB
import Kernel
import Registry
import Storage

/// A table whose rows hang on people.
enum HangingTable: String, CaseIterable {
  case occupancies, taggings, records, visits, claims

  /// What the row is about beside the person: it decides who may hear of it.
  var about: String {
    switch self {
    case .occupancies, .visits: "house_id"
    case .taggings: "tag_id"
    case .records: "dataset_id"
    case .claims: "NULL"
    }
  }

  /// What changes with whatever somebody may change of a row.
  var mark: String {
    switch self {
    case .occupancies, .records, .visits: "'version ' || version"
    case .taggings:
      "since || '|' || coalesce(until, '') || '|' || source || '|' || coalesce(evidence, '') || '|' || coalesce(ended_by, '')"
    case .claims: "'said'"
    }
  }

  /// What it is in the feed; nil where the feed does not know it.
  var kind: SubjectKind? { SubjectKind(rawValue: rawValue) }
  var hasVersion: Bool { [.occupancies, .records, .visits].contains(self) }
}

extension Writer {
  /// The rows that hang on a person, with how they are now.
  func hanging(on person: Int64) throws -> [MergeState.Row] {
    try HangingTable.allCases.flatMap { table in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, \(table.about) AS about, \(table.mark) AS mark FROM \(table.rawValue) WHERE person_id = ? ORDER BY id
          """,
        arguments: [person]
      ).map { try Self.row(table, StoredRow(table.rawValue, $0)) }
    }
  }

  /// One of them, and on whom it hangs; nil where it is gone.
  func hanging(_ table: HangingTable, _ id: Int64) throws -> (row: MergeState.Row, person: Int64?)? {
    let found = try read.row(
      table.rawValue,
      "SELECT id, person_id, \(table.about) AS about, \(table.mark) AS mark FROM \(table.rawValue) WHERE id = ?", [id])
    return try found.map { (try Self.row(table, $0), try $0["person_id"]) }
  }

  /// How a row is right after a merge: whoever changes it from here on builds on it. Nil where it was there twice.
  func asItStands(_ row: MergeState.Row) throws -> MergeState.Row? {
    try HangingTable(rawValue: row.table).flatMap { try hanging($0, row.id)?.row }
  }

  private static func row(_ table: HangingTable, _ row: StoredRow) throws -> MergeState.Row {
    MergeState.Row(
      table: table.rawValue, id: try row["id"], about: try row["about"], mark: try row["mark"] as String)
  }

  /// Hangs a row on another person.
  func hang(_ table: HangingTable, _ id: Int64, on person: Int64) throws {
    try set(table, id, "person_id = ?", [person])
  }

  func setDays(_ table: HangingTable, _ id: Int64, since: String?, until: String?) throws {
    try set(table, id, "since = ?, until = ?", [since, until])
  }

  private func set(_ table: HangingTable, _ id: Int64, _ columns: String, _ values: StatementArguments) throws {
    let version = table.hasVersion ? ", version = version + 1, updated_at = ?" : ""
    let stamp: StatementArguments = table.hasVersion ? [now.description] : []
    try execute("UPDATE \(table.rawValue) SET \(columns)\(version) WHERE id = ?", values + stamp + [id])
    if let kind = table.kind { try recordChange(kind, id, .update) }
  }

  /// Takes a row away that the kept person has already, with all that it takes to put it back.
  func takeAway(_ table: String, _ id: Int64, whole: String? = nil) throws -> MergeState.Removed {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM \(table) WHERE id = ?", arguments: [id]) else {
      throw Problem(.internalFault, "corrupt_row", "表 \(table) 没有第 \(id) 行。")
    }
    var columns: [String: JSONValue] = [:]
    for (name, value) in row {
      switch value.storage {
      case .int64(let number): columns[name] = .number(Double(number))
      case .string(let text): columns[name] = .string(text)
      case .null, .blob: columns[name] = .null
      case .double(let number): columns[name] = .number(number)
      }
    }
    try execute("DELETE FROM \(table) WHERE id = ?", [id])
    if let kind = SubjectKind(rawValue: table) { try recordChange(kind, id, .delete) }
    return MergeState.Removed(table: table, columns: columns, whole: whole)
  }

  func putBack(_ row: MergeState.Removed) throws {
    let columns = row.columns.sorted { $0.key < $1.key }
    var values: [DatabaseValue] = columns.map { _, value in
      switch value {
      case .number(let number): Int64(number).databaseValue
      case .string(let text): text.databaseValue
      default: .null
      }
    }
    if let whole = row.whole, let place = columns.firstIndex(where: { $0.key == "value_sealed" }) {
      values[place] = try keys.seal(whole, at: SealedPlace("claims", "value_sealed", row: row.id)).databaseValue
    }
    try ShapedStatements.statement(
      """
      INSERT INTO \(row.table) (\(columns.map(\.key).joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """, db
    ).execute(arguments: StatementArguments(values))
    if let kind = SubjectKind(rawValue: row.table) { try recordChange(kind, row.id, .create) }
  }
}
