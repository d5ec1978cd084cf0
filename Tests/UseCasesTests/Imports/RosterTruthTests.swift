import FilterLanguage
import Foundation
import Imports
import Testing

private let samples = ProcessInfo.processInfo.environment["MENPAI_SAMPLES"]

/// Rosters made with the truth beside them: what becomes of each row is held against it.
@Suite(.enabled(if: samples != nil), .serialized)
struct RosterTruthTests {
  @Test(arguments: [41, 977, 20_261])
  func importEverything_unseenRosters_agreesWithTruth(seed: Int) async throws {
    let made = try Rosters.make(seed: seed, samples: samples ?? "")
    defer { made.remove() }
    try await ImportBench.run { bench in
      var rows: [String: [ImportRowReport]] = [:]
      for roster in Rosters.all {
        let report = try await bench.load(
          roster.subject, made.file(roster.file), name: roster.file,
          area: roster.subject == .houses ? ImportBench.street : nil)
        let counts = report.counts.all
        #expect(counts[0] == counts.dropFirst().reduce(0, +), "\(roster.file)")
        #expect(report.state == (report.counts.review > 0 ? .review : .done))
        rows[roster.file] = try await bench.rows(report.id)
      }
      try await check(made, rows, bench)
      for roster in Rosters.all {
        let again = try await bench.load(
          roster.subject, made.file(roster.file), name: roster.file,
          area: roster.subject == .houses ? ImportBench.street : nil)
        #expect(again.counts.created + again.counts.updated == 0, "\(roster.file) changed something")
      }
    }
  }

  private func check(_ made: Rosters, _ rows: [String: [ImportRowReport]], _ bench: ImportBench) async throws {
    let bad = Set(try made.table("truth_bad.csv").map { "\($0[0]),\($0[1])" })
    for key in bad {
      let parts = key.split(separator: ",")
      let row = rows[String(parts[0])]?[(Int(parts[1]) ?? 0) - 1]
      #expect(row.map { [.rejected, .review].contains($0.status) } == true, "bad row \(key) was loaded")
    }
    let houses = try await houses(bench)
    var wrongHouse = 0
    var people: [String: Set<Int64>] = [:]
    var keys: [Int64: Set<String>] = [:]
    var (open, whole) = (0, 0)
    for truth in try made.table("truth.csv") {
      guard let row = rows[truth[0]]?[(Int(truth[1]) ?? 0) - 1] else { continue }
      whole += 1
      if [.review, .rejected].contains(row.status) {
        open += 1
        if row.status == .rejected, !bad.contains("\(truth[0]),\(truth[1])") {
          Issue.record("\(truth) was rejected: \(row.reasons)")
        }
        continue
      }
      guard let id = row.subjectID else { continue }
      people[truth[2], default: []].insert(id)
      keys[truth[0] == "shops.csv" ? -id : id, default: []].insert(truth[2])
      let lives = houses[truth[0] == "shops.csv" ? -id : id] ?? []
      if !lives.contains(truth[3]) { wrongHouse += 1 }
    }
    #expect(wrongHouse == 0)
    #expect(keys.values.allSatisfy { $0.count == 1 }, "two people were merged")
    #expect(people.values.allSatisfy { $0.count == 1 }, "one person was made twice")
    #expect(Double(open) < Double(whole) * 0.05)
    print("rows \(whole), open \(open), people \(people.count)")
  }

  /// Addresses of every person and, below zero, every shop.
  private func houses(_ bench: ImportBench) async throws -> [Int64: Set<String>] {
    try await bench.app.store.read { reader in
      var addresses: [UInt32: String] = [:]
      try reader.houseFacts { addresses[$0.id] = $0.address }
      var houses: [Int64: Set<String>] = [:]
      try reader.occupancyFacts { link in
        let id = link.person.map { Int64($0) } ?? link.shop.map { -Int64($0) } ?? 0
        if let address = addresses[link.house] { houses[id, default: []].insert(address) }
      }
      return houses
    }
  }
}

/// A folder of rosters with their truth.
struct Rosters {
  let folder: URL

  static let all: [(file: String, subject: ImportSubject)] = [
    ("houses.csv", .houses), ("police.csv", .people), ("committee.csv", .people), ("tenants.csv", .tenancies),
    ("shops.csv", .shops), ("elevators.csv", .assets),
  ]

  static func make(seed: Int, samples: String) throws -> Rosters {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rosters-\(UUID().uuidString)")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", samples + "/tools/make_rosters.py", folder.path, "--seed", String(seed)]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Rosters(folder: folder)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

  /// Rows of a file without quotes, without the header.
  func table(_ name: String) throws -> [[String]] {
    String(decoding: try file(name), as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}
