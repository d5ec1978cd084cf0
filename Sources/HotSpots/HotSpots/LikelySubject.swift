/// What a hot spot is probably about.
package struct LikelySubject: Sendable, Equatable {
  package enum Kind: String, Sendable { case shop, house, building, compound, thing, place }

  package var kind: Kind
  /// A row id; 0 for a thing and a place.
  package var id: UInt32 = 0
  /// The word that most use, as a hash; 0 where there is none.
  package var phrase: UInt32 = 0
  /// How many of the tickets say or lie so.
  package var support = 0
  /// Nobody names the shop; it is the only one close by of the trade that they name.
  package var isByTrade = false

  /// - Parameters:
  ///   - tickets: the evidence of the hot spot.
  ///   - isKnown: whether a shop may be named at all.
  package static func of(
    _ spot: HotSpot, _ tickets: [Ticket], _ names: StreetNames, isKnown: (UInt32) -> Bool
  ) -> LikelySubject {
    let word = commonWord(spot, tickets)
    if let shop = shop(tickets, word, names, isKnown) { return shop }
    if let house = most(tickets.map(\.house)), house.count >= 2, house.count * 2 >= tickets.count || word == nil {
      return LikelySubject(kind: .house, id: house.value, phrase: word?.value ?? 0, support: house.count)
    }
    if let word { return LikelySubject(kind: .thing, phrase: word.value, support: word.count) }
    for (kind, path) in [(Kind.building, \Ticket.building), (.compound, \Ticket.compound)] {
      if let found = most(tickets.map { $0[keyPath: path] }), found.count * 2 > tickets.count {
        return LikelySubject(kind: kind, id: found.value, support: found.count)
      }
    }
    return LikelySubject(kind: .place, support: tickets.count)
  }

  /// The word of the hot spot that most of its tickets say.
  private static func commonWord(_ spot: HotSpot, _ tickets: [Ticket]) -> (value: UInt32, count: Int)? {
    let words = Set(spot.anchors.map(\.phrase).filter { $0 != 0 })
    let found = most(tickets.flatMap { ticket in words.filter { ticket.phrases.contains($0) } })
    return found.flatMap { $0.count >= 2 ? $0 : nil }
  }

  private static func shop(
    _ tickets: [Ticket], _ word: (value: UInt32, count: Int)?, _ names: StreetNames, _ isKnown: (UInt32) -> Bool
  ) -> LikelySubject? {
    let named = most(tickets.map(\.shop).filter { $0 != 0 && isKnown($0) })
    if let named, named.count >= 2, named.count * 3 >= tickets.count {
      return LikelySubject(kind: .shop, id: named.value, phrase: word?.value ?? 0, support: named.count)
    }
    guard let word else { return nil }
    let doors = tickets.filter { $0.road != 0 && $0.number != 0 }
    let near = names.shops.values.filter { shop in
      doors.contains { $0.road == shop.road && abs(Int($0.number) - Int(shop.number)) <= 10 } && isKnown(shop.id)
        && MentionReader.things(inShopName: shop.name).contains(word.value)
    }
    guard near.count == 1, let only = near.first else { return nil }
    return LikelySubject(kind: .shop, id: only.id, phrase: word.value, support: word.count, isByTrade: true)
  }

  /// The most frequent value but 0, the lowest of equals.
  private static func most(_ values: [UInt32]) -> (value: UInt32, count: Int)? {
    var counts: [UInt32: Int] = [:]
    for value in values where value != 0 { counts[value, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }
}
