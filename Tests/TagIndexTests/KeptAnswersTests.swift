import FilterLanguage
import Kernel
import TagIndex
import Testing

/// A kept answer is brought up to date by asking again about rows near what changed: near enough must be far enough.
struct KeptAnswersTests {
  @Test func visitInAHouseThePersonHasNoLinkTo_countsAsLongAsTheHouseIsSeen() throws {
    let street = SmallStreet()
    var delta = FactsDelta()
    let day = try #require(Day("2026-11-15"))
    delta.visits = [VisitFacts(id: 1, house: 2, person: 2, on: day, purpose: "走访")]
    let index = street.world.index(keptAnswers: 40)
    index.apply(delta)
    let question = Query(
      .people, .field(.lastVisited, .compare(.greaterOrEqual, .day(.on(day)))), asOf: SmallStreet.today,
      scope: .areas([4]))
    #expect(try index.select(question).ids.ids() == [2])
    for (committee, expected) in [(UInt32(5), [UInt32]()), (4, [2])] {
      var moved = FactsDelta()
      moved.houses = [SmallStreet.house(2, committee == 4 ? 1 : 2, committee, "长乐路2号102室")]
      index.apply(moved)
      #expect(try index.select(question).ids.ids() == expected)
    }
  }

  @Test func useOfAHouse_followsTheDeathOfItsOnlyHolder() throws {
    let street = SmallStreet()
    let index = street.world.index(keptAnswers: 40)
    let question = Query(
      .houses, .field(.use, .compare(.equal, .text("vacant"))), asOf: SmallStreet.today.adding(days: -1))
    #expect(try index.select(question).ids.ids() == [2])
    var delta = FactsDelta()
    for id in [UInt32(1), 2] {
      delta.people.append(SmallStreet.person(id, "某", nil, death: SmallStreet.today.adding(days: -10)))
    }
    index.apply(delta)
    #expect(try index.select(question).ids.ids() == [1, 2])
  }
}
