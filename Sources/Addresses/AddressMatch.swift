/// Which houses a parsed address can mean: keys to look up, in order. The one who looks them up never guesses: one house is
/// the answer, several are several, none is none.
package struct AddressMatch: Sendable {
  package struct Key: Hashable, Sendable {
    /// A canonical address. Only a house with exactly this address is meant, never one of the rooms in it.
    package var canonical: String
    /// False where something that the text says was left out or read otherwise.
    package var exact: Bool
    /// Keys of one reading are tried in order and the first that exists counts; hits of different readings are several.
    package var reading: Int
  }

  package let candidateKeys: [Key]
  /// Where the address names no room: the building whose rooms are candidates if no key hits. Nil otherwise, for a room
  /// that is not there must not turn into its neighbours.
  package let building: String?

  package init(_ address: Address) {
    var keys: [Key] = []
    for (reading, each) in ([address] + address.alternatives).enumerated() {
      var seen = Set<String>()
      for canonical in Self.forms(each) where seen.insert(canonical).inserted {
        let exact = reading == 0 && canonical == each.canonical
        keys.append(Key(canonical: canonical, exact: exact, reading: reading))
      }
    }
    candidateKeys = keys
    let open = address.room == nil && address.floor == nil && address.qualifier == nil
    building = open ? address.canonical : nil
  }

  /// Of the keys that exist, one for each reading: what the address can mean.
  package func hits(among existing: Set<String>) -> [String] {
    var out: [String] = []
    var done = Set<Int>()
    for key in candidateKeys where existing.contains(key.canonical) && done.insert(key.reading).inserted {
      if !out.contains(key.canonical) { out.append(key.canonical) }
    }
    return out
  }

  /// The keys of one reading. A shop's (底层) is a remark on the whole number first and a room second; in a lane house it
  /// is the other way about.
  private static func forms(_ address: Address) -> [String] {
    var variants = [address]
    if address.lane != nil, address.number != nil, address.building != nil {
      var plain = address
      plain.building = nil
      variants.append(plain)
    }
    if address.isNumberedInCompound {
      var short = address
      short.road = nil
      variants.append(short)
    }
    return variants.flatMap(storeyForms).compactMap(\.canonical)
  }

  private static func storeyForms(_ address: Address) -> [Address] {
    guard let storey = storey(of: address) else { return [address] }
    var whole = address
    whole.room = nil
    whole.floor = nil
    whole.qualifier = nil
    let rooms = storeyNames(storey).map { name in
      var room = whole
      room.room = name
      return room
    }
    if address.qualifier != nil { return address.lane == nil ? [whole] + rooms : rooms + [whole] }
    return address.lane == nil ? [address] + rooms + [whole] : [address] + rooms
  }

  /// The storey, where the address names nothing smaller.
  private static func storey(of address: Address) -> String? {
    if let room = address.room { return room == "底层" ? room : nil }
    return address.qualifier ?? address.floor.map { $0 + "楼" }
  }

  private static func storeyNames(_ storey: String) -> [String] {
    storey == "底层" || storey == "1楼" ? ["底层", "1楼"] : [storey]
  }
}
