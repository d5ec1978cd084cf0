import Kernel

/// How a sheet looks when it is opened or printed, whatever it is written as.
package struct SheetLayout: Sendable {
  package struct Column: Sendable {
    package enum Kind: Sendable {
      /// Words; long ones go on in the next line.
      case text
      /// Identity numbers, telephones, codes: text that spreadsheet programs must not take for a number.
      case code
      case number, date
      /// A box to tick, empty or ✓.
      case tick
      /// Room to write by hand.
      case note
    }

    package var name: String
    /// In characters; a Chinese character counts two.
    package var width: Double
    package var kind: Kind
    /// What a workbook offers to choose from below the header; other words may still be written. At most 255 characters
    /// together, or it offers nothing.
    package var choices: [String]

    package init(_ name: String, width: Double = 14, kind: Kind = .text, choices: [String] = []) {
      (self.name, self.width, self.kind, self.choices) = (name, width, kind, choices)
    }
  }

  /// The tab's name; what a tab's name may not hold is left out.
  package var sheet = "Sheet1"
  /// A line above the header, across all columns.
  package var title: String?
  /// A second line, such as 截至 2026-11-21 · 延中居委会 · 共 35 条.
  package var subtitle: String?
  package var columns: [Column]
  /// How days are shown, as a spreadsheet's format code.
  package var dateFormat = "yyyy\"年\"m\"月\"d\"日\""
  /// What tells this file from others, for its properties, where nobody sees it.
  package var mark: String?
  /// The moment that the file's properties give as that of its making. nil: a day before all of them, so that the same rows are the
  /// same bytes whenever they are written.
  package var madeAt: Instant?
  /// A line behind the last row, in formats that have no line above the header.
  package var footer: String?
  /// Whether spreadsheet programs offer to filter by the header; headings between the rows speak against it.
  package var hasFilter = false

  package init(columns: [Column], title: String? = nil, subtitle: String? = nil) {
    (self.columns, self.title, self.subtitle) = (columns, title, subtitle)
  }

  /// Whether it is printed across the long side of A4, which holds some 95 characters upright.
  package var isLandscape: Bool { columns.reduce(0) { $0 + $1.width } > 95 }
}
