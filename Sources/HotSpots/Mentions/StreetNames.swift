import Addresses

/// The names of a street's places that a text may mention.
package struct StreetNames: Sendable {
  enum Meaning: Sendable {
    case road(UInt16)
    case compound(UInt32)
    case shop(UInt32)
    case thing(UInt32)
  }

  package struct Shop: Sendable {
    package var id: UInt32
    package var name: String
    package var committee: UInt32
    package var building: UInt32
    package var road: UInt16
    package var number: UInt16
    package init(id: UInt32, name: String, committee: UInt32, building: UInt32, road: UInt16, number: UInt16) {
      (self.id, self.name, self.committee, self.building) = (id, name, committee, building)
      (self.road, self.number) = (road, number)
    }
  }

  var trie = NameTrie<Meaning>()
  package private(set) var shops: [UInt32: Shop] = [:]
  /// The compound that a road's number is the lane of.
  private(set) var lanes: [UInt32: UInt32] = [:]
  private var roads: [String: UInt16] = [:]
  /// Roads by number, from 1.
  package private(set) var roadNames = [""]

  package init() {
    for line in TradeWords.lines {
      let words = line.split(separator: " ")
      guard let concept = words.first else { continue }
      let hash = PhraseHash.hash(.thing, String(concept))
      for word in Set(words.map { AddressFolding.fold($0) }) { trie.insert(word, .thing(hash)) }
    }
  }

  /// The number of a road, made known where it is new.
  package mutating func road(_ name: String) -> UInt16 {
    let folded = AddressFolding.fold(name)
    guard !folded.isEmpty else { return 0 }
    if let known = roads[folded] { return known }
    guard roadNames.count < Int(UInt16.max) else { return 0 }
    let number = UInt16(roadNames.count)
    roads[folded] = number
    roadNames.append(name)
    if folded.utf16.count > 1 { trie.insert(folded, .road(number)) }
    return number
  }

  /// - Parameters:
  ///   - names: its name and its aliases.
  ///   - lane: the road and the number that lead to it, 0 where there is none.
  package mutating func add(compound id: UInt32, names: [String], lane: (road: UInt16, number: UInt16) = (0, 0)) {
    if lane.road != 0, lane.number != 0 { lanes[UInt32(lane.road) << 16 | UInt32(lane.number)] = id }
    for name in Set(names.map { AddressFolding.fold($0) }) where name.utf16.count >= 3 {
      trie.insert(name, .compound(id))
    }
  }

  package mutating func add(_ shop: Shop) {
    shops[shop.id] = shop
    for name in ShopNames.spoken(shop.name) { trie.insert(name, .shop(shop.id)) }
  }
}
