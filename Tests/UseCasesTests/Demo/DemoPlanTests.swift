import Testing
@testable import DemoData
@testable import FilterLanguage
@testable import Identity
@testable import Kernel

@Suite struct DemoPlanTests {
  @Test func plan_hundredThousand_isSixteenCommitteesAndFortyGrids() throws {
    let plan = try DemoPlan(people: 100_000)
    #expect(plan.committees.count == 16)
    #expect(plan.committees.reduce(0) { $0 + $1.grids.count } == 40)
    #expect(plan.committees[1].grids.first == "延中第一微网格")
    #expect(plan.committees.allSatisfy { $0.subdistrict == "310101023" && $0.people == 6250 })
  }

  @Test func plan_millions_keepsCommitteesOfOneSize() throws {
    let plan = try DemoPlan(people: 2_000_001)
    #expect(plan.committees.reduce(0) { $0 + $1.people } == 2_000_001)
    #expect(plan.committees.allSatisfy { (6000...6300).contains($0.people) })
    #expect(Set(plan.committees.map { $0.subdistrict + $0.name }).count == plan.committees.count)
  }

  @Test func plan_largest_givesNoNumberOfARoadToTwoCommittees() throws {
    var taken: [String: [ClosedRange<Int>]] = [:]
    for committee in try DemoPlan(people: DemoPlan.mostPeople).committees {
      for stretch in committee.stretches {
        let road = String(committee.subdistrict.prefix(6)) + stretch.road
        #expect(taken[road, default: []].allSatisfy { !$0.overlaps(stretch.numbers) }, "\(road) \(stretch.numbers)")
        taken[road, default: []].append(stretch.numbers)
      }
    }
  }

  @Test(arguments: [-1, 0, 10_000_001]) func plan_impossibleNumber_throws(people: Int) {
    #expect(throws: Problem.self) { try DemoPlan(people: people) }
  }

  @Test func numbers_ofAllCommittees_areNeverTwice() {
    let day = Day(number: 5000)
    var seen: Set<String> = []
    for committee in 0..<130 {
      var numbers = DemoNumbers(committee: committee, of: 130)
      for _ in 0..<20 {
        let (birth, number) = numbers.identity("310199", born: day, isMale: true)
        #expect(birth <= day && Identifier.read(number).birth == birth)
        #expect(seen.insert(number).inserted)
        #expect(seen.insert(numbers.phone()).inserted)
        #expect(seen.insert(numbers.passport()).inserted)
      }
      for shop in 0..<20 { #expect(seen.insert(numbers.creditCode(isCompany: false, shop: shop)).inserted) }
    }
  }

  @Test func random_sameSeedAndStream_repeats() {
    var first = DemoRandom(seed: 1, stream: 2)
    var second = DemoRandom(seed: 1, stream: 2)
    var other = DemoRandom(seed: 1, stream: 3)
    let numbers = (0..<5).map { _ in first.next() }
    #expect(numbers == (0..<5).map { _ in second.next() })
    #expect(numbers != (0..<5).map { _ in other.next() })
    #expect((0..<1000).allSatisfy { _ in (3...7).contains(first.int(3...7)) })
  }

  @Test func households_ofAnyNumber_countExactly() {
    for residents in [1, 2, 3, 17, 400, 6063] {
      var random = DemoRandom(seed: 9, stream: UInt64(residents))
      let kinds = DemoHouseholdMix.deal(residents: residents, &random)
      #expect(kinds.reduce(0) { $0 + $1.size } == residents)
      for kind in kinds { #expect(DemoAges.deal(kind, isTenant: false, &random).count == kind.size) }
    }
  }
}
