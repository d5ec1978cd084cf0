/// The published days off and made-up working days, read from `schema/reference/holidays.csv`.
///
/// Sources: the yearly notices of the State Council's General Office (国务院办公厅关于…年部分节假日安排的通知), each named in its
/// row, and for years without a notice the Measures on Public Holidays (全国年节及纪念日放假办法, as amended for 2025).
package struct HolidayTable: Sendable {
  package enum Kind: String, Sendable {
    /// A notice says: nobody works, whatever the weekday.
    case off
    /// A notice says: this Saturday or Sunday is worked (调休上班).
    case work
    /// A public holiday by law in a year whose notice is not out yet.
    case statutory
  }

  package struct Row: Hashable, Sendable {
    package let day: Day
    package let kind: Kind
    /// The feast, in Chinese.
    package let name: String
    /// The notice or law that says so.
    package let notice: String
  }

  /// In the order of the days.
  package let rows: [Row]

  /// Reads `day,kind,name,notice` with a heading. No cell holds a comma or a quotation mark.
  ///
  /// Throws `.invalid`, code `reference_table`, with the line's number.
  package init(csv: String) throws(Problem) {
    var rows: [Row] = []
    for (index, line) in csv.split(whereSeparator: \.isNewline).enumerated().dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4, let day = Day(cells[0]), let kind = Kind(rawValue: cells[1]) else {
        throw Problem(.invalid, "reference_table", "节假日表第\(index + 1)行无法读取")
      }
      if let last = rows.last, last.day >= day {
        throw Problem(.invalid, "reference_table", "节假日表第\(index + 1)行的日期重复或次序颠倒")
      }
      rows.append(Row(day: day, kind: kind, name: cells[2], notice: cells[3]))
    }
    self.rows = rows
  }
}
