import Addresses
import FilterLanguage
import Foundation
import Testing

/// The rosters that the sample tool makes: every way of writing an address must come back to the true one.
@Suite(.enabled(if: AddressSamples.isThere)) struct AddressRosterTests {
  @Test(arguments: [1, 22, 333])
  func rosters_comeBackToTheTruth(seed: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rosters-\(seed)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tool = (AddressSamples.folder ?? "") + "/tools/make_rosters.py"
    try run("python3", [tool, folder.path, "--seed", String(seed), "--houses", "1200"])
    let book = folder.appendingPathComponent("committee.csv").path
    try run("iconv", ["-f", "gb18030", "-t", "utf-8", "-o", book + ".utf8", book])
    try FileManager.default.moveItem(atPath: book + ".utf8", toPath: folder.path + "/committee.utf8.csv")

    let truth = Dictionary(grouping: try AddressSamples.rows(folder.path + "/truth.csv")) { $0["file"] ?? "" }
    for (file, stored, column) in [
      ("committee.csv", "committee.utf8.csv", "住址"), ("tenants.csv", "tenants.csv", "租住地址"),
      ("shops.csv", "shops.csv", "经营地址"), ("police.csv", "police.csv", "现住址"),
    ] {
      let rows = try AddressSamples.rows(folder.path + "/" + stored)
      let expected = try #require(truth[file])
      #expect(expected.count > 20)
      for line in expected {
        let row = rows[(Int(line["row"] ?? "") ?? 0) - 1]
        let written = try #require(row[column])
        #expect(Address.parse(written).canonical == line["address"], "\(written)")
      }
    }
  }

  private func run(_ command: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
