import ArgumentParser
import Exports
import Foundation
import Ledgers
import Platform
import Registry

/// `menpai bench ledger`: from a sentence to a workbook, and how fast and in how much memory large runs leave.
struct BenchLedger: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Times ledgers and exports; prints a table. Works on a copy.")

  @OptionGroup var database: DatabaseOptions
  @Option(help: "How often the sentence becomes a workbook.") var rounds = 20
  @Option(help: "The sentence.") var sentence = "90周岁以上老人"
  @Option(help: "The code of the area that the sentence is about; without: everything.") var area: String?
  @Option(help: "Rows of the large CSV, HTML and JSON files.") var rows = 1_000_000
  @Option(help: "Rows of the large workbook.") var workbookRows = 200_000

  func run() async throws {
    try await reporting { try await BenchCopy.with(database, measure) }
  }

  private func measure(_ copy: BenchCopy) async throws {
    let app = copy.app
    try await app.open()
    print("| what | rows | time | rows/s | file | memory added at the peak |\n|---|---|---|---|---|---|")
    try await small(app)
    let all = try await large(app, atLeast: rows)
    for format in [ExportFormat.csv, .html, .json] { try await export(all, format, app) }
    try await export(try await large(app, atLeast: workbookRows), .xlsx, app)
  }

  /// Sentence, ledger, run and file, as one press of a button does it.
  private func small(_ app: AppContext) async throws {
    var times: [Duration] = []
    var rows = 0
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      var wish = LedgerInput()
      wish.source = .sentence(sentence)
      if let area { wish.areas = .set([area]) }
      let ledger = try await AddLedger.run(wish, caller: .operatorAtConsole, app: app)
      let run = try await MakeRun.run(ledger.row.id, caller: .operatorAtConsole, app: app)
      _ = try await ExportRun.run(
        ExportInput(run: run.row.id, format: .xlsx), caller: .operatorAtConsole, app: app)
      times.append(ContinuousClock.now - start)
      rows = run.total
      try await RetireLedger.run(ledger.row.id, version: nil, caller: .operatorAtConsole, app: app)
    }
    times.sort()
    guard let median = times.dropFirst(times.count / 2).first, let worst = times.last else { return }
    print("| sentence to XLSX, median of \(rounds) | \(rows) | \(milliseconds(median)) | | | |")
    print("| the slowest of them | \(rows) | \(milliseconds(worst)) | | | |")
  }

  /// A run of people up to the age that makes it just large enough.
  private func large(_ app: AppContext, atLeast rows: Int) async throws -> RunView {
    var age = 0
    while age < 130 {
      let question = SearchQuestion(.people, where: .text("age <= \(age)"), asOf: app.clock.today)
      let total = try await Search.run(.init(question, limit: 1), caller: .operatorAtConsole, app: app).total ?? 0
      if total >= rows { break }
      age += 1
    }
    var wish = LedgerInput()
    (wish.name, wish.subject) = (.set("测速"), .people)
    wish.source = .filter(age < 130 ? "age <= \(age)" : "")
    let ledger = try await AddLedger.run(wish, caller: .operatorAtConsole, app: app)
    let start = ContinuousClock.now
    let begun = try await MakeRun.run(ledger.row.id, caller: .operatorAtConsole, app: app)
    await app.runs.settle()
    let run = try await GetRun.run(begun.row.id, caller: .operatorAtConsole, app: app)
    report("run frozen", run.total, ContinuousClock.now - start, bytes: nil, added: nil)
    try await RetireLedger.run(ledger.row.id, version: nil, caller: .operatorAtConsole, app: app)
    return run
  }

  private func export(_ run: RunView, _ format: ExportFormat, _ app: AppContext) async throws {
    let before = ProcessMemory.beginPeak()
    let start = ContinuousClock.now
    let export = try await ExportRun.run(
      ExportInput(run: run.row.id, format: format), caller: .operatorAtConsole, app: app)
    var bytes = 0
    switch export.body {
    case .feed(let feed): while let piece = try await feed.next() { bytes += piece.count }
    case .file(let file): bytes = file.size
    }
    let time = ContinuousClock.now - start
    report(format.rawValue.uppercased(), run.total, time, bytes: bytes, added: ProcessMemory.peak() - before)
  }

  private func report(_ what: String, _ rows: Int, _ time: Duration, bytes: Int?, added: Int?) {
    let perSecond = Int(Double(rows) / (time / .seconds(1)))
    let file = bytes.map { "\($0 >> 20) MB" } ?? ""
    print(
      "| \(what) | \(rows) | \(milliseconds(time)) | \(perSecond) | \(file) | \(added.map { "\($0 >> 10) MB" } ?? "") |"
    )
  }

  private func milliseconds(_ time: Duration) -> String { "\(Int(time / .milliseconds(1))) ms" }
}

/// What the kernel counts of this process, in kilobytes.
package enum ProcessMemory {
  /// Begins to look for the peak anew, and says what is resident now.
  static func beginPeak() -> Int {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    return value("VmRSS:")
  }

  /// The most that was resident since.
  static func peak() -> Int { value("VmHWM:") }

  private static func value(_ name: String) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) })
    else { return 0 }
    return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
  }
}
