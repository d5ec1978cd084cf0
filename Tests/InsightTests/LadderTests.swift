import Testing
@testable import FilterLanguage
@testable import HotSpots
@testable import Kernel

@Suite struct LadderTests {
  private static func ticket(_ id: UInt32, day: Int32, _ change: (inout Ticket) -> Void = { _ in }) -> Ticket {
    var ticket = Ticket()
    (ticket.id, ticket.reported, ticket.committee, ticket.category) = (id, day * 1440, 7, 1)
    (ticket.house, ticket.building) = (id, 3)
    change(&ticket)
    return ticket
  }

  private static func table(_ tickets: [Ticket]) -> TicketTable {
    var table = TicketTable()
    for ticket in tickets { table.put(ticket) }
    return table
  }

  @Test func levels_followUrgencyKindAndDelay() {
    #expect(Ladder.level(Self.ticket(1, day: 1) { $0.marks = .urgent }) == .serious)
    #expect(Ladder.level(Self.ticket(1, day: 1) { $0.kind = .complaint }) == .medium)
    #expect(Ladder.level(Self.ticket(1, day: 1) { ($0.due, $0.resolved) = (10, 11) }) == .medium)
    #expect(Ladder.level(Self.ticket(1, day: 1)) == .small)
    #expect(Ladder.level(Self.ticket(1, day: 1) { $0.kind = .praise }) == nil)
  }

  @Test func rungs_climbWhenThereAreMoreThanBefore() {
    let now = (0..<12).map { Self.ticket(UInt32($0 + 1), day: 95 + Int32($0 % 5)) }
    let before = (0..<2).map { Self.ticket(UInt32($0 + 20), day: 80) }
    let rungs = Ladder.run(Self.table(now + before), seen: nil, by: .committee, asOf: Day(number: 100), days: 10)
    #expect(rungs.count == 1)
    #expect(rungs.first?.now == [0, 0, 12])
    #expect(rungs.first?.before == [0, 0, 0])
    #expect(rungs.first?.isClimbing == true)
    let steady = Ladder.run(Self.table(now + before), seen: nil, by: .committee, asOf: Day(number: 100), days: 60)
    #expect(steady.first?.total == 14)
  }

  @Test func again_countsTheSameCategoryAtTheSameHouse() {
    let tickets = [
      Self.ticket(1, day: 10) { $0.house = 5 }, Self.ticket(2, day: 60) { $0.house = 5 },
      Self.ticket(3, day: 80) { $0.house = 5 }, Self.ticket(4, day: 80) { ($0.house, $0.category) = (5, 2) },
    ]
    let rungs = Ladder.run(Self.table(tickets), seen: nil, by: .building, asOf: Day(number: 90), days: 60)
    let first = rungs.first { $0.category == 1 }
    #expect(first?.again.within90 == 2)
    #expect(first?.again.within30 == 1)
    #expect(rungs.first { $0.category == 2 }?.again.within90 == 0)
  }

  @Test func chance_isThatOfATossedCoin() {
    #expect(abs(Trend.chance(3, 0) - 0.125) < 1e-9)
    #expect(abs(Trend.chance(4, 1) - 6.0 / 32) < 1e-9)
    #expect(Trend.chance(2, 2) == 1)
  }
}
