import Foundation
import GRDB
import Identity

/// A column of sealed values, and how its rows are named in a `SealedPlace`.
package struct SealedColumn: Sendable {
  package let table: String
  package let column: String
  /// The primary key: one column of ids, or several.
  package var key = ["id"]
  /// What is found by and shown beside it: the field's name in `KeyRing.findingKey`, and the mask.
  package var found: (field: String, mask: @Sendable (String) -> String)?
  /// Whether the value stands as base64 in a column of text; empty for none.
  var isText = false
  /// How many rows at once.
  var batch = 500

  package func place(_ parts: [String]) -> SealedPlace { SealedPlace(table, column, key: parts.joined(separator: "/")) }

  private var present: String { isText ? "\(column) <> ''" : "\(column) IS NOT NULL" }
  private var stem: String { String(column.dropLast("_sealed".count)) }

  /// One row as it is read here.
  package struct Held {
    package let key: [DatabaseValue]
    package let sealed: Data
    package let finding: Data?
    package let masked: String?
  }

  /// Rows with a value after `key` (nil: from the first on), in the order of the key.
  package func rows(after key: [DatabaseValue]?, _ db: Database) throws -> [Held] {
    let names = self.key.joined(separator: ", ")
    let marks = self.key.map { _ in "?" }.joined(separator: ", ")
    let extra = found == nil ? "" : ", \(stem)_key, \(stem)_masked"
    let after = key == nil ? "" : "AND (\(names)) > (\(marks))"
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql:
          "SELECT \(names), \(column)\(extra) FROM \(table) WHERE \(present) \(after) ORDER BY \(names) LIMIT \(batch)"),
      arguments: StatementArguments(key ?? []))
    let count = self.key.count
    return rows.map { row in
      Held(
        key: (0..<count).map { row[$0] },
        sealed: isText ? Data(base64Encoded: row[count] as String) ?? Data() : row[count],
        finding: found == nil ? nil : row[count + 1], masked: found == nil ? nil : row[count + 2])
    }
  }

  package func place(of held: Held) -> SealedPlace {
    place(
      held.key.map { value in Int64.fromDatabaseValue(value).map { String($0) } ?? String.fromDatabaseValue(value) ?? ""
      })
  }

  /// Writes the value of a row anew, with the key that it is found by.
  package func write(_ sealed: Data, finding: Data?, at key: [DatabaseValue], _ db: Database) throws {
    let condition = self.key.map { "\($0) = ?" }.joined(separator: " AND ")
    let value: DatabaseValue = isText ? sealed.base64EncodedString().databaseValue : sealed.databaseValue
    let assignments = finding == nil ? "\(column) = ?" : "\(column) = ?, \(stem)_key = ?"
    try db.cachedStatement(sql: "UPDATE \(table) SET \(assignments) WHERE \(condition)").execute(
      arguments: StatementArguments([value] + (finding.map { [$0.databaseValue] } ?? []) + key))
  }
}

/// Every column of sealed values: what `check` opens and a change of the key seals anew. A test holds the list to the
/// schema.
package enum SealedColumns {
  package static let all: [SealedColumn] = [
    SealedColumn(table: "people", column: "id_number_sealed", found: ("id_number", Masking.idNumber)),
    SealedColumn(table: "people", column: "phone_sealed", found: ("phone", Masking.phone)),
    SealedColumn(table: "claims", column: "value_sealed"),
    SealedColumn(table: "merges", column: "state_sealed"),
    SealedColumn(table: "shops", column: "phone_sealed", found: ("phone", Masking.phone)),
    SealedColumn(table: "work_orders", column: "phone_sealed", found: ("phone", Masking.phone)),
    SealedColumn(table: "work_orders", column: "title_sealed"),
    SealedColumn(table: "work_orders", column: "text_sealed"),
    SealedColumn(table: "work_orders", column: "result_sealed"),
    SealedColumn(table: "work_order_events", column: "note_sealed"),
    SealedColumn(table: "webhooks", column: "secret_sealed"),
    SealedColumn(table: "import_chunks", column: "sealed", key: ["import_id", "n"], batch: 8),
    SealedColumn(table: "import_rows", column: "sealed", key: ["import_id", "n"]),
    SealedColumn(table: "import_effects", column: "sealed", key: ["import_id", "n"]),
    SealedColumn(table: "sealed_texts", column: "sealed", key: ["subject", "subject_id", "field"]),
    SealedColumn(table: "idempotency_steps", column: "result_sealed", key: ["caller_id", "key", "step"]),
    SealedColumn(table: "idempotency", column: "body", key: ["caller_id", "key"], isText: true),
  ]
}
