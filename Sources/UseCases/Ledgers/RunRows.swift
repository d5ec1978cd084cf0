import Domain
import Sheets
import Store
import TagIndex

/// Names and numbers of a run in full, and why.
package struct RunReveal: Sendable {
  /// Names of columns that hold names, identity numbers or telephones.
  package var columns: Set<String>
  package var reason: String

  package init(columns: Set<String>, reason: String) {
    (self.columns, self.reason) = (columns, CallerRules.folded(reason))
  }
}

/// The rows of a finished run, chunk after chunk in bounded memory: what JSON, CSV, sheets and print are made of. Who: callers
/// for whom the run exists; rows in their areas.
///
///     let rows = try await RunRows.open(12, format: "csv", reveal: nil, caller: caller, office: office)
///     while let lines = try await rows.next() { … }
package actor RunRows {
  /// The run: title, columns, notes, groups.
  package nonisolated let view: RunView
  private let office: Office
  private let scope: Set<UInt32>?
  private let known: Scope
  private let cells: RunCells
  private let sealed: [String]
  private var chunk = 0
  private var isAtEnd = false

  /// Begins to read, and says so in the audit log: an export is written down, and what it shows in full with its reason.
  ///
  /// - Parameter format: `json`, `csv`, `xlsx`, `html`: for the log.
  /// - Throws: `not_found`, `run_not_done`; with `reveal` also `missing_right`, `reason_missing`, `unknown_column`,
  ///   `too_many_reveals`.
  package static func open(
    _ run: Int64, format: String, reveal: RunReveal?, caller: Caller, office: Office
  ) async throws -> RunRows {
    try caller.must(.read)
    let sight = try LedgerSight(caller, office)
    let view = try await GetRun.done(run, sight, office)
    if let reveal { try admit(reveal, view, caller, office) }
    let shown = (reveal?.columns ?? []).sorted()
    let entry = AuditEntry(
      reveal == nil ? "runs.export" : "runs.reveal", subject: .runs, id: run, reason: reveal?.reason,
      changes: [
        AuditEntry.Change("format", before: nil, after: format),
        AuditEntry.Change("rows", before: nil, after: String(view.total)),
      ] + shown.map { AuditEntry.Change($0, before: "sealed", after: "revealed") })
    try await office.store.write { writer in try writer.audit(caller, entry) }
    return RunRows(view, reveal, sight.scope, try office.index.scope(of: caller), office)
  }

  private init(_ view: RunView, _ reveal: RunReveal?, _ scope: Set<UInt32>?, _ known: Scope, _ office: Office) {
    (self.view, self.scope, self.known, self.office) = (view, scope, known, office)
    let columns = view.row.draft.columns
    let shown = reveal?.columns ?? []
    cells = RunCells(columns: columns, revealed: shown)
    sealed = columns.filter { $0.kind == .sealed && shown.contains($0.name) }.map(\.name)
  }

  /// The next rows; nil at the end.
  package func next() async throws -> [RunLine]? {
    while !isAtEnd {
      let found = try await office.store.read { [id = view.row.id, chunk, scope] reader in
        let chunks = try reader.runChunks(id, from: chunk, scope: scope.map { Array($0) }, limit: 4)
        let rows = chunks.map { FrozenRows($0.rows).filter { $0.lies(in: scope) } }.flatMap { $0 }
        return (chunks.last?.n, rows, try reader.marks(run: id, subjects: rows.map(\.subject)))
      }
      guard let last = found.0 else {
        isAtEnd = true
        return nil
      }
      chunk = last + 1
      if !found.1.isEmpty { return try await lines(found.1, found.2) }
    }
    return nil
  }

  private func lines(_ rows: [FrozenRow], _ marks: [RunMark]) async throws -> [RunLine] {
    let noted = Dictionary(grouping: marks) { UInt32(truncatingIfNeeded: $0.subject) }
    let visible = try visible(rows)
    let plain = try await plain(of: visible)
    return rows.map { row in
      RunLine(
        id: Int64(row.subject),
        cells: cells.cells(row, isKnown: visible.contains(row.subject), sealed: plain[row.subject] ?? [:]),
        marks: noted[row.subject] ?? [])
    }
  }

  /// The subjects that still exist for the caller: of others nothing is shown in full.
  private func visible(_ rows: [FrozenRow]) throws -> Set<UInt32> {
    guard !cells.revealed.isEmpty else { return [] }
    let index = try office.index.index
    return Set(rows.map(\.subject).filter { index.knows($0, view.subject, scope: known) })
  }

  private func plain(of ids: Set<UInt32>) async throws -> [UInt32: [String: String]] {
    guard !sealed.isEmpty, let kind = SubjectKind(rawValue: view.subject.word) else { return [:] }
    return try await office.store.read { [sealed] reader in
      var plain: [UInt32: [String: String]] = [:]
      for field in sealed {
        for (id, value) in try reader.unsealed(field, of: kind, ids: ids.sorted()) {
          plain[id, default: [:]][field] = value
        }
      }
      return plain
    }
  }

  private static func admit(
    _ reveal: RunReveal, _ view: RunView, _ caller: Caller, _ office: Office
  ) throws(Problem) {
    try caller.must(.reveal)
    guard (4...500).contains(reveal.reason.count) else {
      throw Problem(
        .invalid, "reason_missing", "请写明查看原因，4 至 500 个字。", notes: [.init(.parameter("reason"), "4 至 500 个字。")])
    }
    let able = view.row.draft.columns.filter { [.name, .names, .sealed].contains($0.kind) }.map(\.name)
    guard !reveal.columns.isEmpty, let unknown = reveal.columns.first(where: { !able.contains($0) }) else {
      if let id = caller.id, let wait = office.security.reveals.admit(id, at: office.clock.now()) {
        throw Problem(.tooMuch, "too_many_reveals", "查看明文过于频繁，请稍后再试。", retryAfter: wait)
      }
      return
    }
    let detail = "「\(unknown)」不是可以查看明文的列。"
    throw Problem(
      .invalid, "unknown_column", detail, notes: [.init(.parameter("reveal"), detail, suggestions: able)])
  }
}
