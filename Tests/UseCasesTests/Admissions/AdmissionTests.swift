import Accounts
import Admissions
import ChangeFeed
import FilterLanguage
import Kernel
import Support
import Testing

@Suite struct AdmissionTests {
  private func draft(_ text: String, from unit: String = "区民政局") -> AdmissionDraft {
    AdmissionDraft(title: "任务", text: text, fromUnit: unit)
  }

  private func person(_ street: StreetFixture, _ id: Int64, _ role: Role, unit: String? = nil) -> Caller {
    Caller(
      id: id, name: "\(role.rawValue)\(id)", role: role, areas: [street.yanzhong.committee], unit: unit, origin: "test")
  }

  @Test func task_thatAListForbids_isRefusedWithTheReason() async throws {
    try await StreetFixture.run { street in
      let boss = street.caller(.street)
      let made = try await CheckAdmission.run(
        draft("请居委会为居民开具健在证明"), caller: boss, app: street.app)
      #expect(made.verdict == .forbidden)
      #expect(made.matches.first?.kind == "forbidden" && made.advice.contains("应当拒绝"))
      for decision in Admission.Decision.allCases {
        let bare = try await refusal {
          _ = try await DecideAdmission.run(made.id, decision, reason: nil, caller: boss, app: street.app)
        }
        #expect(bare?.code == "reason_missing" && bare?.notes.first?.place == .pointer("/reason"))
      }
      let refused = try await DecideAdmission.run(
        made.id, .refuse, reason: "不应由居委会出具", caller: boss, app: street.app)
      #expect(refused.decision == .refuse && refused.reason == "不应由居委会出具" && refused.version == 2)
      let again = try await refusal {
        _ = try await DecideAdmission.run(made.id, .accept, reason: "改主意", caller: boss, app: street.app)
      }
      #expect(again?.code == "already_decided")
      let log = try await ReadAudit.run(
        AuditFilter(subject: .admissions, subjectID: made.id), in: street.app, by: street.admin)
      #expect(log.items.map(\.action) == ["admissions.refuse", "admissions.create"])
      #expect(log.items.first?.reason == "不应由居委会出具")
    }
  }

  @Test func task_ofTheStreetsOwn_isAcceptedWithoutAReason() async throws {
    try await StreetFixture.run { street in
      let made = try await CheckAdmission.run(draft("请居委会调解邻里纠纷"), caller: street.admin, app: street.app)
      #expect(made.verdict == .own)
      let accepted = try await DecideAdmission.run(
        made.id, .accept, reason: nil, caller: street.admin, app: street.app)
      #expect(accepted.decision == .accept && accepted.reason == nil)
    }
  }

  @Test func task_withoutBasis_isFlagged() async throws {
    try await StreetFixture.run { street in
      let made = try await CheckAdmission.run(draft("填报量子卫星轨道"), caller: street.admin, app: street.app)
      #expect(made.verdict == .noBasis && made.advice.contains("没有"))
      let page = try await ListAdmissions.run(
        verdict: .noBasis, isOpen: true, before: nil, limit: 5, caller: street.admin, app: street.app)
      #expect(page.items.map(\.id) == [made.id])
    }
  }

  @Test func task_exists_forTheStreetAndForWhoeverPutItForward() async throws {
    try await StreetFixture.run { street in
      let (one, other) = (person(street, 7, .secretary), person(street, 8, .secretary))
      let made = try await CheckAdmission.run(draft("请居委会开具健在证明"), caller: one, app: street.app)
      _ = try await CheckAdmission.run(draft("请居委会开具死亡证明", from: "区某局"), caller: other, app: street.app)
      func seen(_ caller: Caller) async throws -> Int {
        let page = try await ListAdmissions.run(
          verdict: nil, isOpen: nil, before: nil, limit: 50, caller: caller, app: street.app)
        #expect(page.total == page.items.count)
        return page.total
      }
      #expect(try await seen(one) == 1)
      #expect(try await seen(person(street, 9, .worker)) == 0)
      #expect(try await seen(person(street, 10, .department, unit: "区某局")) == 1)
      #expect(try await seen(street.caller(.street)) == 2)
      #expect(try await seen(street.caller(.auditor)) == 2)
      let hidden = try await refusal {
        _ = try await GetAdmission.run(made.id, caller: other, app: street.app)
      }
      #expect(hidden?.code == "not_found")
      let feed = try await ReadChanges.run(
        since: 0, limit: 500, caller: person(street, 11, .integration), app: street.app)
      #expect(!feed.items.contains { $0.subject == .admissions })
    }
  }

  @Test func department_proposesInItsOwnNameOnly() async throws {
    try await StreetFixture.run { street in
      let department = person(street, 12, .department, unit: "区某局")
      let foreign = try await refusal {
        _ = try await CheckAdmission.run(draft("填表", from: "区另一局"), caller: department, app: street.app)
      }
      #expect(foreign?.code == "not_your_unit")
      let made = try await CheckAdmission.run(
        draft("填表", from: "区某局"), caller: department, app: street.app)
      let decided = try await refusal {
        _ = try await DecideAdmission.run(made.id, .accept, reason: "好", caller: department, app: street.app)
      }
      #expect(decided?.code == "missing_right")
    }
  }

  @Test(arguments: [Role.auditor, .resident]) func readers_proposeNothing(role: Role) async throws {
    try await StreetFixture.run { street in
      let problem = try await refusal {
        _ = try await CheckAdmission.run(draft("填表"), caller: street.caller(role), app: street.app)
      }
      #expect(problem?.code == "missing_right")
    }
  }
}
