import Kernel
import Platform
import Storage

/// Whether a run's rows may be shown in full to whoever takes them: every person in the caller's rows counts, all of them
/// or none, and what is more than an hour has room for needs an approval for this run.
struct RunRevealAdmission: Sendable {
  private let view: RunView
  private let columns: Set<String>
  private let caller: Caller
  private let app: AppContext
  private let subjects: [RevealedSubject]

  /// - Throws: `missing_right`, `reason_missing`, `unknown_column`, `reveal_approval_needed`.
  init(
    _ reveal: RunReveal, _ view: RunView, _ caller: Caller, _ app: AppContext
  ) async throws {
    try caller.must(.reveal)
    _ = try RevealQuota.reason(reveal.reason, at: .parameter("reason"))
    try Self.check(reveal.columns, view)
    (self.view, columns, self.caller, self.app) = (view, reveal.columns, caller, app)
    // A large run is not read only to be refused.
    let limit = app.security.settings.revealsPerHour
    if let id = caller.id, view.subject == .people, view.total > limit,
      try await app.store.read({ try Self.approvals($0, id, view, reveal.columns, app) }).isEmpty
    {
      throw RevealQuota.needsApproval(view.total, limit)
    }
    subjects = try await Self.subjects(view, reveal.columns, app)
  }

  /// Counts, in the transaction of the audit entry.
  ///
  /// - Returns: the approval that it is counted against; nil where the hour has room.
  /// - Throws: what `RevealQuota.charge` throws.
  func admit(_ writer: Writer) throws -> Int64? {
    guard let id = caller.id else { return nil }
    for approval in try Self.approvals(writer.read, id, view, columns, app)
    where try writer.countApproved(subjects, approval: approval) {
      return approval.id
    }
    try RevealQuota.charge(subjects, caller: caller, app: app, writer)
    return nil
  }

  private static func check(_ columns: Set<String>, _ view: RunView) throws(Problem) {
    let able = view.row.draft.columns.filter { [.name, .names, .sealed].contains($0.kind) }.map(\.name)
    guard columns.isEmpty || columns.contains(where: { !able.contains($0) }) else { return }
    let detail = columns.first { !able.contains($0) }.map { "「\($0)」不是可以查看明文的列。" } ?? "请指明要查看明文的列。"
    throw Problem(
      .invalid, "unknown_column", detail, notes: [.init(.parameter("reveal"), detail, suggestions: able)])
  }

  /// The approvals that the caller has for this run and these columns.
  private static func approvals(
    _ reader: Reader, _ caller: Int64, _ view: RunView, _ columns: Set<String>, _ app: AppContext
  ) throws -> [RevealApproval] {
    let run = view.row.draft
    return try reader.approvedReveals(of: caller).filter { approval in
      guard approval.holds(on: app.clock.today), columns.isSubset(of: approval.draft.fields) else { return false }
      return switch approval.draft.subject {
      case .run(let id): id == view.row.id
      case .ledger(let id, let text): id == run.ledger && text == run.question
      case .question(let about, let text): about == run.subject && text == run.question
      }
    }
  }

  /// The people in the caller's rows whose names or numbers stand in these columns.
  private static func subjects(
    _ view: RunView, _ columns: Set<String>, _ app: AppContext
  ) async throws -> [RevealedSubject] {
    guard let kind = SubjectKind(rawValue: view.subject.word) else { return [] }
    let shown = view.row.draft.columns.enumerated().filter { columns.contains($0.element.name) }
      .map { (index: $0.offset, name: $0.element.name, isOfOthers: $0.element.kind == .names) }
    var found: [RevealedSubject] = []
    var chunk = 0
    while true {
      let read = try await app.store.read { [id = view.row.id, access = view.access, chunk] reader in
        try access.rows(of: id, from: chunk, limit: 4, reader)
      }
      guard let last = read.last else { return found }
      chunk = last.chunk + 1
      for row in read.lazy.flatMap(\.rows).map(\.row) {
        let own = RevealedSubject.row(kind, Int64(row.subject))
        var isShown = false
        for column in shown where column.index < row.cells.count {
          switch row.cells[column.index] {
          case .texts(let names) where !names.isEmpty && column.isOfOthers:
            found.append(RevealedSubject(key: "\(own.key)/\(column.name)", people: names.count))
          case .text, .number: isShown = true
          case .null, .texts: break
          }
        }
        if isShown { found.append(own) }
      }
    }
  }
}
