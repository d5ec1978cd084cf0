import Foundation
import Imports
import Kernel
import Support
import Testing

/// Small files as they come from offices and their programs, each with what one of them once went wrong by, and what becomes of it.
///
/// The files of `Cases` and `Cases/outcomes.txt` belong together: a file without its lines, and lines without their file, fail. The
/// people are invented; their identity numbers begin with 310199, which no place has. Recorded anew with MENPAI_RECORD=1, and then to
/// be read line by line.
@Suite struct RosterCasesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Cases")
  private static let golden = folder.appendingPathComponent("outcomes.txt")
  private static let houses = [
    "雁荡路99弄1号201室", "雁荡路99弄1号403室", "雁荡路99弄2号301室", "雁荡路99弄2号403室", "雁荡路99弄3号201室", "雁荡路99弄3号202室",
    "雁荡路99弄3号502室", "雁荡路38弄1号亭子间", "雁荡路36号",
  ]

  @Test func everyFile_becomesWhatIsWrittenOfIt() async throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0 != "outcomes.txt" }
    var found: [String: String] = [:]
    for name in names { found[name] = try await Self.outcome(of: name) }
    if ProcessInfo.processInfo.environment["MENPAI_RECORD"] == "1" {
      let text = found.sorted { $0.key < $1.key }.map { "== \($0.key)\n\($0.value)\n" }.joined(separator: "\n")
      try text.write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    let kept = try Self.kept()
    #expect(Set(kept.keys) == Set(names))
    for (name, outcome) in found.sorted(by: { $0.key < $1.key }) {
      #expect(outcome == kept[name], "\(name)")
    }
  }

  private static func kept() throws -> [String: String] {
    let blocks = try String(contentsOf: golden, encoding: .utf8).components(separatedBy: "== ").dropFirst()
    return Dictionary(
      blocks.map { block in
        let lines = block.split(separator: "\n")
        return (lines.first.map(String.init) ?? "", lines.dropFirst().joined(separator: "\n"))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What is said of a file that is applied to an office of the houses above, and who is there afterwards.
  private static func outcome(of name: String) async throws -> String {
    var lines: [String] = []
    try await ImportBench.run { bench in
      try await bench.load(
        .houses, ["居委会,地址"] + houses.map { "雁荡居委会,\($0)" }, area: ImportBench.street)
      let file = try Data(contentsOf: folder.appendingPathComponent(name))
      var report: ImportReport?
      let problem = try await refusal { report = try await bench.load(.people, file, name: name) }
      guard let report else {
        lines.append("refused: \(problem?.code ?? "")")
        return
      }
      let counts = zip(["read", "created", "updated", "unchanged", "review", "rejected"], report.counts.all)
      lines.append(counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", "))
      if let problem = report.problem { lines.append("problem: \(problem)") }
      for sheet in report.sheets where sheet.use != .read { lines.append("sheet \(sheet.name): \(sheet.use)") }
      if !report.ignoredColumns.isEmpty { lines.append("ignored: \(report.ignoredColumns)") }
      lines += report.leftOut.map { "left out: \($0.kind) \($0.rows)" }
      for row in try await bench.rows(report.id) where row.status != .unchanged {
        let reasons = row.reasons.map { "\($0.code) \($0.column ?? "")" }.joined(separator: "; ")
        lines.append("row \(row.row) \(row.status)\(reasons.isEmpty ? "" : ": \(reasons)")")
      }
      for id in 1...Int64(max(1, try await bench.count(.people))) where try await bench.count(.people) > 0 {
        let person = try await bench.person(id)
        let places = person.occupancies.map { houses[Int($0.house) - 1] }
        let facts = [person.sex, person.birth?.description, person.idNumber, person.phone].map { $0 ?? "-" }
        lines.append(([person.name] + facts + places).joined(separator: " "))
      }
    }
    return lines.map { $0.replacing("\r\n", with: " ").replacing("\n", with: " ") }.joined(separator: "\n")
  }
}
