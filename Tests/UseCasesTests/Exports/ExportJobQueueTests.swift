import Foundation
import Support
import Testing
@testable import Exports
@testable import FilterLanguage
@testable import Registry

@Suite struct ExportDeskTests {
  private func withRun(_ body: (LedgerStreet, Int64) async throws -> Void) async throws {
    try await LedgerStreet.run { street in
      let ledger = try await street.ledger("", by: street.streetWorker)
      try await body(street, try await street.run(ledger, by: street.streetWorker).row.id)
    }
  }

  @Test func export_inTheBackground_isFetchedWhenDone() async throws {
    try await withRun { street, run in
      let (app, caller) = (street.app, street.streetWorker)
      let begun = try await BeginExport.run(.init(run: run, format: .csv), caller: caller, app: app)
      #expect(begun.total == 2)
      await app.exports.settle()
      let job = try await GetExport.run(begun.id, caller: caller, app: app)
      #expect(job.state == .done && job.done == 2)
      let export = try await FetchExport.run(begun.id, caller: caller, app: app)
      guard case .file(let file) = export.body else { throw Missing() }
      #expect(String(decoding: try file.read(at: 0), as: UTF8.self).split(separator: "\r\n").count == 3)
      #expect(try file.read(at: file.size).isEmpty)
    }
  }

  @Test func export_existsOnlyForWhoeverBeganIt() async throws {
    try await withRun { street, run in
      let job = try await BeginExport.run(
        .init(run: run, format: .xlsx), caller: street.streetWorker, app: street.app)
      await street.app.exports.settle()
      for caller in [street.worker, street.street.admin] {
        let told = try await refusal { _ = try await GetExport.run(job.id, caller: caller, app: street.app) }
        #expect(told?.code == "not_found")
        let file = try await refusal { _ = try await FetchExport.run(job.id, caller: caller, app: street.app) }
        #expect(file?.code == "not_found")
      }
    }
  }

  @Test func export_isGoneAfterAnHour() async throws {
    try await withRun { street, run in
      let (app, caller) = (street.app, street.streetWorker)
      let job = try await BeginExport.run(.init(run: run, format: .html), caller: caller, app: app)
      await app.exports.settle()
      street.street.clock.advance(seconds: 3599)
      _ = try await FetchExport.run(job.id, caller: caller, app: app)
      street.street.clock.advance(seconds: 1)
      let told = try await refusal { _ = try await FetchExport.run(job.id, caller: caller, app: app) }
      #expect(told?.code == "not_found")
    }
  }

  @Test func export_whoseRowsHaveLeftSince_isOutdated() async throws {
    try await withRun { street, _ in
      let (app, home) = (street.app, street.street.yanzhong)
      let ledger = try await street.ledger("", by: street.worker)
      let run = try await street.run(ledger, by: street.worker).row.id
      let job = try await BeginExport.run(.init(run: run, format: .csv), caller: street.worker, app: app)
      await app.exports.settle()
      _ = try await FetchExport.run(job.id, caller: street.worker, app: app)
      _ = try await app.store.write { writer in
        var patch = HousePatch()
        patch.committee = .set(street.street.julu.committee)
        return try writer.updateHouse(home.house, patch)
      }
      let told = try await refusal { _ = try await FetchExport.run(job.id, caller: street.worker, app: app) }
      #expect(told?.code == "export_outdated")
    }
  }

  @Test func export_thatIsOver_cannotBeCancelled() async throws {
    try await withRun { street, run in
      let (app, caller) = (street.app, street.streetWorker)
      let job = try await BeginExport.run(.init(run: run, format: .csv), caller: caller, app: app)
      await app.exports.settle()
      let told = try await refusal { _ = try await CancelExport.run(job.id, caller: caller, app: app) }
      #expect(told?.code == "export_over")
    }
  }

  @Test func making_cancelledOnTheWay_leavesNothing() async throws {
    try await withRun { street, run in
      let (app, wish) = (street.app, ExportInput(run: run, format: .xlsx))
      let (rows, sheet) = try await ExportRun.open(wish, caller: street.streetWorker, app: app)
      let folder = app.store.path + "-exports"
      let work = Task {
        try await ExportFiling().make(rows, sheet, wish, database: app.store.path) { _ in
          withUnsafeCurrentTask { $0?.cancel() }
        }
      }
      await #expect(throws: CancellationError.self) { _ = try await work.value }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
      #expect(mode == 0o700)
    }
  }

  @Test func recover_removesWhatACrashHasLeft() async throws {
    try await withRun { street, _ in
      let path = try ExportFolder.newFile(street.app.store.path)
      try Data("half".utf8).write(to: URL(fileURLWithPath: path))
      street.app.exports.recover(street.app)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  private struct Missing: Error {}
}
