import Domain
import GRDB

extension Reader {
  /// The marks on these subjects, or on all, by subject and note.
  package func marks(run: Int64, subjects: [UInt32]? = nil) throws -> [RunMark] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: subjects == nil
          ? Self.markColumns + " WHERE run_id = ?"
          : Self.markColumns + " WHERE run_id = ? AND subject_id IN (SELECT value FROM json_each(?))"),
      arguments: subjects.map { [run, Self.list($0)] } ?? [run])
    var marks: [RunMark] = []
    while let row = try rows.next() {
      marks.append(
        RunMark(
          subject: row[0], note: row[1], value: try JSONReader.read(row[2] as String), by: row[3], at: row[4],
          isCarried: row[5], tagging: row[6], visit: row[7]))
    }
    return marks
  }

  private static let markColumns =
    "SELECT subject_id, note, value, by_caller, at, carried, tagging_id, visit_id FROM run_marks"
}

extension Writer {
  /// Keeps the whole of what was noted, where it holds numbers. A run has many rows: the field names row and note.
  func sealMark(run: Int64, _ mark: RunMark) throws {
    guard mark.value.string != nil else { return }
    let held = try read.marks(run: run, subjects: [UInt32(truncatingIfNeeded: mark.subject)])
      .first { $0.note == mark.note }
    try reseal(
      mark.value.string, "\(mark.subject)/\(mark.note)", of: .runs, run, held: mark.isCarried ? nil : held?.value.string
    )
  }

  package func putMark(run: Int64, _ mark: RunMark) throws {
    try sealMark(run: run, mark)
    try execute(
      """
      INSERT OR REPLACE INTO run_marks (run_id, subject_id, note, value, by_caller, at, carried, tagging_id, visit_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        run, mark.subject, mark.note, Masking.numbers(in: mark.value).text, mark.by, mark.at, mark.isCarried,
        mark.tagging, mark.visit,
      ])
  }

  package func removeMark(run: Int64, subject: Int64, note: String) throws {
    try execute("DELETE FROM run_marks WHERE run_id = ? AND subject_id = ? AND note = ?", [run, subject, note])
    try unseal("\(subject)/\(note)", of: .runs, run)
  }
}

extension JSONValue {
  /// A text; nil for anything else.
  fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }
}
