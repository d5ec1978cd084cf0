import Kernel
import Platform

/// Puts other values into a row that was doubtful or refused, and judges it again. Who: as for the import.
package enum CorrectImportRow {
  /// What the row becomes is a plan, as for every row in review; `ApplyImport` carries it out. An import that was done goes
  /// back to review when one of its rows does.
  ///
  /// - Parameter values: field to text; `""` empties the cell.
  /// - Throws: `row_applied`, `import_not_in_review`, `unknown_field` for a field that the file has no column for.
  package static func run(
    _ id: Int64, row n: Int, values: [String: String], caller: Caller, app: AppContext
  ) async throws -> ImportRowReport? {
    try caller.must(.importRosters)
    let context = try await app.store.read { reader in
      let job = try ImportAccess.job(id, caller, reader)
      var context = try RosterContext(job, reader, today: app.clock.today)
      context.contested = try ContestedNumbers(job, reader, except: n)
      return context
    }
    try await app.store.write { writer in
      let job = try ImportAccess.job(id, caller, writer.read)
      guard job.state == .review || job.state == .done, !job.dryRun else {
        throw Problem(.conflict, "import_not_in_review", "只有待审核或已完成的导入可以更正，当前状态：\(job.state.rawValue)。")
      }
      guard var row = try writer.read.importRow(id, n: n) else { throw Problem(.notFound, "not_found", "没有这一行。") }
      guard !row.applied else { throw Problem(.conflict, "row_applied", "该行已经导入，请直接修改那条记录。") }
      try put(values, into: &row, context.map)
      try writer.correct(import: id, row)
      row.decision = nil
      let rowContext = ImportRowContext(context, writer.read)
      let outcome = try rowContext.decide(row, by: rowContext.work)
      let gate = MatchQuota(job, asking: caller, app)
      var tally = MatchQuota.Tally()
      let isAdmitted = try gate.admits(rowContext.trials, holdsNumber: rowContext.holdsNumber, &tally, writer)
      try writer.settle(import: id, n: n, isAdmitted ? outcome : MatchQuota.withheld, applied: false)
      try gate.record(tally, writer)
      if job.state == .done { try writer.setState(import: id, from: .done, to: .review) }
      try writer.audit(
        caller,
        AuditEntry(
          "imports.correct", subject: .imports, id: id, reason: "row \(n)",
          changes: values.keys.sorted().map { AuditEntry.Change.sealed($0) }))
    }
    return try await ListImportRows.run(id, after: n - 1, limit: 1, caller: caller, app: app).rows.first
  }

  private static func put(_ values: [String: String], into row: inout StagedRow, _ map: ColumnMap) throws(Problem) {
    for (name, text) in values.sorted(by: { $0.key < $1.key }) {
      guard let field = ImportField(rawValue: name), let column = map.columns[field] else {
        let known = map.columns.keys.map(\.rawValue).sorted()
        throw Problem(
          .invalid, "unknown_field", "这份名册没有「\(name.prefix(40))」这一列。",
          notes: [.init(.pointer("/values/" + name.prefix(40)), "可以更正的字段", suggestions: known)])
      }
      while row.cells.count <= column { row.cells.append("") }
      row.cells[column] = text
      row.notes[column] = nil
      row.fault = nil
    }
  }
}
