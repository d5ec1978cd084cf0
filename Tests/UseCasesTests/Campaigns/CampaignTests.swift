import Campaigns
import FilterLanguage
import Kernel
import Ledgers
import Operations
import Platform
import Registry
import Storage
import Support
import Testing

@Suite struct CampaignTests {
  @Test func campaign_isOneEntryForEachDoor_inTheirOrder() async throws {
    try await CampaignStreet.run { street in
      let view = try await street.start()
      #expect(view.whole.total == 10 && view.whole[.waiting] == 10 && view.whole.expected == 10)
      let doors = try await street.doors(view.row.id, by: street.office)
      #expect(doors.prefix(5).map(\.address) == ["201室", "202室", "301室", "302室", "401室"].map { "南昌路1号\($0)" })
      #expect(doors.allSatisfy { $0.delivery.state == .waiting && $0.delivery.quantity == nil && $0.version == 0 })
      let pages = try await ListDeliveries.run(view.row.id, .init(limit: 4), caller: street.office, app: street.app)
      #expect(pages.page.total == 10)
      let next = try await ListDeliveries.run(
        view.row.id, .init(after: pages.page.next, limit: 10), caller: street.office, app: street.app)
      #expect(pages.page.items.map(\.subject) + next.page.items.map(\.subject) == doors.map(\.subject))
    }
  }

  @Test func houses_getAsMuchAsTheirResidents() async throws {
    try await CampaignStreet.run { street in
      try await street.build("501室", beside: street.street.yanzhong, residents: 3)
      let view = try await street.start("committee = 延中居委会") { draft in
        (draft.rule, draft.quantity) = (.perResident, 2)
      }
      let doors = try await street.doors(view.row.id, by: street.office)
      #expect(doors.map(\.expected) == [2, 2, 2, 2, 2, 6])
      let given = try await street.enter(Delivery(.given), at: doors[5].subject, in: view.row.id)
      #expect(given.delivery.quantity == 6)
    }
  }

  @Test func people_areShownMasked_andLieWhereTheyWereFrozen() async throws {
    try await CampaignStreet.run { street in
      let view = try await street.start("age >= 80", .people)
      let doors = try await street.doors(view.row.id, by: street.yanzhong)
      #expect(doors.map(\.name) == ["王*"])
      #expect(doors.map(\.house) == [street.street.yanzhong.house])
    }
  }

