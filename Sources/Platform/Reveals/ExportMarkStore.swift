import Foundation
import GRDB
import Storage

extension Writer {
  /// The mark of an export whose line is the next of the audit log: twelve signs that nobody can work out without the key,
  /// none of them easily taken for another (Crockford's base 32).
  package func nextExportMark() throws -> String {
    let next = try lastAuditLine() + 1
    var number = keys.findingKey("export", String(next)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var mark = ""
    for place in 0..<12 {
      if place == 4 || place == 8 { mark.append("-") }
      mark.append(signs[Int(number % 32)])
      number /= 32
    }
    return mark
  }

  /// Remembers that the last line of the audit log tells of the export with this mark.
  package func keepExportMark(_ mark: String) throws {
    try execute("INSERT INTO export_marks (mark, audit_seq) VALUES (?, ?)", [mark, try lastAuditLine()])
  }

  private func lastAuditLine() throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT seq FROM audit ORDER BY seq DESC LIMIT 1")) ?? 0
  }
}
