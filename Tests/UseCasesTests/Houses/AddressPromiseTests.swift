import FilterLanguage
import Foundation
import Registry
import Support
import Testing

private let lane = "长乐路372弄5号"

/// An address is one house only if all of it was read: at the look-up, at the making of houses, in what follows from them.
struct AddressPromiseTests {
  private func withHouses(_ body: (ImportBench) async throws -> Void) async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(
        .houses, ["居委会,微网格,地址", "延中,延中1网格,长乐路36号", "延中,延中1网格,长乐路26弄5号"], area: ImportBench.street)
      try await bench.app.open()
      try await body(bench)
    }
  }

  private func resolve(_ text: String, _ bench: ImportBench) async throws -> ResolveAddress.Answer {
    try await ResolveAddress.run(text, caller: .operatorAtConsole, app: bench.app)
  }

  @Test(arguments: [
    "长乐路□弄36号", "长乐路⑳弄36号", "长乐路贰拾弄36号", "长乐路弄36号", "长乐路？弄36号", "长乐路26弄①5号", "\(lane)101室A", "长乐路26弄5号东头加层",
    "长乐路26弄5号(东头加层)", "长乐路26弄5号101室",
  ])
  func resolve_withAPartNotRead_isNeverOne(text: String) async throws {
    try await withHouses { bench in
      let answer = try await resolve(text, bench)
      #expect(answer.match == .none)
      #expect(answer.reason == "unread_part" || text.hasSuffix("5号101室"))
      #expect(answer.reason != "unread_part" || !answer.unread.isEmpty && answer.canonical == nil)
    }
  }

  @Test func resolve_severalRooms_isMany() async throws {
    try await withHouses { bench in
      let answer = try await resolve("\(lane)101、102室", bench)
      #expect(answer.match == .many && answer.houses.count == 2)
      #expect(answer.reason == "several_addresses")
      #expect(try await resolve("\(lane)101、999室", bench).match == .many)
    }
  }

  @Test func resolve_buildingOfOneRoom_isStillNotTheRoom() async throws {
    try await withHouses { bench in
      let building = try await resolve("巨鹿路10弄2号", bench)
      #expect(building.match == .many)
      let room = try await resolve("巨鹿路10弄2号101", bench)
      #expect(room.match == .one)
      let whole = try await resolve("长乐路36号", bench)
      #expect(whole.match == .one)
    }
  }

  @Test func addHouse_withAPartNotRead_isRefusedByName() async throws {
    try await withHouses { bench in
      let areas = try await bench.app.store.read { try $0.areas() }
      let own = try #require(areas.first { $0.name.hasPrefix("延中") && $0.level == .committee })
      let other = try #require(areas.first { $0.name.hasPrefix("巨鹿") && $0.level == .committee })
      func add(_ address: String, _ committee: String) async throws {
        _ = try await AddHouse.run(
          .init(address: address, committee: committee, grid: nil, kind: "dwelling", area: nil),
          caller: .operatorAtConsole, app: bench.app)
      }
      for text in ["长乐路26弄7号东头加层", "长乐路□弄7号", "长乐路26弄7号101室A", "长乐路26弄7号(东头加层)", "长乐路26弄7号101、102室"] {
        let problem = try await refusal { try await add(text, own.code) }
        #expect(problem?.code == "bad_address", "\(text)")
        #expect(problem?.detail.contains("「") == true)
      }
      #expect(try await refusal { try await add("长乐路26弄5号101室", other.code) }?.code == "building_elsewhere")
      try await add("长乐路26弄7号101室", own.code)
    }
  }
}
