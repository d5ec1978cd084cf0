import Accounts
import ArgumentParser
import Bench
import Foundation
import Platform

/// `menpai bench search`: how fast questions are answered, on a database of any size.
struct BenchSearch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Times questions, facets and pages on a copy of the database; prints a table.")

  @OptionGroup var database: DatabaseOptions
  @Option(help: "How often each is asked.") var rounds = 200

  func run() async throws {
    try await reporting { try await BenchCopy.with(database, measure) }
  }

  private func measure(_ copy: BenchCopy) async throws {
    let app = copy.app
    let clock = ContinuousClock()
    let opening = try await clock.measure { try await app.open() }
    let bench = SearchBench(app: app, rounds: rounds)
    let rows = [("index built from the tables", [opening])] + (try await bench.run())
    print("| what | median | p99 | rounds |\n|---|---|---|---|")
    for (name, times) in rows {
      let sorted = times.sorted()
      print("| \(name) | \(text(sorted, 0.5)) | \(text(sorted, 0.99)) | \(sorted.count) |")
    }
    try await serve(copy, bench.threeTags())
  }

  /// The same from outside: start, memory, and requests over loopback.
  private func serve(_ copy: BenchCopy, _ filter: String) async throws {
    let app = copy.app
    let token = try await CreateToken(name: "bench", role: .admin, expires: "1h")
      .run(in: app, by: .operatorAtConsole)
    let figures = try await BenchServer(database: copy.database).measure(token: token.token, filter: filter)
    try await RevokeToken.run(token.info.id, in: app, by: .operatorAtConsole)
    print("| serve: start to /readyz | \(text([figures.ready], 0)) | | 1 |")
    print("| serve: resident memory | \(figures.residentMegabytes) MB | | |")
    for line in figures.load ?? ["no wrk here: apt-get install wrk"] {
      print("| serve: GET /v1/people, three tags, limit=50, 32 connections | \(line) | | |")
    }
  }

  private func text(_ sorted: [Duration], _ part: Double) -> String {
    guard !sorted.isEmpty else { return "" }
    let time = sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
    let microseconds = Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6
    return microseconds < 10_000 ? "\(Int(microseconds)) µs" : "\(Int(microseconds / 1000)) ms"
  }
}

enum ResidentMemory {
  /// Of a process, from the kernel's own count.
  static func megabytes(of process: Int32) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kilobytes = line.split(separator: " ").compactMap({ Int($0) }).first
    else { return 0 }
    return kilobytes / 1024
  }
}
