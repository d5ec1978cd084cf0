import FilterLanguage
import HotSpots
import Testing

@Suite struct TicketTableTests {
  @Test func tickets_takeAtMostAHundredBytes() {
    #expect(MemoryLayout<Ticket>.stride <= 100)
    var table = TicketTable()
    for id in 1...10_000 as ClosedRange<UInt32> {
      var ticket = Ticket()
      ticket.id = id
      table.put(ticket)
    }
    #expect(table.bytes <= 100 * 10_240 + 4096)
  }

  @Test func table_replacesAndRemovesById() {
    var table = TicketTable()
    var ticket = Ticket()
    (ticket.id, ticket.category) = (5000, 1)
    table.put(ticket)
    let before = table
    ticket.category = 2
    table.put(ticket)
    #expect(table.count == 1)
    #expect(table[5000]?.category == 2)
    #expect(before[5000]?.category == 1)
    table.remove(5000)
    #expect(table[5000] == nil && table.count == 0)
    #expect(before.count == 1)
  }

  @Test func phrases_keepSixDifferentOnes() {
    var phrases = Phrases()
    for hash in [3, 5, 3, 7, 9, 11, 13, 15] as [UInt32] { phrases.insert(hash) }
    var held: [UInt32] = []
    phrases.each { held.append($0) }
    #expect(held == [3, 5, 7, 9, 11, 13])
    #expect(phrases.contains(13) && !phrases.contains(15))
  }
}
