import Identity
import Kernel
import Platform
import Sheets

/// A frozen row as it leaves: masked, with what was noted on it.
package struct RunLine: Sendable {
  package let id: Int64
  /// In the order of the run's columns.
  package let cells: [Cell]
  /// In the order of the run's notes, where there are any.
  package let marks: [RunMark]

  package init(id: Int64, cells: [Cell], marks: [RunMark]) {
    (self.id, self.cells, self.marks) = (id, cells, marks)
  }

  /// What was noted under a name, as a sheet shows it: √ for a tick.
  package func cell(of note: LedgerNote) -> Cell {
    switch marks.first(where: { $0.note == note.name })?.value {
    case .bool(true)?: .text("√")
    case .string(let text)?: .text(text)
    default: .empty
    }
  }
}

/// Turns frozen values into cells: names masked unless they are to be shown.
package struct RunCells {
  package let columns: [LedgerColumn]
  /// Columns whose names or numbers are shown in full.
  var revealed: Set<String> = []

  package init(columns: [LedgerColumn], revealed: Set<String> = []) {
    (self.columns, self.revealed) = (columns, revealed)
  }

  /// - Parameter sealed: the plain numbers of the row, by column; only those that are to be shown.
  package func cells(_ row: FrozenRow, isKnown: Bool = false, sealed: [String: String] = [:]) -> [Cell] {
    columns.indices.map { index in
      let column = columns[index]
      guard index < row.cells.count else { return .empty }
      if let plain = sealed[column.name] { return .text(plain) }
      return cell(row.cells[index], column.kind, isShown: isKnown && revealed.contains(column.name))
    }
  }

  package func cell(_ value: FrozenValue, _ kind: ColumnKind, isShown: Bool) -> Cell {
    switch value {
    case .null: .empty
    case .number(let number): .number(number)
    case .texts(let texts):
      texts.isEmpty
        ? .empty : .text((kind == .names && !isShown ? texts.map(Masking.name) : texts).joined(separator: "、"))
    case .text(let text):
      switch kind {
      case .day: Day(text).map { .date($0) } ?? .text(text)
      case .name: .text(isShown ? text : Masking.name(text))
      default: .text(text)
      }
    }
  }
}
