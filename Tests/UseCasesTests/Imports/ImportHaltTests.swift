import Assembly
import FilterLanguage
import Foundation
import Imports
import Kernel
import Platform
import Storage
import Support
import Synchronization
import Testing

private let lane = "长乐路372弄5号"

/// An import that runs stops between two rows, whoever says so.
struct ImportHaltTests {
  private static let rows = 400

  private static var file: String {
    let lines = (0..<rows).map { n in
      "王\(String(UnicodeScalar(0x4E00 + n) ?? "一")),\(1960 + n / 28)-01-\(n % 28 < 9 ? "0" : "")\(n % 28 + 1),\(lane)101室"
    }
    return (["姓名,生日,地址"] + lines).joined(separator: "\n")
  }

  @Test func cancel_whileMatching_decidesNoFurtherRow() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let done = Mutex(0)
      let app = bench.app
      var pace = ImportPace()
      pace.batch = 50
      pace.progress = { state, count in
        guard state == .matching else { return }
        let isFirst = done.withLock { done in
          defer { done = count }
          return done == 0
        }
        guard isFirst else { return }
        // The rows are worked on off the threads of tasks: this one may wait.
        let cancelled = DispatchSemaphore(value: 0)
        Task.detached {
          try? await CancelImport.run(2, caller: .operatorAtConsole, app: app)
          cancelled.signal()
        }
        cancelled.wait()
      }
      let report = try await bench.load(.people, Data(Self.file.utf8), apply: false, pace: pace)
      #expect(report.state == .cancelled)
      #expect(done.withLock { $0 } == 50)
      #expect(report.counts.read == 0)
    }
  }

  /// Whoever sends a large roster does not keep others from theirs.
  @Test func smallRoster_besideALargeOne_doesNotWait() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let (app, lines) = (bench.app, (0..<6_000).map { "王\($0),\(lane)101室,\(String(repeating: "长", count: 40))" })
      func send(_ file: String, by caller: Caller) async throws -> Int64 {
        var request = StartImport.Request(subject: .people, file: Data(file.utf8), fileName: "名册.csv")
        request.dryRun = true
        return try await StartImport.run(request, caller: caller, app: app)
      }
      let large = try await send((["姓名,地址,备注"] + lines).joined(separator: "\n"), by: .operatorAtConsole)
      let admin = Caller(id: 77, name: "admin", role: .admin, origin: "test")
      let small = try await send("姓名,地址\n张三,\(lane)101室", by: admin)
      await app.imports.start(large, in: app)
      await app.imports.start(small, in: app)
      var state = ImportState.reading
      while state.isRunning {
        state = try await GetImport.run(small, caller: admin, app: app).state
        await Task.yield()
      }
      #expect(try await GetImport.run(large, caller: .operatorAtConsole, app: app).state.isRunning)
      await app.imports.stop(in: app)
    }
  }

  @Test(arguments: [ImportState.reading, .matching, .applying])
  func stop_ofTheServer_leavesTheImportToTheNextStart(state: ImportState) async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let (runner, app) = (bench.app.imports, bench.app)
      var pace = ImportPace()
      pace.batch = 50
      pace.afterBatch = { at, _ in
        if at == state { await runner.stop(in: app) }
      }
      await #expect(throws: CancellationError.self) {
        try await bench.load(.people, Data(Self.file.utf8), apply: state == .applying, pace: pace)
      }
      #expect(try await bench.report(2).state == state)
      let made = try await bench.count(.people)
      #expect(made < Self.rows)
      // What would begin while the server ends does not.
      await runner.start(2, in: app)
      await runner.settle()
      #expect(try await bench.count(.people) == made)

      let next = ImportBench(app: AppContext(store: bench.app.store, questions: .patient, followers: API.followers))
      try await next.app.imports.resume(in: next.app)
      await next.app.imports.settle()
      let report = try await next.report(2)
      #expect(report.state == (state == .applying ? .done : .review))
      #expect(report.counts.created == Self.rows)
    }
  }
}
