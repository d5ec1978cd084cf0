import Addresses

/// Reads in one pass what a text names: roads with numbers, compounds, shops, trades and things, rooms, and names that no
/// list has (那个烧烤摊, 卖水果的, 老虎灶).
struct MentionReader {
  private let names: StreetNames
  private let text: [UInt16]
  private var index = 0
  private var found = Mentions()
  private var things: [Mentions.Word] = []
  private var rooms: [Mentions.Word] = []
  /// Where the last road ended, so that a second one close to it makes a crossing.
  private var roadEnd: Int?

  static func read(_ text: String, _ names: StreetNames) -> Mentions {
    var reader = MentionReader(text, names)
    return reader.run()
  }

  /// Longer texts are read as far as this.
  private static let longest = 2000

  private init(_ text: String, _ names: StreetNames) {
    self.names = names
    self.text = Array(AddressFolding.fold(text.prefix(Self.longest)).utf16)
  }

  private mutating func run() -> Mentions {
    while index < text.count { step() }
    found.words = things + rooms
    return found
  }

  private mutating func step() {
    let unit = text[index]
    if unit.isDigit {
      readNumber()
    } else if let (end, meanings) = names.trie.longest(in: text, at: index) {
      take(meanings, index..<end)
    } else {
      if let head = UnknownNames.head(text, at: index) {
        add(head.word, head.hash)
        index = max(index + 1, head.end)
      } else {
        index += 1
      }
    }
  }

  private mutating func take(_ meanings: [StreetNames.Meaning], _ range: Range<Int>) {
    index = range.upperBound
    let word = String(decoding: text[range], as: UTF16.self)
    for meaning in meanings {
      switch meaning {
      case .road(let road): take(road: road, range)
      case .compound(let id): if found.compound == 0 { found.compound = id }
      case .thing(let hash): add(word, hash)
      case .shop(let id):
        found.shops.append((id, word))
        add(word, PhraseHash.hash(.name, word), first: true)
        for thing in MentionReader.things(inShopName: word) { add(word, thing) }
      }
    }
  }

  private mutating func take(road: UInt16, _ range: Range<Int>) {
    let behind = number(at: range.upperBound)
    var spot = found.spot ?? .init(road: road, number: behind, crossRoad: 0)
    if let roadEnd, range.lowerBound - roadEnd <= 3, spot.road != road, spot.crossRoad == 0 {
      spot.crossRoad = road
    } else if spot.number == 0, spot.crossRoad == 0, spot.road == road {
      spot.number = behind
    }
    found.spot = spot
    roadEnd = range.upperBound
  }

  /// The number that stands right behind a road.
  private func number(at start: Int) -> UInt16 {
    var (at, value) = (start, 0)
    while at < text.count, text[at].isDigit, value < 10_000 {
      value = value * 10 + Int(text[at] - 48)
      at += 1
    }
    return at > start && value < 10_000 ? UInt16(value) : 0
  }

  /// 302室 and 5楼 name something inside a building.
  private mutating func readNumber() {
    let start = index
    while index < text.count, text[index].isDigit { index += 1 }
    let digits = String(decoding: text[start..<index], as: UTF16.self)
    guard index < text.count else { return }
    switch (digits.count, text[index]) {
    case (3...4, UInt16.room): rooms.append(.init(hash: PhraseHash.hash(.room, digits), text: digits + "室"))
    case (1...2, UInt16.floor): rooms.append(.init(hash: PhraseHash.hash(.floor, digits), text: digits + "楼"))
    default: break
    }
  }

  private mutating func add(_ word: String, _ hash: UInt32, first: Bool = false) {
    guard !things.contains(where: { $0.hash == hash }) else { return }
    if first {
      things.insert(.init(hash: hash, text: word), at: 0)
    } else {
      things.append(.init(hash: hash, text: word))
    }
  }
}

extension MentionReader {
  /// What sort of shop a name speaks of: 阿婆面馆 is 面店. The texts of those who do not know the name say that.
  static func things(inShopName name: String) -> [UInt32] {
    let text = Array(AddressFolding.fold(name).utf16)
    var found: [UInt32] = []
    var index = 0
    while index < text.count {
      guard let (end, meanings) = bareNames.trie.longest(in: text, at: index) else {
        index += 1
        continue
      }
      for case .thing(let hash) in meanings where !found.contains(hash) { found.append(hash) }
      index = end
    }
    return found
  }

  private static let bareNames = StreetNames()
}

extension UInt16 {
  var isDigit: Bool { self &- 48 < 10 }
  fileprivate static let room = UInt16(0x5BA4)
  fileprivate static let floor = UInt16(0x697C)
}
