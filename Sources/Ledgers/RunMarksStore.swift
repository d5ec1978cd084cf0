import GRDB
import Identity
import Kernel
import Storage

extension Reader {
  /// What is noted on these subjects, or on all, as a run shows it: what was noted in it, and what was noted in earlier runs
  /// of the ledger and not taken back since.
  ///
  /// Earlier is earlier by as-of day, whatever the order in which the runs were made and the ticks set. A note that begins
  /// anew with each day comes along only between runs of one day. A tick that stands for a tag comes along while the subject
  /// has the tag.
  package func marks(of run: RunRecord, subjects: [UInt32]? = nil) throws -> [RunMark] {
    let notes = Dictionary(run.draft.notes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var marks: [RunMark] = []
    var last: (key: MarkKey, mark: RunMark?)?
    try records(run, subjects) { record in
      guard let note = notes[record.mark.note], record.comesAlong(to: run, note) else { return }
      let key = MarkKey(subject: record.mark.subject, note: record.mark.note)
      if let held = last, held.key != key { held.mark.map { marks.append($0) } }
      last = (key, record.mark.value == .null ? nil : record.mark)
    }
    last?.mark.map { marks.append($0) }
    return try withoutEnded(marks, run, notes)
  }

  /// What was noted in this very run; a value of null says that there is nothing any more.
  package func ownMark(run: Int64, subject: Int64, note: String) throws -> RunMark? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: Self.markColumns + " FROM run_marks m WHERE m.run_id = ? AND m.subject_id = ? AND m.note = ?"),
      arguments: [run, subject, note]
    ).map(Self.mark)
  }

  private struct MarkKey: Equatable {
    let subject: Int64
    let note: String
  }

  private struct MarkRecord {
    var mark: RunMark
    package let run: Int64
    package let asOf: Day

    func comesAlong(to run: RunRecord, _ note: LedgerNote) -> Bool {
      guard self.run == run.id || asOf == run.draft.asOf || note.carry else { return false }
      return switch (note.kind, mark.value) {
      case (_, .null), (.tick, .bool), (.text, .string): true
      default: false
      }
    }
  }

  /// The records that may count, by subject and note, the one that counts most last.
  private func records(_ run: RunRecord, _ subjects: [UInt32]?, _ body: (MarkRecord) throws -> Void) throws {
    let ids = try subjects ?? allSubjects(run.id)
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: Self.markColumns + """
          , m.run_id, r.as_of FROM json_each(?) j CROSS JOIN run_marks m ON m.subject_id = j.value
          CROSS JOIN runs r ON r.id = m.run_id
          WHERE r.ledger_id = ? AND (r.as_of, r.id) <= (?, ?) ORDER BY m.subject_id, m.note, r.as_of, m.at, r.id
          """), arguments: [Self.list(ids), run.draft.ledger, run.draft.asOf.description, run.id])
    while let row = try rows.next() {
      var record = try MarkRecord(
        mark: try Self.mark(row), run: row.value(8), asOf: try row.mustDay(9, in: "run_marks"))
      record.mark.isCarried = record.mark.isCarried || record.run != run.id
      try body(record)
    }
  }

  private func allSubjects(_ run: Int64) throws -> [UInt32] {
    var all: [UInt32] = []
    try runSubjects(run) { _, ids in all += ids }
    return all
  }

  /// Without ticks of earlier runs whose tag the subject has no more on the run's day; those of the run itself stay, marked.
  private func withoutEnded(_ marks: [RunMark], _ run: RunRecord, _ notes: [String: LedgerNote]) throws -> [RunMark] {
    var holding: [String: Set<Int64>] = [:]
    for case (let name, .tag(let code)?) in notes.map({ ($0.key, $0.value.writes) }) {
      let ticked = marks.filter { $0.note == name && $0.value == .bool(true) }.map(\.subject)
      guard !ticked.isEmpty else { continue }
      holding[name] = try tagged(ticked, code, run.draft.subject, on: run.draft.asOf)
    }
    return marks.compactMap { mark in
      guard mark.value == .bool(true), let held = holding[mark.note], !held.contains(mark.subject) else { return mark }
      guard !mark.isCarried else { return nil }
      var mark = mark
      mark.isEnded = true
      return mark
    }
  }

  /// Those of these subjects whose tag has not ended by a day.
  private func tagged(_ ids: [Int64], _ code: String, _ subject: String, on day: Day) throws -> Set<Int64> {
    let columns = ["people": "person_id", "houses": "house_id", "shops": "shop_id", "buildings": "building_id"]
    guard let column = columns[subject] else { return [] }
    return try Int64.fetchSet(
      db.cachedStatement(
        sql: """
          SELECT t.\(column) FROM json_each(?) j CROSS JOIN taggings t ON t.\(column) = j.value
          CROSS JOIN tags g ON g.id = t.tag_id
          WHERE g.code = ? AND (t.until IS NULL OR (t.until > ? AND t.until > t.since))
          """), arguments: [Self.list(ids), code, day.description])
  }

  private static func mark(_ row: Row) throws -> RunMark {
    try RunMark(
      subject: row.value(0), note: row.value(1), value: try JSONReader.read(row.value(2) as String), by: row.value(3),
      at: row.value(4),
      isCarried: row.value(5), tagging: row.value(6), visit: row.value(7))
  }

  private static let markColumns =
    "SELECT m.subject_id, m.note, m.value, m.by_caller, m.at, m.carried, m.tagging_id, m.visit_id"
}

extension Writer {
  /// Keeps the whole of what was noted, where it holds numbers. A run has many rows: the field names row and note.
  package func sealMark(run: Int64, _ mark: RunMark) throws {
    guard mark.value.string != nil else { return }
    let held = try read.ownMark(run: run, subject: mark.subject, note: mark.note)
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
