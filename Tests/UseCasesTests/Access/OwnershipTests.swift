import FilterLanguage
import Kernel
import Registry
import Support
import Testing
import TextClassifier
import WorkOrders

/// What a committee makes is the committee's: its neighbours neither change it nor know of it.
struct OwnershipTests {
  private func tag(_ code: String, _ name: String, rule: String? = nil) -> TagDraft {
    TagDraft(code: code, name: name, line: "老龄", subject: .person, level: .committee, rule: rule)
  }

  private func neighbour(_ street: StreetFixture) -> Caller { street.caller(.secretary, at: street.julu.committee) }

  @Test func catalogueTag_isChangedByAdminOnly() async throws {
    try await StreetFixture.run { street in
      for patch in [
        TagPatch(rule: .set("age >= 200")), TagPatch(name: .set("别的名字")), TagPatch(isRetired: .set(true)),
      ] {
        for caller in [street.secretary, street.caller(.street)] {
          let problem = try await refusal {
            _ = try await ChangeTag.run("LL013", patch, version: nil, caller: caller, app: street.app)
          }
          #expect(["not_owner", "tag_level"].contains(problem?.code))
        }
      }
      let page = try await ListTags.run(.init(), caller: street.admin, app: street.app)
      #expect(page.items.first { $0.tag.code == "LL013" }?.tag.isRetired == false)
      _ = try await ChangeTag.run(
        "LL013", TagPatch(about: .set("说明")), version: nil, caller: street.admin, app: street.app)
    }
  }

  @Test func committeesTag_isItsOwnAndItsStreets() async throws {
    try await StreetFixture.run { street in
      let (own, boss) = (street.secretary, street.caller(.street))
      let made = try await AddTag.run(tag("YZ01", "延中志愿者"), caller: own, app: street.app)
      #expect(made.owner == street.app.tree?.byID[UInt32(street.yanzhong.committee)]?.code)
      _ = try await AssignTag.run(
        .init(street.ourPerson, tag: "延中志愿者"), caller: street.worker, app: street.app)
      // Somebody who lives in both committees has it, and the neighbour does not hear of it.
      _ = try await Occupancies.add(
        OccupancyDraft(
          house: street.julu.house, subject: .person(street.yanzhong.person), role: "owner", source: "manual"),
        caller: street.admin, app: street.app)
      let other = neighbour(street)
      for (code, _) in [("not_found", 0)] {
        let problem = try await refusal {
          _ = try await ChangeTag.run(
            "YZ01", TagPatch(name: .set("夺来")), version: nil, caller: other, app: street.app)
        }
        #expect(problem?.code == code)
      }
      let refused = try await refusal {
        _ = try await AssignTag.run(.init(street.ourPerson, tag: "YZ01"), caller: other, app: street.app)
      }
      #expect(refused?.code == "unknown_tag" && refused?.notes.flatMap(\.suggestions).contains("延中志愿者") == false)
      let page = try await ListTags.run(.init(), caller: other, app: street.app)
      #expect(!page.items.contains { $0.tag.code == "YZ01" })
      let row = try await GetRow.run(.people, street.yanzhong.person, caller: other, app: street.app)
      #expect(!row.json.contains("YZ01") && !row.json.contains("延中志愿者"))
      let history = try await ReadTaggings.history(street.ourPerson, caller: other, app: street.app)
      #expect(history.isEmpty)
      let asked = try await refusal {
        _ = try await Search.run(
          Search.Request(SearchQuestion(.people, where: .text("tag:延中志愿者"))), caller: other, app: street.app)
      }
      #expect(asked?.code == "unknown_tag")
      let facets = try await CountFacets.run(
        SearchQuestion(.people, where: .text("")), by: ["tag"], caller: other, app: street.app)
      #expect(!facets.facets[0].counts.contains { $0.value == "延中志愿者" })
      let seen = try await ListTags.run(.init(), caller: boss, app: street.app)
      #expect(seen.items.contains { $0.tag.code == "YZ01" })
      _ = try await ChangeTag.run(
        "YZ01", TagPatch(name: .set("延中志愿者队")), version: nil, caller: boss, app: street.app)
    }
  }

