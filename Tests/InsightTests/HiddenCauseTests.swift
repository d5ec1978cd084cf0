import FilterLanguage
import HotSpots
import Testing

/// 五张工单，一家面摊: what the generator hides must be among the first hot spots.
@Suite struct HiddenCauseTests {
  @Test(arguments: [1, 2, 3, 4, 5, 301, 302, 303] as [UInt64])
  func hotSpots_findWhatIsBehindTheTickets(seed: UInt64) {
    let held = YearInTable(InventedYear(seed: seed))
    let question = HotSpotQuestion(asOf: held.asOf, days: 365, within: 30, limit: 40)
    let found = held.found(HotSpotSearch.run(held.table, seen: nil, question))
    #expect(found.count <= 40)
    #expect(Set(found.compactMap { $0 }).count >= 25)
  }

  @Test func hotSpots_areTheSameEachTime() {
    let held = YearInTable(InventedYear(seed: 6))
    let question = HotSpotQuestion(asOf: held.asOf, days: 365, within: 30, limit: 40)
    let runs = (0..<2).map { _ in
      HotSpotSearch.run(held.table, seen: nil, question).map { "\($0.anchor) \($0.score) \($0.evidence.map(\.ticket))" }
    }
    #expect(runs[0] == runs[1])
  }

  @Test func hotSpots_countOnlyTicketsThatAreSeen() {
    let held = YearInTable(InventedYear(seed: 6))
    let question = HotSpotQuestion(asOf: held.asOf, days: 365, within: 30, limit: 40)
    let even = IDSet(held.year.tickets.map(\.id).filter { $0.isMultiple(of: 2) })
    let spots = HotSpotSearch.run(held.table, seen: even, question)
    #expect(!spots.isEmpty)
    #expect(spots.flatMap(\.evidence).allSatisfy { $0.ticket.isMultiple(of: 2) })
  }

  @Test func evidence_saysWhatTiesIt() {
    let held = YearInTable(InventedYear(seed: 6))
    let spots = HotSpotSearch.run(
      held.table, seen: nil, HotSpotQuestion(asOf: held.asOf, days: 365, within: 30, limit: 40))
    for spot in spots {
      #expect(spot.evidence.count >= 3 && spot.categories.count >= 2)
      #expect(spot.evidence.allSatisfy { !$0.ties.isEmpty })
      #expect(spot.first.distance(to: spot.last) < 30)
      #expect(Double(spot.evidence.count) > spot.expected)
    }
  }
}
