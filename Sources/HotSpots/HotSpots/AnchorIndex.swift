import Foundation

/// The tickets of the days asked for by anchor, and what each anchor had before.
struct AnchorIndex {
  /// By day, then id.
  private(set) var tickets: [Ticket] = []
  private(set) var anchors: [Anchor] = []
  private var table = KeyTable()
  /// The tickets (positions in `tickets`) of anchor n are those from `starts[n]` to `starts[n + 1]`.
  private var starts: [Int32] = []
  private var members: [Int32] = []
  /// Tickets of anchor n in the horizon before the days asked for.
  private var before: [Int32] = []
  /// Tickets of words and areas in the whole horizon.
  private var usual = CountTable(slots: 1 << 18)
  private(set) var total = 0
  /// How much each ticket's category says, 0 to 1: less where it is the usual one for what the ticket names.
  private(set) var oddness: [Double] = []
  /// Tickets with an anchor of a kind, and how many different anchors they share: by `Kind.rawValue`.
  private var spread = [(tickets: Int, anchors: Int)](repeating: (0, 0), count: Anchor.Kind.allCases.count + 1)
  /// Days of the horizon that have tickets at all, from the first on.
  private(set) var horizonDays = 0

  init(_ table: TicketTable, seen: IDSet?, _ question: HotSpotQuestion) {
    let last = question.asOf.number
    let start = last - Int32(question.days) + 1
    let horizon = Self.horizon(table, seen, from: start, to: last)
    var earlier: [Ticket] = []
    var first = last
    table.each(in: seen) { ticket in
      let day = ticket.day
      guard day >= horizon, day <= last, ticket.isOfPlace else { return }
      first = min(first, day)
      if day >= start { tickets.append(ticket) } else { earlier.append(ticket) }
    }
    tickets.sort { ($0.day, $0.id) < ($1.day, $1.id) }
    horizonDays = Int(last - first) + 1
    total = tickets.count + earlier.count
    countUsual(earlier)
    oddness = tickets.map { min(1, -log(usualness($0)) / 3) }
    collect()
    countBefore(earlier)
  }

  /// From which day on the past says what is usual: a year back, or less where the past is full of tickets.
  private static func horizon(_ table: TicketTable, _ seen: IDSet?, from start: Int32, to last: Int32) -> Int32 {
    let farthest = min(start, last - Int32(HotSpotQuestion.horizon) + 1)
    var counts = [Int](repeating: 0, count: Int(start - farthest))
    table.each(in: seen) { ticket in
      let day = ticket.day
      if day >= farthest, day < start { counts[Int(day - farthest)] += 1 }
    }
    var (day, sum) = (start, 0)
    while day > farthest, sum < HotSpotQuestion.enough {
      day -= 1
      sum += counts[Int(day - farthest)]
    }
    return day
  }

  func members(of anchor: Int) -> ArraySlice<Int32> { members[Int(starts[anchor])..<Int(starts[anchor + 1])] }
  func number(of anchor: Anchor) -> Int? { table[anchor.key] }
  func before(_ anchor: Int) -> Int { Int(before[anchor]) }

  /// Tickets in the horizon that name a word, or lie in the place of a word.
  func usual(_ anchor: Anchor) -> (word: Int, place: Int) {
    (usual[AnchorIndex.word(anchor.phrase)], usual[AnchorIndex.place(anchor.kind, anchor.place)])
  }

  /// How many tickets an anchor of the kind has in the horizon on average, of those that have any.
  func average(_ kind: Anchor.Kind) -> Double {
    let (tickets, anchors) = spread[Int(kind.rawValue)]
    return anchors > 0 ? Double(tickets) / Double(anchors) : 1
  }

