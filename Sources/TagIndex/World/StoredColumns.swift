import FilterLanguage
import Kernel

/// The stored fields of a subject's rows, a column each.
final class StoredColumns {
  enum Values {
    case numbers(Column<Double>)
    case words(WordColumn)
  }

  private let columns: [String: Values]

  init(_ subject: SubjectKind) {
    columns = StoredField.of(subject).reduce(into: [:]) { columns, field in
      switch field.kind {
      case .number: columns[field.name] = .numbers(Column(fill: .nan))
      case .word: columns[field.name] = .words(WordColumn())
      }
    }
  }

  subscript(name: String) -> Values? { columns[name] }

  var words: [WordColumn] { columns.values.compactMap { if case .words(let column) = $0 { column } else { nil } } }

  func put(_ values: StoredValues, for id: UInt32) {
    for (name, column) in columns {
      switch column {
      case .numbers(let column):
        if case .number(let number)? = values[name] { column[id] = number } else { column[id] = .nan }
      case .words(let column):
        if case .text(let word)? = values[name] { column.set(word, for: id) } else { column.set(nil, for: id) }
      }
    }
  }

  /// Takes the row out.
  func drop(_ id: UInt32) { put([:], for: id) }
}

extension World {
  /// The column of a stored field; nil where the subject has none of that name.
  func stored(_ name: String, _ subject: Subject) -> StoredColumns.Values? {
    switch subject {
    case .houses: houses.stored[name]
    case .buildings: buildings.stored[name]
    default: nil
    }
  }
}
