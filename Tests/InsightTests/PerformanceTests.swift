import FilterLanguage
import HotSpots
import Testing

@Suite struct PerformanceTests {
  private static func table(_ changes: [(inout Ticket) -> Void]) -> TicketTable {
    var table = TicketTable()
    for (index, change) in changes.enumerated() {
      var ticket = Ticket()
      (ticket.id, ticket.reported, ticket.unit) = (UInt32(index + 1), 0, 1)
      change(&ticket)
      table.put(ticket)
    }
    return table
  }

  private static func run(_ table: TicketTable, seen: IDSet? = nil) -> [UInt32: Performance] {
    Performance.run(table, seen: seen, by: .unit, days: 0...9, now: 1000)
  }

  @Test func rates_leaveOutWhatIsNotDueOrNotRated() {
    let found = Self.run(
      Self.table([
        { ($0.contactDue, $0.contacted, $0.due, $0.resolved) = (100, 50, 500, 400) },
        { ($0.contactDue, $0.contacted, $0.due) = (100, 150, 900) },
        { ($0.contactDue, $0.due) = (2000, 3000) },
        { $0.marks = [.verified, .solved, .rated] },
        { $0.marks = [.verified, .rated, .satisfied] },
        { $0.marks = .void },
      ]))[1]
    #expect(found?.count == 5)
    #expect(found?.response == Rate(good: 1, of: 2))
    #expect(found?.onTime == Rate(good: 1, of: 2))
    #expect(found?.solved == Rate(good: 1, of: 2))
    #expect(found?.satisfied == Rate(good: 1, of: 2))
    #expect(found?.score(.init()) == 0.5)
  }

  @Test func sureScore_doesNotLetOneTicketLead() {
    let one = Rate(good: 1, of: 1)
    let many = Rate(good: 95, of: 100)
    #expect((one.share ?? 0) > (many.share ?? 0))
    #expect((one.atLeast ?? 0) < (many.atLeast ?? 0))
    #expect(abs((many.atLeast ?? 0) - 0.8882) < 0.001)
  }

  @Test func tickets_thatAreNotSeenDoNotCount() {
    let table = Self.table([{ $0.marks = .rated }, { $0.marks = [.rated, .satisfied] }])
    #expect(Self.run(table, seen: IDSet([2]))[1]?.satisfied == Rate(good: 1, of: 1))
  }
}
