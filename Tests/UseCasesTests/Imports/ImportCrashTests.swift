import Assembly
import Crypto
import FilterLanguage
import Foundation
import Imports
import Platform
import Storage
import Support
import Synchronization
import Testing

private struct Crash: Error {}

/// An import that is stopped between batches, in a store that is opened anew, ends as if nothing had happened.
struct ImportCrashTests {
  private static let rows = 60

  @Test(arguments: [(ImportState.reading, true), (.matching, false), (.applying, true)])
  func resume_afterCrashInState_endsAsWithoutCrash(state: ImportState, apply: Bool) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("menpai-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = TestClock()
    let keys = KeyRing(secret: SymmetricKey(data: Data(repeating: 7, count: 32)))
    func open() throws -> Store {
      try Store(
        path: folder.appendingPathComponent("menpai.sqlite").path, keys: keys, clock: clock.clock, setUp: API.setUp)
    }
    var store = try open()
    var bench = ImportBench(app: AppContext(store: store, questions: .patient, followers: API.followers))
    try await bench.loadHouses()
    let left = Mutex(2)
    var pace = ImportPace()
    pace.batch = state == .applying ? 10 : 3
    pace.afterBatch = { at, _ in
      let stop = left.withLock { left in
        if at == state { left -= 1 }
        return left == 0
      }
      if stop { throw Crash() }
    }
    await #expect(throws: Crash.self) {
      try await bench.load(.people, Data(Self.file.utf8), apply: apply, pace: pace)
    }
    try store.close()
    store = try open()
    bench = ImportBench(app: AppContext(store: store, questions: .patient, followers: API.followers))
    let resumed = try await ResumeImports.run(app: bench.app)
    var report = try await bench.report(try #require(resumed.first))
    if !apply { report = try await bench.apply(report.id) }
    #expect(report.state == .review)
    #expect(report.counts.all == [Self.rows + 2, Self.rows, 0, 1, 1, 0])
    #expect(try await bench.count(.people) == Self.rows)
    #expect(
      try await bench.load(.people, Data(Self.file.utf8)).counts.all == [Self.rows + 2, 0, 0, Self.rows + 1, 1, 0])
    try store.close()
  }

  @Test func cancel_whileApplying_keepsWhatIsDoneAndForgetsTheRest() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      var pace = ImportPace()
      pace.batch = 10
      let app = bench.app
      pace.afterBatch = { state, _ in
        guard state == .applying else { return }
        try await CancelImport.run(2, caller: .operatorAtConsole, app: app)
      }
      let report = try await bench.load(.people, Data(Self.file.utf8), pace: pace)
      #expect(report.id == 2)
      #expect(report.state == .cancelled)
      #expect(report.counts.all == [10, 10, 0, 0, 0, 0])
      #expect(try await bench.count(.people) == 10)
    }
  }

  /// Sixty people, one of them twice, and one who may be another.
  private static var file: String {
    var lines = ["姓名,生日,地址"]
    for n in 0..<rows {
      let name = "王" + String(UnicodeScalar(0x4E00 + n) ?? "一")
      lines.append("\(name),1960-01-\(n % 28 < 9 ? "0" : "")\(n % 28 + 1),长乐路372弄5号\(["101", "102", "201"][n % 3])室")
    }
    lines.append(lines[5])
    lines.append(lines[7].replacing(/1960-01-../, with: ""))
    return lines.joined(separator: "\n")
  }
}
