/// How a sheet looks when it is opened or printed.
package struct SheetLayout: Sendable {
  package struct Column: Sendable {
    package var name: String
    /// In characters; a Chinese character counts two.
    package var width: Double

    package init(_ name: String, width: Double = 14) {
      self.name = name
      self.width = width
    }
  }

  /// The tab's name: at most 31 characters, none of `[ ] : * ? / \`.
  package var sheet = "Sheet1"
  /// A line above the header, across all columns.
  package var title: String?
  package var columns: [Column]
  /// Printed across the long side of A4; one page wide in any case, the header on every page.
  package var landscape = false
  /// How days are shown, as a spreadsheet's format code.
  package var dateFormat = "yyyy-mm-dd"

  package init(columns: [Column], title: String? = nil) {
    self.columns = columns
    self.title = title
  }
}
