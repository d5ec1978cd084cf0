import Foundation
import GRDB
import Identity
import Kernel
import Storage

// What whoever writes past the program may have changed without breaking a rule among the rows: rights that the audit log
// never gave, approvals that nobody gave, numbers put back in plain, rows that lie elsewhere than what they belong to.

extension Reader {
  /// Accounts whose role, areas or state is not what the audit log says of them last; approvals without a line of their own.
  package func rightsFaults() throws -> [String] {
    let said = try Row.fetchAll(
      db,
      sql: """
        SELECT a.subject_id, d.value ->> 'field', d.value ->> 'after'
        FROM audit a, json_each(a.detail) d
        WHERE a.subject = 'callers' AND a.action IN ('callers.create', 'callers.update')
          AND d.value ->> 'field' IN ('role', 'areas', 'disabled') ORDER BY a.seq
        """)
    var last: [Int64: [String: String]] = [:]
    for row in said { try last[row.value(0), default: [:]][row.value(1)] = row.value(2) as String? ?? "" }
    var faults: [String] = []
    for (id, fields) in last.sorted(by: { $0.key < $1.key }) {
      guard let account = try account(id: id) else { continue }
      let now = [
        "role": account.role.rawValue, "disabled": String(account.isDisabled),
        "areas": account.areas.map(\.code).sorted().joined(separator: " "),
      ]
      for field in fields.keys.sorted() where now[field] != fields[field] {
        faults.append(
          "rights: caller \(id) has \(field) \(now[field] ?? ""), the audit log gave \(fields[field] ?? "")")
      }
    }
    let approvals = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM reveal_approvals r WHERE state = 'approved' AND NOT EXISTS (
          SELECT 1 FROM audit a WHERE a.action = 'reveal_approvals.approve' AND a.subject = 'reveal_approvals'
            AND a.subject_id = r.id)
        """)
    return faults + approvals.map { "rights: approval \($0) stands without a line in the audit log" }
  }

  /// Columns of typed texts that hold numbers in plain.
  package func plainTextFaults() throws -> [String] {
    try Self.texts.compactMap { table, columns in
      var found: [String] = []
      var count = 0
      for column in columns {
        let rows = try Row.fetchCursor(
          db, sql: "SELECT rowid, \(column) FROM \(table) WHERE \(column) \(LegacyTextSealing.suspicious)")
        while let row = try rows.next() {
          guard let text = try row.value(1) as String?, Masking.holdsNumbers(Self.typed(text, column)) else { continue }
          count += 1
          if found.count < 5 { try found.append("\(row.value(0) as Int64? ?? 0)") }
        }
      }
      return count == 0 ? nil : "texts: \(table): \(count) hold numbers in plain (\(found.joined(separator: ", ")))"
    }
  }

  /// What people have typed: the codes of licences and machines in records are numbers of things.
  private static func typed(_ text: String, _ column: String) -> String {
    guard column == "data", case .object(let members)? = try? JSONReader.read(text) else { return text }
    return JSONValue.object(members.filter { !["code", "number"].contains($0.name) }).text
  }

  private static let texts: [(String, [String])] = [
    ("visits", ["purpose", "note"]), ("taggings", ["evidence"]), ("records", ["data"]),
    ("work_orders", ["title", "text", "address", "category", "result"]), ("work_order_events", ["note"]),
    ("reminders", ["title", "text", "note"]), ("ledgers", ["name", "about"]), ("hotspot_notes", ["title", "text"]),
    ("admissions", ["title", "text", "basis", "reason"]), ("data_requests", ["purpose", "basis", "despite"]),
  ]
}
