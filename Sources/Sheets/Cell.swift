import Kernel

/// One cell of a sheet, in or out.
package enum Cell: Sendable, Equatable {
  case text(String)
  case number(Double)
  case date(Day)
  case empty

  /// What a person sees: whole numbers without `.0`, days as `2026-11-21`.
  package var text: String {
    switch self {
    case .text(let text): text
    case .number(let number):
      if number == number.rounded(), abs(number) < 1e15 { String(Int64(number)) } else { "\(number)" }
    case .date(let day): day.description
    case .empty: ""
    }
  }
}

/// One row that has something in it. Blank rows are left out, and the numbering counts them.
package struct Row: Sendable, Equatable {
  /// As a spreadsheet program shows it: from 1, the header included.
  package var number: Int
  /// Without the empty cells at the end.
  package var cells: [Cell]
  /// Why this row cannot be used, in Chinese; the rows after it can.
  package var fault: String?
  /// Why the text of a cell may not be what was meant, by column from 0.
  package var notes: [Int: CellNote] = [:]
  /// Merges that begin in this row and go to the right: from column, over how many.
  package var spans: [Int: Int] = [:]

  package init(number: Int, cells: [Cell], fault: String? = nil) {
    self.number = number
    self.cells = cells
    self.fault = fault
  }

  /// The cell in a column from 0; empty where the row is shorter.
  package subscript(column: Int) -> Cell { cells.indices.contains(column) ? cells[column] : .empty }
}

/// Rows in order, each read when it is asked for, in bounded memory. To be used by one task at a time.
package protocol RowSource: AnyObject {
  /// The next row that is not blank, or nil at the end. Throws `Problem`; after that the source is at its end.
  func next() throws -> Row?
}
