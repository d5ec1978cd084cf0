import FilterLanguage
import Kernel
import Platform
import Testing

struct TagRightsTests {
  private func caller(_ role: Role, unit: String? = nil) -> Caller {
    Caller(id: 1, name: "x", role: role, areas: [1], unit: unit, origin: "test")
  }

  @Test func mayDefine_byRoleAndLevel() {
    func levels(_ role: Role) -> [AreaFacts.Level] {
      AreaFacts.Level.allCases.filter { $0 < .grid && TagRights.mayDefine($0, caller(role)) }
    }
    #expect(levels(.admin) == [.city, .district, .subdistrict, .committee])
    #expect(levels(.street) == [.subdistrict, .committee])
    #expect(levels(.secretary) == [.committee])
    for role in [Role.worker, .department, .integration, .auditor, .resident] { #expect(levels(role).isEmpty) }
  }

  @Test func mayAssign_byRoleAndLevel() {
    func levels(_ role: Role, unit: String? = nil) -> [AreaFacts.Level] {
      AreaFacts.Level.allCases.filter { $0 < .grid && TagRights.mayAssign($0, line: "民政", caller(role, unit: unit)) }
    }
    let all: [AreaFacts.Level] = [.city, .district, .subdistrict, .committee]
    for role in [Role.admin, .street, .integration] { #expect(levels(role) == all) }
    #expect(levels(.department, unit: "民政") == all)
    #expect(levels(.department, unit: "司法").isEmpty)
    #expect(levels(.department).isEmpty)
    #expect(levels(.secretary) == [.committee])
    #expect(levels(.worker) == [.committee])
    #expect(levels(.auditor).isEmpty)
    #expect(levels(.resident).isEmpty)
  }
}
