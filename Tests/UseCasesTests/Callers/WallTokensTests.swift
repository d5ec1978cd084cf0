import Accounts
import Kernel
import Support
import Testing

/// A wall's role belongs to a token, and stays what it is.
struct WallTokensTests {
  private func code(_ body: () async throws -> Void) async throws -> String? {
    try await refusal(body)?.code
  }

  @Test func wall_ofAUser_isRefused() async throws {
    try await CallersFixture.run { fixture in
      let problem = try await code {
        _ = try await AddUser(name: "大厅", role: .wall, areas: [CallersFixture.huangpu])
          .run(in: fixture.app, by: fixture.adminCaller)
      }
      #expect(problem == "role_not_allowed")
    }
  }

  @Test func wall_withoutArea_isRefused() async throws {
    try await CallersFixture.run { fixture in
      let problem = try await code {
        _ = try await CreateToken(name: "大厅", role: .wall).run(in: fixture.app, by: fixture.adminCaller)
      }
      #expect(problem == "areas_missing")
    }
  }

  @Test func wall_becomesNothingElse_andNothingElseAWall() async throws {
    try await CallersFixture.run { fixture in
      func change(_ name: String, from role: Role, to other: Role) async throws -> String? {
        let made = try await CreateToken(name: name, role: role, areas: [CallersFixture.huangpu])
          .run(in: fixture.app, by: fixture.adminCaller)
        return try await code {
          _ = try await ChangeCaller(role: other)
            .run(made.account.id, expected: nil, in: fixture.app, by: fixture.adminCaller)
        }
      }
      #expect(try await change("大厅", from: .wall, to: .street) == "role_not_allowed")
      #expect(try await change("热线", from: .integration, to: .wall) == "role_not_allowed")
      #expect(try await change("旧系统", from: .integration, to: .worker) == nil)
    }
  }
}
