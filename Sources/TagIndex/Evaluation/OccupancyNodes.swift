/// Role, since or until of an occupancy.
struct OccupancyTest {
  enum Kind {
    case role(Set<UInt8>)
    case since(DaySpans)
    case until(DaySpans)
  }
  private let kind: Kind
  private let role: ColumnView<UInt8>
  private let since: ColumnView<Int32>
  private let until: ColumnView<Int32>

  init(_ kind: Kind, _ occupancies: OccupancyTable) {
    self.kind = kind
    role = occupancies.role.view
    since = occupancies.since.view
    until = occupancies.until.view
  }

  func holds(_ link: UInt32) -> Bool {
    switch kind {
    case .role(let roles): roles.contains(role[link])
    case .since(let spans): spans.contain(since[link])
    case .until(let spans): spans.contain(until[link])
    }
  }
}

/// The occupancy that led to the person: inside residents(…), housemates(…) and people(…).
final class LinkNode: Node {
  private let test: OccupancyTest
  let cost = Cost.row
  init(_ test: OccupancyTest) { self.test = test }
  func holds(_ id: UInt32, _ link: UInt32) -> Bool { link != 0 && test.holds(link) }
}

/// Any occupancy that the person has on the question's day.
final class OwnOccupancyNode: Node {
  private let test: OccupancyTest
  private let frame: Frame
  private let chain: ChainView
  private let house: ColumnView<UInt32>
  let cost = Cost.walk

  init(_ test: OccupancyTest, _ frame: Frame) {
    self.test = test
    self.frame = frame
    chain = frame.world.occupancies.ofPerson.view
    house = frame.world.occupancies.house.view
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool {
    !chain.sweep(id) { own in
      frame.budget.spend() && !(frame.holds(own) && test.holds(own) && frame.sees(house: house[own]))
    }
  }
}

/// The latest visit up to the question's day: to a person himself, or to a house of his without naming anybody.
final class LastVisitNode: Node {
  private let spans: DaySpans
  private let frame: Frame
  let cost = Cost.walk

  init(_ spans: DaySpans, _ frame: Frame) {
    self.spans = spans
    self.frame = frame
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { spans.contain(LastVisitNode.day(id, frame)) }

  /// `noDay` when there was none.
  static func day(_ id: UInt32, _ frame: Frame) -> Int32 {
    let visits = frame.world.visits
    var last = noDay
    visits.ofPerson.view.each(id) { visit in
      guard frame.budget.spend() else { return }
      let day = visits.day[visit]
      if day <= frame.day, day > last, frame.sees(house: visits.house[visit]) { last = day }
    }
    Walk(.personHouse, frame).from(id) { house, _ in
      visits.ofHouse.view.each(house) { visit in
        guard frame.budget.spend() else { return }
        let day = visits.day[visit]
        if visits.person[visit] == 0, day <= frame.day, day > last { last = day }
      }
      return true
    }
    return last
  }
}
