import FilterLanguage
import Foundation
import Imports
import Support
import Testing

/// An address that stops above the room is nobody's home, however few rooms there are.
struct PartOfBuildingTests {
  @Test(arguments: [
    "长乐路99弄2号楼", "长乐路99弄2号", "长乐路99弄2号3单元", "长乐路99弄2号3楼", "长乐路99弄3号楼", "长乐路99弄3号", "长乐路99弄4号1单元", "长乐路99弄4号",
    "阳光花园3号楼", "阳光花园3号", "长乐路99弄3号2幢",
  ])
  func address_withoutItsRoom_waitsAndPlacesNobody(address: String) async throws {
    try await ImportBench.run { bench in
      try await bench.load(
        .houses,
        [
          "居委会,地址,小区", "延中,长乐路99弄2号301室,阳光花园", "延中,长乐路99弄2号302室,阳光花园", "延中,长乐路99弄3号101室,阳光花园",
          "延中,长乐路99弄4号1单元101室,阳光花园",
        ], area: ImportBench.street)
      for subject in [ImportSubject.people, .shops] {
        let head = subject == .people ? "姓名,地址" : "店招名称,经营地址"
        let report = try await bench.load(subject, [head, "张三,\(address)"])
        #expect(report.counts.all == [1, 0, 0, 0, 1, 0], "\(address)")
        #expect(report.reasons.map(\.code) == ["part_of_building"])
        let problem = try await refusal {
          _ = try await DecideImportRow.run(
            report.id, row: 2, RowDecision(.create), caller: .operatorAtConsole, app: bench.app)
        }
        #expect(problem?.code == "row_needs_correction")
      }
      #expect(try await bench.count(.people) == 0)
    }
  }

  @Test func house_thatIsAWholeNumber_isMeantByIt() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      #expect(try await bench.load(.shops, ["店招名称,经营地址", "归来面馆,长乐路400号"]).counts.created == 1)
      let report = try await bench.load(.people, ["姓名,地址", "张三,长乐路401号"])
      #expect(report.reasons.map(\.code) == ["no_such_house"])
    }
  }
}
