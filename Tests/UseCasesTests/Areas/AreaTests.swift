import FilterLanguage
import Kernel
import Registry
import Support
import Testing

struct AreaTests {
  private func list(
    _ street: StreetFixture, _ caller: Caller, level: AreaFacts.Level? = nil, parent: String? = nil
  ) async throws -> [AreaView] {
    try await ListAreas.run(
      level: level, parent: parent, after: nil, limit: 500, caller: caller, app: street.app
    ).items
  }

  @Test func list_asFarAsTheCallerReaches() async throws {
    try await StreetFixture.run { street in
      let all = try await list(street, street.admin)
      #expect(all.count > 200)
      #expect(all.first { $0.area.level == .city }?.parent == nil)
      let own = try await list(street, street.worker)
      #expect(own.map(\.area.name) == ["上海市", "黄浦区", "瑞金二路街道", "延中居委会"])
      #expect(own.last?.parent == own.dropLast().last?.area.code)
      let committees = try await list(street, street.caller(.street), level: .committee)
      #expect(committees.map(\.area.name) == ["延中居委会", "巨鹿居委会"])
      // The neighbours' committee is not there for the worker, nor is their street's code a hint.
      let code = try #require(own.dropLast().last?.area.code)
      #expect(try await list(street, street.worker, parent: code).map(\.area.name) == ["延中居委会"])
      let hidden = try await refusal { _ = try await list(street, street.worker, parent: "310104") }
      #expect(hidden?.code == "unknown_area")
    }
  }

  @Test func add_committeeAndGrid() async throws {
    try await StreetFixture.run { street in
      let own = try await list(street, street.worker)
      let code = try #require(own.first { $0.area.level == .subdistrict }?.area.code)
      let caller = street.caller(.street)
      func add(_ name: String, _ level: AreaFacts.Level, _ parent: String, by caller: Caller) async throws -> AreaView {
        try await AddArea.run(name: name, level: level, parent: parent, caller: caller, app: street.app)
      }
      let made = try await add("茂名居委会", .committee, code, by: caller)
      #expect(made.parent == code)
      let grid = try await add("第一微网格", .grid, made.area.code, by: caller)
      #expect(grid.parent == made.area.code)
      let refusals = [
        try await refusal { _ = try await add("延中", .committee, code, by: caller) },
        try await refusal { _ = try await add("又一个", .grid, code, by: caller) },
        try await refusal { _ = try await add("某街道", .subdistrict, "310101", by: street.admin) },
        try await refusal { _ = try await add("某居委会", .committee, code, by: street.secretary) },
        try await refusal { _ = try await add("某居委会", .committee, "310101013", by: caller) },
      ]
      #expect(
        refusals.map { $0?.code } == ["area_taken", "bad_field", "area_level", "missing_right", "not_found"])
    }
  }

  @Test func rename_withTheVersion() async throws {
    try await StreetFixture.run { street in
      let caller = street.caller(.street)
      let view = try #require(try await list(street, caller, level: .committee).first)
      func rename(_ name: String, version: Int64?) async throws -> AreaView {
        try await RenameArea.run(
          view.area.code, name: name, version: version, caller: caller, app: street.app)
      }
      let renamed = try await rename("延安居委会", version: view.version)
      #expect(renamed.area.name == "延安居委会")
      let stale = try await refusal { _ = try await rename("延庆居委会", version: view.version) }
      #expect(stale?.code == "version_conflict")
      let taken = try await refusal { _ = try await rename("巨鹿", version: nil) }
      #expect(taken?.code == "area_taken")
      let question = SearchQuestion(.people, where: .text("committee = 延安"))
      #expect(try await Search.run(Search.Request(question), caller: caller, app: street.app).total == 1)
    }
  }
}
