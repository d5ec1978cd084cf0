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
      let (office, caller) = (street.office, street.streetWorker)
      let begun = try await BeginExport.run(.init(run: run, format: .csv), caller: caller, office: office)
      #expect(begun.total == 2)
      await office.exports.settle()
      let job = try await GetExport.run(begun.id, caller: caller, office: office)
      #expect(job.state == .done && job.done == 2)
      let export = try await FetchExport.run(begun.id, caller: caller, office: office)
      guard case .file(let file) = export.body else { throw Missing() }
      #expect(String(decoding: try file.read(at: 0), as: UTF8.self).split(separator: "\r\n").count == 3)
      #expect(try file.read(at: file.size).isEmpty)
    }
  }

  @Test func export_existsOnlyForWhoeverBeganIt() async throws {
    try await withRun { street, run in
      let job = try await BeginExport.run(
        .init(run: run, format: .xlsx), caller: street.streetWorker, office: street.office)
      await street.office.exports.settle()
      for caller in [street.worker, street.street.admin] {
        let told = try await refusal { _ = try await GetExport.run(job.id, caller: caller, office: street.office) }
        #expect(told?.code == "not_found")
        let file = try await refusal { _ = try await FetchExport.run(job.id, caller: caller, office: street.office) }
        #expect(file?.code == "not_found")
      }
    }
  }

  @Test func export_isGoneAfterAnHour() async throws {
    try await withRun { street, run in
      let (office, caller) = (street.office, street.streetWorker)
      let job = try await BeginExport.run(.init(run: run, format: .html), caller: caller, office: office)
      await office.exports.settle()
      street.street.clock.advance(seconds: 3599)
      _ = try await FetchExport.run(job.id, caller: caller, office: office)
      street.street.clock.advance(seconds: 1)
      let told = try await refusal { _ = try await FetchExport.run(job.id, caller: caller, office: office) }
      #expect(told?.code == "not_found")
    }
  }

  @Test func export_whoseRowsHaveLeftSince_isOutdated() async throws {
    try await withRun { street, _ in
      let (office, home) = (street.office, street.street.yanzhong)
      let ledger = try await street.ledger("", by: street.worker)
      let run = try await street.run(ledger, by: street.worker).row.id
      let job = try await BeginExport.run(.init(run: run, format: .csv), caller: street.worker, office: office)
      await office.exports.settle()
      _ = try await FetchExport.run(job.id, caller: street.worker, office: office)
      _ = try await office.store.write { writer in
        var patch = HousePatch()
        patch.committee = .set(street.street.julu.committee)
        return try writer.updateHouse(home.house, patch)
      }
      let told = try await refusal { _ = try await FetchExport.run(job.id, caller: street.worker, office: office) }
      #expect(told?.code == "export_outdated")
    }
  }

  @Test func export_thatIsOver_cannotBeCancelled() async throws {
    try await withRun { street, run in
      let (office, caller) = (street.office, street.streetWorker)
      let job = try await BeginExport.run(.init(run: run, format: .csv), caller: caller, office: office)
      await office.exports.settle()
      let told = try await refusal { _ = try await CancelExport.run(job.id, caller: caller, office: office) }
      #expect(told?.code == "export_over")
    }
  }

  @Test func making_cancelledOnTheWay_leavesNothing() async throws {
    try await withRun { street, run in
      let (office, wish) = (street.office, ExportWish(run: run, format: .xlsx))
      let (rows, sheet) = try await ExportRun.open(wish, caller: street.streetWorker, office: office)
      let folder = office.store.path + "-exports"
      let work = Task {
        try await ExportFiling().make(rows, sheet, wish, database: office.store.path) { _ in
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
      let path = try ExportFolder.newFile(street.office.store.path)
      try Data("half".utf8).write(to: URL(fileURLWithPath: path))
      street.office.exports.recover(street.office)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  private struct Missing: Error {}
}
