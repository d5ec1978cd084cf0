/// Digits that run together: 61402 behind a lane is number 61, room 402 — or 6, 1402.
enum AddressSplit {
  /// The sensible splits into number and room, the likeliest first. A room has a storey and two more digits; storeys of
  /// two digits go from 10 to 60, and no storey has more than 40 rooms.
  static func splits(_ digits: String) -> [(number: String, room: String)] {
    let all = Array(digits.utf8)
    guard (4...7).contains(all.count), all.allSatisfy({ $0 &- 0x30 < 10 }), all[0] != 0x30 else { return [] }
    var out: [(String, String)] = []
    for length in [3, 4] where all.count > length && all.count - length <= 4 {
      let room = all.suffix(length)
      let value = room.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard (1...40).contains(value % 100), length == 3 ? value >= 101 : (10...60).contains(value / 100) else {
        continue
      }
      out.append((String(digits.prefix(all.count - length)), String(digits.suffix(length))))
    }
    return out
  }

  /// Three digits or more, with letters or without: what a room's number looks like, and a house number behind a lane does not.
  static func isRoom(_ value: String) -> Bool {
    !value.utf8.contains(0x2D) && value.utf8.filter { $0 &- 0x30 < 10 }.count >= 3
  }

  /// Whether `low`-`high` behind a lane is a run of numbers (1-33) rather than a number and its room (5-201, 12-3).
  static func isRange(_ low: String, _ high: String) -> Bool {
    isAscending(low, high) && high.utf8.count < 3
  }

  /// Whether both are plain numbers and the second is the larger one.
  static func isAscending(_ low: String, _ high: String) -> Bool {
    guard let a = Int(low), let b = Int(high) else { return false }
    return a < b
  }
}
