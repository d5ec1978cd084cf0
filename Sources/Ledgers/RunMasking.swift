import Identity
import Kernel
import Platform
import Sheets

/// Turns frozen values into cells: names masked unless they are to be shown.
package struct RunMasking {
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
