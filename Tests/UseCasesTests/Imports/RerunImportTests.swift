import Foundation
import Imports
import Kernel
import Support
import Testing

/// A file that was sent once is read again with another sheet or other columns.
@Suite struct RerunImportTests {
  private static let lane = "长乐路372弄5号"

  private static func again(
    _ bench: ImportBench, _ id: Int64, mapping: [String: String]? = nil, sheet: String? = nil, dryRun: Bool = false
  ) async throws -> ImportReport {
    var request = RerunImport.Request()
    (request.mapping, request.sheet, request.dryRun, request.apply) = (mapping, sheet, dryRun, !dryRun)
    let made = try await RerunImport.run(id, request, caller: .operatorAtConsole, app: bench.app)
    try await RunImport.run(made, app: bench.app)
    return try await bench.report(made)
  }

  @Test func rerun_ofATrial_keepsItsColumnsAndTakesOthers() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let file = ["姓名,生日,地址,看不懂,电话", "周一,1990-01-02,\(Self.lane)101室,独居,13800001111"]
      let trial = try await bench.load(.people, file, apply: false, dryRun: true, mapping: ["电话": ""])
      #expect(trial.fileKept && trial.ignoredColumns == ["看不懂", "电话"])
      let other = try await Self.again(bench, trial.id, mapping: ["看不懂": "remark", "电话": ""], dryRun: true)
      #expect(other.id != trial.id && other.dryRun && other.ignoredColumns == ["电话"])
      let done = try await Self.again(bench, other.id)
      #expect(done.state == .done && done.counts.created == 1 && !done.fileKept)
      let person = try await bench.person(1)
      #expect(person.phone == nil && !(person.tags.isEmpty && person.claims.isEmpty))
      #expect(try await bench.report(trial.id).state == .done)
    }
  }

  @Test func rerun_ofAFileWhoseColumnsWereNotUnderstood_saysWhichAndTakesThem() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let refused = try await refusal {
        try await bench.load(.people, ["姓名,生日,在哪儿", "周一,1990-01-02,\(Self.lane)101室"], dryRun: true)
      }
      #expect(refused?.code == "columns_missing")
      let failed = try await bench.report(2)
      #expect(failed.state == .failed && failed.fileKept && failed.ignoredColumns == ["在哪儿"])
      #expect(failed.mapping == ["姓名": "name", "生日": "birth_date"])
      let done = try await Self.again(bench, failed.id, mapping: ["在哪儿": "address"])
      #expect(done.counts.created == 1)
    }
  }

  @Test func rerun_whereNoFileIsKept_isRefused() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let file = ["姓名,生日,地址", "周一,1990-01-02,\(Self.lane)101室"]
      let done = try await bench.load(.people, file)
      let early = try await refusal { _ = try await Self.again(bench, done.id) }
      #expect(early?.code == "import_not_over")
      let trial = try await bench.load(.people, file, apply: false, dryRun: true)
      try await bench.app.store.write { [now = bench.app.clock.now()] writer in
        try writer.deleteFiles(keptBefore: now.adding(seconds: 1))
      }
      #expect(try await bench.report(trial.id).fileKept == false)
      let late = try await refusal { _ = try await Self.again(bench, trial.id) }
      #expect(late?.code == "file_gone")
    }
  }
}
