import FilterLanguage
import Foundation
import Support
import Testing

private let head = "姓名,性别,出生日期,现住地址,联系电话"
private let home = "长乐路372弄5号101室"

/// A dormitory is a house like any other: the same rows have the same outcome there, with everybody's names at hand.
struct LargeHouseTests {
  /// Distinct names and birth dates.
  private static func crowd(_ count: Int) -> [String] {
    (0..<count).map { n in
      let name = "钱" + String(UnicodeScalar(0x5200 + n % 200) ?? "一") + String(UnicodeScalar(0x6700 + n / 200) ?? "一")
      return "\(name),,19\(50 + n % 40)-0\(1 + n % 9)-1\(n % 10),\(home),"
    }
  }

  private static let doubtful = [
    "林晓红,女,1980-05-06,\(home),16400004001", "林小红,女,1980-05-06,\(home),", "林红晓,女,1980-05-06,\(home),",
    "林红,女,1980-05-06,\(home),",
    "林晓青,女,1980-05-06,\(home),16400004001", "林晓兰,女,1980-05-06,\(home),", "林晓红,女,1981-05-06,\(home),",
    "林·晓红,女,1980-05-06,\(home),",
    "林晓红,女,,\(home),", "林晓红,女,1980-05-06,\(home),16400004002",
  ]

  /// What becomes of rows that come one file each, so that they contradict nobody of their own file.
  private func outcomes(_ crowd: [String], apply: Bool) async throws -> [String] {
    var outcomes: [String] = []
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      if !crowd.isEmpty { #expect(try await bench.load(.people, [head] + crowd).counts.created == crowd.count) }
      for (n, row) in Self.doubtful.enumerated() {
        let report = try await bench.load(.people, [head, row], apply: apply || n == 0)
        let shown = try #require(try await bench.rows(report.id).first)
        outcomes.append("\(shown.status) \(shown.reasons.map(\.code)) \(shown.candidates.count)")
      }
    }
    return outcomes
  }

  @Test(arguments: [true, false])
  func rows_ofALargeHouse_haveTheOutcomeOfASmallOne(apply: Bool) async throws {
    let (small, large) = (try await outcomes([], apply: apply), try await outcomes(Self.crowd(90), apply: apply))
    #expect(small == large)
    #expect(small.count { $0.hasPrefix("review") } >= 5)
  }

  @Test func plan_ofALargeHouse_saysWhatApplyingDoes() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let lines = [head] + Self.crowd(120) + ["钱刀最,,1950-01-10,\(home),", "林小红,女,1980-05-06,\(home),"] + Self.crowd(3)
      let plan = try await bench.load(.people, lines, dryRun: true)
      let done = try await bench.load(.people, lines)
      #expect(plan.counts.all == done.counts.all)
      #expect(done.counts.unchanged >= 3)
      #expect(try await bench.load(.people, lines).counts.created == 0)
    }
  }
}
