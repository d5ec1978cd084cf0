import FilterLanguage
import HotSpots
import Testing

@Suite struct MentionTests {
  private static let names: StreetNames = {
    var names = StreetNames()
    let road = names.road("瑞金二路")
    _ = names.road("永嘉路")
    names.add(compound: 9, names: ["步高里"], lane: (road, 287))
    names.add(.init(id: 4, name: "兰州拉面（瑞金店）", committee: 1, building: 2, road: road, number: 52))
    return names
  }()

  private static func read(_ text: String, _ ticket: Ticket = Ticket()) -> Ticket {
    TicketReader.read(ticket, text: text, address: "", names)
  }

  @Test func oneThing_hasOnePhraseHoweverItIsCalled() {
    let calls = ["楼下那家面摊油烟大", "弄口做面的太吵", "新开的面馆占道"]
    #expect(Set(calls.map { Self.read($0).phrases }.map(\.debug)).count == 1)
    #expect(Self.read("路面有个坑，里面外面都是水").phrases == Phrases())
  }

  @Test func unknownNames_areFoundByHowTheyAreBuilt() {
    let stall = Self.read("那个馄饨担子旁边的臭豆干摊太臭").phrases
    #expect(stall.debug.isSuperset(of: Self.read("卖臭豆干的又来了").phrases.debug))
    #expect(!Self.read("卖臭豆干的又来了").phrases.debug.isEmpty)
  }

  @Test func shops_areKnownByTheirShortNames() {
    let ticket = Self.read("兰州拉面的排烟管对着我家")
    #expect(ticket.shop == 4)
    #expect(ticket.number == 52)
    #expect(Self.read("王记拉面的排烟管对着我家").shop == 0)
  }

  @Test func roads_giveNumbersCrossingsAndLanes() {
    let door = Self.read("瑞金二路52号门口")
    #expect(door.road == 1 && door.number == 52)
    let crossing = Self.read("瑞金二路靠近永嘉路路口")
    #expect(crossing.road == 1 && crossing.crossRoad == 2)
    #expect(Self.read("瑞金二路287弄里面").compound == 9)
    #expect(Self.read("步高里垃圾没人收").compound == 9)
  }

  @Test func rooms_meanSomethingInOneBuildingOnly() {
    var first = Ticket()
    (first.building, first.compound) = (3, 8)
    var kinds: Set<Anchor.Kind> = []
    Anchor.each(of: Self.read("302室太吵", first)) { if $0.phrase != 0 { kinds.insert($0.kind) } }
    #expect(kinds == [.wordInBuilding])
  }
}

extension Phrases {
  fileprivate var debug: Set<UInt32> {
    var all: Set<UInt32> = []
    each { all.insert($0) }
    return all
  }
}
