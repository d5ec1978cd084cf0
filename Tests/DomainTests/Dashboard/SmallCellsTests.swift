import Testing
@testable import Dashboard

/// What somebody can work out who sees only what is shown.
struct SmallCellsTests {
  /// Every list of parts that agrees with the total and with what is shown of them.
  private static func worlds(_ cells: [Cell], total: Int, showsZero: Bool) -> [[Int]] {
    let choices = cells.map { cell -> [Int] in
      switch cell {
      case .shown(let count): [count]
      case .small: Array((showsZero ? 1 : 0)...4)
      case .withheld: Array(0...total)
      }
    }
    // The bounds of what is hidden beside small ones: at least five, unless everything is hidden.
    let isAllHidden = cells.allSatisfy { $0 == .withheld }
    var worlds: [[Int]] = [[]]
    for (cell, values) in zip(cells, choices) {
      worlds = worlds.flatMap { world in
        values.filter { (cell != .withheld || isAllHidden || $0 >= 5) && world.reduce(0, +) + $0 <= total }
          .map { world + [$0] }
      }
    }
    return worlds.filter { $0.reduce(0, +) == total }
  }

  private static func lists(of length: Int, upTo most: Int) -> [[Int]] {
    (0..<length).reduce([[]]) { lists, _ in lists.flatMap { list in (0...most).map { list + [$0] } } }
  }

  @Test(arguments: [true, false]) func parts_underFive_areNeverComputable(showsZero: Bool) {
    let rule = showsZero ? SmallCells.ofOrders : .ofPeople
    for length in 1...4 {
      for counts in Self.lists(of: length, upTo: length == 4 ? 7 : 9) where counts.reduce(0, +) >= 5 {
        let total = counts.reduce(0, +)
        let cells = rule.parts(counts, of: rule.whole(total))
        let worlds = Self.worlds(cells, total: total, showsZero: showsZero)
        for (index, count) in counts.enumerated() where count < 5 && !(showsZero && count == 0) {
          let possible = Set(worlds.map { $0[index] })
          #expect(cells[index] != .shown(count))
          #expect(possible.count > 1, "\(counts) shown as \(cells): part \(index) can only be \(possible)")
          if cells[index] == .small {
            #expect(possible == Set((showsZero ? 1 : 0)...4), "\(counts) shown as \(cells): \(possible)")
          }
        }
      }
    }
  }

  @Test func parts_fiveAndMore_areShown() {
    #expect(SmallCells.ofPeople.parts([5, 60, 700], of: .shown(765)) == [.shown(5), .shown(60), .shown(700)])
  }

  @Test func parts_oneSmall_hidesTheNextSmallestToo() {
    let cells = SmallCells.ofPeople.parts([3, 40, 20, 100], of: .shown(163))
    #expect(cells == [.small, .shown(40), .withheld, .shown(100)])
  }

  /// Two live in no grid: whoever knows the committee and its grids would know of these two.
  @Test func parts_fewInNone_hideAPartToo() {
    #expect(SmallCells.ofPeople.parts([30, 40], of: .shown(72)) == [.withheld, .shown(40)])
  }

  @Test func parts_ofAHiddenWhole_areHidden() {
    #expect(SmallCells.ofPeople.parts([0, 3], of: .small) == [.small, .small])
    #expect(SmallCells.ofOrders.parts([0, 3], of: .small) == [.shown(0), .small])
    #expect(SmallCells.ofPeople.parts([7, 30], of: .withheld) == [.withheld, .withheld])
  }

  @Test func zero_isShownOfOrders_andHiddenOfPeople() {
    #expect(SmallCells.ofOrders.whole(0) == .shown(0) && SmallCells.ofPeople.whole(0) == .small)
    #expect(SmallCells.ofOrders.whole(4) == .small && SmallCells.ofOrders.whole(5) == .shown(5))
  }
}
