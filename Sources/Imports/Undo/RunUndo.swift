import Kernel
import Platform
import Storage

/// Does the work that `UndoImport` has put under way. After a crash it goes on where it stopped: a batch is one transaction,
/// which says how far it has come.
package enum RunUndo {
  /// A batch ends early when it has taken so long: others wait to write.
  private static let patience = Duration.milliseconds(400)

  package static func run(_ id: Int64, app: AppContext, pace: ImportPace = ImportPace()) async throws {
    let halt = app.halts.begin(id)
    defer { app.halts.end(id, halt) }
    while try await batch(id, app, pace) {
      try await pace.afterBatch(.applying, pace.batch)
      try halt.check()
    }
  }

  /// - Returns: whether there is more.
  private static func batch(_ id: Int64, _ app: AppContext, _ pace: ImportPace) async throws -> Bool {
    guard let undo = try await app.store.read({ try $0.importUndo(id) }), undo.state == .running else { return false }
    let sight = UndoSight(undo.caller, try app.index, today: app.clock.today)
    return try await app.write(as: undo.caller) { writer, _ in
      guard let undo = try writer.read.importUndo(id), undo.state == .running else { return false }
      guard undo.caller == sight.caller, try writer.read.stands(undo.caller, .unattended, at: writer.now) else {
        if undo.caller == sight.caller { try writer.endUndo(import: id, .stopped) }
        return undo.caller != sight.caller
      }
      let rows = try writer.read.importEffects(id, before: undo.next, limit: pace.batch)
      guard let last = rows.last else {
        try finish(id, undo, writer)
        return false
      }
      let (clock, start) = (ContinuousClock(), ContinuousClock.now)
      var (next, undone) = (undo.next, 0)
      for row in rows where next == undo.next || clock.now - start < patience {
        if try takeBack(id, row.n, row.effects, sight, writer) { undone += 1 }
        next = row.n
      }
      try writer.advanceUndo(import: id, next: next, undone: undone)
      return next >= last.n
    }
  }

  /// - Returns: whether the row is as if it had never been.
  private static func takeBack(
    _ id: Int64, _ n: Int, _ effects: ImportEffects, _ sight: UndoSight, _ writer: Writer
  ) throws -> Bool {
    if let obstacle = try UndoCheck(writer.read, sight).obstacle(effects) {
      try writer.markHeld(import: id, n: n, obstacle)
      return false
    }
    do {
      try writer.inRowSavepoint {
        try writer.takeBack(effects, by: sight.caller, reason: "import \(id) row \(n)")
        try writer.markUndone(import: id, n: n)
      }
      return true
    } catch let problem as Problem where [.conflict, .invalid, .notFound].contains(problem.kind) {
      try writer.markHeld(import: id, n: n, .contradiction)
      return false
    }
  }

  private static func finish(_ id: Int64, _ undo: ImportUndoState, _ writer: Writer) throws {
    let held = try writer.read.heldRows(id, limit: 0).count
    try writer.endUndo(import: id, .done)
    try writer.audit(
      undo.caller,
      AuditEntry(
        "imports.undone", subject: .imports, id: id,
        changes: [AuditEntry.Change("counts", before: nil, after: "undone \(undo.undone), held \(held)")]))
  }
}