  @Test func rule_namesOnlyWhatEverybodySees() async throws {
    try await StreetFixture.run { street in
      _ = try await AddTag.run(tag("YZ01", "延中志愿者"), caller: street.secretary, app: street.app)
      let wide = try await refusal {
        _ = try await AddTag.run(
          tag("JD01", "街道志愿者", rule: "tag:延中志愿者"), caller: street.caller(.street), app: street.app)
      }
      #expect(wide?.code == "bad_field")
      _ = try await AddTag.run(
        tag("YZ02", "延中老志愿者", rule: "tag:延中志愿者 and age >= 60"), caller: street.secretary, app: street.app)
    }
  }

  @Test func severalAreas_mustSayWhich() async throws {
    try await StreetFixture.run { street in
      let both = Caller(
        id: nil, name: "双居书记", role: .secretary, areas: [street.yanzhong.committee, street.julu.committee],
        origin: "test")
      let problem = try await refusal {
        _ = try await AddTag.run(tag("T1", "某标签"), caller: both, app: street.app)
      }
      #expect(problem?.code == "bad_field" && problem?.notes.first?.suggestions.count == 2)
      let code = street.app.tree?.byID[UInt32(street.julu.committee)]?.code
      let made = try await AddTag.run(tag("T1", "某标签"), area: code, caller: both, app: street.app)
      #expect(made.owner == code)
      let outside = try await refusal {
        _ = try await AddTag.run(tag("T2", "别标签"), area: code, caller: street.secretary, app: street.app)
      }
      #expect(outside?.code == "unknown_area")
    }
  }

  @Test func dataset_isItsAreas() async throws {
    try await StreetFixture.run { street in
      let entry = Vocabulary.Dataset(
        code: "garden", name: "花园认领", subject: .house,
        attributes: [.init(name: "plot", title: "地块", type: .text)])
      _ = try await AddDataset.run(entry, about: "", caller: street.secretary, app: street.app)
      let other = neighbour(street)
      #expect(
        try await !ListDatasets.run(caller: other, app: street.app).contains { $0.row.entry.code == "garden" })
      #expect(try await ListDatasets.run(caller: street.worker, app: street.app).contains { $0.owner != nil })
      let problem = try await refusal {
        _ = try await AddRecord.run(
          .init("garden", subject: street.julu.house, data: ["plot": "1"]), caller: other, app: street.app)
      }
      #expect(problem?.code == "unknown_dataset")
    }
  }

  @Test func duty_ofTheWholeDatabase_isTheOnlyStreets_orAdmins() async throws {
    try await StreetFixture.run { street in
      var patch = DutyPatch()
      patch.deadlineDays = .set(4)
      let boss = street.caller(.street)
      _ = try await ChangeDuty.run("WY01", patch, since: nil, version: nil, caller: boss, app: street.app)
      let elsewhere = try #require(
        street.app.tree?.byID.values.first { $0.level == .subdistrict && $0.name.contains("打浦桥") })
      let other = street.caller(.street, at: Int64(elsewhere.id))
      let own = try await AddDuty.run(
        Duty(code: "ZZ01", category: "测试", subcategory: "事项", keywords: [], unit: "某所", coUnits: [], deadlineDays: 5),
        since: nil, caller: boss, app: street.app)
      for code in ["WY01", own.row.code] {
        for step in [0, 1] {
          let problem = try await refusal {
            if step == 0 {
              _ = try await ChangeDuty.run(
                code, patch, since: nil, version: nil, caller: other, app: street.app)
            } else {
              try await EndDuty.run(code, version: nil, caller: other, app: street.app)
            }
          }
          #expect(problem?.code == "not_owner")
        }
      }
    }
  }
}

extension TagPatch {
  fileprivate init(
    name: FieldChange<String> = .keep, rule: FieldChange<String> = .keep, about: FieldChange<String> = .keep,
    isRetired: FieldChange<Bool> = .keep
  ) {
    self.init()
    (self.name, self.rule, self.about, self.isRetired) = (name, rule, about, isRetired)
  }
}
