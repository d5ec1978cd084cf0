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

  /// What a system of one role is told that is to have another.
  private func change(_ fixture: CallersFixture, _ name: String, from role: Role, to other: Role) async throws
    -> String?
  {
    let made = try await CreateToken(name: name, role: role, areas: [CallersFixture.huangpu])
      .run(in: fixture.app, by: fixture.adminCaller)
    return try await code {
      _ = try await ChangeCaller(role: other)
        .run(made.account.id, expected: nil, in: fixture.app, by: fixture.adminCaller)
    }
  }

  @Test func wall_becomesNothingElse_andNothingElseAWall() async throws {
    try await CallersFixture.run { fixture in
      let answers = [
        try await change(fixture, "大厅", from: .wall, to: .street),
        try await change(fixture, "热线", from: .integration, to: .wall),
        try await change(fixture, "旧系统", from: .integration, to: .worker),
      ]
      #expect(answers == ["role_not_allowed", "role_not_allowed", nil])
    }
  }
}
