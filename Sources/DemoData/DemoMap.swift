import Kernel

// Where invented houses stand and how they are built, drawn from what is known of them already, so that the same seed gives
// the same street.

extension DemoBuilding {
  /// Within some hundred metres of the middle of its committee, by its address.
  func place(in committee: String) -> Coordinates {
    let (area, own) = (Self.spread(committee), Self.spread(address))
    return Coordinates(
      lat: Self.rounded(31.2135 + (area.0 - 0.5) * 0.012 + (own.0 - 0.5) * 0.003),
      lon: Self.rounded(121.4660 + (area.1 - 0.5) * 0.016 + (own.1 - 0.5) * 0.004))
  }

  /// Old houses have none, blocks of flats share one, newer houses along the street have their own.
  var flue: String { built < 1950 ? "none" : storeys > 3 ? "shared" : built < 1985 ? "none" : "own" }

  /// What its houses are built of.
  var structure: String { built < 1950 ? "brick_timber" : built < 1986 && storeys < 8 ? "brick_concrete" : "concrete" }

  /// Two numbers from 0 to 1 that a text stands for (FNV-1a).
  private static func spread(_ text: String) -> (Double, Double) {
    let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let mixed = (hash ^ (hash >> 29)) &* 0xbf58_476d_1ce4_e5b9
    return (Double(mixed >> 40) / Double(1 << 24), Double((mixed >> 8) & 0xff_ffff) / Double(1 << 24))
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 1e6).rounded() / 1e6 }
}

extension DemoHouse {
  /// 302 lies on the third floor, 亭子间 between the first and the second.
  var floor: Int? {
    guard let room else { return nil }
    if let number = Int(room) { return number >= 100 ? number / 100 : nil }
    return ["底层": 1, "灶间": 1, "前楼": 2, "后楼": 2, "亭子间": 2, "三层阁": 3][room]
  }
}
