/// Something at which tickets meet: a shop, a house, a stretch of road, or a word in a place.
package struct Anchor: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case shop = 1
    case house, building, compound
    /// A number on a road, and eight neighbouring ones.
    case door, stretch
    /// Two roads.
    case crossing
    /// A word within a building, a compound, 32 numbers of a road, a road, a committee.
    case wordInBuilding, wordInCompound, wordInStretch, wordOnRoad, wordInCommittee

    package var isWord: Bool { rawValue >= Kind.wordInBuilding.rawValue }
  }

  package var kind: Kind
  /// A row id; of roads, the number of the road in the upper half and of the house or block in the lower.
  package var place: UInt32
  /// 0 unless the kind is of a word.
  package var phrase: UInt32 = 0

  /// Different for different anchors, but for one chance in 10^17.
  package var key: UInt64 {
    var mixed = UInt64(kind.rawValue) << 56 ^ UInt64(place) << 12 ^ UInt64(phrase) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 31) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 29) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 32
  }

  /// All anchors of a ticket.
  @inline(__always)
  package static func each(of ticket: Ticket, _ body: (Anchor) -> Void) {
    let road = UInt32(ticket.road) << 16
    if ticket.shop != 0 { body(Anchor(kind: .shop, place: ticket.shop)) }
    if ticket.house != 0 { body(Anchor(kind: .house, place: ticket.house)) }
    if ticket.building != 0 { body(Anchor(kind: .building, place: ticket.building)) }
    if ticket.compound != 0 { body(Anchor(kind: .compound, place: ticket.compound)) }
    // Within a lane the number is the compound's and tells no more.
    if ticket.road != 0, ticket.number != 0, ticket.compound == 0 {
      body(Anchor(kind: .door, place: road | UInt32(ticket.number)))
      body(Anchor(kind: .stretch, place: road | UInt32(ticket.number / 8 * 2)))
      body(Anchor(kind: .stretch, place: road | UInt32((ticket.number + 4) / 8 * 2 + 1)))
    }
    if ticket.crossRoad != 0, ticket.road != 0 {
      let (low, high) = (min(ticket.road, ticket.crossRoad), max(ticket.road, ticket.crossRoad))
      body(Anchor(kind: .crossing, place: UInt32(low) << 16 | UInt32(high)))
    }
    ticket.phrases.each { phrase in words(phrase, of: ticket, road, body) }
  }

  @inline(__always)
  private static func words(_ phrase: UInt32, of ticket: Ticket, _ road: UInt32, _ body: (Anchor) -> Void) {
    if ticket.building != 0 { body(Anchor(kind: .wordInBuilding, place: ticket.building, phrase: phrase)) }
    if PhraseHash.isInside(phrase) { return }
    if ticket.compound != 0 { body(Anchor(kind: .wordInCompound, place: ticket.compound, phrase: phrase)) }
    if ticket.road != 0 {
      body(Anchor(kind: .wordOnRoad, place: road, phrase: phrase))
      if ticket.number != 0 {
        body(Anchor(kind: .wordInStretch, place: road | UInt32(ticket.number / 32 * 2), phrase: phrase))
        body(Anchor(kind: .wordInStretch, place: road | UInt32((ticket.number + 16) / 32 * 2 + 1), phrase: phrase))
      }
    }
    if ticket.crossRoad != 0 { body(Anchor(kind: .wordOnRoad, place: UInt32(ticket.crossRoad) << 16, phrase: phrase)) }
    if ticket.committee != 0 { body(Anchor(kind: .wordInCommittee, place: ticket.committee, phrase: phrase)) }
  }
}
