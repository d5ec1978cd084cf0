import ArgumentParser
import Domain
import Filter
import Foundation
import UseCases

/// `menpai bench search`: how fast questions are answered, on a database of any size.
struct BenchSearch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Times questions, facets and pages; prints a table.")

  @OptionGroup var database: DatabaseOptions
  @Option(help: "How often each is asked.") var rounds = 200

  func run() async throws {
    try await reporting {
      let office = try database.office()
      let clock = ContinuousClock()
      let opening = try await clock.measure { try await office.open() }
      let bench = SearchBench(office: office, rounds: rounds)
      let rows = [("index built from the tables", [opening])] + (try await bench.run())
      print("| what | median | p99 | rounds |\n|---|---|---|---|")
      for (name, times) in rows {
        let sorted = times.sorted()
        print("| \(name) | \(text(sorted, 0.5)) | \(text(sorted, 0.99)) | \(sorted.count) |")
      }
      print("| resident memory | \(ResidentMemory.megabytes) MB | | |")
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
  /// Of this process, from the kernel's own count.
  static var megabytes: Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kilobytes = line.split(separator: " ").compactMap({ Int($0) }).first
    else { return 0 }
    return kilobytes / 1024
  }
}
