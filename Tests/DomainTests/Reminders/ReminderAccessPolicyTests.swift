import FilterLanguage
import Kernel
import Platform
import Testing

@Suite struct ReminderSightTests {
  private func caller(_ role: Role, _ areas: [Int64] = [], unit: String? = nil, id: Int64 = 9) -> Caller {
    Caller(id: id, name: "x", role: role, areas: areas, unit: unit, origin: "test")
  }

  private func sees(
    _ sight: ReminderAccessPolicy, place: Int64? = 5, _ recipient: ReminderRecipient = .init(area: 5),
    restricted: Bool = false, isPrivate: Bool = false
  ) -> Bool {
    sight.sees(place: place, recipient, isRestricted: restricted, isPrivate: isPrivate)
  }

  @Test func bound_seeWhatLiesInTheirAreas_orIsForOneOfThem() {
    let sight = ReminderAccessPolicy(caller(.worker, [5]), [5, 6])
    #expect(sees(sight))
    #expect(sees(sight, place: 6, .init(unit: "城管")))
    #expect(sees(sight, place: 7, .init(area: 6)))
    #expect(!sees(sight, place: 7, .init(area: 7)))
    #expect(!sees(sight, place: 7, .init(caller: 9)))
    #expect(!sees(sight, place: nil, .init(caller: 3)))
  }

  @Test func departments_seeWhatIsForTheirUnit_inTheirAreas() {
    let anywhere = ReminderAccessPolicy(caller(.department, unit: "房管所"), [])
    #expect(sees(anywhere, .init(unit: "房管所")))
    #expect(!sees(anywhere, .init(unit: "城管")))
    #expect(!sees(anywhere))
    #expect(sees(anywhere, .init(caller: 9)))
    let here = ReminderAccessPolicy(caller(.department, [5], unit: "房管所"), [5])
    #expect(sees(here, .init(unit: "房管所")))
    #expect(!sees(here, place: 6, .init(unit: "房管所")))
    #expect(!sees(ReminderAccessPolicy(caller(.department), []), .init(unit: nil)))
  }

  @Test func restrictedAndPrivate_areForThoseWhoMay() {
    let (street, worker) = (
      ReminderAccessPolicy(caller(.street, [5]), [5]), ReminderAccessPolicy(caller(.worker, [5]), [5])
    )
    #expect(sees(street, restricted: true))
    #expect(!sees(worker, restricted: true))
    #expect(!sees(street, .init(caller: 3), isPrivate: true))
    #expect(sees(worker, .init(caller: 9), isPrivate: true))
    #expect(sees(ReminderAccessPolicy(caller(.admin), []), place: nil, .init(), restricted: true, isPrivate: true))
  }
}