  private mutating func countUsual(_ earlier: [Ticket]) {
    var different = Anchor.Kind.allCases.map { _ in CountTable(slots: 1 << 17) }
    for ticket in [tickets, earlier].joined() {
      ticket.phrases.each { usual.add(AnchorIndex.word($0)) }
      Anchor.each(of: ticket) { anchor in
        let kind = Int(anchor.kind.rawValue)
        spread[kind].tickets += 1
        different[kind - 1].add(anchor.key)
      }
      AnchorIndex.eachPlace(ticket) { usual.add($0) }
      usual.add(AnchorIndex.word(0, ticket.category))
      ticket.phrases.each { usual.add(AnchorIndex.word($0, ticket.category)) }
    }
    for (kind, table) in different.enumerated() { spread[kind + 1].anchors = table.different }
  }

  /// Numbers all anchors that two tickets or more of the days share.
  private mutating func collect() {
    var size = 1 << 12
    while size < tickets.count * 16, size < 1 << 22 { size *= 2 }
    var rough = CountTable(slots: size)
    for ticket in tickets { Anchor.each(of: ticket) { rough.add($0.key) } }
    var counts: [Int32] = []
    for ticket in tickets {
      Anchor.each(of: ticket) { anchor in
        let key = anchor.key
        guard rough[key] >= 2 else { return }
        let number = table.number(of: key)
        if number == anchors.count {
          anchors.append(anchor)
          counts.append(0)
        }
        counts[number] += 1
      }
    }
    var sum: Int32 = 0
    starts = [0]
    for count in counts {
      sum += count
      starts.append(sum)
    }
    var next = starts
    members = [Int32](repeating: 0, count: Int(sum))
    for (position, ticket) in tickets.enumerated() {
      Anchor.each(of: ticket) { anchor in
        guard let number = table[anchor.key] else { return }
        members[Int(next[number])] = Int32(position)
        next[number] += 1
      }
    }
  }

  private mutating func countBefore(_ earlier: [Ticket]) {
    before = [Int32](repeating: 0, count: anchors.count)
    for ticket in earlier {
      Anchor.each(of: ticket) { if let number = table[$0.key] { before[number] += 1 } }
    }
  }

  /// How usual a ticket's category is for what it names:油烟 of a restaurant is, rats are not. A share from 0 to 1.
  func usualness(_ ticket: Ticket) -> Double {
    let everywhere = Double(usual[AnchorIndex.word(0, ticket.category)]) / Double(max(1, total))
    var most = 0.0
    ticket.phrases.each { phrase in
      guard !PhraseHash.isInside(phrase) else { return }
      let (both, word) = (usual[AnchorIndex.word(phrase, ticket.category)], usual[AnchorIndex.word(phrase)])
      most = max(most, (Double(both - 1) + 5 * everywhere) / (Double(word - 1) + 5))
    }
    return most > 0 ? most : everywhere
  }

  private static func word(_ phrase: UInt32, _ category: UInt16) -> UInt64 {
    Anchor(kind: .wordOnRoad, place: .max - 1 - UInt32(category), phrase: phrase).key
  }

  private static func word(_ phrase: UInt32) -> UInt64 { Anchor(kind: .wordOnRoad, place: .max, phrase: phrase).key }
  private static func place(_ kind: Anchor.Kind, _ place: UInt32) -> UInt64 {
    Anchor(kind: kind, place: place, phrase: .max).key
  }

  private static func eachPlace(_ ticket: Ticket, _ body: (UInt64) -> Void) {
    let road = UInt32(ticket.road) << 16
    if ticket.building != 0 { body(place(.wordInBuilding, ticket.building)) }
    if ticket.compound != 0 { body(place(.wordInCompound, ticket.compound)) }
    if ticket.road != 0 { body(place(.wordOnRoad, road)) }
    if ticket.road != 0, ticket.number != 0 {
      body(place(.wordInStretch, road | UInt32(ticket.number / 32 * 2)))
      body(place(.wordInStretch, road | UInt32((ticket.number + 16) / 32 * 2 + 1)))
    }
    if ticket.crossRoad != 0 { body(place(.wordOnRoad, UInt32(ticket.crossRoad) << 16)) }
    if ticket.committee != 0 { body(place(.wordInCommittee, ticket.committee)) }
  }
}
