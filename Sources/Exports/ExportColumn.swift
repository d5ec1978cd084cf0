import Ledgers
import Platform
import Sheets
import TagIndex

/// How wide a column is and what it holds, on a sheet.
enum ExportColumn {
  static func layout(_ column: LedgerColumn) -> SheetLayout.Column {
    let kind: SheetLayout.Column.Kind =
      switch column.kind {
      case .number: .number
      case .day: .date
      case .sealed: .code
      case .text, .name, .names, .tags: codes.contains(column.name) ? .code : .text
      }
    let usual = widths[column.name] ?? usual(column.kind)
    return SheetLayout.Column(
      column.title, width: column.width.map { Double($0) } ?? max(usual, places(column.title) + 2), kind: kind)
  }

  static func layout(_ note: LedgerNote) -> SheetLayout.Column {
    let kind: SheetLayout.Column.Kind = note.kind == .tick ? .tick : .note
    return SheetLayout.Column(note.title, width: max(note.kind == .tick ? 8 : 16, places(note.title) + 2), kind: kind)
  }

  private static let codes: Set<String> = ["credit_code", "code", "number", "room", "lane", "closes"]

  private static let widths: [String: Double] = [
    "name": 10, "sex": 6, "age": 6, "id_number": 21, "phone": 15, "address": 34, "committee": 14, "grid": 14,
    "credit_code": 21, "compound": 18, "hukou": 8, "role": 8,
  ]

  private static func usual(_ kind: ColumnKind) -> Double {
    switch kind {
    case .number: 8
    case .day: 15
    case .name: 10
    case .names, .tags: 24
    case .text, .sealed: 14
    }
  }

  /// A Chinese character takes two places.
  private static func places(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
