import Foundation
import GRDB
import Identity
import Kernel
import Ledgers
import Storage

/// Once, after the upgrade: numbers of people that stand in plain in what was typed before are sealed as new ones are, and go
/// from questions that were stored. What was deleted is overwritten in the file.
package enum LegacyTextSealing {
  private static let done = "texts_sealed"
  /// Three digits with nothing but digits, spaces and dashes between them: what has fewer has no number.
  static let suspicious = "GLOB '*[0-9０-９][0-9０-９ -]*[0-9０-９][0-9０-９ -]*[0-9０-９]*'"

  package static func run(_ writer: Writer) throws {
    let db = writer.db
    guard try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = ?", arguments: [done]) == nil else {
      return
    }
    for (table, kind, columns) in tables { try columns.forEach { try seal(table, kind, $0, writer) } }
    for (table, columns) in masked { try columns.forEach { try remask(table, $0, writer) } }
    try sealRecords(writer)
    try sealMarks(writer)
    try sealQuestions(writer)
    try db.execute(sql: "INSERT INTO settings (name, value) VALUES (?, '1')", arguments: [done])
  }

  private static let tables: [(String, SubjectKind, [String])] = [
    ("visits", .visits, ["purpose", "note"]), ("taggings", .taggings, ["evidence"]),
    ("work_orders", .workOrders, ["address", "category", "reporter"]),
    ("data_requests", .dataRequests, ["purpose", "basis", "despite"]),
    ("ledgers", .ledgers, ["name", "about"]), ("admissions", .admissions, ["title", "text", "basis", "reason"]),
  ]

  /// What holds identity numbers that were masked less.
  private static let masked: [(String, [String])] = [
    ("work_orders", ["title", "text", "result"]), ("reminders", ["title", "text", "note"]),
    ("dispatch_lessons", ["text"]),
  ]

  private static func remask(_ table: String, _ column: String, _ writer: Writer) throws {
    let rows = try Row.fetchAll(
      writer.db, sql: "SELECT id, \(column) FROM \(table) WHERE instr(\(column), '***********') > 0")
    for row in rows {
      let (id, text): (Int64, String) = try (row.value(0), row.value(1))
      let coarser = Masking.coarserText(text)
      if coarser != text { try writer.execute("UPDATE \(table) SET \(column) = ? WHERE id = ?", [coarser, id]) }
    }
  }

  private static func seal(_ table: String, _ kind: SubjectKind, _ column: String, _ writer: Writer) throws {
    let rows = try Row.fetchAll(
      writer.db, sql: "SELECT id, \(column) FROM \(table) WHERE \(column) \(suspicious)")
    for row in rows {
      let (id, text): (Int64, String) = try (row.value(0), row.value(1))
      guard Masking.holdsNumbers(text) else { continue }
      try writer.seal(text, column, of: kind, id)
      try writer.execute("UPDATE \(table) SET \(column) = ? WHERE id = ?", [writer.shown(text), id])
    }
  }

  private static func sealRecords(_ writer: Writer) throws {
    for row in try Row.fetchAll(writer.db, sql: "SELECT id, data FROM records WHERE data \(suspicious)") {
      let (id, text): (Int64, String) = try (row.value(0), row.value(1))
      let data = try JSONReader.read(text)
      let shown = Masking.numbers(in: data)
      guard shown != data else { continue }
      try writer.reseal(data, of: .records, id)
      try writer.execute("UPDATE records SET data = ? WHERE id = ?", [shown.text, id])
    }
  }

  private static func sealMarks(_ writer: Writer) throws {
    let rows = try Row.fetchAll(
      writer.db, sql: "SELECT run_id, subject_id, note, value FROM run_marks WHERE value \(suspicious)")
    for row in rows {
      let mark = try RunMark(
        subject: row.value(1), note: row.value(2), value: try JSONReader.read(row.value(3) as String), by: "", at: "")
      guard Masking.numbers(in: mark.value) != mark.value else { continue }
      try writer.sealMark(run: row.value(0), mark)
      try writer.execute(
        "UPDATE run_marks SET value = ? WHERE run_id = ? AND subject_id = ? AND note = ?",
        [Masking.numbers(in: mark.value).text, row.value(0) as Int64, mark.subject, mark.note])
    }
  }

  /// A question that asked for somebody's number asks for nobody from now on, and its ledger rests.
  private static func sealQuestions(_ writer: Writer) throws {
    for (table, column) in [("ledgers", "question"), ("runs", "question"), ("tags", "rule")] {
      let rows = try Row.fetchAll(
        writer.db,
        sql: "SELECT id, \(column) FROM \(table) WHERE \(column) LIKE '%id_number =%' OR \(column) LIKE '%phone =%'")
      for row in rows {
        let (id, text): (Int64, String) = try (row.value(0), row.value(1))
        let without = SealedLiterals.removed(from: text)
        guard without != text else { continue }
        try writer.execute("UPDATE \(table) SET \(column) = ? WHERE id = ?", [without, id])
        guard table == "ledgers" else { continue }
        try writer.execute(
          "UPDATE ledgers SET sentence = NULL, retired_at = coalesce(retired_at, ?), version = version + 1 WHERE id = ?",
          [writer.now.description, id])
        try writer.execute("DELETE FROM schedules WHERE ledger_id = ?", [id])
      }
    }
  }
}

/// Numbers in the text of a stored question, as `FilterPrinter` has written it.
enum SealedLiterals {
  /// The question with each test of an identity number or telephone of people as one that nobody passes.
  static func removed(from question: String) -> String {
    question.replacing(/\b(?:id_number|phone) = (?:"(?:[^"\\]|\\.)*"|[^\s()]+)/, with: "age < 0")
  }
}
