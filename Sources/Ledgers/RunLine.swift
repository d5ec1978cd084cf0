import Kernel
import Platform
import Sheets

/// A frozen row as it leaves: masked (`RunMasking`), with what was noted on it.
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
