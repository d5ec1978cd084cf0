import Foundation
import Kernel
import Ledgers
import Logging
import Platform
import TagIndex

/// Large exports that are made in the background: how far each is, and its file until an hour is over.
///
/// They live in this process only, as their files do: both are gone after a restart, and an export is asked for again.
package actor ExportJobQueue: FeatureService {
  /// How long a file is kept, in seconds.
  static let keeping = 3600
  /// So many are made at the same time; more have to wait and ask again.
  static let atOnce = 4
  /// So many are kept for one caller; the oldest goes.
  static let perCaller = 20

  private var jobs: [String: Entry] = [:]
  private let log = Logger(label: "menpai.exports")

  private struct Entry {
    var job: ExportJob
    let caller: Caller
    let begun: Instant
    let stamp: ExportStamp
    /// The newest change when the rows were opened.
    let since: Int64
    var work: Task<Void, Never>?
    var file: UnlinkedFile?
  }

  package init() {}

  /// Begins to make the file of rows that are open already.
  func begin(
    _ rows: RunRowReader, _ sheet: ExportSheet, _ wish: ExportInput, since: Int64, caller: Caller, app: AppContext
  ) throws(Problem) -> ExportJob {
    sweep(app.clock.now())
    guard jobs.values.filter({ $0.job.state == .making }).count < Self.atOnce else {
      throw Problem(.tooMuch, "too_many_exports", "正在导出的任务太多，请稍后再试。", retryAfter: 10)
    }
    let own = jobs.values.filter { $0.caller.isSame(as: caller) && $0.job.state != .making }
    if own.count >= Self.perCaller, let oldest = own.min(by: { $0.begun < $1.begun }) { jobs[oldest.job.id] = nil }
    let job = ExportJob(
      id: UUID().uuidString.lowercased(), run: wish.run, format: wish.format, total: rows.view.total,
      fileName: ExportRun.fileName(rows.view, wish.format))
    jobs[job.id] = Entry(job: job, caller: caller, begun: app.clock.now(), stamp: rows.stamp, since: since)
    jobs[job.id]?.work = Task.detached { [self, path = app.store.path] in await make(job.id, rows, sheet, wish, path)
    }
    return job
  }

  private func make(
    _ id: String, _ rows: RunRowReader, _ sheet: ExportSheet, _ wish: ExportInput, _ database: String
  ) async {
    let start = ContinuousClock.now
    do {
      let file = try await ExportFiling().make(rows, sheet, wish, database: database) { done in
        await self.note(id, done: done)
      }
      try Task.checkCancellation()
      end(id, .done, file)
      log.info("export made", metadata: ["run": "\(wish.run)", "after": "\(ContinuousClock.now - start)"])
    } catch is CancellationError {
      end(id, .cancelled, nil)
    } catch {
      log.error("export failed", metadata: ["run": "\(wish.run)", "error": "\(type(of: error))"])
      end(id, .failed, nil)
    }
    FreedMemory.giveBack()
  }

  private func note(_ id: String, done: Int) { jobs[id]?.job.done = done }

  private func end(_ id: String, _ state: ExportJob.State, _ file: UnlinkedFile?) {
    guard jobs[id]?.job.state == .making else { return }
    jobs[id]?.job.state = state
    jobs[id]?.file = file
    jobs[id]?.work = nil
  }

  /// - Throws: `not_found` also for what somebody else began, or who began it with other rights.
  func job(_ id: String, caller: Caller, now: Instant) throws(Problem) -> ExportJob {
    sweep(now)
    guard let entry = jobs[id], entry.caller.isSame(as: caller) else { throw Self.unknown }
    return entry.job
  }

  /// - Throws: `not_found`, `export_not_done`.
  func file(_ id: String, caller: Caller, now: Instant) throws(Problem) -> Finished {
    let job = try job(id, caller: caller, now: now)
    guard job.state == .done, let entry = jobs[id], let file = entry.file else {
      throw Problem(.conflict, "export_not_done", "导出还没有完成，或没有成功（\(job.state.rawValue)）。")
    }
    return Finished(job: job, stamp: entry.stamp, since: entry.since, file: file)
  }

  struct Finished: Sendable {
    let job: ExportJob
    let stamp: ExportStamp
    let since: Int64
    let file: UnlinkedFile
  }

  /// - Throws: `not_found`, `export_over`.
  func cancel(_ id: String, caller: Caller, now: Instant) throws(Problem) -> ExportJob {
    guard try job(id, caller: caller, now: now).state == .making else {
      throw Problem(.conflict, "export_over", "这次导出已经结束，不能取消。")
    }
    jobs[id]?.work?.cancel()
    end(id, .cancelled, nil)
    return try job(id, caller: caller, now: now)
  }

  /// Removes what a process has left half made. For the server alone, at start.
  package nonisolated func recover(_ app: AppContext) { ExportFolder.clear(app.store.path) }

  /// Lets go of files whose hour is over.
  package func sweep(_ now: Instant) {
    for (id, entry) in jobs where entry.job.state != .making && entry.begun.adding(seconds: Self.keeping) <= now {
      jobs[id] = nil
    }
  }

  /// Returns when nothing is being made.
  package func settle() async {
    for entry in jobs.values { await entry.work?.value }
  }

  private static let unknown = Problem(.notFound, "not_found", "没有这次导出。")
}

extension Caller {
  /// Whether it is the same caller with the same rights, from wherever it calls.
  fileprivate func isSame(as other: Caller) -> Bool {
    id == other.id && name == other.name && role == other.role && areas == other.areas && unit == other.unit
  }
}

extension ExportJobQueue {
  package static let gauges: GaugeSource = { app in
    [Gauge("menpai_exports_making", "Large exports that are being made.", await app.exports.making)]
  }

  private var making: Int { jobs.values.count { $0.job.state == .making } }
}

extension AppContext {
  /// Large exports on their way.
  package var exports: ExportJobQueue { service(ExportJobQueue.self) }
}
