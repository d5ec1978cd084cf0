import FilterLanguage
import Foundation
import Imports
import Kernel
import Storage
import Support
import Testing

private let head = "姓名,出生日期,现住地址,入住日期,迁出日期"
private let lane = "长乐路372弄5号"

/// A roster brings back nobody who has died or moved out.
struct ListedAfterwardsTests {
  private func codes(_ bench: ImportBench, _ report: ImportReport) async throws -> [[String]] {
    try await bench.rows(report.id).map { $0.reasons.map(\.code) }
  }

  private func end(_ bench: ImportBench, _ until: String) async throws {
    let day = Day(until)
    _ = try await bench.app.store.write { writer in
      for link in try writer.read.occupancies(ofPerson: 1) { _ = try writer.endOccupancy(link.id, until: day) }
    }
  }

  @Test func dead_listedAsLivingSomewhere_waits() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(.people, [head, "钱一,1950-03-12,\(lane)101室,,"])
      try await bench.load(
        .people, ["姓名,出生日期,现住地址,死亡日期", "钱一,1950-03-12,\(lane)101室,2026-10-01"], source: "police")
      for room in ["101", "102"] {
        let report = try await bench.load(.people, [head, "钱一,1950-03-12,\(lane)\(room)室,,"], source: "police")
        #expect(report.counts.created + report.counts.updated == 0)
        #expect(report.counts.review == 1)
      }
      let listed = try await bench.load(.people, [head, "钱一,1950-03-12,\(lane)101室,,"], source: "police")
      #expect(try await codes(bench, listed) == [["listed_after_death"]])
      let person = try await bench.person(1)
      #expect(person.death == Day("2026-10-01"))
      #expect(person.occupancies.count == 1)
    }
  }

  @Test func dead_listedByANumber_waits() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let number = DoubtfulRowTests.number("19500312", 203)
      let head = "姓名,身份证号,现住地址,死亡日期"
      try await bench.load(.people, [head, "钱一,\(number),\(lane)101室,2026-10-01"])
      let report = try await bench.load(.people, [head, "钱一,\(number),\(lane)102室,"], source: "police")
      #expect(try await codes(bench, report) == [["listed_after_death"]])
      #expect(try await bench.load(.people, [head, "钱一,\(number),\(lane)101室,2026-10-01"]).counts.unchanged == 1)
    }
  }

  @Test(arguments: ["2026-06-01", "2026-11-10"])
  func movedOut_listedByARosterOfAnyDay_waits(asOf: String) async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let row = "钱一,1950-03-12,\(lane)101室,,"
      try await bench.load(.people, [head, row])
      try await end(bench, "2026-10-01")
      var request = StartImport.Request(
        subject: .people, file: Data([head, row].joined(separator: "\n").utf8), fileName: "旧名册.csv")
      (request.asOf, request.apply) = (Day(asOf), true)
      let id = try await StartImport.run(request, caller: .operatorAtConsole, app: bench.app)
      try await RunImport.run(id, app: bench.app)
      #expect(try await codes(bench, bench.report(id)) == [["listed_after_moving_out"]])
      #expect(try await bench.person(1).occupancies.map(\.until) == [Day("2026-10-01")])
    }
  }

  @Test func movedOut_theRowSaysSoItself_isUnchanged() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let row = "钱一,1950-03-12,\(lane)101室,2001-05-01,2026-10-01"
      try await bench.load(.people, [head, row])
      #expect(try await bench.load(.people, [head, row]).counts.unchanged == 1)
    }
  }
}
