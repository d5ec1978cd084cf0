import Foundation
import GRDB
import Kernel

/// New values for some columns of one row, and what they were, for the audit log.
///
/// Column names come from this module only, never from outside.
package struct RowPatch {
  package let table: String
  package let kind: SubjectKind
  package let id: Int64
  package var columns: [(name: String, value: (any DatabaseValueConvertible)?)] = []
  /// Columns whose values must not stand in the log.
  package var sealed: Set<String> = []

  package init(
    table: String, kind: SubjectKind, id: Int64, columns: [(name: String, value: (any DatabaseValueConvertible)?)] = [],
    sealed: Set<String> = []
  ) {
    (self.table, self.kind, self.id, self.columns, self.sealed) = (table, kind, id, columns, sealed)
  }

  /// Writes the columns that differ from what is held.
  ///
  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Returns: the changes, empty when nothing differs (then the version stays).
  /// - Throws: `not_found`, or `version_conflict` when somebody else was faster.
  package func apply(_ writer: Writer, version: Int64?) throws -> [AuditEntry.Change] {
    let names = columns.map(\.name)
    let held = try Row.fetchOne(
      ShapedStatements.statement(
        "SELECT version\(names.map { ", \($0)" }.joined()) FROM \(table) WHERE id = ?", writer.db), arguments: [id])
    guard let held else { throw Problem.noSuchRow }
    if let version, try held.value(0) as Int64 != version {
      throw Problem.changedMeanwhile
    }
    var changed: [(name: String, value: DatabaseValue)] = []
    var changes: [AuditEntry.Change] = []
    for (index, column) in columns.enumerated() {
      let before: DatabaseValue = held[index + 1]
      let after = column.value?.databaseValue ?? .null
      guard before != after else { continue }
      changed.append((column.name, after))
      if column.name.hasSuffix("_key") || column.name.hasSuffix("_masked") { continue }
      changes.append(
        sealed.contains(column.name) || column.name.hasSuffix("_sealed")
          ? .sealed(String(column.name.replacing("_sealed", with: "")))
          : AuditEntry.Change(column.name, before: before.text, after: after.text))
    }
    guard !changed.isEmpty else { return [] }
    try writer.beforeChange?(table, id)
    let assignments = changed.map { "\($0.name) = ?" }.joined(separator: ", ")
    try ShapedStatements.statement(
      "UPDATE \(table) SET \(assignments), version = version + 1, updated_at = ? WHERE id = ?", writer.db
    ).execute(
      arguments: StatementArguments(changed.map(\.value) + [writer.now.description.databaseValue, id.databaseValue]))
    try writer.recordChange(kind, id, .update)
    return changes
  }
}

extension DatabaseValue {
  fileprivate var text: String? {
    switch storage {
    case .null: nil
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .blob: "…"
    }
  }
}
