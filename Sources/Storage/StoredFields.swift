import GRDB
import Kernel

extension StoredField {
  /// The columns of a subject's stored fields, each after a comma.
  package static func columns(of subject: SubjectKind, in table: String) -> String {
    of(subject).map { ", \(table).\($0.name)" }.joined()
  }
}

extension RawRow {
  /// The stored fields of a row, from the column on with which they begin.
  package func stored(_ subject: SubjectKind, from column: Int) -> StoredValues {
    var values: StoredValues = [:]
    for (offset, field) in StoredField.of(subject).enumerated() {
      switch field.kind {
      case .number: values[field.name] = (value(column + offset) as Double?).map { .number($0) }
      case .word: values[field.name] = (value(column + offset) as String?).map { .text($0) }
      }
    }
    return values
  }
}

extension RowPatch {
  /// New values for stored fields.
  package mutating func set(_ changes: StoredChanges) {
    for (name, change) in changes.sorted(by: { $0.key < $1.key }) {
      if case .set(let value) = change { columns.append((name, value)) }
    }
  }
}

extension StoredValue: DatabaseValueConvertible {
  /// Whole numbers as such: their columns hold no others.
  package var databaseValue: DatabaseValue {
    switch self {
    case .number(let number): Int64(exactly: number)?.databaseValue ?? number.databaseValue
    case .text(let text): text.databaseValue
    }
  }

  package static func fromDatabaseValue(_ value: DatabaseValue) -> StoredValue? {
    switch value.storage {
    case .int64(let number): .number(Double(number))
    case .double(let number): .number(number)
    case .string(let text): .text(text)
    case .null, .blob: nil
    }
  }
}
