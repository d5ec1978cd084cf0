import Foundation
import GRDB
import Registry
import Storage
import WorkOrders

extension Store {
  /// Opens every sealed value there is, in its place, and compares it with what the row is found by and what is shown of it.
  ///
  /// - Returns: a line for each column with values that do not fit, with how many and the first few rows.
  package func sealedFaults() async throws -> [String] {
    var faults: [String] = []
    for column in SealedColumns.all {
      var (bad, first): (Int, [String]) = (0, [])
      var key: [DatabaseValue]?
      while let found = try await misfits(of: column, after: key) {
        key = found.next
        bad += found.rows.count
        first += found.rows.prefix(5 - min(5, first.count))
      }
      if bad > 0 {
        let shown = first.joined(separator: ", ")
        faults.append(
          "sealed: \(column.table).\(column.column): \(bad) do not open, or are not what the row is found by (\(shown))"
        )
      }
    }
    return faults
  }

  private func misfits(
    of column: SealedColumn, after key: [DatabaseValue]?
  ) async throws -> (next: [DatabaseValue], rows: [String])? {
    try await read { reader -> (next: [DatabaseValue], rows: [String])? in
      let rows = try column.rows(after: key, reader.db)
      guard let last = rows.last else { return nil }
      let bad = rows.filter { row in
        guard let plain = try? reader.keys.open(row.sealed, at: column.place(of: row)) else { return true }
        guard let found = column.found else { return false }
        let text = String(decoding: plain, as: UTF8.self)
        return !reader.keys.findingKeys(found.field, text).contains(row.finding ?? Data())
          || found.mask(text) != row.masked
      }
      return (last.key, bad.map { row in column.place(of: row).text.split(separator: "#").last.map(String.init) ?? "" })
    }
  }

  /// What is wrong with the files of attachments, a line each.
  package func attachmentFaults() async throws -> [String] {
    let named = try await read { try $0.attachmentFiles() }
    let files = files
    return named.compactMap { file in
      files.fault(file.hash, size: file.size).map { "attachments: file \(file.hash.prefix(12))… \($0)" }
    }
  }
}
