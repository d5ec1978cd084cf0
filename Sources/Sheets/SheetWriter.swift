/// Writes a sheet row by row, in bounded memory. The head of its layout stands there already. After `finish` nothing
/// more may be written; without it the sheet is no sheet. To be used by one task at a time.
package protocol SheetWriter: AnyObject {
  /// A row; it may be shorter than the columns are many. Throws `Problem` `file_unwritable`.
  func write(_ cells: [Cell]) throws
  /// A line across all columns: the name of the group that follows, or a total. A CSV file, which is for programs, has
  /// no such lines.
  func heading(_ text: String) throws
  func finish() throws
}
