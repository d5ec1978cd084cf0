/// Fills in what a ticket's words say about where it belongs.
package enum TicketReader {
  /// - Parameters:
  ///   - ticket: with what the tables know: area, house, building, shop, times, marks.
  ///   - text: title and content.
  ///   - address: as said, where it was no known house.
  package static func read(_ ticket: Ticket, text: String, address: String, _ names: StreetNames) -> Ticket {
    var ticket = ticket
    let mentions = MentionReader.read(text, names)
    let said = address.isEmpty ? nil : MentionReader.read(address, names)
    place(&ticket, mentions, said, names)
    name(&ticket, mentions, names)
    for word in mentions.words { ticket.phrases.insert(word.hash) }
    for word in said?.words ?? [] { ticket.phrases.insert(word.hash) }
    // What trades in the house is meant even by those who do not name it.
    if let shop = names.shops[ticket.shop] {
      if ticket.committee == 0 { ticket.committee = shop.committee }
      if ticket.road == 0 || (ticket.road == shop.road && ticket.number == 0) {
        (ticket.road, ticket.number) = (shop.road, shop.number)
      }
      for thing in MentionReader.things(inShopName: shop.name) { ticket.phrases.insert(thing) }
    }
    return ticket
  }

  /// The words of a text that are among `hashes`, as they stand there: the evidence of a tie.
  package static func words(of text: String, among hashes: Set<UInt32>, _ names: StreetNames) -> [String] {
    var seen: [String] = []
    for word in MentionReader.read(text, names).words where hashes.contains(word.hash) && !seen.contains(word.text) {
      seen.append(word.text)
    }
    return seen
  }

  /// Where the text speaks of a road and number, that is meant, not the address of whoever reports.
  private static func place(_ ticket: inout Ticket, _ text: Mentions, _ said: Mentions?, _ names: StreetNames) {
    if let spot = text.spot, ticket.road == 0 || spot.number != 0 || spot.crossRoad != 0 {
      (ticket.road, ticket.number, ticket.crossRoad) = (spot.road, spot.number, spot.crossRoad)
    }
    if let spot = said?.spot, ticket.road == 0 || (ticket.road == spot.road && ticket.number == 0) {
      (ticket.road, ticket.number, ticket.crossRoad) = (spot.road, spot.number, spot.crossRoad)
    }
    guard ticket.compound == 0 else { return }
    let lane = names.lanes[UInt32(ticket.road) << 16 | UInt32(ticket.number)] ?? 0
    ticket.compound = [text.compound, said?.compound ?? 0, lane].first { $0 != 0 } ?? 0
  }

  /// The shop that is named, where only one bears the name, or only one close by.
  private static func name(_ ticket: inout Ticket, _ mentions: Mentions, _ names: StreetNames) {
    guard ticket.shop == 0, !mentions.shops.isEmpty else { return }
    let bearers = Set(mentions.shops.map(\.id)).compactMap { names.shops[$0] }
    let near: [(StreetNames.Shop) -> Bool] = [
      { [ticket] in $0.building != 0 && $0.building == ticket.building },
      { [ticket] in $0.road != 0 && $0.road == ticket.road },
      { [ticket] in $0.committee != 0 && $0.committee == ticket.committee },
      { _ in true },
    ]
    for isNear in near {
      let found = bearers.filter(isNear)
      if found.count == 1 { ticket.shop = found[0].id }
      if !found.isEmpty { return }
    }
  }
}
