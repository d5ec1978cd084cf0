import Kernel
import Platform
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
package actor RunRowReader {
  /// The run: title, columns, notes, groups.
  package nonisolated let view: RunView
  /// Who takes the rows away, and the mark they bear.
  package nonisolated let stamp: ExportStamp
  private let app: AppContext
  private let policy: AccessPolicy
  private let cells: RunMasking
  private let sealed: [String]
  private var chunk = 0
  private var count = 0
  private var isAtEnd = false

  /// Begins to read, and says so in the audit log: an export is written down, and what it shows in full with its reason.
  ///
  /// - Parameter format: `json`, `csv`, `xlsx`, `html`: for the log.
  /// - Throws: `not_found`, `run_not_done`; with `reveal` also what `RunRevealAdmission` throws.
  package static func open(
    _ run: Int64, format: String, reveal: RunReveal?, caller: Caller, app: AppContext
  ) async throws -> RunRowReader {
    try caller.must(.read)
    let sight = try LedgerAccessPolicy(caller, app)
    let view = try await GetRun.done(run, sight, app)
    let stamp: ExportStamp
    do {
      stamp = try await begin(view, format, reveal, caller, app)
    } catch let problem as Problem where RevealQuota.isRefusal(problem) {
      // Who asks for thousands is to be seen, also where nothing was given.
      let entry = AuditEntry("runs.reveal_refused", subject: .runs, id: run, reason: reveal?.reason)
      try await app.store.writeApart { writer in try writer.audit(caller, entry) }
      throw problem
    }
    return RunRowReader(view, stamp, reveal, sight.policy, app)
  }

  private static func begin(
    _ view: RunView, _ format: String, _ reveal: RunReveal?, _ caller: Caller, _ app: AppContext
  ) async throws -> ExportStamp {
    var admission: RunRevealAdmission?
    if let reveal { admission = try await RunRevealAdmission(reveal, view, caller, app) }
    return try await app.store.write { [admission] writer in
      let approval = try admission?.admit(writer)
      let stamp = ExportStamp(
        mark: try writer.nextExportMark(), caller: caller.name, at: writer.now, isRevealing: reveal != nil,
        reason: reveal?.reason, approval: approval)
      try writer.audit(caller, entry(view, format, stamp, reveal))
      try writer.keepExportMark(stamp.mark)
      return stamp
    }
  }

  private static func entry(
    _ view: RunView, _ format: String, _ stamp: ExportStamp, _ reveal: RunReveal?
  ) -> AuditEntry {
    var changes = [
      AuditEntry.Change("format", before: nil, after: format),
      AuditEntry.Change("rows", before: nil, after: String(view.total)),
      AuditEntry.Change("mark", before: nil, after: stamp.mark),
    ]
    if let approval = stamp.approval {
      changes.append(AuditEntry.Change("approval", before: nil, after: String(approval)))
    }
    changes += (reveal?.columns ?? []).sorted().map { AuditEntry.Change.sealed($0, .revealed) }
    return AuditEntry(
      reveal == nil ? "runs.export" : "runs.reveal", subject: .runs, id: view.row.id, reason: reveal?.reason,
      changes: changes)
  }

  private init(
    _ view: RunView, _ stamp: ExportStamp, _ reveal: RunReveal?, _ policy: AccessPolicy, _ app: AppContext
  ) {
    (self.view, self.stamp, self.policy, self.app) = (view, stamp, policy, app)
    let columns = view.row.draft.columns
    let shown = reveal?.columns ?? []
    cells = RunMasking(columns: columns, revealed: shown)
    sealed = columns.filter { $0.kind == .sealed && shown.contains($0.name) }.map(\.name)
  }

  /// The next rows; nil at the end.
  ///
  /// - Parameter presence: whether somebody waits for them, or they go into a file of the server's.
  /// - Throws: `rights_ended` once whoever asked may not have them any more, `run_expired` where the run goes while it is
  ///   read, `run_incomplete` where rows are missing: what has been given out is not the whole, and whoever passes it on must
  ///   say so.
  package func next(_ presence: CallerPresence = .attended) async throws -> [RunLine]? {
    while !isAtEnd {
      let now = app.clock.now()
      let found = try await app.store.read { [row = view.row, chunk, access = view.access, policy] reader in
        try reader.requireStanding(policy.caller, presence, at: now)
        try GetRun.requireRows(row, reader)
        let chunks = try access.rows(of: row.id, from: chunk, limit: 4, reader)
        let rows = chunks.flatMap { $0.rows.map(\.row) }
        return (chunks.last?.chunk, rows, try reader.marks(of: row, subjects: rows.map(\.subject)))
      }
      guard let last = found.0 else {
        guard count == view.total else {
          throw Problem(.conflict, "run_incomplete", "这次生成的名单缺行：应有 \(view.total) 行，只读到 \(count) 行。")
        }
        isAtEnd = true
        return nil
      }
      count += found.1.count
      chunk = last + 1
      if !found.1.isEmpty { return try await lines(found.1, found.2) }
    }
    return nil
  }

  private func lines(_ rows: [FrozenRow], _ marks: [RunMark]) async throws -> [RunLine] {
    let noted = Dictionary(grouping: view.shown(marks)) { UInt32(truncatingIfNeeded: $0.subject) }
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
    return Set(rows.map(\.subject).filter { policy.exists(view.subject, Int64($0)) })
  }

  private func plain(of ids: Set<UInt32>) async throws -> [UInt32: [String: String]] {
    guard !sealed.isEmpty, let kind = SubjectKind(rawValue: view.subject.word) else { return [:] }
    return try await app.store.read { [sealed] reader in
      var plain: [UInt32: [String: String]] = [:]
      for field in sealed {
        for (id, value) in try reader.unsealed(field, of: kind, ids: ids.sorted()) {
          plain[id, default: [:]][field] = value
        }
      }
      return plain
    }
  }
}