  @Test func bound_meetsNothingOfAnotherCommittee() async throws {
    try await CampaignStreet.run { street in
      let view = try await street.start()
      let theirs = try await street.doors(view.row.id, by: street.julu)[0]
      try await street.enter(Delivery(.given), at: theirs.subject, in: view.row.id, by: street.julu)
      let mine = try await street.progress(view.row.id, street.worker)
      #expect(mine.all.total == 5 && mine.all.done == 0)
      #expect(mine.lines.map(\.name) == ["延中居委会"])
      #expect(try await street.progress(view.row.id, by: .worker, street.worker).lines.isEmpty)
      #expect(try await street.progress(view.row.id, by: .building, street.worker).lines.map(\.name) == ["南昌路1号"])
      #expect(try await street.doors(view.row.id, by: street.worker).count == 5)
      #expect(
        try await street.code {
          try await street.enter(Delivery(.given), at: theirs.subject, in: view.row.id)
        } == "not_found")
      let wish = ListDeliveries.Wish(after: theirs.subject)
      let refused = try await street.code { _ = try await street.doors(view.row.id, wish, by: street.worker) }
      #expect(refused == "bad_cursor")
      let own = try await street.start(by: street.yanzhong) { $0.code = "OWN" }
      #expect(own.whole.total == 5)
      #expect(
        try await street.code {
          _ = try await GetCampaign.run(own.row.id, caller: street.julu, app: street.app)
        } == "not_found")
      #expect(
        try await ListCampaigns.run(isOpen: nil, before: nil, limit: 9, caller: street.julu, app: street.app).items.map(
          \.row.id) == [view.row.id])
    }
  }

  @Test func campaign_isMadeAndChangedByWhoeverManagesAllOfIt() async throws {
    try await CampaignStreet.run { street in
      #expect(try await street.code { try await street.start(by: street.worker) } == "missing_right")
      let id = try await street.start().row.id
      #expect(try await street.code { try await street.start() } == "code_taken")
      #expect(
        try await street.code {
          _ = try await StartRound.run(id, caller: street.yanzhong, app: street.app)
        } == "not_owner")
      var change = ChangeCampaign.Change()
      (change.isClosed, change.name) = (.set(true), .set("口罩"))
      let changed = try await ChangeCampaign.run(id, change, version: 1, caller: street.office, app: street.app)
      #expect(changed.row.closedBy == "街道办" && changed.row.draft.name == "口罩" && changed.row.version == 2)
      #expect(
        try await street.code {
          _ = try await ChangeCampaign.run(id, change, version: 1, caller: street.office, app: street.app)
        } == "version_conflict")
      let door = try await street.doors(id, by: street.worker)[0].subject
      #expect(try await street.code { try await street.enter(Delivery(.given), at: door, in: id) } == "campaign_closed")
      #expect(
        try await street.code { try await street.start { ($0.code, $0.collectors) = ("X1", ["无此人"]) } }
          == "unknown_collector")
    }
  }

  @Test func newcomers_areShownAndTakenIn_behindTheDoorTheyComeAfter() async throws {
    try await CampaignStreet.run { street in
      let id = try await street.start().row.id
      let house = try await street.build("303室", beside: street.street.yanzhong)
      let found = try await FindNewcomers.run(id, limit: 9, caller: street.worker, app: street.app)
      #expect(found.added.items.map(\.address) == ["南昌路1号303室"] && found.left.total == 0)
      #expect(try await FindNewcomers.run(id, limit: 9, caller: street.julu, app: street.app).added.total == 0)
      #expect(
        try await street.code {
          _ = try await AddNewcomers.run(id, caller: street.worker, app: street.app)
        } == "missing_right")
      let added = try await AddNewcomers.run(id, caller: street.yanzhong, app: street.app)
      #expect(added.added == 1 && added.view.whole.total == 6)
      #expect(try await AddNewcomers.run(id, caller: street.office, app: street.app).added == 0)
      let doors = try await street.doors(id, by: street.office)
      #expect(doors.count == 11)
      #expect(doors.map(\.subject).firstIndex(of: house) == 4)
      #expect(doors[3].address == "南昌路1号302室" && doors[5].address == "南昌路1号401室")
    }
  }

  @Test func whoHasLeft_isSaidWithWhy() async throws {
    try await CampaignStreet.run { street in
      let id = try await street.start("age >= 60", .people).row.id
      let person = street.street.yanzhong.person
      var patch = PersonPatch()
      patch.death = .set(Day("2026-11-20"))
      _ = try await ChangePerson.run(person, patch, version: nil, caller: street.street.admin, app: street.app)
      let found = try await FindNewcomers.run(id, limit: 9, caller: street.worker, app: street.app)
      #expect(found.left.items.map(\.why) == ["died"] && found.left.items.map(\.entry.subject) == [person])
      #expect(try await FindNewcomers.run(id, limit: 9, caller: street.julu, app: street.app).left.total == 0)
    }
  }

  @Test func house_thatMoves_takesItsEntryAlong() async throws {
    try await CampaignStreet.run { street in
      let id = try await street.start().row.id
      let house = street.street.yanzhong.house
      try await street.enter(Delivery(.given), at: house, in: id)
      try await street.app.store.write { [committee = street.street.julu.committee] writer in
        var patch = HousePatch()
        patch.committee = .set(committee)
        _ = try writer.updateHouse(house, patch)
      }
      #expect(try await street.progress(id, street.worker).all.total == 4)
      let julu = try await street.progress(id, street.julu)
      #expect(julu.all.total == 6 && julu.all[.given] == 1)
    }
  }

  @Test func sheet_hasTheDoorsOfAStaircase_andAMark() async throws {
    try await CampaignStreet.run { street in
      let id = try await street.start().row.id
      let (building, door) = (street.street.yanzhong.building, street.street.yanzhong.house)
      try await street.enter(Delivery(.given), at: door, in: id)
      let bytes = try await PrintDoors.run(id, .init(building: building), caller: street.worker, app: street.app)
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains("南昌路1号401室") && page.contains("已发放 1") && page.contains("李社工"))
      #expect(!page.contains("南昌路2号"))
      #expect(
        try await street.code {
          _ = try await PrintDoors.run(id, .init(building: building), caller: street.julu, app: street.app)
        } == "not_found")
    }
  }

  @Test func counts_thatSomebodyHasWrittenPast_areFound() async throws {
    try await CampaignStreet.run { street in
      try await street.start()
      let day = street.app.clock.today
      #expect(try await street.app.store.read { try $0.ruleFaults(on: day) } == [])
      try await street.app.store.write { writer in try writer.execute("UPDATE campaign_counts SET entries = 9") }
      let faults = try await street.app.store.read { try $0.ruleFaults(on: day) }
      #expect(faults == ["rules: campaigns are counted wrongly: 1 (1)"])
    }
  }
}
